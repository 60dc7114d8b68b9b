import { caseStore } from '../../../db/case-store.ts';
import type { Database } from '../../../db/database.ts';
import { postgresDatabase } from '../../../db/postgres.ts';
import type { CaseRecord } from '../../../src/domain/case/case.ts';
import { aCause, filings } from '../support/changes.ts';
import { type Databases, migrated, startDatabases } from '../support/databases.ts';
import { compared, type Figure } from '../support/figure.ts';
import { p95 } from '../support/median.ts';
import { type Effort, interleaved } from '../support/rounds.ts';
import { meariDoor } from './meari.ts';
import { noOpDoor } from './no-op.ts';
import { pressOf } from './payload.ts';
import { type Answered, type Presser, presserOutside } from './press-from-outside.ts';

/** A hundred a second: some ten times what Slack lets a workspace send, and no press waits for the one before. */
const everyMs = 10;

/**
 * A signed [확인] on a card, from sending it to the moment at which its answer is here and its events are committed,
 * against the same press on a handler that does nothing but acknowledge.
 */
export async function press(effort: Effort): Promise<readonly Figure[]> {
  const databases = await startDatabases(effort);
  const presser = presserOutside();
  const presses = Math.ceil((effort.seconds * 1000) / everyMs);
  try {
    effort.say(`press: ${presses} presses a round, one every ${everyMs} ms; ${databases.about}`);
    const empty = await databases.prepare(migrated);
    const answered: number[] = [];
    await onMeari(databases, empty, presser, presses);
    await onNoOp(databases, empty, presser, presses);
    const measured = await interleaved(effort, {
      committed: async () => {
        const pressed = await onMeari(databases, empty, presser, presses);
        answered.push(p95(pressed.map(({ sentAt, answeredAt }) => (answeredAt - sentAt) / 1e6)));
        return p95(pressed.map(({ sentAt, doneAt }) => (doneAt - sentAt) / 1e6));
      },
      'no-op': async () => {
        const pressed = await onNoOp(databases, empty, presser, presses);
        return p95(pressed.map(({ sentAt, answeredAt }) => (answeredAt - sentAt) / 1e6));
      },
    });
    const beside = { unit: 'ms', beside: 'a no-op Bolt handler, answered', theirs: measured['no-op'] };
    return [
      compared({
        name: 'button press, p95, committed and answered',
        ours: measured.committed,
        goal: { atMost: 3 },
        ...beside,
      }),
      compared({ name: 'button press, p95, answered', ours: answered, ...beside }),
    ];
  } finally {
    presser.stop();
    await databases.stop();
  }
}

type Pressed = Answered & { readonly doneAt: number };

const onMeari = (databases: Databases, empty: string, presser: Presser, presses: number): Promise<readonly Pressed[]> =>
  databases.onCopy(empty, async (url) => {
    const db = postgresDatabase(url);
    const doneAt = new Map<string, number>();
    const records = await filed(db, presses);
    const door = await meariDoor(db, ({ id }, { type }) => {
      if (type !== 'nothing') throw new Error(`a press was answered with ${type}`);
      doneAt.set(id.split(':').at(-1) ?? '', Number(process.hrtime.bigint()));
    });
    try {
      const answered = await presser.send({ url: door.url, presses: records.map(pressOf), everyMs });
      await until(() => doneAt.size === presses);
      return answered.map((one) => ({ ...one, doneAt: Math.max(one.answeredAt, doneAt.get(one.trigger) ?? 0) }));
    } finally {
      await door.stop();
      await db.close();
    }
  });

const onNoOp = (databases: Databases, empty: string, presser: Presser, presses: number): Promise<readonly Answered[]> =>
  databases.onCopy(empty, async (url) => {
    const db = postgresDatabase(url);
    const records = await filed(db, presses);
    await db.close();
    const door = await noOpDoor();
    try {
      return await presser.send({ url: door.url, presses: records.map(pressOf), everyMs });
    } finally {
      await door.stop();
    }
  });

/** So many cases with logistics, of no great severity: their acknowledgement takes one press and no form. */
async function filed(db: Database, count: number): Promise<readonly CaseRecord[]> {
  const store = caseStore(db);
  const change = (await filings(db)).find(
    ({ after }) =>
      after.status === 'routed' &&
      after.department === 'logistics' &&
      after.assessment.tier === 'S4' &&
      after.assessment.needsHuman.length === 0,
  );
  if (change === undefined) throw new Error('no voice is acknowledged with one press');
  const commits = Array.from({ length: count }, () => store.commit({ ...change, causationId: aCause() }));
  return (await Promise.all(commits)).map((committed) => {
    if (!committed.ok) throw new Error('a case was not filed');
    return { id: committed.value.caseId, version: committed.value.version, state: change.after };
  });
}

async function until(isSo: () => boolean): Promise<void> {
  const end = performance.now() + 10_000;
  while (!isSo()) {
    if (performance.now() > end) throw new Error('some presses were never committed');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
