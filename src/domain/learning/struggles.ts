import type { Instant } from '../instant.ts';

/**
 * What being helped cost the customer. `contact`: had to come back to us; `channel`: by another way than before;
 * `handover`: noticed that somebody else had it; `explained`: told it all again; `broken`: a promise was not kept;
 * `waited`: on the line or in a queue.
 */
export const struggles = ['contact', 'channel', 'handover', 'explained', 'broken', 'waited'] as const;
export type Struggle = (typeof struggles)[number];
/** How often each was told. */
export type Struggles = Readonly<Partial<Record<Struggle, number>>>;

export type EffortRules = {
  readonly points: Readonly<Record<Struggle, number>>;
  /** The sum stops here. */
  readonly cap: number;
  /** Waiting longer than so many minutes counts. */
  readonly waitMinutes: number;
  /** Minutes by which a call may be late and still be on time. */
  readonly graceMinutes: number;
};

/** Something the customer may rely on: a call, or a day by which it is done. `endedAt`: kept, late or no longer needed. */
export type CustomerPromise = {
  readonly of: 'call' | 'date';
  readonly from: Instant;
  readonly at: Instant;
  readonly endedAt?: Instant;
};

/** Both together. */
export function added(before: Struggles, more: Struggles): Struggles {
  const sums = struggles.flatMap((of) => {
    const times = (before[of] ?? 0) + (more[of] ?? 0);
    return times === 0 ? [] : [[of, times] as const];
  });
  return Object.fromEntries(sums);
}

/** What was ticked, each once; what a form offers and nobody knows is left out. */
export const toldOnce = (ticked: readonly string[]): Struggles =>
  Object.fromEntries(struggles.filter((of) => ticked.includes(of)).map((of) => [of, 1]));

export const isEmpty = (told: Struggles): boolean => Object.keys(told).length === 0;
