import type { Words } from '../words.ts';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const weekday = (n: number): string => weekdays[n] ?? '';

export const calendar: Words['calendar'] = {
  title: (name) => `Calendar · ${name}`,
  hours: 'Working hours',
  zone: 'Time zone',
  everyDay: 'Every day',
  weekdays: (days) =>
    days.length > 2 ? `${weekday(days[0] ?? 0)}–${weekday(days.at(-1) ?? 0)}` : days.map(weekday).join(', '),
  span: (from, to) => `${from}–${to}`,
  nextDay: (clock) => `${clock} the next day`,
  off: 'off',
  worked: (hours) => `open ${hours}`,
  special: 'Holidays and other special days to come',
  none: 'No holiday is to come.',
  ownDay: "The company's own day",
  missing: (list, year) =>
    `The holidays of ${year} are missing from the list "${list}". As it is, only weekends count as days off.`,
  fill: 'A new release of Meari or an iCalendar file fills them all; [Add holiday] adds one day at a time.',
  warning: 'Holidays are missing',
  ask: (who) => `If a day is wrong, please tell an administrator: ${who}.`,
  adminOnly: (who) => `Only administrators change the calendar. Please ask one: ${who}.`,
  noAdmin: 'Only administrators change the calendar. Please name one in the playbook.',
  noList: 'No calendar has a list of holidays. Please name one under "holidays" in the playbook.',
  nothingToRemove: 'No holiday is to come, so there is none to remove.',
  list: 'List',
  listLabel: (list, calendars) => `${list} (${calendars})`,
  day: 'Day',
  name: 'Name',
  nameHint: 'Shown with the day, such as "Temporary holiday" or "Company anniversary".',
  workedHours: 'Hours worked',
  workedHoursHint: 'Left empty: a day off. For half a day, write 09:00-13:00.',
  which: 'Holiday to remove',
  choice: (day, name, list) => (list === null ? `${day} ${name}` : `${day} ${name} (${list})`),
  put: (day, name, hours) => `In the calendar now: ${day} ${name}, ${hours}.`,
  removed: (day, name) => `No longer in the calendar: ${day} ${name}.`,
  recounts: 'The due times of open cases are counted anew. Where one changes, its owner and its filer are told.',
  unchanged: 'It is so already. Nothing was changed.',
  problems: {
    day: 'Please choose a day.',
    name: 'Please give it a name.',
    hours: 'Please write hours like 09:00-13:00; several are separated by commas, earliest first.',
    workless: (calendar, days) =>
      `The calendar "${calendar}" would have no working day in the next ${days} days. Please check the day or the hours.`,
  },
};
