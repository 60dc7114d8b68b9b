import { channelOf } from '../../../src/domain/digests.ts';
import { departmentCode, personId } from '../../../src/domain/ids.ts';
import { day } from '../../../src/domain/instant.ts';
import type { Calendar, Department, Playbook, PlaybookPerson } from '../../../src/domain/playbook.ts';
import type { DigestChoice } from '../../../src/ports/figures.ts';
import { koreanHolidays } from '../korean-holidays.ts';
import { shipped } from '../shipped-playbook.ts';

/** Where people of the company work: what the playbook says, and what the list by hand is reckoned from. */
export const offices = {
  seoul: { zone: 'Asia/Seoul', opens: 9 * 60, ends: 18 * 60, off: [...koreanHolidays.keys()] as readonly string[] },
  /** Everybody is away between the years. */
  berlin: {
    zone: 'Europe/Berlin',
    opens: 9 * 60,
    ends: 17 * 60,
    off: [
      ...['2026-12-24', '2026-12-25', '2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01'],
      ...['2027-03-26', '2027-03-29', '2027-05-06', '2027-05-17'],
    ],
  },
  /** They begin before the hour at which digests leave. */
  newyork: {
    zone: 'America/New_York',
    opens: 8 * 60 + 30,
    ends: 17 * 60,
    off: [
      '2026-11-26',
      '2026-12-25',
      '2027-01-01',
      '2027-01-18',
      '2027-02-15',
      '2027-05-31',
      '2027-07-05',
      '2027-09-06',
    ],
  },
} satisfies Readonly<Record<string, { zone: string; opens: number; ends: number; off: readonly string[] }>>;
export type Office = keyof typeof offices;

const calendar = (code: Office): Calendar => {
  const { zone, opens, ends, off } = offices[code];
  const worked = [{ from: opens, to: ends }];
  return {
    code,
    name: { ko: code, en: code },
    zone,
    week: [[], worked, worked, worked, worked, worked, []],
    days: new Map(off.map((date) => [day(date), []])),
    holidays: [],
  };
};

/** Each department and the office it is in. */
export const departments = { cs: 'seoul', logistics: 'seoul', quality: 'berlin', it: 'newyork' } as const;
export type DepartmentName = keyof typeof departments;
/** People talk to customers there. */
export const serving: readonly DepartmentName[] = ['cs', 'it'];
export const leads: Readonly<Record<DepartmentName, string>> = {
  cs: 'mirae',
  logistics: 'sechan',
  quality: 'dongmin',
  it: 'sejin',
};
/** Who reads the company's digests, and by which office's hours. */
export const executives: Readonly<Record<string, Office>> = { dain: 'seoul', laura: 'berlin', grace: 'newyork' };
/** The channel that executives have; it goes by the company's hours. */
export const executivesChannel = 'C0EXEC';
export const channelIdOf = (department: DepartmentName): string => `C0${department.toUpperCase()}`;
export const chatOf = (person: string): string => `U0${person.toUpperCase()}`;

/** Helen leads no company and wants the week all the same; Laura has enough of the month, logistics of every morning. */
export const choices: readonly DigestChoice[] = [
  { subject: personId('helen'), digest: 'weekly', wanted: true },
  { subject: personId('laura'), digest: 'monthly', wanted: false },
  { subject: channelOf(departmentCode('logistics')), digest: 'today', wanted: false },
];

const names = Object.keys(departments) as DepartmentName[];

function person(id: string): PlaybookPerson {
  const found = shipped.people.find((known) => known.id === id);
  if (found === undefined) throw new Error(`nobody is called ${id}`);
  const office = executives[id];
  return office === undefined ? found : { ...found, department: null, roles: ['executive'], calendar: office };
}

/** The shipped company, three departments of which have moved: two calendars more, each with its own clock. */
export const threeZones: Playbook = {
  ...shipped,
  calendars: (Object.keys(offices) as Office[]).map(calendar),
  departments: names.map((code): Department => {
    const found = shipped.departments.find((known) => known.code === code);
    if (found === undefined) throw new Error(`there is no ${code}`);
    return { ...found, calendar: departments[code], channels: { slack: channelIdOf(code) } };
  }),
  digests: { ...shipped.digests, at: 9 * 60, channels: { slack: executivesChannel } },
  people: [
    ...[...Object.keys(executives), ...Object.values(leads), 'helen', 'duri', 'hana', 'yuna', 'bada', 'aram'].map(
      person,
    ),
    // Somebody in New York talks to customers too.
    { ...person('emily'), department: departmentCode('it') },
  ],
};
