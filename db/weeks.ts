import { day } from '../src/domain/instant.ts';
import type { Weeks } from '../src/ports/figures.ts';
import type { Queryable } from './database.ts';
import { json } from './literals.ts';

/** Sums of weeks, kept: a trend reads one row a week, however many cases there were. */
export function weeks(db: Queryable): Weeks {
  return {
    keep: async (rows, at) => {
      const kept = rows.map(({ week, department, sums }) => ({ week, department: department ?? '', sums }));
      await db.query(
        `insert into week_sums (week, department, sums, counted_at)
         select week, department, sums, to_timestamp($2::float8 / 1000)
           from jsonb_to_recordset($1::text::jsonb) as w(week text, department text, sums jsonb)
         on conflict (department, week) do update set sums = excluded.sums, counted_at = excluded.counted_at`,
        [json(kept), at],
      );
    },
    all: async (department) =>
      (
        await db.query<{ week: string; sums: Readonly<Record<string, number>> }>(
          'select week, sums from week_sums where department = $1::text order by week',
          [department ?? ''],
        )
      ).map(({ week, sums }) => ({ week: day(week), sums })),
  };
}
