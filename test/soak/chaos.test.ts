import { describe, expect, it } from 'vitest';
import { faultless } from '../support/audit.ts';
import { chaos, type Outcome } from '../support/chaos.ts';
import { freshDatabase } from '../support/databases.ts';

const whole = { ...faultless, filedAndGone: [], filedTwice: [], refusals: [] };

/** `npm run soak`: some ten minutes on a quiet machine. What it counted is printed, so that it can be quoted. */
describe('chaos', () => {
  it(
    'three replicas on PostgreSQL, killed 200 times over 1,500 posts while Slack loses every fiftieth answer',
    async () => {
      const at = await freshDatabase('postgres');
      const outcome = await chaos({
        at,
        replicas: 3,
        departments: 44,
        agents: 14,
        kills: 200,
        posts: 1_500,
        betweenKillsMs: [500, 2_000],
        restMs: { agent: 6_000, member: 12_000 },
        lostAnswers: 0.02,
        withinMs: 75 * 60_000,
      });
      await at.remove();
      tell('PostgreSQL, three replicas', outcome);
      expect(outcome).toMatchObject(whole);
      expect(outcome.kills).toBeGreaterThanOrEqual(200);
      expect(outcome.posts).toBeGreaterThanOrEqual(1_500);
    },
    90 * 60_000,
  );

  it(
    'one process with its database inside, killed 40 times while people write',
    async () => {
      const at = await freshDatabase('embedded');
      const outcome = await chaos({
        at,
        replicas: 1,
        departments: 20,
        agents: 8,
        kills: 40,
        posts: 200,
        betweenKillsMs: [3_000, 8_000],
        restMs: { agent: 1_500, member: 5_000 },
        lostAnswers: 0.02,
        withinMs: 15 * 60_000,
      });
      await at.remove();
      tell('embedded, one process', outcome);
      expect(outcome).toMatchObject(whole);
      expect(outcome.kills).toBeGreaterThanOrEqual(40);
    },
    30 * 60_000,
  );
});

function tell(where: string, found: Outcome): void {
  const { kills, posts, seconds, filed, secondTries, crossings } = found;
  const { lost, twice, outOfOrder, stale, torn, unsettled, filedAndGone, filedTwice, refusals } = found;
  const bad = { lost, twice, outOfOrder, stale, torn, unsettled, filedAndGone, filedTwice, refusals };
  const counted = Object.entries(bad).map(([name, list]) => `${name} ${list.length}`);
  process.stdout.write(
    `${where}: ${kills} kills, ${posts} posts, ${filed} filed in ${seconds} s; ${secondTries} messages tried again; ${counted.join(', ')}; ${crossings} crossings of different cases\n`,
  );
  for (const [name, list] of Object.entries(bad)) {
    for (const each of list) process.stdout.write(`  ${name}: ${each}\n`);
  }
}
