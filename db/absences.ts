import { err, ok } from '../src/domain/result.ts';
import type { Absence } from '../src/domain/sla/absence.ts';
import type { Absences } from '../src/ports/absences.ts';
import type { Database } from './database.ts';

const columns = `id, person_id as person, from_day as "from", until_day as until, delegate_id as delegate, set_by as "setBy"`;

/** An absence that is over early, or was a mistake, leaves no row: nothing is counted by it. */
export const absences = (db: Database): Absences => ({
  current: (from) =>
    db.query<Absence>(`select ${columns} from absences where until_day >= $1::text order by from_day, id`, [from]),
  set: ({ person, from, until, delegate, setBy }) =>
    db.transaction(async (tx) => {
      // Of two that meet, written at once, neither would see the other. Readers go on.
      await tx.query('lock table absences in share row exclusive mode');
      const [met] = await tx.query<Absence>(
        `select ${columns} from absences where person_id = $1::text and from_day <= $3::text and until_day >= $2::text
          order by from_day limit 1`,
        [person, from, until],
      );
      if (met !== undefined) return err(met);
      const [row] = await tx.query<Absence>(
        `insert into absences (person_id, from_day, until_day, delegate_id, set_by)
         values ($1::text, $2::text, $3::text, $4::text, $5::text) returning ${columns}`,
        [person, from, until, delegate, setBy],
      );
      if (row === undefined) throw new Error('an insert returned no row');
      return ok(row);
    }),
  end: async (id) => {
    const [row] = await db.query<Absence>(`delete from absences where id = $1::bigint returning ${columns}`, [id]);
    return row ?? null;
  },
});
