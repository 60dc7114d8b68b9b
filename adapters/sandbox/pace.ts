/**
 * How a clock goes: it stood at `at` when the real one stood at `real`, and goes `rate` times as fast until it has come to
 * `until`; from then on as fast as the real one. Milliseconds since 1970. The server and its pages reckon with the same.
 */
export type Pace = { readonly real: number; readonly at: number; readonly rate: number; readonly until: number };

/** What the clock shows when the real one shows `then`. */
export const timeAt = ({ real, at, rate, until }: Pace, then: number): number => {
  const passed = then - real;
  const hurried = Math.min(Math.max(0, passed), Math.max(0, until - at) / rate);
  return at + passed + hurried * (rate - 1);
};

/** Whether the clock hurries while it shows `now`. */
export const isRunning = ({ rate, until }: Pick<Pace, 'rate' | 'until'>, now: number): boolean =>
  rate > 1 && now < until;
