import type { PeriodFigures } from '../../src/domain/figures/period-figures.ts';
import type { Scorecard } from '../../src/domain/figures/scorecard.ts';
import type { Mean, Share, Trend } from '../../src/domain/figures/share.ts';
import { departmentCode } from '../../src/domain/ids.ts';
import type { Page } from '../../src/ports/case-queries.ts';
import type { Overview } from '../../src/render/digests/weekly-card.ts';

export const share = (of: number, all: number, before: number | null = null): Trend<Share> => ({
  now: { of, all },
  before,
});
export const mean = (sum: number, n: number, before: number | null = null): Trend<Mean> => ({
  now: { sum, n },
  before,
});
const nobody: Page = { cases: [], total: 0 };

/** A week much like the four before it. */
export const usualFigures: PeriodFigures = {
  filed: { now: 100, before: 100 },
  acknowledged: share(94, 100, 94),
  onTime: share(90, 100, 90),
  spread: { n: 80, median: 300, p90: 900 },
  returned: share(6, 100, 6),
  effort: mean(150, 100, 1.5),
  explained: { of: 10, all: 100 },
  answered: { of: 80, all: 90 },
  leaving: 0,
  around: { of: 24, all: 100 },
  praised: 0,
};

export const anOverview = (other: Partial<Overview> = {}, figures: Partial<PeriodFigures> = {}): Overview => ({
  deciding: nobody,
  directing: { changes: [], total: 0 },
  critical: nobody,
  overdue: 0,
  worst: null,
  changes: { proposed: 0, deployed: 0, effective: 0, relapsed: [] },
  leaving: [],
  renewals: 0,
  drifting: 0,
  obstructed: nobody,
  thanked: [],
  ...other,
  figures: { ...usualFigures, ...figures },
});

export const aScorecard = (other: Partial<Scorecard> = {}, figures: Partial<PeriodFigures> = {}): Scorecard => ({
  department: departmentCode('logistics'),
  handedOver: 0,
  taken: 0,
  refused: 0,
  changes: { deployed: 0, effective: 0, relapsed: 0 },
  obstacles: { of: 0, all: 0 },
  verdicts: { accepted: 0, partly: 0, notAccepted: 0, minutes: { sum: 0, n: 0 } },
  honest: {
    lastMinute: { of: 0, all: 90 },
    held: { of: 0, all: 80 },
    unreachable: { of: 0, all: 100 },
    reopened: { of: 0, all: 100 },
    lowered: 0,
    voided: 0,
    linked: 0,
  },
  criticalLate: false,
  ...other,
  figures: { ...usualFigures, ...figures },
});
