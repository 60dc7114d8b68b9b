import type { DepartmentCode } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { Tier } from '../intake/severity.ts';
import type { VoiceKind } from '../intake/voice.ts';

/** What follows from the case as it is: it moves, changes and goes with the case. */
export const standingTallies = [
  'filed',
  'acknowledge',
  'fix',
  'obstacle',
  'decide',
  'deciding',
  'obstructed',
  'fixed',
  'closed',
  'verdict',
  'paid',
  'voided',
] as const;
/** What happened, and stays so whatever becomes of the case. */
export const happenedTallies = ['closing', 'reopened', 'handedOver', 'taken', 'refused', 'lowered', 'linked'] as const;
export const talliesOf = [...standingTallies, ...happenedTallies] as const;
export type TallyName = (typeof talliesOf)[number];

/**
 * One thing that counts in a figure, at the moment at which it counts there. Figures are sums of these and of nothing else:
 * what is counted, and when, is said once, and a week costs what happened in it.
 */
export type Tally = {
  readonly what: TallyName;
  /** Tells several of one case apart. */
  readonly n: number;
  readonly at: Instant;
  /** Who had the case; null: the VOC desk. */
  readonly department: DepartmentCode | null;
  readonly kind: VoiceKind;
  readonly tier: Tier | null;
  /**
   * Of a promise: in time, or not; null: it runs. Of a closing: whether the customer gave a verdict; null: none is due. Of a
   * verdict on a request: whether anything of it was accepted.
   */
  readonly kept: boolean | null;
  /** Business minutes, effort points or won. */
  readonly value: number | null;
  /** What else is counted of it: codes of what the customer wants, and what stands in `Mark`. */
  readonly marks: readonly string[];
};

/**
 * `leaving`: the customer may be leaving without a word. `around`: before or after the experience itself. `explained`: told
 * it all again. `unreachable`: closed without having reached the customer. `lastMinute`: done in the last twentieth of its
 * time. `held`: it had waited on the way. `met`: acknowledged by somebody, in time or late. `soon`: reopened
 * within a week of its closing.
 */
export const tallyMarks = [
  'leaving',
  'around',
  'explained',
  'unreachable',
  'lastMinute',
  'held',
  'met',
  'soon',
] as const;
export type TallyMark = (typeof tallyMarks)[number];
/** By which signal that is known. */
export const leavingMark = (code: string): string => `leaving:${code}`;
/** What a customer wants, as a mark. */
export const wantMark = (code: string): string => `want:${code}`;
