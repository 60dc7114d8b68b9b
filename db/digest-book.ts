import type { DigestName, Subject } from '../src/domain/digests.ts';
import type { DigestBook } from '../src/ports/figures.ts';
import type { Queryable } from './database.ts';

export const digestBook = (db: Queryable): DigestBook => ({
  choices: () =>
    db.query<{ subject: Subject; digest: DigestName; wanted: boolean }>(
      'select subject, digest, wanted from digest_choices',
    ),
  choose: async ({ subject, digest, wanted }) => {
    await db.query(
      `insert into digest_choices (subject, digest, wanted) values ($1::text, $2::text, $3::boolean)
       on conflict (subject, digest) do update set wanted = excluded.wanted`,
      [subject, digest, wanted],
    );
  },
});
