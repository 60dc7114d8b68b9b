import { expect, it } from 'vitest';
import { freshDatabase } from '../support/databases.ts';
import { world } from '../support/quarter/world.ts';
import { auditWorld, tellWorld } from '../support/quarter/world-audit.ts';

it(
  'a quarter of a company over six zones, killed two hundred times: every rung is told, once, in working hours',
  async () => {
    const fresh = await freshDatabase('postgres');
    const lived = await world({
      url: fresh.url ?? '',
      from: '2026-10-01T00:00Z',
      to: '2027-01-01T00:00Z',
      cases: 500,
      kills: 200,
      seed: Number(process.env['SEED'] ?? 20261001),
      lostAnswers: 0.003,
    });
    const { counts, ...wrong } = await auditWorld(lived);
    tellWorld('The fourth quarter of 2026', { counts, ...wrong }, lived.faults);
    await lived.stop();
    await fresh.remove();
    expect(wrong).toEqual(Object.fromEntries(Object.keys(wrong).map((name) => [name, []])));
    expect(counts).toMatchObject({ cases: 500, kills: 200 });
  },
  60 * 60_000,
);
