import type { PersonId } from '../src/domain/ids.ts';
import type { Locale, Platform } from '../src/domain/playbook.ts';
import type { ExternalUser } from '../src/ports/interaction.ts';
import type { Queryable } from './database.ts';
import { storable } from './literals.ts';

export type PersonRow = {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string | null;
  readonly chosen_locale: Locale | null;
  readonly profile_locale: Locale | null;
  readonly zone: string | null;
  /** Milliseconds; null: the platform has not told us yet who this is. */
  readonly profiled_at: number | null;
};
export type IdentityRow = { readonly platform: Platform; readonly tenant: string; readonly external_id: string };

/** What the platform says about somebody, as far as it goes. */
export type Described = {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string | null;
  readonly locale: Locale | null;
  readonly zone: string | null;
  /** The platform was asked and answered. */
  readonly profiled: boolean;
};

const columns = 'p.id, p.name, p.email, p.chosen_locale, p.profile_locale, p.zone, p.profiled_at';

export async function personByUser(db: Queryable, user: ExternalUser): Promise<PersonRow | null> {
  const [row] = await db.query<PersonRow>(
    `select ${columns} from identities i join people p on p.id = i.person_id
      where i.platform = $1::text and i.tenant = $2::text and i.external_id = $3::text`,
    [user.platform, user.tenant, user.id],
  );
  return row ?? null;
}

export async function personById(db: Queryable, id: PersonId): Promise<PersonRow | null> {
  const [row] = await db.query<PersonRow>(`select ${columns} from people p where p.id = $1::text`, [id]);
  return row ?? null;
}

/** Latest first. */
export const identitiesOf = (db: Queryable, id: PersonId): Promise<readonly IdentityRow[]> =>
  db.query<IdentityRow>(
    `select platform, tenant, external_id from identities where person_id = $1::text
      order by linked_at desc, platform, tenant, external_id`,
    [id],
  );

/**
 * Writes who the user is; in one workspace a person is one user, so a former one is nobody until looked at anew. What the
 * platform did not say keeps its former value.
 */
export async function linkPerson(db: Queryable, user: ExternalUser, person: Described): Promise<PersonRow> {
  const [row] = await db.query<PersonRow>(
    `with p as (
       insert into people (id, name, email, profile_locale, zone, profiled_at)
       values ($1::text, $2::text, $3::text, $4::text, $5::text, case when $6::boolean then now() end)
       on conflict (id) do update set
         name = case when $6::boolean or people.profiled_at is null then excluded.name else people.name end,
         email = coalesce(excluded.email, people.email),
         profile_locale = coalesce(excluded.profile_locale, people.profile_locale),
         zone = coalesce(excluded.zone, people.zone),
         profiled_at = coalesce(excluded.profiled_at, people.profiled_at)
       returning *
     ),
     i as (
       insert into identities (platform, tenant, external_id, person_id)
       select $7::text, $8::text, $9::text, p.id from p
       on conflict (platform, tenant, external_id) do update set person_id = excluded.person_id, linked_at = now()
     ),
     former as (
       delete from identities f using p
        where f.person_id = p.id and f.platform = $7::text and f.tenant = $8::text and f.external_id <> $9::text
     )
     select ${columns} from p`,
    [
      person.id,
      storable(person.name),
      person.email,
      person.locale,
      person.zone,
      person.profiled,
      user.platform,
      user.tenant,
      user.id,
    ],
  );
  if (row === undefined) throw new Error('an upsert returned no row');
  return row;
}

/** @param name used only where the person has never been written before */
export const tellLocale = async (
  db: Queryable,
  source: 'chosen_locale' | 'profile_locale',
  id: PersonId,
  name: string,
  locale: Locale,
): Promise<void> => {
  await db.query(
    `insert into people (id, name, ${source}) values ($1::text, $2::text, $3::text)
     on conflict (id) do update set ${source} = excluded.${source}`,
    [id, name, locale],
  );
};

/** True where nobody had greeted this person before. @param name used only where the person has never been written */
export async function greetPerson(db: Queryable, id: PersonId, name: string): Promise<boolean> {
  const rows = await db.query(
    `insert into people (id, name, guided_at) values ($1::text, $2::text, now())
     on conflict (id) do update set guided_at = excluded.guided_at where people.guided_at is null
     returning id`,
    [id, storable(name)],
  );
  return rows.length > 0;
}
