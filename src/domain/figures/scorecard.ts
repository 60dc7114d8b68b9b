import type { DepartmentCode } from '../ids.ts';
import type { PeriodFigures } from './period-figures.ts';
import { fewest, type Mean, meanOf, percentOf, type Share } from './share.ts';

/** What a department's month is judged by. None of them can be won by speed alone. */
export const measures = ['onTime', 'returned', 'relapsed', 'effort'] as const;
export type Measure = (typeof measures)[number];

/** What each must reach, in percent and points. Definitions, not settings: departments and months are compared by them. */
export const goals = { onTime: 85, returned: 8, effort: 2 } as const;

/** 양호 · 주의 · 위험 · 표본 부족. */
export type ScoreStatus = 'good' | 'watch' | 'danger' | 'few';

/** A department's month: the team's, never a person's. */
export type Scorecard = {
  readonly department: DepartmentCode;
  readonly figures: Pick<PeriodFigures, 'filed' | 'onTime' | 'returned' | 'effort' | 'explained' | 'praised'>;
  readonly handedOver: number;
  /** Of those, taken by the other department. */
  readonly taken: number;
  readonly refused: number;
  readonly changes: { readonly deployed: number; readonly effective: number; readonly relapsed: number };
  /** 막힌 점 answered within the time for it, of those that were due. */
  readonly obstacles: Share;
  /** What was asked for, by verdict; empty where nothing was. */
  readonly verdicts: {
    readonly accepted: number;
    readonly partly: number;
    readonly notAccepted: number;
    readonly minutes: Mean;
  };
  /** 살펴볼 점: what makes figures look better than they are. */
  readonly honest: {
    /** Fixed in the last twentieth of the time, of those fixed in time. */
    readonly lastMinute: Share;
    /** Had waited on the way, of what was fixed. */
    readonly held: Share;
    /** 연락 안 됨, of what was closed. */
    readonly unreachable: Share;
    /** Reopened within a week of their closing, of closings. */
    readonly reopened: Share;
    readonly lowered: number;
    readonly voided: number;
    readonly linked: number;
  };
  /** An S1 of theirs is past due at this moment. */
  readonly criticalLate: boolean;
};

type Judged = Pick<Scorecard, 'figures' | 'changes' | 'criticalLate'>;

export function failing({ figures: { onTime, returned, effort }, changes }: Judged): readonly Measure[] {
  const shares: Readonly<Record<Measure, boolean>> = {
    onTime: (percentOf(onTime.now) ?? 100) < goals.onTime,
    returned: (percentOf(returned.now) ?? 0) > goals.returned,
    relapsed: changes.relapsed > 0,
    effort: (meanOf(effort.now) ?? 0) > goals.effort,
  };
  return measures.filter((measure) => shares[measure]);
}

/** None fails: 양호. One: 주의. Two, or an S1 that is past due: 위험. Praise makes up for nothing. */
export function statusOf(card: Judged): ScoreStatus {
  if (card.criticalLate) return 'danger';
  const failed = failing(card).length;
  if (failed >= 2) return 'danger';
  if (failed === 1) return 'watch';
  const { onTime, returned, effort } = card.figures;
  return onTime.now.all < fewest && returned.now.all < fewest && effort.now.n < fewest ? 'few' : 'good';
}
