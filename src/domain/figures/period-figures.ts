import { type Mean, meanOf, percentOf, type Share, type Trend, trendOf } from './share.ts';
import { type MarkSum, marked, type ReturnSum, type Spread, type Sum, summed } from './sums.ts';

/**
 * The figures of a week or a month, each defined here and nowhere else. Slot 0 is that week, the slots after it are those
 * before, newest first.
 */
export type PeriodFigures = {
  /** 접수: filed, without what turned out to be nothing. */
  readonly filed: Trend<number>;
  /** 확인 준수: acknowledged in time, of all that were to be; whoever has not yet is among those who were not. */
  readonly acknowledged: Trend<Share>;
  /** 기한 내 처리: fixed in time, of all fixes that were due; what is open and overdue is among the missed. */
  readonly onTime: Trend<Share>;
  /** 처리 시간; null: nothing was fixed. */
  readonly spread: Spread | null;
  /** 재접수율: of what was closed 30 to 60 days before the end, what was reopened, or filed again by the same customer, within 30 days. */
  readonly returned: Trend<Share>;
  /** 고객 노력: points of what was closed. */
  readonly effort: Trend<Mean>;
  /** 다시 설명함, of what was closed. */
  readonly explained: Share;
  /** 회신 완료: closed with the customer's verdict, of what was closed and had a customer to answer. */
  readonly answered: Share;
  /** 조용한 이탈 신호. */
  readonly leaving: number;
  /** 사전·사후 접점. */
  readonly around: Share;
  readonly praised: number;
};

export type PeriodSums = {
  readonly sums: readonly Sum[];
  /** One slot for each slot of `sums`: closings of 30 to 60 days before its end. */
  readonly returns: readonly ReturnSum[];
  /** Of slot 0. */
  readonly marks: readonly MarkSum[];
  readonly spread: Spread | null;
};

/** Days after a closing within which the same problem of the same customer is the old one. */
export const returnDays = 30;
/** The closings that can be judged by now: they ended so many days ago. */
export const returnWindow = { from: 60, to: returnDays } as const;

export function periodFigures({ sums, returns, marks, spread }: PeriodSums, slots: number): PeriodFigures {
  const each = Array.from({ length: slots }, (_, slot) => slot);
  const kept = (what: 'acknowledge' | 'fix') =>
    trendOf(
      each.map((slot): Share => {
        const { count, kept } = summed(sums, what, slot);
        return { of: kept, all: count };
      }),
      percentOf,
    );
  const closed = summed(sums, 'closed', 0);
  const filed = summed(sums, 'filed', 0).count;
  return {
    filed: trendOf(
      each.map((slot) => summed(sums, 'filed', slot).count),
      (n) => n,
    ),
    acknowledged: kept('acknowledge'),
    onTime: kept('fix'),
    spread,
    returned: trendOf(
      each.map((slot) => returnedOf(returns, slot)),
      percentOf,
    ),
    effort: trendOf(
      each.map((slot): Mean => {
        const { value, count } = summed(sums, 'closed', slot);
        return { sum: value, n: count };
      }),
      meanOf,
    ),
    explained: { of: marked(marks, 'closed', 'explained'), all: closed.count },
    answered: { of: closed.kept, all: closed.judged },
    leaving: marked(marks, 'filed', 'leaving'),
    around: { of: marked(marks, 'filed', 'around'), all: filed },
    praised: summed(sums, 'filed', 0, 'praise').count,
  };
}

const returnedOf = (returns: readonly ReturnSum[], slot: number): Share => {
  const mine = returns.filter((sum) => sum.slot === slot);
  return {
    of: mine.reduce((all, { returned }) => all + returned, 0),
    all: mine.reduce((all, { closings }) => all + closings, 0),
  };
};
