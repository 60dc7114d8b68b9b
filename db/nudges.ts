import { caseId, type PersonId, personId } from '../src/domain/ids.ts';
import { instant } from '../src/domain/instant.ts';
import type { Nudge } from '../src/domain/notices.ts';
import type { Place } from '../src/ports/chat-gateway.ts';
import type { NudgeOutcome, Nudges } from '../src/ports/nudges.ts';
import type { Database } from './database.ts';
import { laneGap } from './lane.ts';
import { intArray, json } from './literals.ts';
import { owedLanes } from './owed-lanes.ts';
import { owedRow } from './owed-row.ts';

type WaitingRow = {
  readonly id: number;
  readonly case_id: number;
  readonly nudge: Nudge;
  readonly leaves_at: number;
  readonly owed_at: number;
  readonly sent_since: number;
};

/**
 * $1 every id that is settled, $2 superseded, $3 singles, $4 bundled, $5 to wait, $6 until, $7 messages, $8 at, $9 urgent.
 * All of them must still wait: a replica that was faster has settled some, and then nothing is written here.
 */
const settleStatement = `
with mine as (
  select id from nudges where id = any($1::text::bigint[]) and state = 'waiting' for update skip locked
),
whole as (select count(*) = cardinality($1::text::bigint[]) as yes from mine),
settled as (
  update nudges n set
    state = case when n.id = any($2::text::bigint[]) then 'superseded'
                 when n.id = any($3::text::bigint[]) then 'single'
                 when n.id = any($4::text::bigint[]) then 'bundle'
                 when n.id = any($9::text::bigint[]) then 'urgent' else 'waiting' end,
    done_at = case when n.id = any($5::text::bigint[]) then null else to_timestamp($8::float8 / 1000) end,
    leaves_at = case when n.id = any($5::text::bigint[]) then to_timestamp($6::float8 / 1000) else n.leaves_at end
    from mine, whole where whole.yes and n.id = mine.id
),
message as materialized (
  select m.* from whole, jsonb_to_recordset($7::text::jsonb)
    as m(ordinal int, case_id bigint, lane text, platform text, tenant text, kind text, place_id text, gap_ms int,
         person_id text, notice jsonb)
   where whole.yes
),
${owedLanes},
owed as (
  insert into outbox (lane, case_id, owed_at, type, person_id, notice)
  select lane, case_id, 0, 'nudges', person_id, notice from message order by ordinal
)
select yes from whole`;

/** Reminders that wait, in the database that also holds the cases. */
export function nudges(db: Database, options: { readonly gapMs?: (place: Place) => number } = {}): Nudges {
  const gapMs = options.gapMs ?? laneGap;
  return {
    people: async (limit, ahead) => {
      const rows = await db.query<{ person_id: string | null; at: number }>(
        `with late as (
           select person_id, min(leaves_at) as first from nudges
            where state = 'waiting' and leaves_at <= now() + $2::float8 * interval '1 ms'
            group by person_id order by first limit $1::int
         )
         select late.person_id, now() + $2::float8 * interval '1 ms' as at from (select) one left join late on true`,
        [limit, ahead],
      );
      const people = rows.flatMap((row) => (row.person_id === null ? [] : [personId(row.person_id)]));
      return { people, at: instant(rows[0]?.at ?? 0) };
    },
    of: async (person: PersonId, at, since) => {
      const rows = await db.query<WaitingRow>(
        `select id, case_id, nudge, leaves_at, owed_at,
                (select count(distinct done_at) from nudges
                  where person_id = $1::text and state = 'single' and done_at >= to_timestamp($3::float8 / 1000)) as sent_since
           from nudges where person_id = $1::text and state = 'waiting' and leaves_at <= to_timestamp($2::float8 / 1000)
          order by id limit 200`,
        [person, at, since],
      );
      const waiting = rows.map((row) => ({
        id: row.id,
        caseId: caseId(row.case_id),
        nudge: row.nudge,
        leavesAt: instant(row.leaves_at),
        owedAt: instant(row.owed_at),
      }));
      return { waiting, sentSince: rows[0]?.sent_since ?? 0 };
    },
    settle: async (outcome, at) => {
      const [row] = await db.query<{ yes: boolean }>(settleStatement, parametersOf(outcome, at, gapMs));
      return row?.yes ?? false;
    },
    state: async (ahead) => {
      const [row] = await db.query<{ waiting: number; late: number }>(
        `select count(*) as waiting,
                greatest(0, coalesce(extract(epoch from now() - min(leaves_at)) * 1000 + $1::float8, 0))::float8 as late
           from nudges where state = 'waiting'`,
        [ahead],
      );
      return { waiting: row?.waiting ?? 0, lateMs: row?.late ?? 0 };
    },
  };
}

function parametersOf({ superseded, sent, wait }: NudgeOutcome, at: number, gapMs: (place: Place) => number) {
  const ids = (as: 'single' | 'bundle' | 'urgent') => sent.filter((s) => s.as === as).flatMap((s) => s.ids);
  const waits = wait?.ids ?? [];
  const messages = sent.flatMap(({ caseId: id, messages }) =>
    messages.map((message) => ({ case_id: id, ...owedRow(message, gapMs) })),
  );
  return [
    intArray([...superseded, ...sent.flatMap((s) => s.ids), ...waits]),
    intArray(superseded),
    intArray(ids('single')),
    intArray(ids('bundle')),
    intArray(waits),
    wait?.until ?? null,
    json(messages.map((message, ordinal) => ({ ordinal, ...message }))),
    at,
    intArray(ids('urgent')),
  ] as const;
}
