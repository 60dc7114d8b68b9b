import type { DepartmentCode } from '../ids.ts';
import type { Assessment, Tier } from '../intake/severity.ts';
import type { VoiceKind } from '../intake/voice.ts';
import type { Label } from '../label.ts';

/**
 * Time allowed. `working`: business minutes. `wall`: minutes round the clock. `daytime`: minutes of the playbook's
 * daytime, holidays too. `days`: until the end of the n-th business day after the day it began (초일불산입).
 */
export type Target =
  | { readonly unit: 'working' | 'wall' | 'daytime'; readonly minutes: number }
  | { readonly unit: 'days'; readonly days: number };

/** The promises that depend on severity. */
export const tieredClocks = [
  'acknowledge',
  'contact',
  'plan',
  'containment',
  'fix',
  'interim',
  'reply',
  'rootCause',
  'silence',
  'happyCall',
] as const;
export type TieredClock = (typeof tieredClocks)[number];

/** The promises that do not: what desk, leads and executives owe, and what waits for its day. */
export const commonClocks = [
  'adjudicate',
  'countersign',
  'obstacle',
  'close',
  'customerSilence',
  'protection',
  'share',
] as const;
export type CommonClock = (typeof commonClocks)[number];

/**
 * What is owed on the way of a process change. `propose`: a pile of look-alikes asks for one; `judge`: accepted or declined;
 * `direct`: an executive says what is to become of it; `prepare`: actions and days; `action`: one of those; `deploy`: in
 * force; `verify`: somebody else says whether it held.
 */
export const changeClocks = ['propose', 'judge', 'direct', 'prepare', 'action', 'deploy', 'verify'] as const;
export type ChangeClock = (typeof changeClocks)[number];

/**
 * Every kind of clock of a case. `acknowledge` runs for whoever holds an unacknowledged case, the VOC desk too; `accept` for a
 * department that was offered one; `decide` until an executive chooses; `approve` until somebody answers a request to give
 * more than the asker may; `statutory` is set by law or contract.
 */
export type CaseClock = TieredClock | CommonClock | 'accept' | 'decide' | 'approve' | 'statutory';
export type ClockName = CaseClock | ChangeClock;

/** Whom a rung reaches. `thread`: a line in the card's thread, addressed to nobody. `asker`: who waits for the answer. */
export const rungTargets = ['thread', 'owner', 'asker', 'lead', 'csLead', 'executive'] as const;
export type RungTarget = (typeof rungTargets)[number];

/** One rung: at so many percent of a clock, these are told. */
export type Rung = { readonly at: number; readonly to: readonly RungTarget[] };

/** What was promised, frozen into the case when it is filed: a later change of the playbook alters none of it. */
export type Terms = {
  readonly targets: Readonly<Partial<Record<TieredClock | CommonClock, Target>>>;
  /** For the fix of a case that came back. */
  readonly reopened: Target | null;
  /** Rungs in rising order. */
  readonly ladder: readonly Rung[];
  /** Clocks with rungs of their own. */
  readonly ladders: Readonly<Partial<Record<ClockName, readonly Rung[]>>>;
  /** Percent of the acknowledgement after which its last rung comes again and again until somebody has it; null: once. */
  readonly repeat: number | null;
};

/** Whose working time a clock counts. */
export type ClockHours =
  | { readonly of: 'department'; readonly department: DepartmentCode }
  /** CS and the VOC desk: the company's first calendar. */
  | { readonly of: 'company' };

/** A duty set by law or contract: wall time, or business days. The bot reminds; it does not advise. */
export type StatutoryRule = {
  readonly code: string;
  readonly label: Label;
  readonly target: Target;
  /** Signals that make it likely: it is offered ticked. */
  readonly signals: readonly string[];
};

export type SlaRules = {
  readonly tiers: Readonly<Record<Tier, Readonly<Partial<Record<TieredClock, Target>>>>>;
  /** For kinds with clocks of their own, unless the severity is S1 or S2; null: no clock at all. */
  readonly kinds: Readonly<Partial<Record<VoiceKind, Readonly<Partial<Record<TieredClock, Target>>> | null>>>;
  readonly common: Readonly<Record<CommonClock, Target>>;
  /** Replaces `acknowledge` where a signal asks for the clock round. */
  readonly roundTheClock: Target;
  readonly ladder: readonly Rung[];
  readonly ladders: Readonly<Partial<Record<ClockName, readonly Rung[]>>>;
  /** The ladder to an S1's acknowledgement. */
  readonly urgent: { readonly ladder: readonly Rung[]; readonly repeat: number };
  readonly statutory: readonly StatutoryRule[];
  /** Part of the tier's fix time that a reopened case gets; never less than one business day. */
  readonly reopened: number;
  readonly snooze: {
    /** Snoozes per clock. */
    readonly most: number;
    /** For an S1: once, this many minutes. */
    readonly urgentMinutes: number;
  };
  readonly nudges: {
    /** Single nudges a person gets in a day; the rest waits for the next bundle. S1 is not counted. */
    readonly perDay: number;
    /** Minutes after midnight at which bundles leave, in the recipient's zone. */
    readonly bundles: readonly number[];
    /** Minutes after the recipient's first working moment at which what waited overnight leaves. */
    readonly afterOpening: number;
  };
  /** Minutes after midnight between which executives may be told of an S1, and customers of its progress. */
  readonly daytime: { readonly from: number; readonly to: number };
};

/** The promises of a case, from its kind and severity. Null: nothing is timed (praise, void). */
export function termsFor(kind: VoiceKind, { tier, roundTheClock }: Assessment, sla: SlaRules): Terms | null {
  const ofKind = sla.kinds[kind];
  const isPressing = tier === 'S1' || tier === 'S2';
  if (ofKind === null && !isPressing) return null;
  const own = isPressing || ofKind == null ? {} : ofKind;
  const targets = { ...sla.common, ...sla.tiers[tier ?? 'S4'], ...own };
  const urgent = tier === 'S1';
  return {
    reopened: targets.fix === undefined ? null : partOf(targets.fix, sla.reopened),
    targets: roundTheClock && !urgent ? { ...targets, acknowledge: sla.roundTheClock } : targets,
    ladder: sla.ladder,
    ladders: urgent ? { ...sla.ladders, acknowledge: sla.urgent.ladder, accept: sla.urgent.ladder } : sla.ladders,
    repeat: urgent ? sla.urgent.repeat : null,
  };
}

/** A part of a target, rounded up; of business days never less than one. */
const partOf = (target: Target, part: number): Target =>
  target.unit === 'days'
    ? { unit: 'days', days: Math.max(1, Math.ceil(target.days * part)) }
    : { unit: target.unit, minutes: Math.ceil(target.minutes * part) };

/**
 * What is owed between colleagues was promised to nobody outside: it goes by the playbook as it is, also in a case that
 * is older than the rule or is not timed at all.
 */
export const amongUs: readonly ClockName[] = ['protection', 'share'];

export const isAmongUs = (name: ClockName): boolean => amongUs.includes(name);

/** The terms a clock goes by; null: it reminds nobody. */
export const termsOf = (name: ClockName, frozen: Terms | null, { ladder, ladders }: SlaRules): Terms | null =>
  isAmongUs(name) ? { targets: {}, reopened: null, ladder, ladders, repeat: null } : frozen;

/** The rungs of a clock, in rising order. */
export const ladderOf = (clock: ClockName, { ladder, ladders }: Terms): readonly Rung[] => ladders[clock] ?? ladder;
