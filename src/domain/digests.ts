import { type Bulletin, keyOfBulletin } from './bulletins.ts';
import { addDays } from './calendar.ts';
import type { DepartmentCode, PersonId } from './ids.ts';
import { type Day, days, type Instant, minus } from './instant.ts';
import { firstDayOf, type Month, monthAfter, monthBefore, monthIn } from './month.ts';
import type { BulletinNotice } from './notices.ts';
import { hasRole, isLead, type Person, type Role } from './people.ts';
import type { Calendar, Playbook } from './playbook.ts';
import { calendarHolding, openingOn } from './sla/clock-times.ts';
import { hoursOfPerson } from './sla/duty.ts';
import { endOfWork, startOfWork } from './sla/working-hours.ts';
import { mondayOf } from './week.ts';
import { dayIn, momentAt } from './zone.ts';

/**
 * `weekly`, `monthly`: one screen for executives. `scorecard`: how a department did in a month, for who leads it. `today`:
 * what a department owes today. `customers`: what CS can tell customers today.
 */
export const digestNames = ['weekly', 'monthly', 'scorecard', 'today', 'customers'] as const;
export type DigestName = (typeof digestNames)[number];

/** Who is asked whether a digest is wanted: a person, or a department's channel. */
export type Subject = PersonId | `department:${DepartmentCode}`;
export const channelOf = (department: DepartmentCode): Subject => `department:${department}`;

/** What somebody chose; null: nothing, so their role decides. */
export type Choices = (subject: Subject, digest: DigestName) => boolean | null;

/** Who reads the company's figures: whoever leads it, or serves all of its customers. */
export const readFigures = ['executive', 'csLead', 'vocDesk', 'admin'] as const satisfies readonly Role[];

/** What this person may read, and be sent. A channel's is steered by who leads there. */
export function digestsOf(person: Person, playbook: Playbook): readonly DigestName[] {
  const leads = person.department !== null && hasRole(person, 'deptLead');
  const leadsCustomerService =
    person.department !== null && servesCustomers(person.department, playbook) && hasRole(person, 'csLead', 'deptLead');
  const may: Readonly<Record<DigestName, boolean>> = {
    weekly: hasRole(person, ...readFigures),
    monthly: hasRole(person, ...readFigures),
    scorecard: leads,
    today: leads,
    customers: leadsCustomerService,
  };
  return digestNames.filter((name) => may[name]);
}

const isForAChannel = (name: DigestName): boolean => name === 'today' || name === 'customers';

/** What comes into a channel is steered for the channel. */
export const subjectOf = (name: DigestName, { id, department }: Person): Subject =>
  isForAChannel(name) && department !== null ? channelOf(department) : id;

/** Whether it is sent: as was chosen, else as the role has it. */
export const comes = (name: DigestName, reader: Person, choices: Choices): boolean =>
  choices(subjectOf(name, reader), name) ??
  (isForAChannel(name) || hasRole(reader, name === 'scorecard' ? 'deptLead' : 'executive'));

/** People who talk to customers work there. */
export const servesCustomers = (department: DepartmentCode, { people }: Playbook): boolean =>
  people.some((person) => person.department === department && person.roles.includes('csAgent'));

/** Something that should have been told by now, once, under its key. */
export type Issue = { readonly key: string; readonly notices: readonly BulletinNotice[] };

/** Days after which nobody needs it any more, where something newer comes by itself. */
const staleAfter = 14;

/**
 * Everything that should have been told by now, however late we come to it: each reader's by the calendar they work by. What
 * is about a day is told on that day or not at all.
 */
export function issuesDue(at: Instant, playbook: Playbook, choices: Choices): readonly Issue[] {
  const month = monthBefore(monthIn(at, playbook.zone));
  const weeks = weeksEndedBy(at, playbook.zone);
  return [
    ...forEverybody(at, month, playbook),
    ...weeks.flatMap((week) => toPeople('weekly', { about: 'weekly', week }, addDays(week, 7), at, playbook, choices)),
    ...monthsBack(month).flatMap((of) => [
      ...toPeople('monthly', { about: 'monthly', month: of }, firstDayAfter(of), at, playbook, choices),
      ...scorecards(of, at, playbook, choices),
    ]),
    ...daily(at, playbook, choices),
  ];
}

/** The weeks that ended last, newest first. A week in which nobody works lets two digests come on one day. */
function weeksEndedBy(at: Instant, zone: string): readonly Day[] {
  const monday = mondayOf(at, zone);
  return [addDays(monday, -7), addDays(monday, -14)];
}

