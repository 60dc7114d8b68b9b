import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/** Where channels and people were met on platforms that tell their addresses only with what they send. */
export const reaches = pgTable(
  'reaches',
  {
    platform: text('platform').notNull(),
    tenant: text('tenant').notNull(),
    kind: text('kind').notNull(),
    placeId: text('place_id').notNull(),
    serviceUrl: text('service_url').notNull(),
    conversation: text('conversation').notNull(),
    metAt: moment('met_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'reaches_pk', columns: [t.platform, t.tenant, t.kind, t.placeId] }),
    index('reaches_latest').on(t.platform, t.tenant, t.kind, t.metAt),
  ],
);
