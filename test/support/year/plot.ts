import type { Chance } from '../seeded.ts';
import { momentOn, workdayFrom } from './office-days.ts';

export type Tier = 'S1' | 'S2' | 'S3' | 'S4';
export type Why = 'severe' | 'again' | 'many';

/** A customer goes through it, tells somebody, and somebody says that it is the same problem. */
export type Told = {
  readonly customer: string;
  readonly tier: Tier;
  readonly filer: string;
  readonly at: number;
  /** Null: nobody ever says that it is the same. */
  readonly linkedAt: number | null;
  /** It was no voice at all: from then on it is void. */
  readonly voidAt?: number;
  /** Somebody was wrong: from then on it is not the same. */
  readonly unlinkedAt?: number;
};

/** From a proposal to what is in force. `inForce`: since when, where that was earlier than the day it was said. */
export type Round = {
  readonly proposed: number;
  readonly accepted: number;
  readonly planned: number;
  readonly done: number;
  readonly deployed: number;
  readonly inForce?: number;
};

/** One problem of the year: what is said of it, what is changed, and what must come of that. */
export type Plot = {
  readonly name: string;
  readonly told: readonly Told[];
  /** Linked with one another, and made one with the rest by the desk only then. */
  readonly apart?: { readonly told: readonly Told[]; readonly joinedAt: number };
  readonly rounds: readonly Round[];
  /** What whoever wrote the plot says must happen; null: chance wrote it. */
  readonly must: { readonly relapses: readonly Why[]; readonly verdicts: readonly ('effective' | 'partial')[] } | null;
};

/** Who files. One reads English, one works where changes are made. */
const filers = ['duri', 'emily', 'mirae', 'helen', 'jiho', 'hangyeol'] as const;

/** Writes plots around the day on which a change takes effect: everything else is so many days before or after it. */
export function plotter(name: string, deployedOn: number, c: Chance) {
  let customers = 0;
  const deployedDay = workdayFrom(deployedOn);
  const on = (day: number, minute: number): number => momentOn(workdayFrom(deployedDay + day), minute);
  /** Afternoons are the customers’; the morning is for changes, the last minutes before six for taking effect. */
  const afternoon = (day: number): number => on(day, c.between(12 * 60, 17 * 60));
  const somebody = (): string => {
    customers += 1;
    return `${name}${customers}@shop.test`;
  };
  const one = (day: number, tier: Tier = c.pick(['S2', 'S3', 'S3'] as const), more: Partial<Told> = {}): Told => {
    const at = afternoon(day);
    return { customer: somebody(), tier, filer: c.pick(filers), at, linkedAt: at + 60_000, ...more };
  };
  return {
    on,
    one,
    /** New customers on these days. */
    each: (offsets: readonly number[], tier?: Tier, more?: Partial<Told>) => offsets.map((day) => one(day, tier, more)),
    /** So many new customers within the thirty days before. */
    before: (count: number, tier?: Tier) =>
      Array.from({ length: count }, (_, i) => one(-27 + Math.floor((i * 20) / count), tier)),
    round: (day = 0, more: Partial<Round> = {}): Round => ({
      proposed: on(day - 6, 600),
      accepted: on(day - 5, 630),
      planned: on(day - 4, 660),
      done: on(day - 3, 690),
      deployed: on(day, 17 * 60 + 45),
      ...more,
    }),
  };
}
export type Plotter = ReturnType<typeof plotter>;
