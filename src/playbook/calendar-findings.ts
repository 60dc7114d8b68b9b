import { addDays, dayNumber } from '../domain/calendar.ts';
import { type Day, day } from '../domain/instant.ts';
import { spanOf } from '../domain/sla/hours-text.ts';
import type { Span } from '../domain/sla/working-hours.ts';
import { weekdayOf } from '../domain/zone.ts';
import { onceEach, textsOf, unknownIn } from './checks.ts';
import type { Finding, Path } from './finding.ts';
import { at, listAt, type Row, rowsAt, textAt } from './raw.ts';

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** A stretch as it stands in the file. */
type Written = Span & { readonly path: Path; readonly text: string };

/** Calendars that contradict themselves, and those who name one that is not there. */
export function checkCalendars(raw: unknown): readonly Finding[] {
  const calendars = rowsAt(raw, ['calendars']);
  const codes = textsOf(calendars, 'code');
  return [
    ...onceEach(calendars, 'code'),
    ...(codes.length === 0 ? [] : [['departments'], ['people']]).flatMap((path) =>
      unknownIn(rowsAt(raw, path), 'calendar', codes, 'calendar'),
    ),
    ...calendars.flatMap((row) => [...checkWeek(raw, row.path), ...checkDays(raw, row.path)]),
  ];
}

function checkWeek(raw: unknown, path: Path): readonly Finding[] {
  const week = weekdays.map((name) => spansAt(raw, [...path, 'week', name]));
  return [
    ...(at(raw, [...path, 'week']) !== undefined && weekdays.every((name) => isOff(raw, [...path, 'week', name]))
      ? [
          {
            path: [...path, 'week'],
            what: 'has no working day: nothing would ever be due',
            mend: 'Give a weekday its hours, such as mon: ["09:00-18:00"].',
          },
        ]
      : []),
    ...week.flatMap((spans, i) => [...outOfOrder(spans), ...runsInto(spans, week[(i + 1) % 7])]),
  ];
}

/** Days unlike others of their weekday, each between the one before and the one after it. */
function checkDays(raw: unknown, path: Path): readonly Finding[] {
  const rows = rowsAt(raw, [...path, 'days']);
  const special = new Map(rows.map((row): [Day, readonly Written[]] => [dayOfRow(row), hoursOfRow(raw, row)]));
  const usual = (of: Day): readonly Written[] =>
    spansAt(raw, [...path, 'week', weekdays[weekdayOf(dayNumber(of) ?? 0)] ?? '']);
  return [
    ...onceEach(rows, 'day'),
    ...rows.flatMap((row) => {
      const [here, spans] = [dayOfRow(row), hoursOfRow(raw, row)];
      if (dayNumber(here) === null) return outOfOrder(spans);
      const before = special.has(addDays(here, -1)) ? [] : usual(addDays(here, -1));
      const after = special.get(addDays(here, 1)) ?? usual(addDays(here, 1));
      return [...outOfOrder(spans), ...runsInto(before, spans), ...runsInto(spans, after)];
    }),
  ];
}

const dayOfRow = (row: Row): Day => day(textAt(row, 'day')?.value ?? '');
const hoursOfRow = (raw: unknown, row: Row): readonly Written[] => spansAt(raw, [...row.path, 'hours']);

/** Nothing is written there, or an empty list; what is written wrong is told elsewhere. */
const isOff = (raw: unknown, path: Path): boolean => {
  const written = at(raw, path);
  return written === undefined || (Array.isArray(written) && written.length === 0);
};

const spansAt = (raw: unknown, path: Path): readonly Written[] =>
  listAt(raw, path).flatMap(({ path, value: text }) => {
    const span = typeof text === 'string' ? spanOf(text) : null;
    return span === null || typeof text !== 'string' ? [] : [{ ...span, path, text }];
  });

function outOfOrder(spans: readonly Written[]): readonly Finding[] {
  return spans.flatMap((span, i) => {
    const before = spans[i - 1];
    if (before === undefined || before.to <= span.from) return [];
    return [
      {
        path: span.path,
        what: `"${span.text}" begins before "${before.text}" has ended`,
        mend: 'List the stretches of a day in order, without overlap; one that begins after midnight belongs to the next day.',
      },
    ];
  });
}

/** A stretch over midnight that meets the first of the next day. */
function runsInto(spans: readonly Written[], next: readonly Written[] | undefined): readonly Finding[] {
  const [last, first] = [spans.at(-1), next?.[0]];
  if (last === undefined || first === undefined || last.to - 1440 <= first.from) return [];
  return [
    {
      path: last.path,
      what: `"${last.text}" runs into "${first.text}" of the next day`,
      mend: 'Let it end before the next day begins.',
    },
  ];
}