const monthsBack = (month: Month): readonly Month[] => [month, monthBefore(month)];
const firstDayAfter = (month: Month): Day => firstDayOf(monthAfter(month));

function forEverybody(at: Instant, month: Month, playbook: Playbook): readonly Issue[] {
  const opening = openingOn(firstDayAfter(month), calendarHolding(null, playbook));
  if (opening === null || at < opening) return [];
  const bulletin: Bulletin = { about: 'changed', month };
  const audience = { to: 'kudos', department: null } as const;
  return [{ key: keyOfBulletin(bulletin), notices: [{ type: 'bulletin', audience, bulletin }] }];
}

/** Private, on the reader's first working day from `day` on, at the hour for it. */
function toPeople(
  name: 'weekly' | 'monthly',
  bulletin: Bulletin,
  day: Day,
  at: Instant,
  playbook: Playbook,
  choices: Choices,
): readonly Issue[] {
  const wanted = playbook.people.filter((person) => wants(name, person, playbook, choices));
  const channels = Object.keys(playbook.digests.channels).length > 0;
  return playbook.calendars.flatMap((calendar, i): readonly Issue[] => {
    if (!isDue(day, at, calendar, playbook)) return [];
    const here = wanted.filter(({ id }) => hoursOfPerson(id, playbook).code === calendar.code);
    const audiences: readonly BulletinNotice['audience'][] = [
      ...here.map(({ id }) => ({ to: 'person' as const, person: id })),
      ...(channels && i === 0 ? [{ to: 'executives' as const }] : []),
    ];
    return audiences.length === 0
      ? []
      : [
          {
            key: `${keyOfBulletin(bulletin)}@${calendar.code}`,
            notices: audiences.map((audience) => ({ type: 'bulletin', audience, bulletin })),
          },
        ];
  });
}

const wants = (name: DigestName, person: Person, playbook: Playbook, choices: Choices): boolean =>
  digestsOf(person, playbook).includes(name) && comes(name, person, choices);

/** From the first working moment on or after the day, and not before the hour for it. */
function isDue(day: Day, at: Instant, calendar: Calendar, { digests }: Playbook): boolean {
  const opening = openingOn(day, calendar);
  if (opening === null) return false;
  const hour = momentAt(dayIn(opening, calendar.zone), Math.floor(digests.at / 60), digests.at % 60, calendar.zone);
  const due = Math.max(opening, hour);
  return at >= due && minus(at, days(staleAfter)) < due;
}

function scorecards(month: Month, at: Instant, playbook: Playbook, choices: Choices): readonly Issue[] {
  return playbook.departments.flatMap(({ code }): readonly Issue[] => {
    const calendar = calendarHolding(code, playbook);
    if (!isDue(firstDayAfter(month), at, calendar, playbook)) return [];
    const leads = playbook.people.filter(
      (person) => person.department === code && wants('scorecard', person, playbook, choices),
    );
    const bulletin: Bulletin = { about: 'scorecard', department: code, month };
    const notices = leads.map(
      ({ id }): BulletinNotice => ({ type: 'bulletin', audience: { to: 'person', person: id }, bulletin }),
    );
    return notices.length === 0 ? [] : [{ key: keyOfBulletin(bulletin), notices }];
  });
}

/** With the opening of a department's day, and while it lasts. */
function daily(at: Instant, playbook: Playbook, choices: Choices): readonly Issue[] {
  return playbook.departments.flatMap(({ code: department }): readonly Issue[] => {
    const calendar = calendarHolding(department, playbook);
    const today = dayIn(at, calendar.zone);
    const [opens, ends] = [startOfWork(today, calendar), endOfWork(today, calendar)];
    if (opens === null || ends === null || at < opens || at >= ends) return [];
    const names = ['today', ...(servesCustomers(department, playbook) ? (['customers'] as const) : [])] as const;
    return names.flatMap((about): readonly Issue[] => {
      if (choices(channelOf(department), about) === false) return [];
      const bulletin: Bulletin = { about, department, day: today };
      const audience = { to: 'department', department } as const;
      return [{ key: keyOfBulletin(bulletin), notices: [{ type: 'bulletin', audience, bulletin }] }];
    });
  });
}

/** Everybody who reads the company's figures reads every department's card; a lead their own. */
export const maySeeScorecard = (person: Person, department: DepartmentCode): boolean =>
  hasRole(person, ...readFigures) || isLead(person, department);
