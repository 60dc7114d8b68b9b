import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/** Everybody who has ever spoken to Meari. Department and roles are not here: the playbook says those. */
export const people = pgTable(
  'people',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email'),
    /** The language the person chose; wins over everything. */
    chosenLocale: text('chosen_locale'),
    /** Language and zone as the chat platform gave them. */
    profileLocale: text('profile_locale'),
    zone: text('zone'),
    /** When the chat platform last told us who this is; null: it has not yet. */
    profiledAt: moment('profiled_at'),
    /** When the guide was shown unasked; null: not yet. */
    guidedAt: moment('guided_at'),
  },
  (t) => [
    check('people_chosen_locale', sql`${t.chosenLocale} in ('ko', 'en')`),
    check('people_profile_locale', sql`${t.profileLocale} in ('ko', 'en')`),
  ],
);

/** Who a platform's user is. */
export const identities = pgTable(
  'identities',
  {
    platform: text('platform').notNull(),
    tenant: text('tenant').notNull(),
    externalId: text('external_id').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    linkedAt: moment('linked_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'identities_pk', columns: [t.platform, t.tenant, t.externalId] }),
    index('identities_person').on(t.personId),
    check('identities_platform', sql`${t.platform} in ('slack', 'teams')`),
  ],
);
