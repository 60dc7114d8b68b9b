import { boolean, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment, plainText } from './columns.ts';

/** What has been told when its time had come. Rows are never deleted: a row says that it is not told again. */
export const bulletins = pgTable('bulletins', {
  key: plainText('key').primaryKey(),
  owedAt: moment('owed_at').notNull().defaultNow(),
});

/** Who wants a digest that does not come to them unasked, or does not want one that does: a person, or `department:…`. */
export const digestChoices = pgTable(
  'digest_choices',
  {
    subject: text('subject').notNull(),
    digest: text('digest').notNull(),
    wanted: boolean('wanted').notNull(),
  },
  (t) => [primaryKey({ name: 'digest_choices_pk', columns: [t.subject, t.digest] })],
);
