import type { CaseId } from '../ids.ts';
import { type Instant, minus, minutes } from '../instant.ts';

/** One outage, thousands of calls: from how many in how short a time cases that look the same no longer each call for attention. */
export type SurgeRules = {
  readonly minutes: number;
  /** So many before it, looking at least so alike. */
  readonly from: number;
  readonly score: number;
};

/** An earlier case that looks the same, and the surge it is itself one of. */
export type Before = {
  readonly id: CaseId;
  readonly score: number;
  readonly filedAt: Instant;
  readonly surge: CaseId | null;
};

/** The case that a surge began with, where a new one belongs to it; null: it stands for itself. */
export function surgeOf(found: readonly Before[], at: Instant, rules: SurgeRules): CaseId | null {
  const since = minus(at, minutes(rules.minutes));
  const like = found.filter((one) => one.score >= rules.score && one.filedAt > since);
  if (like.length < rules.from) return null;
  return like.reduce<CaseId | null>((first, { id, surge }) => {
    const head = surge ?? id;
    return first === null || head < first ? head : first;
  }, null);
}
