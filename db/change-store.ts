import { isOver } from '../src/domain/change/change.ts';
import type { ChangeDue } from '../src/domain/change/next-due.ts';
import { changeId, clusterId } from '../src/domain/ids.ts';
import { instant } from '../src/domain/instant.ts';
import type { ChangeOfChange, ChangeStore } from '../src/ports/change-store.ts';
import type { Place } from '../src/ports/chat-gateway.ts';
import { type ChangeEventRow, type ChangeRow, decodeChange, decodeChangeEvent } from './change-codec.ts';
import { commitChangeStatement, dueChangesStatement } from './change-statements.ts';
import type { Database, Parameter } from './database.ts';
import { encodeEvent } from './event-codec.ts';
import { violates } from './faults.ts';
import { laneGap } from './lane.ts';
import { intArray, json } from './literals.ts';
import { nudgeRow, owedRow } from './owed-row.ts';

type DueRow = { readonly id: number; readonly due_at: number; readonly kind: ChangeDue['kind']; readonly at: number };

/** Process changes in the database: the log is the truth, `changes` its fold, and what is owed is written with them. */
export function changeStore(db: Database, options: { readonly gapMs?: (place: Place) => number } = {}): ChangeStore {
  const gapMs = options.gapMs ?? laneGap;
  const hasActed = async (causation: string): Promise<number | null> => {
    const [row] = await db.query<{ id: number }>(
      'select change_id as id from change_events where causation_id = $1::text limit 1',
      [causation],
    );
    return row?.id ?? null;
  };

  return {
    nextId: async () => {
      const [row] = await db.query<{ id: number }>(`select nextval(pg_get_serial_sequence('changes', 'id')) as id`);
      return changeId(Number(row?.id));
    },
    load: async (id) => {
      const [row] = await db.query<ChangeRow>('select id, version, state from changes where id = $1::bigint', [id]);
      return row === undefined ? null : decodeChange(row);
    },
    history: async (id) => {
      const rows = await db.query<ChangeEventRow>(
        `select version, causation_id, type, at, by_id, by_name, data from change_events
          where change_id = $1::bigint order by version`,
        [id],
      );
      return rows.map(decodeChangeEvent);
    },
    commit: async (change) => {
      try {
        if ((await db.query(commitChangeStatement, parametersOf(change, gapMs))).length > 0) return 'done';
      } catch (error) {
        if (!violates(error, 'change_events_causation') && !violates(error, 'change_events_pk')) throw error;
      }
      return (await hasActed(change.causationId)) === null ? 'conflict' : 'repeated';
    },
    actedOn: async (causation) => {
      const id = await hasActed(causation);
      return id === null ? null : changeId(id);
    },
    ofClusters: async (ids) =>
      (
        await db.query<ChangeRow>(
          'select id, version, state from changes where cluster_id = any($1::text::bigint[]) order by id desc limit 50',
          [intArray(ids)],
        )
      ).map(decodeChange),
    accepted: async (ids) =>
      (
        await db.query<{ cluster: number; at: number }>(
          `select c.cluster_id as cluster, e.at from changes c join change_events e on e.change_id = c.id
            where c.cluster_id = any($1::text::bigint[]) and e.type = 'ChangeAccepted'`,
          [intArray(ids)],
        )
      ).map(({ cluster, at }) => ({ cluster: clusterId(cluster), at: instant(at) })),
    find: async ({ department, open, status }, limit) => {
      const rows = await db.query<ChangeRow & { readonly total: number }>(
        `select id, version, state, count(*) over () as total from changes
          where ($1::text is null or department = $1::text) and (not $2::boolean or not over)
            and ($3::text is null or status = $3::text)
          order by id desc limit $4::int`,
        [department, open, status ?? null, limit],
      );
      return { changes: rows.map(decodeChange), total: rows[0]?.total ?? 0 };
    },
    lessons: async (limit) => {
      const rows = await db.query<ChangeRow & { readonly said: string }>(
        `select c.id, c.version, c.state, coalesce(t.text, '') as said
           from changes c left join case_texts t on t.case_id = (c.state ->> 'from')::bigint
          where c.status = 'effective' order by c.id desc limit $1::int`,
        [limit],
      );
      return rows.map(({ said, ...row }) => ({ record: decodeChange(row), said }));
    },
    happenedBetween: async (type, from, to, outcome) =>
      (
        await db.query<ChangeRow>(
          `select c.id, c.version, c.state from changes c
            where c.updated_at >= to_timestamp($2::float8 / 1000) and exists (
              select 1 from change_events e where e.change_id = c.id and e.type = $1::text
                 and e.at >= to_timestamp($2::float8 / 1000) and e.at < to_timestamp($3::float8 / 1000)
                 and ($4::text is null or e.data -> 'effect' ->> 'outcome' = $4::text))
            order by c.id limit 1000`,
          [type, from, to, outcome ?? null],
        )
      ).map(decodeChange),
    due: async (limit, ahead) =>
      (await db.query<DueRow>(dueChangesStatement, [ahead, limit])).map((row) => ({
        id: changeId(row.id),
        due: { kind: row.kind, at: instant(row.due_at) },
        at: instant(row.at),
      })),
    outdated: async (calendars, limit) =>
      (
        await db.query<{ id: number }>(
          `select change_id as id from change_due where calendars < $1::int and rests_until <= now()
            order by change_id limit $2::int`,
          [calendars, limit],
        )
      ).map((row) => changeId(row.id)),
    recount: async (id, version, due, calendars) => {
      await db.query(
        `update change_due d set due_at = coalesce(to_timestamp($3::float8 / 1000), 'infinity'), kind = $4::text,
                calendars = $5::int, rests_until = '-infinity', broke = 0
           from changes c where c.id = $1::bigint and c.version = $2::int and d.change_id = c.id`,
        [id, version, due?.at ?? null, due?.kind ?? 'none', calendars],
      );
    },
    broke: async (id) => {
      await db.query(
        `update change_due set broke = broke + 1,
                rests_until = now() + least(3600, 60 * 2 ^ least(broke, 12)) * interval '1 s'
          where change_id = $1::bigint`,
        [id],
      );
    },
  };
}

function parametersOf(change: ChangeOfChange, gapMs: (place: Place) => number): readonly Parameter[] {
  const { id, expectedVersion, events, after, due } = change;
  return [
    change.causationId,
    json(events.map((event, ordinal) => ({ ordinal, ...encodeEvent(event) }))),
    json(change.messages.map((message, ordinal) => ({ ordinal, ...owedRow(message, gapMs) }))),
    json(change.nudges.map(nudgeRow)),
    due?.at ?? null,
    due?.kind ?? 'none',
    change.calendars,
    id,
    expectedVersion,
    expectedVersion + events.length,
    after.status,
    after.cluster,
    after.department,
    after.owner?.id ?? null,
    after.begunAt,
    events.at(-1)?.at ?? after.begunAt,
    isOver(after),
    json(after),
    after.from,
    change.answers,
  ];
}
