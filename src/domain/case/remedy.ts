import type { MaskedText } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { PersonRef } from '../people.ts';
import type { GrantingRole } from '../playbook.ts';

/** What this customer was given in other cases since a moment. */
export type CustomerSum = { readonly since: Instant; readonly amount: number; readonly times: number };

/** What a customer is given to make good: money or points, or something that is no money. */
export type Remedy = {
  readonly number: number;
  /** Code of `authority.remedies`. */
  readonly what: string;
  /** In won; null for what is no money. An approver may have changed it. */
  readonly amount: number | null;
  /** The clause of the terms, or the item of a dispute-settlement standard. */
  readonly basis: MaskedText;
  readonly by: PersonRef;
  readonly at: Instant;
  /** What the customer had been given elsewhere when it was asked for or given; absent: nothing, or nobody knows who it is. */
  readonly elsewhere?: CustomerSum;
  /** Above the giver's authority: put before these roles, the lowest first. Absent: given at once. */
  readonly before?: readonly GrantingRole[];
  readonly answer?: {
    readonly approved: boolean;
    readonly reason: MaskedText | null;
    readonly by: PersonRef;
    readonly at: Instant;
  };
  /** Recorded wrongly, or not wanted any more. */
  readonly withdrawn?: { readonly reason: MaskedText; readonly by: PersonRef; readonly at: Instant };
  /** A fix has told of it, so the next fix cannot rest on it again. */
  readonly inFix?: true;
};

export const isAsked = ({ before, answer, withdrawn }: Remedy): boolean =>
  before !== undefined && answer === undefined && withdrawn === undefined;

export const isGiven = ({ before, answer, withdrawn }: Remedy): boolean =>
  withdrawn === undefined && (before === undefined || answer?.approved === true);
