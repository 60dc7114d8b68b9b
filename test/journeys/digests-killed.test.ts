import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { caseStore } from '../../db/case-store.ts';
import { openDatabase } from '../../db/connect.ts';
import { days, instant, minus } from '../../src/domain/instant.ts';
import { filing } from '../support/a-change.ts';
import { toClosed } from '../support/case-events.ts';
import { allDelivered } from '../support/chaos.ts';
import { environment, workspace } from '../support/company.ts';
import { freshDatabase } from '../support/databases.ts';
import { crew } from '../support/processes.ts';
import { quietLog } from '../support/quiet-log.ts';
import { chance } from '../support/seeded.ts';

/** Executives of the shipped company: who they are, and where they are told in private. */
const executives = ['D0DAIN', 'D0LAURA'];
const kills = 8;

it('two processes that are killed while they tell what is due tell each digest once', async () => {
  const at = await freshDatabase('postgres');
  const db = await openDatabase({ ...at, log: quietLog() });
  // Filed before every week that is told of now: at the first look of all, the digests of a fortnight are due at once.
  const before = minus(instant(Date.now()), days(100));
  const done = await caseStore(db).commit(filing({ events: toClosed.map((e) => ({ ...e, at: before })) }));
  expect(done.ok).toBe(true);
  const { sandbox } = await workspace({ deliverTo: () => 'http://127.0.0.1:9' });
  // Slack takes some of it, and its answer is lost.
  sandbox.faults.set({ dropReplyAfterPost: 0.3 });
  const staff = crew(environment({ ...at, apiUrl: sandbox.apiUrl }), 2);
  const c = chance(3);
  try {
    await staff.start();
    while (staff.kills() < kills) {
      if (staff.present().length === 0) {
        await pause(5);
        continue;
      }
      await pause(c.below(60));
      await staff.kill(0);
    }
    sandbox.faults.clear();
    // A lane whose holder was killed opens when the lease ends, after half a minute.
    await allDelivered(staff.next, 150_000);
  } finally {
    await staff.stop();
  }
  expect(staff.refusals).toEqual([]);
  const owed = await db.query<{ key: string }>(
    `select key from bulletins where key like 'weekly:%' or key like 'monthly:%' order by key`,
  );
  expect(owed.length).toBeGreaterThan(0);
  for (const executive of executives) {
    const heads = sandbox.state.messages(executive).map(({ text }) => text);
    expect(new Set(heads).size).toBe(heads.length);
    expect(heads).toHaveLength(owed.length);
  }
  await db.close();
  await sandbox.stop();
  await at.remove();
}, 300_000);
