import type { FiledCase } from '../domain/case/case.ts';
import { isReachable, type Reach, type ReachRead } from '../domain/intake/reach.ts';
import type { Span } from '../domain/sla/working-hours.ts';
import { partsOf } from '../domain/zone.ts';
import { inLine } from './excerpt.ts';
import { termLabel } from './labels.ts';
import type { Reading } from './reading.ts';
import { clockText } from './time.ts';

/** `10–12시` · `10:30–12:00`. */
function spanText({ from, to }: Span, r: Reading): string {
  const whole = from % 60 === 0 && to % 60 === 0;
  return whole ? r.words.care.wholeHours(from / 60, to / 60) : r.words.care.hours(clockText(from), clockText(to));
}

function weekText(week: readonly number[], r: Reading): string {
  const w = r.words.care;
  const is = (...days: readonly number[]) => week.length === days.length && days.every((day) => week.includes(day));
  if (is(1, 2, 3, 4, 5)) return w.weekdays;
  if (is(0, 6)) return w.weekend;
  return week.length === 7 ? w.everyDay : w.days(week);
}

/** `평일 10–12시, 전화`: what was understood, in words that are understood again. */
export function reachText({ week, span, channel }: ReachRead, r: Reading): string {
  const when = [...(week === undefined ? [] : [weekText(week, r)]), ...(span === undefined ? [] : [spanText(span, r)])];
  const how = channel === undefined ? [] : [termLabel('replyChannels', channel, r)];
  return [...(when.length === 0 ? [] : [when.join(' ')]), ...how].join(', ');
}

const shownOf = (reach: Reach, r: Reading): string => {
  const read = reachText(reach, r);
  return read === '' || read === reach.words ? reach.words : `${read} (“${reach.words}”)`;
};

/** What an event says of it, at the end of its line. */
export function reachSaid(reach: Reach | null | undefined, r: Reading): string {
  if (reach === undefined) return '';
  return reach === null ? r.words.care.reachCleared : r.words.care.reachStory(inLine(shownOf(reach, r), 200));
}

/** What is shown of it: what was understood, or what was written where nothing was. */
export const reachShown = (c: FiledCase, r: Reading): string | null =>
  c.reach === undefined ? null : shownOf(c.reach, r);

/** `지금은 연락 가능 시간이 아닙니다(10–12시).`, where it is not; the days are named on days when they matter. */
export function notReachableNow(c: FiledCase, r: Reading): string | null {
  const { reach } = c;
  const { zone } = r.playbook;
  if (reach === undefined || isReachable(reach, r.now, zone)) return null;
  const isTheDay = reach.week === undefined || reach.week.includes(partsOf(r.now, zone).weekday);
  const { channel: _how, ...when } = reach;
  const said = isTheDay && reach.span !== undefined ? spanText(reach.span, r) : reachText(when, r);
  return r.words.care.notReachable(said);
}
