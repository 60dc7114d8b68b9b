import type { CaseId, MaskedText } from '../ids.ts';
import type { Day } from '../instant.ts';
import type { PersonRef } from '../people.ts';

/** What only some kinds of voice are asked when they are filed; all of it may be left out. */
export type Particulars = {
  /** Codes of `taxonomies.aspects`: what they like, what they hate. */
  readonly likes?: readonly string[];
  readonly hates?: readonly string[];
  /** One more, in the filer's own word: liked in praise, else hated. */
  readonly tag?: MaskedText;
  /** Codes of `taxonomies.groups`: the experience somebody looks for; never what they are worth. */
  readonly groups?: readonly string[];
  /** Codes of `taxonomies.ideas`: what sort of idea a suggestion is. */
  readonly ideas?: readonly string[];
  /** Staff: it nearly went wrong. */
  readonly nearMiss?: boolean;
  /** The day on which the customer went through it, where it is not the day of filing. */
  readonly experienced?: Day;
  /** Staff: what stands in place of the filer's name; absent: their name. */
  readonly unnamed?: string;
  /** A contract customer: when they decide whether to stay, and what day they were promised. */
  readonly renewal?: Day;
  readonly promised?: Day;
  /** Praise: whom it is for. */
  readonly praised?: PersonRef;
  /** Codes of `taxonomies.conduct`: the words are folded away from the first card on. */
  readonly conduct?: readonly string[];
  /** The case whose words this one shares. */
  readonly splitFrom?: CaseId;
};
