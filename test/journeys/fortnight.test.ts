import { expect, it } from 'vitest';
import { freshDatabase } from '../support/databases.ts';
import { world } from '../support/quarter/world.ts';
import { auditWorld, tellWorld } from '../support/quarter/world-audit.ts';

it('two weeks', async () => {
  const fresh = await freshDatabase('postgres');
  const seed = Number(process.env['SEED'] ?? 1);
  const lived = await world({
    url: fresh.url ?? '',
    from: '2026-10-19T00:00Z',
    to: '2026-11-02T00:00Z',
    cases: 25,
    kills: 4,
    seed,
    lostAnswers: 0,
  });
  const found = await auditWorld(lived);
  tellWorld('two weeks', found, lived.faults);
  process.stdout.write(`${JSON.stringify([...lived.lived.taken, ...lived.lived.refused])}\n`);
  const { counts, ...lists } = found;
  expect(lists).toEqual(Object.fromEntries(Object.keys(lists).map((name) => [name, []])));
  await lived.stop();
  await fresh.remove();
}, 300_000);
