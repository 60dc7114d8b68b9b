import { caseId, causationId, personId } from '../src/domain/ids.ts';
import { instant } from '../src/domain/instant.ts';
import type { Surges } from '../src/ports/surges.ts';
import type { Database } from './database.ts';

type GatheringRow = {
  readonly causation_id: string;
  readonly head: number;
  readonly by_id: string;
  readonly at: number;
};

/** Surges, read off the cases by an index that holds only what still waits. */
export const surges = (db: Database): Surges => ({
  waiting: async (head) => {
    const [row] = await db.query<{ waiting: number }>(
      'select count(*)::int as waiting from cases where surge_of = $1::bigint and cluster_id is null',
      [head],
    );
    return row?.waiting ?? 0;
  },
  all: async (limit) =>
    (
      await db.query<{ head: number; waiting: number }>(
        `select surge_of as head, count(*)::int as waiting from cases
          where surge_of is not null and cluster_id is null group by surge_of order by surge_of desc limit $1::int`,
        [limit],
      )
    ).map(({ head, waiting }) => ({ head: caseId(head), waiting })),
  next: async (head, after, until, limit) =>
    (
      await db.query<{ id: number }>(
        `select id from cases
          where surge_of = $1::bigint and cluster_id is null and id > $2::bigint
            and filed_at <= to_timestamp($3::float8 / 1000) order by id limit $4::int`,
        [head, after ?? 0, until, limit],
      )
    ).map(({ id }) => caseId(id)),
  ask: async ({ causation, head, by, at }) => {
    await db.query(
      `insert into gatherings (causation_id, head, by_id, at) values ($1::text, $2::bigint, $3::text, to_timestamp($4::float8 / 1000))
       on conflict (causation_id) do nothing`,
      [causation, head, by, at],
    );
  },
  asked: async () =>
    (
      await db.query<GatheringRow>(
        'select causation_id, head, by_id, at from gatherings where done_at is null order by at limit 20',
      )
    ).map((row) => ({
      causation: causationId(row.causation_id),
      head: caseId(row.head),
      by: personId(row.by_id),
      at: instant(row.at),
    })),
  done: async (causation) => {
    await db.query('update gatherings set done_at = now() where causation_id = $1::text', [causation]);
  },
});
