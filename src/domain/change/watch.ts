import type { CaseId, CustomerKey } from '../ids.ts';
import { days, type Instant, minus, plus } from '../instant.ts';
import type { Member } from '../learning/gauge.ts';
import type { WatchRules } from '../learning/rules.ts';
import type { Deployment, Effect, RelapseReason } from './change.ts';

/** What a change is measured by: how many customers said so in the days before, and which of them count. */
export type Baseline = Pick<Deployment, 'baseline' | 'counts' | 'marks'>;

const isSevere = ({ tier }: Member): boolean => tier === 'S1' || tier === 'S2' || tier === 'S3';
const who = ({ customer, id }: Member): CustomerKey | string => customer ?? `case:${id}`;
const distinct = (members: readonly Member[]): number => new Set(members.map(who)).size;

/**
 * Distinct customers in the days before; at least one. A problem that was never severe is measured by its weak signals:
 * otherwise nothing that came back would ever count. Few complaints prove little, so a quiet problem is watched longer.
 */
export function baselineOf(members: readonly Member[], deployedAt: Instant, rules: WatchRules): Baseline {
  const from = minus(deployedAt, days(rules.baseline));
  const before = members.filter(({ at }) => at > from && at <= deployedAt);
  const severe = distinct(before.filter(isSevere));
  const counts = severe > 0 ? 'severe' : 'all';
  const baseline = Math.max(1, counts === 'severe' ? severe : distinct(before));
  const last = Math.max(...rules.marks);
  const isQuiet = baseline <= rules.quiet && last < rules.quietDays;
  return { baseline, counts, marks: isQuiet ? [...rules.marks, rules.quietDays] : rules.marks };
}

/** What can be said of it today: whether as few came back as it promised. */
export function effectNow(
  members: readonly Member[],
  deployment: Deployment,
  now: Instant,
  rules: WatchRules,
): Pick<Effect, 'outcome' | 'total' | 'allowed'> {
  const { total } = returnsOf(members, deployment, now, rules);
  const allowed = allowedOver(deployment, rules);
  return { outcome: total <= allowed ? 'effective' : 'partial', total, allowed };
}

/** What came back since. */
export type Returns = {
  /** Distinct customers since it took effect. */
  readonly total: number;
  /** Distinct customers within the window before now. */
  readonly recent: number;
  readonly relapse: { readonly why: RelapseReason; readonly cases: readonly CaseId[] } | null;
  /** Severe ones that are no relapse by themselves. */
  readonly single: readonly CaseId[];
};

/** How many customers within one window are a relapse: as many as a part of before, but more than one. */
export const relapseAt = (baseline: number, rules: WatchRules): number =>
  Math.max(rules.relapseLeast, Math.ceil(baseline * rules.relapsePart));

/** Over the whole watch at most so many: a part of what would have come without the change. */
export function allowedOver(deployment: Pick<Deployment, 'baseline' | 'marks'>, rules: WatchRules): number {
  const months = Math.max(...deployment.marks) / rules.baseline;
  return Math.ceil(rules.effectivePart * deployment.baseline * months);
}

/**
 * What the customers went through after the change, and before its watch ended: only that counts against it. A relapse is
 * an S1, a customer who had complained before and went through it again, or as many as half of before within the window.
 */
export function returnsOf(
  members: readonly Member[],
  deployment: Deployment,
  now: Instant,
  rules: WatchRules,
): Returns {
  const { deployedAt, baseline, counts } = deployment;
  const end = plus(deployedAt, days(Math.max(...deployment.marks)));
  const since = members.filter(({ at }) => at > deployedAt && at <= now && at <= end);
  const counted = counts === 'severe' ? since.filter(isSevere) : since;
  const known = new Set(members.filter(({ at, customer }) => at <= deployedAt && customer !== null).map(who));
  const worst = since.filter(({ tier }) => tier === 'S1');
  const again = since.filter((member) => known.has(who(member)));
  const many = crowded(counted, relapseAt(baseline, rules), rules.window);
  const recent = counted.filter(({ at }) => at > minus(now, days(rules.window)));
  const relapse = firstOf([
    ['severe', worst],
    ['again', again],
    ['many', many],
  ]);
  const single = counted.filter(({ tier }) => tier === 'S2').map(({ id }) => id);
  return { total: distinct(counted), recent: distinct(recent), relapse, single };
}

const firstOf = (found: readonly (readonly [RelapseReason, readonly Member[]])[]): Returns['relapse'] => {
  const [why, members] = found.find(([, cases]) => cases.length > 0) ?? [];
  return why === undefined || members === undefined ? null : { why, cases: members.map(({ id }) => id) };
};

/** The first window of so many days in which so many customers fall; none: empty. */
function crowded(members: readonly Member[], least: number, window: number): readonly Member[] {
  const sorted = [...members].sort((a, b) => a.at - b.at);
  for (const first of sorted) {
    const within = sorted.filter(({ at }) => at >= first.at && at < plus(first.at, days(window)));
    if (distinct(within) >= least) return within;
  }
  return [];
}
