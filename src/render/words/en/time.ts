import type { Parts } from '../../../domain/zone.ts';
import type { Words } from '../words.ts';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const time: Words['time'] = {
  date: (p: Parts, withYear: boolean): string =>
    `${weekdays[p.weekday] ?? ''} ${p.date} ${months[p.month - 1] ?? ''}${withYear ? ` ${p.year}` : ''}`,
  today: (clock) => `today ${clock}`,
  until: (when) => when,
  since: (when) => `since ${when}`,
  length: (hours, minutes) =>
    [...(hours > 0 ? [`${hours} h`] : []), ...(minutes > 0 || hours === 0 ? [`${minutes} min`] : [])].join(' '),
  working: (length) => `${length} of business time`,
  overdue: '▲ overdue',
  fixOverdue: '▲ fix overdue',
  newDue: (when, first) => `new date ${when} (first ${first})`,
  expected: (until, when) => `${until} (fix expected ${when})`,
  acknowledgeBy: (when) => `acknowledge by ${when}`,
  standsStill: 'the time to the fix stands still',
};

export const clocks: Words['clocks'] = {
  title: (number) => `${number} · due times`,
  none: 'Nothing is timed in this case.',
  target: {
    working: (length) => `${length} of business time`,
    wall: (length) => `${length}, day and night`,
    daytime: (length, from, to) => `${length} between ${from} and ${to}, holidays too`,
    days: (n) => (n === 1 ? '1 business day' : `${n} business days`),
    until: (day) => `named for ${day}`,
  },
  state: {
    left: (length) => `${length} left`,
    standsStill: (since) => `stands still since ${since}`,
    kept: (when) => `kept ${when}`,
    late: (when) => `▲ done late ${when}`,
    dropped: (when) => `no longer needed ${when}`,
    noWorkingTime: 'the calendar has no working day',
  },
  paused: (from, to) => `stood still ${from} – ${to}`,
  snoozed: (n) => (n === 1 ? 'put off once' : `put off ${n} times`),
  snooze: (who, until, reason) => `${who}, until ${until}: ${reason}`,
  newDue: (who, until, reason) => `new date ${until}: ${who}, ${reason}`,
  reached: (percents) => `reminded at ${percents}`,
  earlier: (n) => (n === 1 ? '1 earlier clock is not shown.' : `${n} earlier clocks are not shown.`),
  departments: 'Time by department',
  departmentsHint: (calendar) => `Counted in the business time of: ${calendar}.`,
};
