import { type PersonId, personId } from '../src/domain/ids.ts';
import { type Locale, type Platform, type Playbook, type PlaybookPerson, personOf } from '../src/domain/playbook.ts';
import type { Place, Profile } from '../src/ports/chat-gateway.ts';
import type { Directory, Known } from '../src/ports/directory.ts';
import type { ExternalUser } from '../src/ports/interaction.ts';
import type { Queryable } from './database.ts';
import {
  greetPerson,
  type IdentityRow,
  identitiesOf,
  linkPerson,
  type PersonRow,
  personById,
  personByUser,
  tellLocale,
} from './people-rows.ts';
import { recent } from './recent.ts';

export type DirectoryOptions = {
  readonly playbook: Playbook;
  /** What the platform says about a user; null where it says nothing. */
  readonly profile: (user: ExternalUser) => Promise<Profile | null>;
  /** The workspaces this company runs Meari in. */
  readonly tenants: () => readonly { readonly platform: Platform; readonly tenant: string }[];
};

/** Another replica's news (a language chosen there) is at most this old. */
const keptMs = 60_000;
const keptAtMost = 10_000;

/**
 * Who is who. The playbook names people by chat id or by work e-mail; everybody else is introduced as a colleague
 * without department or role, who may file.
 */
export function directory(db: Queryable, options: DirectoryOptions): Directory {
  const { playbook } = options;
  const users = recent<PersonRow | null>(keptMs, keptAtMost);
  const people = recent<PersonRow | null>(keptMs, keptAtMost);
  const places = recent<readonly Place[]>(keptMs, keptAtMost);

  async function find(user: ExternalUser): Promise<PersonRow | null> {
    const byChat = playbook.people.find((p) => p.chat[user.platform] === user.id) ?? null;
    const row = await personByUser(db, user);
    const unknown = byChat === null && (row === null || row.profiled_at === null);
    const profile = unknown ? await options.profile(user) : null;
    if (profile !== null && !profile.isColleague) return null;
    const named = byChat ?? byEmail(playbook, profile?.email ?? row?.email ?? null);
    const id = named?.id ?? formerId(row) ?? reporterId(user);
    if (row !== null && row.id === id && profile === null) return row;
    people.clear();
    places.clear();
    return linkPerson(db, user, {
      id,
      name: named?.name ?? profile?.name ?? row?.name ?? user.id,
      email: profile?.email ?? row?.email ?? null,
      locale: profile?.locale ?? null,
      zone: validZone(profile?.zone ?? null),
      profiled: profile !== null,
    });
  }

  /** Who was somebody of the playbook under a chat id or e-mail that it no longer names, is that person no longer. */
  const formerId = (row: PersonRow | null): PersonId | null =>
    row === null || personOf(playbook, row.id) !== null ? null : row.id;

  function knownAs(id: PersonId, row: PersonRow | null, hint: Locale | null): Known {
    const named = personOf(playbook, id);
    return {
      person: {
        id,
        name: named?.name ?? row?.name ?? id,
        department: named?.department ?? null,
        roles: named?.roles ?? [],
      },
      locale: row?.chosen_locale ?? row?.profile_locale ?? named?.locale ?? hint ?? playbook.locale,
      zone: row?.zone ?? playbook.zone,
    };
  }

  async function readPlaces(id: PersonId): Promise<readonly Place[]> {
    const tenants = options.tenants();
    const named = personOf(playbook, id);
    const isNamedEverywhere = tenants.every((t) => named?.chat[t.platform] !== undefined);
    const linked = isNamedEverywhere ? [] : await linkedTo(id, named);
    const found = new Map<Platform, Place>();
    for (const { platform, tenant } of tenants) {
      const met = linked.find((i) => i.platform === platform && i.tenant === tenant)?.external_id;
      const user = named?.chat[platform] ?? met;
      if (user !== undefined && !found.has(platform))
        found.set(platform, { platform, tenant, kind: 'person', id: user });
    }
    if (found.size > 0) return atHome(named, [...found.values()]);
    // Nobody has met them yet: a platform is asked who has this e-mail when there is something to deliver.
    const email = named?.email?.trim();
    if (email === undefined || email === '') return [];
    return atHome(
      named,
      tenants.map(({ platform, tenant }) => ({ platform, tenant, kind: 'person', id: email })),
    );
  }

  /** Told once, where they live: on the platform of their department's channel, if they are met there. */
  function atHome(named: PlaybookPerson | null, all: readonly Place[]): readonly Place[] {
    const department = playbook.departments.find((d) => d.code === named?.department);
    const near = all.find(({ platform }) => department?.channels[platform] !== undefined);
    return (near === undefined ? all : [near]).slice(0, 1);
  }

  /** Who was met under an e-mail that the playbook no longer names is not written to as that person. */
  async function linkedTo(id: PersonId, named: PlaybookPerson | null): Promise<readonly IdentityRow[]> {
    const isStill = named === null || isSameEmail(named.email, (await personById(db, id))?.email ?? null);
    return isStill ? identitiesOf(db, id) : [];
  }

  return {
    resolve: async (user, hint) => {
      const key = `${user.platform}/${user.tenant}/${user.id}`;
      const kept = users.get(key);
      const row = kept === undefined ? users.set(key, await find(user)) : kept;
      return row === null ? null : knownAs(row.id, row, hint);
    },
    known: async (id) => {
      const kept = people.get(id);
      const row = kept === undefined ? people.set(id, await personById(db, id)) : kept;
      return row === null && personOf(playbook, id) === null ? null : knownAs(id, row, null);
    },
    placesOf: async (id) => places.get(id) ?? places.set(id, await readPlaces(id)),
    withRole: (role, department) =>
      playbook.people
        .filter((p) => p.roles.includes(role) && (department === null || p.department === department))
        .map((p) => p.id),
    greet: (id) => greetPerson(db, id, personOf(playbook, id)?.name ?? id),
    heard: async (id, locale) => {
      await tellLocale(db, 'profile_locale', id, personOf(playbook, id)?.name ?? id, locale);
      users.clear();
      people.clear();
    },
    speak: async (id, locale) => {
      await tellLocale(db, 'chosen_locale', id, personOf(playbook, id)?.name ?? id, locale);
      users.clear();
      people.clear();
    },
  };
}

const reporterId = (user: ExternalUser): PersonId => personId(`${user.platform}:${user.tenant}:${user.id}`);

const byEmail = (playbook: Playbook, email: string | null): PlaybookPerson | null =>
  playbook.people.find((p) => isSameEmail(p.email, email)) ?? null;

const isSameEmail = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a.trim().toLowerCase() === b.trim().toLowerCase();

/** A zone that this runtime does not know would break every time shown to that person. */
function validZone(zone: string | null): string | null {
  try {
    return zone === null ? null : new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
