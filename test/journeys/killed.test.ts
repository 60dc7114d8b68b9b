import { describe, expect, it } from 'vitest';
import { faultless } from '../support/audit.ts';
import { chaos } from '../support/chaos.ts';
import { freshDatabase } from '../support/databases.ts';

const whole = { ...faultless, filedAndGone: [], filedTwice: [], refusals: [] };

/** The long run is `npm run soak`; here are enough kills to notice that something has come loose. */
describe.concurrent('killed in the middle of work and started again', () => {
  it('two processes on PostgreSQL lose nothing, post nothing twice and keep every order', async () => {
    const at = await freshDatabase('postgres');
    const outcome = await chaos({
      at,
      replicas: 2,
      departments: 10,
      agents: 3,
      kills: 5,
      posts: 30,
      betweenKillsMs: [600, 2_000],
      restMs: { agent: 2_500, member: 2_000 },
      lostAnswers: 0.05,
      withinMs: 60_000,
    });
    await at.remove();
    expect(outcome).toMatchObject(whole);
    expect(outcome.kills).toBeGreaterThanOrEqual(5);
    expect(outcome.filed).toBeGreaterThan(5);
  }, 240_000);

  it('one process with its database inside does so too', async () => {
    const at = await freshDatabase('embedded');
    const outcome = await chaos({
      at,
      replicas: 1,
      departments: 6,
      agents: 3,
      kills: 3,
      posts: 30,
      betweenKillsMs: [2_500, 5_000],
      restMs: { agent: 2_000, member: 2_000 },
      lostAnswers: 0.05,
      withinMs: 60_000,
    });
    await at.remove();
    expect(outcome).toMatchObject(whole);
    expect(outcome.kills).toBeGreaterThanOrEqual(3);
    expect(outcome.filed).toBeGreaterThan(3);
  }, 240_000);
});
