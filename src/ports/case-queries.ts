import type { CaseRecord, FiledCase } from '../domain/case/case.ts';
import type { CaseId, CustomerKey, DepartmentCode, PersonId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Touchpoint } from '../domain/intake/voice.ts';
import type { Person } from '../domain/people.ts';
import type { MessageRef } from './chat-gateway.ts';

export type Page = { readonly cases: readonly CaseRecord[]; readonly total: number };
/** Where cases are counted: in one department, or among what somebody filed; everywhere where neither is named. */
export type Scope = Pick<CaseFilter, 'department' | 'filer'>;
/** What customers say of a touchpoint, and in how many cases. */
export type Tagged = { readonly tag: string; readonly cases: number };
/** A moment of contact as it stands. `touchpoint` null: nobody said at which it broke. */
export type TouchpointCount = {
  readonly touchpoint: Touchpoint | null;
  readonly open: number;
  /** Filed since the moment that was asked for. */
  readonly lately: number;
  /** Process changes proposed for it since then that were not declined. */
  readonly changes: number;
  /** The most frequent first. */
  readonly likes: readonly Tagged[];
  readonly hates: readonly Tagged[];
};
/** `isWhole`: no case since then was left out of what is counted lately. */
export type TouchpointView = { readonly counts: readonly TouchpointCount[]; readonly isWhole: boolean };
export type HeavyLoad = { readonly person: PersonId; readonly cases: number };
export type CaseFilter = {
  readonly text: string | null;
  readonly department: DepartmentCode | null;
  readonly open: boolean;
  /** Only what this person filed. */
  readonly filer?: PersonId;
};

/** Reads for lists; every one is backed by an index and bounded by `limit`. */
export type CaseQueries = {
  /** Cases whose next step is this person's: by name, by department or by role; most severe first, then oldest. */
  readonly waitingFor: (person: Person, limit: number) => Promise<Page>;
  /** Newest first. */
  readonly filedBy: (person: PersonId, limit: number) => Promise<Page>;
  /** Other cases of a customer in which something was given: what they come to counts against everybody's authority. */
  readonly givenTo: (customer: CustomerKey, besides: CaseId) => Promise<readonly FiledCase[]>;
  /** Open cases this person owns. */
  readonly ownedBy: (person: PersonId, limit: number) => Promise<Page>;
  /** The case whose card this message is; null: it is no card. */
  readonly caseOfCard: (card: MessageRef) => Promise<CaseId | null>;
  /** Cases of one customer, newest first; without void and merged ones. */
  readonly ofCustomer: (customer: CustomerKey, limit: number) => Promise<Page>;
  /** Minor cases and inquiries since a moment whose customer may be leaving, newest first. */
  readonly leavingQuietly: (since: Instant, limit: number) => Promise<Page>;
  /** Cases that stand refused, by when that was, newest first; `to` left out. */
  readonly refused: (from: Instant, to: Instant, limit: number) => Promise<Page>;
  /** Suggestions with a sort of idea, filed since then; newest first. */
  readonly ideas: (since: Instant, limit: number) => Promise<Page>;
  /** Who took at least so many heavy cases (S1, or with a flag on conduct) since then, among the latest filed. */
  readonly heavy: (since: Instant, least: number) => Promise<readonly HeavyLoad[]>;
  /** The touchpoints of which there is anything to say; so many tags each. */
  readonly byTouchpoint: (within: Scope, since: Instant, top: number) => Promise<TouchpointView>;
  readonly find: (filter: CaseFilter, limit: number) => Promise<Page>;
};
