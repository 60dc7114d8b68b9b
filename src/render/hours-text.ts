import type { Span, WorkingHours } from '../domain/sla/working-hours.ts';
import type { Reading } from './reading.ts';
import { clockText } from './time.ts';

const dayMinutes = 1440;

/** `09:00~12:00, 13:00~18:00` · `휴무`. */
export function hoursText(spans: readonly Span[], r: Reading): string {
  const w = r.words.calendar;
  if (spans.length === 0) return w.off;
  const end = (to: number): string => (to > dayMinutes ? w.nextDay(clockText(to - dayMinutes)) : clockText(to));
  return spans.map(({ from, to }) => w.span(clockText(from), end(to))).join(', ');
}

/** The week as people speak of it, Monday first: `월~금 09:00~18:00 · 토·일 휴무`. */
export function weekText({ week }: Pick<WorkingHours, 'week'>, r: Reading): string {
  const w = r.words.calendar;
  const groups: { readonly days: number[]; readonly hours: string }[] = [];
  for (const weekday of [1, 2, 3, 4, 5, 6, 0]) {
    const hours = hoursText(week[weekday] ?? [], r);
    const last = groups.at(-1);
    if (last?.hours === hours) last.days.push(weekday);
    else groups.push({ days: [weekday], hours });
  }
  return groups.map(({ days, hours }) => `${days.length === 7 ? w.everyDay : w.weekdays(days)} ${hours}`).join(' · ');
}
