import { caseId } from '../src/domain/ids.ts';
import type { TallyBook } from '../src/ports/figures.ts';
import type { Queryable } from './database.ts';
import { json } from './literals.ts';
import { tallying } from './tally-statements.ts';

/** $1 case, $2 version it was read at, $3 tallies. */
const keepStatement = `
with changed as (select id from cases where id = $1::bigint and version = $2::int for update),
${tallying('$3')}
select id from changed`;

/** How far the tallies follow the definitions. */
export function tallyBook(db: Queryable): TallyBook {
  return {
    next: async (version, limit) => {
      const [state] = await db.query<{ version: number; up_to: number | null }>(
        'select version, up_to from tally_state',
      );
      if (state !== undefined && state.version === version && state.up_to === null) return null;
      const from = state === undefined || state.version !== version ? 0 : (state.up_to ?? 0);
      const rows = await db.query<{ id: number }>(
        'select id from cases where id > $1::bigint order by id limit $2::int',
        [from, limit],
      );
      return rows.map(({ id }) => caseId(id));
    },
    keep: async ({ id, version }, tallies) => {
      await db.query(keepStatement, [id, version, json(tallies)]);
    },
    done: async (version, upTo) => {
      await db.query(
        `insert into tally_state (version, up_to) values ($1::int, $2::bigint)
         on conflict (one) do update set version = excluded.version, up_to = excluded.up_to`,
        [version, upTo === null ? null : String(upTo)],
      );
    },
  };
}
