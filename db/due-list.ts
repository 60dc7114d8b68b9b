import { type CaseId, caseId } from '../src/domain/ids.ts';
import { instant } from '../src/domain/instant.ts';
import type { DueKind } from '../src/domain/sla/next-due.ts';
import type { DueList, OutdatedCase } from '../src/ports/due-list.ts';
import type { Database } from './database.ts';
import { json } from './literals.ts';

/** Longer than any case takes; a replica that died at it gives way to another after that. */
const restMs = 30_000;
const hour = 3_600_000;

/**
 * Walks the index from the earliest moment on and stops after so many: what is not due is not touched. Nobody waits for
 * a lock: what another replica holds is left to it.
 *
 * The planner is kept from knowing how many are due: the limit is written out, the moment comes from a sub-select, the
 * ids from an array. So every look costs it the same, it keeps the plan it has made instead of making another for each
 * look, and it is never tempted to read the whole list for a hundred rows of it.
 * $1 how far time was moved, $2 how long a claimed row rests, in milliseconds.
 */
export const claimStatement = (limit: number): string => `
with head as (
  select case_id from due
   where due_at <= (select now() + $1::float8 * interval '1 ms') and rests_until <= now()
   order by due_at limit ${Math.trunc(limit)} for update skip locked
)
update due set rests_until = now() + $2::float8 * interval '1 ms' where case_id = any(array(select case_id from head))
returning case_id, due_at, kind, now() + $1::float8 * interval '1 ms' as at`;

/** $1 case, $2 version, $3 due at or null, $4 kind, $5 calendars, $6 dues. */
const recountStatement = `
with told as (
  update cases set dues = $6::text::jsonb where id = $1::bigint and version = $2::int returning id
)
update due set due_at = coalesce(to_timestamp($3::float8 / 1000), 'infinity'), kind = $4::text, calendars = $5::int,
               rests_until = '-infinity', broke = 0
  from told where due.case_id = told.id`;

const repairStatement = `
with missing as (
  insert into due (case_id, due_at, kind, calendars)
  select c.id, 'infinity', 'none', 0 from cases c
   where not c.ended and not exists (select 1 from due d where d.case_id = c.id) limit 1000
  on conflict do nothing returning case_id
),
gone as (
  delete from due where case_id in (
    select d.case_id from due d join cases c on c.id = d.case_id where c.ended and cardinality(c.awaits) = 0 limit 1000) returning case_id
)
select (select count(*) from missing) + (select count(*) from gone) as repaired`;

type ClaimRow = { readonly case_id: number; readonly due_at: number; readonly kind: DueKind; readonly at: number };
type OutdatedRow = { readonly case_id: number; readonly dues: OutdatedCase['told'] };

/** The next due moment of every open case, and of a closed one whose customer is still to be called, beside the cases. */
export function dueList(db: Database): DueList {
  return {
    claim: async (limit, ahead) => {
      const rows = await db.query<ClaimRow>(claimStatement(limit), [ahead, restMs]);
      return rows
        .map((row) => ({
          caseId: caseId(row.case_id),
          due: { kind: row.kind, at: instant(row.due_at) },
          at: instant(row.at),
        }))
        .sort((a, b) => a.due.at - b.due.at);
    },
    recount: async (id, version, { due, dues, calendars }) => {
      await db.query(recountStatement, [id, version, due?.at ?? null, due?.kind ?? 'none', calendars, json(dues)]);
    },
    broke: async (id: CaseId) => {
      await db.query(
        `update due set broke = broke + 1, rests_until = now() + least($2::float8, $3::float8 * 2 ^ least(broke, 12)) * interval '1 ms'
          where case_id = $1::bigint`,
        [id, hour, restMs],
      );
    },
    outdated: async (calendars, limit) => {
      const rows = await db.query<OutdatedRow>(
        `select d.case_id, c.dues from due d join cases c on c.id = d.case_id
          where d.calendars < $1::int and d.rests_until <= now() order by d.calendars, d.case_id limit $2::int`,
        [calendars, limit],
      );
      return rows.map((row) => ({ caseId: caseId(row.case_id), told: row.dues }));
    },
    repair: async () => {
      const [row] = await db.query<{ repaired: number }>(repairStatement);
      return row?.repaired ?? 0;
    },
    state: async (ahead) => {
      const [row] = await db.query<{ late: number; due: number; broken: number }>(
        `select coalesce(extract(epoch from now() - min(due_at)) * 1000 + $1::float8, 0)::float8 as late, count(*) as due,
                count(*) filter (where broke > 0) as broken
           from due where due_at <= now() + $1::float8 * interval '1 ms'`,
        [ahead],
      );
      return { overdueMs: row?.late ?? 0, due: row?.due ?? 0, broken: row?.broken ?? 0 };
    },
  };
}
