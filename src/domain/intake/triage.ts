import type { SeverityRules, SignalRule } from '../playbook.ts';
import type { Assessment, NeedsHuman, Signal, Tier } from './severity.ts';
import type { VoiceKind } from './voice.ts';

/**
 * Severity as the explained sum of what people confirmed: the highest signal of each group counts, the sum is capped.
 * Three laws stand above the sum. The gate: without a hard signal the score alone never reaches S1. The floors: some
 * signals lift the tier whatever the sum. And outside the tier: who the customer is may order equals, no more.
 * Deterministic, and every number comes from `rules`. Codes the rules do not know are left out.
 */
export function assess(kind: VoiceKind, confirmed: readonly string[], rules: SeverityRules): Assessment {
  const known = rules.signals.filter((s) => confirmed.includes(s.code));
  const codes = known.map((s) => s.code);
  if (rules.without.includes(kind)) return unrated(codes);

  const groups = rules.groupsByKind[kind];
  const relevant = known.filter((s) => groups === undefined || groups.includes(s.group));
  const counted = highestOfEachGroup(relevant.filter((s) => !s.outsideTier));
  const score = Math.min(
    rules.cap,
    counted.reduce((sum, s) => sum + s.points, 0),
  );
  const ungated = tierOf(score, rules);
  const gated = ungated === 'S1' && !relevant.some((s) => s.hard);
  const byScore = gated ? 'S2' : ungated;
  const lift = relevant.reduce<SignalRule | null>(
    (best, s) => (isAbove(s.floor, best?.floor ?? byScore) ? s : best),
    null,
  );
  return {
    confirmed: codes,
    counted,
    score,
    tier: lift?.floor ?? byScore,
    gated,
    floor: lift?.code ?? null,
    roundTheClock: relevant.some((s) => s.roundTheClock),
    needsHuman: reasonsForAHuman(kind, relevant, rules),
    ...(relevant.some((s) => s.leaving === true) ? { leaving: true } : {}),
  };
}

function highestOfEachGroup(signals: readonly SignalRule[]): readonly Signal[] {
  const best = new Map<string, Signal>();
  for (const { group, code, points } of signals) {
    if (points > (best.get(group)?.points ?? Number.NEGATIVE_INFINITY)) best.set(group, { code, points });
  }
  return [...best.values()];
}

function tierOf(score: number, { thresholds }: SeverityRules): Tier {
  if (score >= thresholds.S1) return 'S1';
  if (score >= thresholds.S2) return 'S2';
  return score >= thresholds.S3 ? 'S3' : 'S4';
}

const order: readonly Tier[] = ['S4', 'S3', 'S2', 'S1'];
const isAbove = (floor: Tier | null, tier: Tier): boolean =>
  floor !== null && order.indexOf(floor) > order.indexOf(tier);

const reasons: readonly NeedsHuman[] = ['money', 'urgent', 'empathy'];

const reasonsForAHuman = (
  kind: VoiceKind,
  signals: readonly SignalRule[],
  { empathyKinds }: SeverityRules,
): readonly NeedsHuman[] =>
  reasons.filter(
    (reason) =>
      signals.some((s) => s.needsHuman.includes(reason)) && (reason !== 'empathy' || empathyKinds.includes(kind)),
  );

const unrated = (confirmed: readonly string[]): Assessment => ({
  confirmed,
  counted: [],
  score: 0,
  tier: null,
  gated: false,
  floor: null,
  roundTheClock: false,
  needsHuman: [],
});
