import { caseStore } from '../../../db/case-store.ts';
import type { Database } from '../../../db/database.ts';
import { postgresDatabase } from '../../../db/postgres.ts';
import type { CaseRecord } from '../../../src/domain/case/case.ts';
import { aCause, filings } from '../support/changes.ts';
import { migrated, startDatabases } from '../support/databases.ts';
import { compared, type Figure } from '../support/figure.ts';
import { p95 } from '../support/median.ts';
import type { Effort } from '../support/rounds.ts';
import { meariDoor } from './meari.ts';
import { pressOf } from './payload.ts';
import { type Answered, type Outside, outside } from './press-from-outside.ts';

/** Each side gets fifty a second: several times what Slack lets a workspace send, and no press waits for the one before. */
const everyMs = 10;
/** Sent first and not counted: until then every connection of the pool has met, and planned, each statement. */
const warmUp = 120;

type Pressed = { readonly committed: number; readonly answered: number; readonly noOp: number };

/**
 * A signed [확인] on a card, from sending it to the moment at which its answer is here and its events are committed,
 * against the same press on a handler that does nothing but acknowledge. The two take turns, press by press, so that
 * what else the machine does meets both.
 */
export async function press(effort: Effort): Promise<readonly Figure[]> {
  const databases = await startDatabases(effort);
  const others = await outside();
  const presses = warmUp + Math.ceil((effort.seconds * 1000) / everyMs);
  try {
    effort.say(`press: ${presses - warmUp} presses a round; ${databases.about}`);
    const empty = await databases.prepare(migrated);
    const rounds: Pressed[] = [];
    for (let round = 1; round <= effort.rounds; round += 1) {
      const measured = await databases.onCopy(empty, (url) => pressed(url, others, presses));
      rounds.push(measured);
      effort.say(`  round ${round}  p95 in ms  ${JSON.stringify(measured)}`);
    }
    const beside = { unit: 'ms', beside: 'a no-op Bolt handler', theirs: rounds.map(({ noOp }) => noOp) };
    return [
      compared({
        name: 'button press, p95, committed and answered',
        ours: rounds.map(({ committed }) => committed),
        goal: { atMost: 3 },
        ...beside,
      }),
      compared({ name: 'button press, p95, answered', ours: rounds.map(({ answered }) => answered), ...beside }),
    ];
  } finally {
    others.stop();
    await databases.stop();
  }
}

/** The 95th percentiles of one round, in milliseconds. */
async function pressed(url: string, others: Outside, presses: number): Promise<Pressed> {
  const db = postgresDatabase(url);
  const doneAt = new Map<string, number>();
  const records = await filed(db, presses);
  const door = await meariDoor(db, ({ id }, { type }) => {
    if (type !== 'nothing') throw new Error(`a press was answered with ${type}`);
    doneAt.set(id.split(':').at(-1) ?? '', Number(process.hrtime.bigint()));
  });
  try {
    const turns = records.map(pressOf).flatMap((one) => [
      { ...one, url: door.url },
      { ...one, url: others.noOp },
    ]);
    const answered = (await others.send({ presses: turns, everyMs })).slice(2 * warmUp);
    await until(() => doneAt.size === presses);
    const took = (one: Answered, end: number) => (end - one.sentAt) / 1e6;
    const onMeari = answered.filter((one) => one.url === door.url);
    return {
      committed: p95(onMeari.map((one) => took(one, Math.max(one.answeredAt, doneAt.get(one.trigger) ?? 0)))),
      answered: p95(onMeari.map((one) => took(one, one.answeredAt))),
      noOp: p95(answered.filter((one) => one.url === others.noOp).map((one) => took(one, one.answeredAt))),
    };
  } finally {
    await door.stop();
    await db.close();
  }
}

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
