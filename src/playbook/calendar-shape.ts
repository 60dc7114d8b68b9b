import { z } from 'zod';
import { dayNumber } from '../domain/calendar.ts';
import { type Day, day } from '../domain/instant.ts';
import type { Calendar } from '../domain/playbook.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { spanOf } from '../domain/sla/hours-text.ts';
import type { Span } from '../domain/sla/working-hours.ts';
import type { Fault } from './finding.ts';
import { code, label, read, text, zone } from './shape-parts.ts';

export function readSpan(written: string): Result<Span, Fault> {
  const span = spanOf(written);
  if (span !== null) return ok(span);
  return err({
    what: `"${written}" is no stretch of a day`,
    mend: 'Write two times such as "09:00-12:00"; "22:00-06:00" ends on the next day, "18:00-24:00" at its beginning.',
  });
}

function readDay(written: string): Result<Day, Fault> {
  if (dayNumber(day(written)) !== null) return ok(day(written));
  return err({ what: `"${written}" is no day of the calendar`, mend: 'Write an existing day as 2026-11-02.' });
}

const spans = z.array(read(readSpan)).default([]);

export const calendar = z
  .strictObject({
    code,
    name: label,
    zone,
    week: z
      .strictObject({ mon: spans, tue: spans, wed: spans, thu: spans, fri: spans, sat: spans, sun: spans })
      .transform(({ mon, tue, wed, thu, fri, sat, sun }) => [sun, mon, tue, wed, thu, fri, sat]),
    holidays: z.array(code).default([]),
    /** The name is for whoever reads the file. */
    days: z.array(z.strictObject({ day: read(readDay), name: text, hours: spans })).default([]),
  })
  .transform(({ days, ...rest }): Calendar => ({ ...rest, days: new Map(days.map((d) => [d.day, d.hours])) }));
