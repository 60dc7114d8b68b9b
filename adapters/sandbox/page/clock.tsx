import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type ClockMove, isRunning, timeAt } from '../protocol.ts';
import { Icon } from './icons.tsx';
import { Menu, type MenuItem } from './menu.tsx';
import { usePage } from './page-context.ts';
import { useNow } from './use-now.ts';
import { clock, dayAndTime, inFull, shortDay } from './when.ts';

const hour = 60 * 60_000;
const day = 24 * hour;
const week = 7 * day;
const weekInAMinute: ClockMove = { rate: week / 60_000, for: week };

/** What the workspace's clock shows, and a menu that moves it on. */
export function Clock(): ReactNode {
  const { words, language, workspace, pace, moveTime, reload } = usePage();
  const now = useNow(pace, 1000, 100);
  const { zone, jumps } = workspace.clock;
  const runs = isRunning(pace, now);
  const item = (key: string, name: string, at: number, move: ClockMove): MenuItem => ({
    key,
    onSelect: () => moveTime(move),
    label: (
      <span className="jump">
        <span>{name}</span>
        <small>{dayAndTime(at, language, zone)}</small>
      </span>
    ),
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div className={runs ? 'clock running' : 'clock'} role="group" aria-label={words.timeHere}>
      <p className="clock-face">
        <small>{runs ? words.timeRuns : words.timeHere}</small>
        <time dateTime={new Date(now).toISOString()} title={`${inFull(now, language, zone)} (${zone})`}>
          <span>{shortDay(now, language, zone)}</span> <strong>{clock(now, language, zone)}</strong>
        </time>
        {zone === browserZone() ? null : <small className="clock-zone">{zone}</small>}
      </p>
      {runs ? <StopTime /> : null}
      <Menu
        label={words.moveTime}
        className="button square"
        heading={words.moveTime}
        onOpen={reload}
        items={[
          ...(runs ? [{ key: 'stop', label: words.stopTime, onSelect: () => moveTime({ rate: 1 }) }] : []),
          item('hour', words.hourLater, now + hour, { by: hour }),
          item('day', words.dayLater, now + day, { by: day }),
          ...jumps
            .filter(({ at }) => at > now)
            .map(({ key, label, at }) => item(`to ${key}`, label[language], at, { to: key })),
          ...(runs ? [] : [item('week', words.weekInAMinute, now + week, weekInAMinute)]),
        ]}
      >
        <Icon name="forward" />
      </Menu>
    </div>
  );
}

/** Where the clock itself is out of sight: that time runs, and how to stop it. */
export function RunningTime(): ReactNode {
  const { words, language, workspace, pace } = usePage();
  const now = useNow(pace, 1000, 100);
  if (!isRunning(pace, now)) return null;
  return (
    <p className="running-time">
      <span>{words.timeRuns}</span>
      <time dateTime={new Date(now).toISOString()}>{dayAndTime(now, language, workspace.clock.zone)}</time>
      <StopTime />
    </p>
  );
}

/** Goes away when time no longer runs; the focus it had goes to the menu beside it. */
function StopTime(): ReactNode {
  const { words, moveTime } = usePage();
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const it = button.current;
    return () => {
      if (it !== null && document.activeElement === it)
        it.parentElement?.querySelector<HTMLElement>('[aria-haspopup=menu]')?.focus();
    };
  }, []);
  return (
    <button ref={button} type="button" className="button" onClick={() => moveTime({ rate: 1 })}>
      {words.stopTime}
    </button>
  );
}

/** Reads the time aloud after somebody has moved it, not while it only goes by. */
export function TimeAnnouncer(): ReactNode {
  const { words, language, workspace, pace, now } = usePage();
  const { zone, turn } = workspace.clock;
  const runs = isRunning(pace, now);
  const known = useRef({ turn, runs });
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (known.current.turn === turn && known.current.runs === runs) return;
    known.current = { turn, runs };
    setSaid(runs ? words.timeRuns : words.timeIs(inFull(timeAt(pace, Date.now()), language, zone)));
  }, [turn, runs, pace, words, language, zone]);
  return (
    <p className="unseen" aria-live="polite">
      {said}
    </p>
  );
}

function browserZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
