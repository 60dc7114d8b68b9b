import { z } from 'zod';
import { err, ok, type Result } from '../domain/result.ts';
import { minuteOf } from '../domain/sla/hours-text.ts';
import type { Fault } from './finding.ts';

/** Small shapes that the whole playbook is made of. */

export const text = z.string().trim().min(1);
export const code = z
  .string()
  .regex(/^[A-Za-z][\w-]{0,39}$/, 'a code: Latin letters, digits, - and _, starting with a letter');
export const count = z.int().min(1);
export const label = z.strictObject({ ko: text, en: text });
/** Keys of something that people see as a label. */
export const labelled = { code, ko: text, en: text };
export const zone = z.string().refine(isZone, 'an IANA time zone such as Asia/Seoul');

/** A text that stands for something else. A bare number is a text too: `30` should hear what is wrong with it. */
export const read = <T>(from: (text: string) => Result<T, Fault>) =>
  z.preprocess(
    (value) => (typeof value === 'number' ? String(value) : value),
    z.string().transform((written, context): T => {
      const found = from(written);
      if (found.ok) return found.value;
      context.addIssue({ code: 'custom', params: found.error });
      return z.NEVER;
    }),
  );

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Minutes after midnight. */
export function readMinute(written: string): Result<number, Fault> {
  const minute = minuteOf(written);
  if (minute !== null && minute < 1440) return ok(minute);
  return err({ what: `"${written}" is no time of the day`, mend: 'Write it as "09:30".' });
}
