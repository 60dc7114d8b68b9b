/** Time as the simulation has it: the machine's, moved ahead in leaps; between two leaps it goes on by itself. */
export type WorldClock = {
  readonly now: () => number;
  /** Milliseconds by which it is ahead of the machine's clock. */
  readonly ahead: () => number;
  /** Leaps to a moment, never back; by how much, in milliseconds. */
  readonly leapTo: (at: number) => number;
  /** What time it was when the machine's clock showed this. */
  readonly when: (machine: number) => number;
};

export function worldClock(start: number): WorldClock {
  const leaps = [{ machine: Date.now(), ahead: start - Date.now() }];
  const ahead = () => leaps.at(-1)?.ahead ?? 0;
  const now = () => Date.now() + ahead();
  return {
    now,
    ahead,
    leapTo: (at) => {
      const by = Math.max(0, Math.floor(at) - now());
      if (by > 0) leaps.push({ machine: Date.now(), ahead: ahead() + by });
      return by;
    },
    when: (machine) => {
      let [low, high] = [0, leaps.length - 1];
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((leaps[middle]?.machine ?? 0) <= machine) low = middle;
        else high = middle - 1;
      }
      return machine + (leaps[low]?.ahead ?? 0);
    },
  };
}
