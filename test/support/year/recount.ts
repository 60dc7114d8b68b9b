import { dayOf, days, momentOn, workdayFrom } from './office-days.ts';
import type { Plot, Round, Told, Why } from './plot.ts';

/*
 * What must come of a problem, counted by hand from what its plot says: written apart from the product, from the words
 * "an S1, a customer who had complained before, or half as many as before within thirty days".
 */

export type Relapse = { readonly day: number; readonly why: Why; readonly filers: readonly string[] };
export type Mark = { readonly day: number; readonly before: number; readonly since: number };
export type Verdict = {
  readonly day: number;
  readonly outcome: 'effective' | 'partial';
  readonly total: number;
  readonly allowed: number;
};
export type Recount = {
  readonly relapses: readonly Relapse[];
  readonly marks: readonly Mark[];
  readonly verdicts: readonly Verdict[];
};

const isSevere = ({ tier }: Told): boolean => tier !== 'S4';
const customersOf = (told: readonly Told[]): number => new Set(told.map(({ customer }) => customer)).size;

/** Everything that counts as this problem at a moment. */
function saidBy(plot: Plot, at: number): readonly Told[] {
  const { told, apart } = plot;
  const all = [...told, ...(apart !== undefined && apart.joinedAt <= at ? apart.told : [])];
  return all.filter(
    ({ linkedAt, voidAt = Infinity, unlinkedAt = Infinity }) =>
      linkedAt !== null && linkedAt <= at && voidAt + 60_000 > at && unlinkedAt > at,
  );
}

export function recount(plot: Plot, looks: readonly number[]): Recount {
  const all: Recount[] = plot.rounds.map((round, i) => {
    const until = plot.rounds[i + 1]?.deployed ?? Infinity;
    return ofRound(
      plot,
      round,
      looks.filter((at) => at >= round.deployed && at < until),
    );
  });
  return {
    relapses: all.flatMap(({ relapses }) => relapses),
    marks: all.flatMap(({ marks }) => marks),
    verdicts: all.flatMap(({ verdicts }) => verdicts),
  };
}

function ofRound(plot: Plot, { deployed, inForce = deployed }: Round, looks: readonly number[]): Recount {
  const before = saidBy(plot, deployed).filter(({ at }) => at <= inForce && at > inForce - days(30));
  const severe = before.filter(isSevere);
  const counts = severe.length > 0 ? isSevere : () => true;
  const b = Math.max(1, customersOf(before.filter(counts)));
  const length = b <= 1 ? 180 : 90;
  const marks: Mark[] = [];
  const due = [30, 60, 90, ...(length === 180 ? [180] : [])].map((n) => workdayFrom(dayOf(inForce) + n));
  let verdict: Verdict | null = null;
  for (const at of looks) {
    const since = saidBy(plot, at).filter(
      (told) => told.at > inForce && told.at <= Math.min(at, inForce + days(length)),
    );
    const why = relapseIn(plot, since, counts, b, inForce, at);
    if (why !== null && verdict?.outcome !== 'partial') {
      const filers = [...new Set(saidBy(plot, at).map(({ filer }) => filer))];
      return { relapses: [{ day: dayOf(at), why, filers }], marks, verdicts: verdict === null ? [] : [verdict] };
    }
    const next = due[marks.length];
    if (next === undefined || at < momentOn(next, 9 * 60)) continue;
    const recent = since.filter((told) => told.at > at - days(30));
    marks.push({ day: next, before: b, since: customersOf(recent.filter(counts)) });
    if (marks.length < due.length) continue;
    const total = customersOf(since.filter(counts));
    const allowed = Math.ceil(0.25 * b * (length / 30));
    verdict = { day: next, outcome: total <= allowed ? 'effective' : 'partial', total, allowed };
  }
  return { relapses: [], marks, verdicts: verdict === null ? [] : [verdict] };
}

function relapseIn(
  plot: Plot,
  since: readonly Told[],
  counts: (told: Told) => boolean,
  b: number,
  inForce: number,
  at: number,
): Why | null {
  if (since.some(({ tier }) => tier === 'S1')) return 'severe';
  const old = new Set(
    saidBy(plot, at)
      .filter((told) => told.at <= inForce)
      .map(({ customer }) => customer),
  );
  if (since.some(({ customer }) => old.has(customer))) return 'again';
  const enough = Math.max(2, Math.ceil(b / 2));
  const counted = since.filter(counts);
  const isCrowd = ({ at: from }: Told): boolean =>
    customersOf(counted.filter((told) => told.at >= from && told.at - from < days(30))) >= enough;
  return counted.some(isCrowd) ? 'many' : null;
}
