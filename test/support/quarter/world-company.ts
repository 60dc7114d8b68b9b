import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { shippedPlaybook } from '../../../src/config.ts';

/*
 * Forty people in eight departments over six zones: an office with a lunch break, one that leaves early on Fridays, one
 * that works at night, one without a lead, and some that never lift a finger.
 */

const workdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const week = (...spans: readonly string[]) => Object.fromEntries(workdays.map((d) => [d, spans]));
const named = (name: string) => ({ ko: name, en: name });
const calendar = (
  code: string,
  zone: string,
  worked: Record<string, readonly string[]>,
  holidays: readonly string[],
) => ({
  code,
  name: named(code),
  zone,
  week: worked,
  holidays,
});

const calendars = [
  calendar('hq', 'Asia/Seoul', week('09:00-12:00', '13:00-18:00'), ['kr']),
  calendar('berlin', 'Europe/Berlin', { ...week('09:00-17:30'), fri: ['09:00-15:00'] }, ['de']),
  calendar('newyork', 'America/New_York', week('09:00-12:30', '13:30-18:00'), ['us']),
  calendar('kolkata', 'Asia/Kolkata', { ...week('09:30-18:30'), sat: ['09:30-13:30'] }, ['in']),
  calendar('sydney', 'Australia/Sydney', week('08:30-17:00'), ['au']),
  calendar('saopaulo', 'America/Sao_Paulo', week('09:00-12:00', '13:00-18:00'), ['br']),
  calendar('night', 'Asia/Seoul', week('22:00-06:00'), ['kr']),
];

/** How a department answers: `idle` ones do nothing at all. */
export type Manner = 'brisk' | 'slow' | 'idle';
type Place = {
  readonly code: string;
  readonly calendar: string;
  readonly manner: Manner;
  readonly people: number;
  readonly hasLead: boolean;
  /** How many take turns on duty; 0: no rota. */
  readonly duty: number;
};
const places: readonly Place[] = [
  { code: 'logistics', calendar: 'hq', manner: 'brisk', people: 4, hasLead: true, duty: 3 },
  { code: 'berlin', calendar: 'berlin', manner: 'brisk', people: 4, hasLead: true, duty: 2 },
  { code: 'newyork', calendar: 'newyork', manner: 'slow', people: 4, hasLead: true, duty: 0 },
  { code: 'night', calendar: 'night', manner: 'slow', people: 4, hasLead: true, duty: 2 },
  { code: 'kolkata', calendar: 'kolkata', manner: 'idle', people: 3, hasLead: false, duty: 0 },
  { code: 'sydney', calendar: 'sydney', manner: 'idle', people: 4, hasLead: true, duty: 3 },
  { code: 'saopaulo', calendar: 'saopaulo', manner: 'idle', people: 4, hasLead: true, duty: 0 },
];

/** What each department is like; nothing is said of cs, which files and answers. */
export const manners: ReadonlyMap<string, Manner> = new Map(places.map(({ code, manner }) => [code, manner]));

const person = (id: string, roles: readonly string[], more: Record<string, unknown> = {}) => ({
  id,
  name: `이름 ${id}`,
  email: `${id}@world.example`,
  roles,
  slack: `U0${id.toUpperCase()}`,
  ...more,
});
const some = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

const people = [
  // One agent works from New York by New York's hours.
  ...some(6).map((n) =>
    person(`cs${n}`, ['csAgent'], { department: 'cs', ...(n === 6 ? { calendar: 'newyork' } : {}) }),
  ),
  person('cslead1', ['csLead', 'deptLead'], { department: 'cs' }),
  person('cslead2', ['csLead'], { department: 'cs' }),
  person('desk1', ['vocDesk']),
  person('desk2', ['vocDesk'], { calendar: 'berlin', locale: 'en' }),
  person('exec1', ['executive']),
  person('exec2', ['executive'], { calendar: 'newyork', locale: 'en' }),
  person('privacy', ['privacyOfficer']),
  ...places.flatMap(({ code, people: n, hasLead }) =>
    some(n).map((i) =>
      person(`${code}${i}`, hasLead && i === n ? ['deptLead'] : [], { department: code, locale: i % 2 ? 'ko' : 'en' }),
    ),
  ),
];

const department = (code: string, hours: string, duty: readonly string[]) => ({
  code,
  name: named(code),
  slack: `C0${code.toUpperCase()}`,
  locale: 'ko',
  calendar: hours,
  duty,
});

/** Writes that company into `directory`, with the words, promises and ladders of the playbook that ships; the path. */
export async function worldCompany(directory: string): Promise<string> {
  const shipped = parse(await readFile(shippedPlaybook, 'utf8')) as Record<string, unknown> & {
    readonly routing: readonly { readonly then: string }[];
    readonly care: { readonly feedback: Record<string, unknown> };
  };
  const path = join(directory, 'world.yaml');
  const raw = {
    ...shipped,
    calendars,
    departments: [
      department('cs', 'hq', []),
      ...places.map((p) =>
        department(
          p.code,
          p.calendar,
          some(p.duty).map((n) => `${p.code}${n}`),
        ),
      ),
    ],
    people,
    routing: shipped.routing.filter((rule) => rule.then === 'logistics'),
    // There is no IT department here to hear opinions on Meari.
    care: { ...shipped.care, feedback: { ...shipped.care.feedback, department: 'cs' } },
  };
  writeFileSync(path, stringify(raw));
  return path;
}
