import { expect, it } from 'vitest';
import { freshDatabase } from '../support/databases.ts';
import { world } from '../support/quarter/world.ts';
import { auditWorld, tellWorld } from '../support/quarter/world-audit.ts';

/** The quarter of `npm run soak` in small: Berlin and New York set their clocks back in it. */
it('two weeks of a company over six zones, its processes killed: every rung is told, once, in working hours', async () => {
  const fresh = await freshDatabase('postgres');
  const lived = await world({
    url: fresh.url ?? '',
    from: '2026-10-19T00:00Z',
    to: '2026-11-02T00:00Z',
    cases: 25,
    kills: 4,
    seed: Number(process.env['SEED'] ?? 1),
    lostAnswers: 0.003,
  });
  const { counts, ...wrong } = await auditWorld(lived);
  await lived.stop();
  await fresh.remove();
  if (Object.values(wrong).some((list) => list.length > 0)) tellWorld('Two weeks', { counts, ...wrong }, lived.faults);
  expect(wrong).toEqual(Object.fromEntries(Object.keys(wrong).map((name) => [name, []])));
  expect(counts).toMatchObject({ kills: 4 });
  expect(counts['rungs compared']).toBeGreaterThan(50);
}, 300_000);
