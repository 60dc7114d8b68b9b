import { useLayoutEffect, useRef, useState } from 'react';
import { type ClockView, isRunning, type Pace, timeAt } from '../protocol.ts';

/** Until the workspace has said how its time goes: as the browser's. */
const own: Pace = { real: 0, at: 0, rate: 1, until: 0 };

/** How the workspace's clock goes by the browser's. The same until somebody moves it: fetching again never makes time jump. */
export function usePace(clock: ClockView | undefined): Pace {
  const known = useRef({ turn: 0, pace: own });
  if (clock !== undefined && clock.turn !== known.current.turn) {
    const { now, rate, until, turn } = clock;
    known.current = { turn, pace: { real: Date.now(), at: now, rate, until: until ?? 0 } };
  }
  return known.current.pace;
}

/** What the workspace's clock shows, in milliseconds since 1970; looked at again every so many, and more often while it hurries. */
export function useNow(pace: Pace, calmly: number, hurriedly: number): number {
  const [now, setNow] = useState(() => timeAt(pace, Date.now()));
  const every = isRunning(pace, now) ? hurriedly : calmly;
  // Before the screen shows the old time beside what was said at the new one.
  useLayoutEffect(() => {
    const look = (): void => setNow(timeAt(pace, Date.now()));
    look();
    const timer = setInterval(look, every);
    return () => clearInterval(timer);
  }, [pace, every]);
  return now;
}
