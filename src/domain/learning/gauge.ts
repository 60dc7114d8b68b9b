import type { CaseId, CustomerKey } from '../ids.ts';
import { days, type Instant, minus } from '../instant.ts';
import type { Tier } from '../intake/severity.ts';
import type { VoiceKind } from '../intake/voice.ts';
import { type Drift, drifts, weeklyCounts } from './trend.ts';

/** How far along the row of warnings: 주의, 경계, 심각. */
export const gaugeLevels = ['watch', 'alert', 'critical'] as const;
export type GaugeLevel = (typeof gaugeLevels)[number];

export type GaugeRules = {
  /** Only cases of so many days count. */
  readonly days: number;
  /** So many customers with a moderate or major case, or so many weak signals, fill the gauge: 29 and 300 of 1:29:300. */
  readonly minor: number;
  readonly weak: number;
  /** Percent at which each level begins. */
  readonly levels: Readonly<Record<GaugeLevel, number>>;
  readonly drift: Drift;
};

/** What counts of a case that belongs to a cluster. */
export type Member = {
  readonly id: CaseId;
  readonly customer: CustomerKey | null;
  readonly kind: VoiceKind;
  readonly tier: Tier | null;
  readonly nearMiss: boolean;
  /** When the customer went through it. */
  readonly at: Instant;
};

export type HeinrichGauge = {
  /** Distinct customers with a case of S2 or S3. */
  readonly minor: number;
  /** Complaints of S4, inquiries and near misses. */
  readonly weak: number;
  /** A single S1 makes it critical whatever the rest. */
  readonly hasCritical: boolean;
  /** Of the whole row, rounded down; may pass 100. */
  readonly percent: number;
  readonly level: GaugeLevel | null;
};

/** Cases of contract customers, and of private ones. */
export type Mix = { readonly business: number; readonly consumers: number };

/** What every card of a cluster says: how many, how fast, how far. */
export type ClusterFigures = {
  readonly customers: number;
  readonly cases: number;
  /** New cases a week, oldest first; the last seven days are the last. */
  readonly weeks: readonly number[];
  readonly isDrifting: boolean;
  readonly gauge: HeinrichGauge;
  /** Customers are paid for it again and again, and nobody does anything about the cause. */
  readonly paidAgain?: true;
  /** Where both sorts of customer have it. */
  readonly mix?: Mix;
};

/** Who is not known by a key is counted as somebody of their own. */
const customersOf = (members: readonly Member[]): number =>
  new Set(members.map(({ customer, id }) => customer ?? `case:${id}`)).size;

const isMinor = ({ tier }: Member): boolean => tier === 'S2' || tier === 'S3';
const isWeak = ({ tier, kind, nearMiss }: Member): boolean =>
  nearMiss || (tier === 'S4' && (kind === 'complaint' || kind === 'claim' || kind === 'inquiry'));

/** 1:29:300, read backwards: how much of the row that came before other disasters has been walked. Never a probability. */
export function gaugeOf(members: readonly Member[], rules: GaugeRules): HeinrichGauge {
  const minor = customersOf(members.filter(isMinor));
  const weak = members.filter(isWeak).length;
  const hasCritical = members.some(({ tier }) => tier === 'S1');
  const percent = Math.floor(Math.max((minor * 100) / rules.minor, (weak * 100) / rules.weak));
  return { minor, weak, hasCritical, percent, level: levelOf(percent, hasCritical, rules) };
}

function levelOf(percent: number, hasCritical: boolean, { levels }: GaugeRules): GaugeLevel | null {
  if (hasCritical) return 'critical';
  return [...gaugeLevels].reverse().find((level) => percent >= levels[level]) ?? null;
}

/** Those whose customers went through it lately enough. */
export function inWindow<M extends Pick<Member, 'at'>>(
  members: readonly M[],
  at: Instant,
  rules: Pick<GaugeRules, 'days'>,
): readonly M[] {
  const from = minus(at, days(rules.days));
  return members.filter((member) => member.at > from && member.at <= at);
}

/** The figures of a cluster at a moment: only what lies in the window counts. */
export function figuresOf(members: readonly Member[], at: Instant, rules: GaugeRules): ClusterFigures {
  const counted = inWindow(members, at, rules);
  const weeks = weeklyCounts(
    counted.map((member) => member.at),
    at,
    rules.drift.weeks,
  );
  return {
    customers: customersOf(counted),
    cases: counted.length,
    weeks,
    isDrifting: drifts(weeks, rules.drift),
    gauge: gaugeOf(counted, rules),
  };
}

const rank = (level: GaugeLevel | null): number => (level === null ? -1 : gaugeLevels.indexOf(level));
export const isAtLeast = (level: GaugeLevel | null, least: GaugeLevel): boolean => rank(level) >= rank(least);
export const isHigher = (level: GaugeLevel | null, than: GaugeLevel | null): boolean => rank(level) > rank(than);
