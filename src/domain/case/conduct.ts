import type { MaskedText } from '../ids.ts';
import type { Day, Instant } from '../instant.ts';
import { hasRole, type Person, type PersonRef } from '../people.ts';

/** How a customer may still be talked to while contact is limited. */
export const limitMeasures = ['writtenOnly', 'stop'] as const;
export type LimitMeasure = (typeof limitMeasures)[number];

/** 응대 제한: never without an end, and never without a way to appeal. */
export type ContactLimit = {
  readonly measure: LimitMeasure;
  /** The last day of it. */
  readonly until: Day;
  readonly reason: MaskedText;
  /** How the customer can object. */
  readonly appeal: MaskedText;
  readonly by: PersonRef;
  readonly at: Instant;
};

/** 1 주의: an agent's flag, nobody has confirmed it; 2 경고: confirmed, and the customer was warned; 3 제한. */
export type ConductLevel = 1 | 2 | 3;

/**
 * How somebody behaved towards us: a flag on the case and never a kind, because what they complain of is handled on its
 * merits all the same. It lowers no severity, refuses and closes nothing, and falls by itself.
 */
export type Conduct = {
  readonly level: ConductLevel;
  /** Codes of `taxonomies.conduct`. */
  readonly types: readonly string[];
  readonly evidence: MaskedText;
  readonly by: PersonRef;
  readonly at: Instant;
  /** When it falls. */
  readonly until: Instant;
  /** A CS lead asks for a limit; who looks after the law has not agreed yet. */
  readonly proposed?: ContactLimit;
  readonly limit?: ContactLimit & { readonly agreedBy: PersonRef };
};

/** 보호 요청: somebody asked to be taken out of a conversation. */
export type ProtectionRequest = {
  readonly number: number;
  readonly by: PersonRef;
  readonly at: Instant;
  readonly answer: { readonly by: PersonRef; readonly at: Instant } | null;
};

/** The flag that stands at a moment: one whose time is over stands no longer, whether or not anybody noted that. */
export const standingConduct = (conduct: Conduct | undefined, at: Instant): Conduct | null =>
  conduct === undefined || conduct.until <= at ? null : conduct;

/** Who looks after the law here: the privacy officer and the legal department. */
export const knowsTheLaw = (person: Person): boolean =>
  hasRole(person, 'privacyOfficer') || person.department === 'legal';

/**
 * What stays unconfirmed is known to the CS leads and to who said it. What is confirmed concerns whoever talks to the
 * customer. Departments see that care is asked for, and no more.
 */
export function mayKnowConduct(person: Person, conduct: Conduct): boolean {
  if (hasRole(person, 'csLead') || conduct.by.id === person.id) return true;
  if (conduct.proposed !== undefined && knowsTheLaw(person)) return true;
  return conduct.level > 1 && (hasRole(person, 'csAgent', 'vocDesk') || knowsTheLaw(person));
}
