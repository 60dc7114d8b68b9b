import { pgTable } from 'drizzle-orm/pg-core';
import { moment, plainText } from './columns.ts';

/** What has been told when its time had come. Rows are never deleted: a row says that it is not told again. */
export const bulletins = pgTable('bulletins', {
  key: plainText('key').primaryKey(),
  owedAt: moment('owed_at').notNull().defaultNow(),
});
