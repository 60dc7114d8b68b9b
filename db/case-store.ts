import { type CaseId, caseId } from '../src/domain/ids.ts';
import { err, ok, type Result } from '../src/domain/result.ts';
import type { CaseChange, CaseStore, Committed, VersionConflict } from '../src/ports/case-store.ts';
import type { Place } from '../src/ports/chat-gateway.ts';
import type { Addressed } from '../src/ports/outbox.ts';
import { fileStatement, moveStatement } from './commit-statements.ts';
import type { Database, Parameter } from './database.ts';
import { type CaseRow, decodeCase, decodeEvent, encodeEvent, type StoredEventRow } from './event-codec.ts';
import { violates } from './faults.ts';
import { laneGap, laneKey } from './lane.ts';
import { json } from './literals.ts';
import { nudgeRow, owedRow } from './owed-row.ts';
import { findable, projection } from './projection.ts';

type Changed = { readonly id: number; readonly version: number };
export type CaseStoreOptions = {
  /** Least milliseconds between two messages to a place; read when its lane is first used. */
  readonly gapMs?: (place: Place) => number;
};

/** Cases in the database: the log is the truth, `cases` its fold, and what is owed is written with them or not at all. */
export function caseStore(db: Database, options: CaseStoreOptions = {}): CaseStore {
  const gapMs = options.gapMs ?? laneGap;

  /** What this causation did before, if it acted. */
  async function done(causation: string): Promise<Committed | null> {
    const [row] = await db.query<Changed>(
      'select case_id as id, max(version) as version from case_events where causation_id = $1 group by case_id',
      [causation],
    );
    return row === undefined ? null : { caseId: caseId(row.id), version: row.version, repeated: true };
  }

  async function commit(change: CaseChange): Promise<Result<Committed, VersionConflict>> {
    try {
      const [row] = await db.query<Changed>(...statementFor(change, gapMs));
      if (row !== undefined) return ok({ caseId: caseId(row.id), version: row.version, repeated: false });
    } catch (error) {
      if (!violates(error, 'case_events_causation')) throw error;
    }
    const before = await done(change.causationId);
    return before === null ? err({ type: 'VersionConflict' }) : ok(before);
  }

  return {
    commit,
    load: async (id) => {
      const [row] = await db.query<CaseRow>('select id, version, state from cases where id = $1::bigint', [id]);
      return row === undefined ? null : decodeCase(row);
    },
    history: async (id) => {
      const rows = await db.query<StoredEventRow>(
        `select case_id, version, causation_id, type, at, by_id, by_name, data
           from case_events where case_id = $1::bigint order by version`,
        [id],
      );
      return rows.map(decodeEvent);
    },
    actedOn: async (causation) => (await done(causation))?.caseId ?? null,
    original: async (id: CaseId) => {
      const [row] = await db.query<{ sealed: string | null }>(
        'select sealed from originals where case_id = $1::bigint',
        [id],
      );
      return row?.sealed ?? null;
    },
  };
}

function statementFor(change: CaseChange, gapMs: (place: Place) => number): [string, readonly Parameter[]] {
  const { events, after } = change;
  const shared: readonly Parameter[] = [
    change.causationId,
    json(events.map((event, ordinal) => ({ ordinal, ...encodeEvent(event) }))),
    json(oneCardPerPlace(change.messages).map((message, ordinal) => ({ ordinal, ...owedRow(message, gapMs) }))),
    json(change.nudges.map(nudgeRow)),
    change.due.due?.at ?? null,
    change.due.due?.kind ?? 'none',
    change.due.calendars,
    json(change.clusters),
    json(change.tallies),
    ...projection(after, events.at(-1)?.at ?? after.filedAt, change.due),
    events.length,
  ];
  if (change.caseId !== null) return [moveStatement, [...shared, change.caseId, change.expectedVersion]];
  const find = findable(after);
  return [fileStatement, [...shared, change.original, find.text, find.grams, find.lookAlike]];
}

/** Several events of one commit may each ask for the card; it is drawn once, from the case as it is when it goes out. */
function oneCardPerPlace(messages: readonly Addressed[]): readonly Addressed[] {
  const asked = new Set<string>();
  return messages.filter(({ place, notice }) => {
    if (notice.type !== 'card') return true;
    const key = laneKey(place);
    return !asked.has(key) && asked.add(key);
  });
}
