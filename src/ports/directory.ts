import type { DepartmentCode, PersonId } from '../domain/ids.ts';
import type { Person, Role } from '../domain/people.ts';
import type { Locale } from '../domain/playbook.ts';
import type { Place } from './chat-gateway.ts';
import type { ExternalUser } from './interaction.ts';

/** A person as Meari knows them: who they are in the company, and how they read. */
export type Known = { readonly person: Person; readonly locale: Locale; readonly zone: string };

/** Who is who, over all platforms. People of the playbook first; anybody else in the workspace may still file. */
export type Directory = {
  /** Finds or introduces the person; null: no colleague. `hint`: the client's language, where nothing better is known. */
  readonly resolve: (user: ExternalUser, hint: Locale | null) => Promise<Known | null>;
  readonly known: (id: PersonId) => Promise<Known | null>;
  /** Where the person is told in private: where they live, once. Empty: nowhere. */
  readonly placesOf: (id: PersonId) => Promise<readonly Place[]>;
  readonly withRole: (role: Role, department: DepartmentCode | null) => readonly PersonId[];
  /** Remember the language of the person's client: it stands until they choose one here. */
  readonly heard: (id: PersonId, locale: Locale) => Promise<void>;
  /** True the first time ever for this person: who was given the guide once is not given it again unasked. */
  readonly greet: (id: PersonId) => Promise<boolean>;
  /** Remember the language the person chose. */
  readonly speak: (id: PersonId, locale: Locale) => Promise<void>;
};
