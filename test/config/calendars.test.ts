import { describe, expect, it } from 'vitest';
import { day, instant } from '../../src/domain/instant.ts';
import type { Calendar } from '../../src/domain/playbook.ts';
import { endOfWork, isWorked, workingTime } from '../../src/domain/sla/working-hours.ts';
import { loadPlaybook, readPlaybook } from '../../src/playbook/load-playbook.ts';
import { type Change, changed, lineOf, only, problemsOf, saved, source } from '../support/playbook-file.ts';
import { shipped, shippedAtWork } from '../support/shipped-playbook.ts';

const at = (iso: string) => instant(Date.parse(iso));
const monday = "      mon: ['09:00-12:00', '13:00-18:00']";
const tuesday = "      tue: ['09:00-12:00', '13:00-18:00']";
const days = '    holidays: [kr]\n    days: []';

const first = (...changes: readonly Change[]): Calendar => {
  const [calendar] = loadPlaybook(changed(...changes)).calendars;
  if (calendar === undefined) throw new Error('no calendar');
  return calendar;
};
const specialDays = (...rows: readonly string[]): Change => [
  days,
  ['    holidays: [kr]', '    days:', ...rows.map((row) => `      - ${row}`)].join('\n'),
];

describe('the calendars that ship', () => {
  it('begin with the office: Monday to Friday, an hour for lunch, 480 minutes a day', () => {
    const [hq] = shipped.calendars;
    expect(hq).toMatchObject({ code: 'hq', zone: 'Asia/Seoul', holidays: ['kr'] });
    const office = [
      { from: 540, to: 720 },
      { from: 780, to: 1080 },
    ];
    expect(hq?.week).toEqual([[], office, office, office, office, office, []]);
  });

  it('let the stores work every day, holidays too', () => {
    const ops = shippedAtWork.calendars.find((c) => c.code === 'ops');
    expect(ops?.week).toEqual(Array.from({ length: 7 }, () => [{ from: 600, to: 1260 }]));
    expect(ops?.days.size).toBe(0);
    expect(shipped.departments.find((d) => d.code === 'operations')?.calendar).toBe('ops');
  });

  it('are the first one for whoever names none', () => {
    const others = shipped.departments.filter((d) => d.code !== 'operations');
    expect(new Set(others.map((d) => d.calendar))).toEqual(new Set(['hq']));
    expect(shipped.people.every((p) => p.calendar === null)).toBe(true);
  });

  it('leave public holidays to the almanac, which closes the office on 추석', () => {
    expect(shipped.calendars[0]?.days.size).toBe(0);
    const hq = shippedAtWork.calendars[0];
    expect(hq && endOfWork(day('2026-09-25'), hq)).toBeNull();
    expect(hq && endOfWork(day('2026-09-28'), hq)).toBe(at('2026-09-28T18:00+09:00'));
  });
});

describe('a calendar of the company', () => {
  it('knows days of its own: one off, one half, one worked in exchange', () => {
    const hq = first(
      specialDays(
        '{ day: 2026-11-02, name: 창립기념일, hours: [] }',
        "{ day: 2026-12-31, name: 종무일, hours: ['09:00-12:00'] }",
        "{ day: 2026-11-07, name: 대체 근무, hours: ['10:00-15:00'] }",
        '{ day: 2026-12-24, name: 휴무 }',
      ),
    );
    expect([...hq.days]).toEqual([
      ['2026-11-02', []],
      ['2026-12-31', [{ from: 540, to: 720 }]],
      ['2026-11-07', [{ from: 600, to: 900 }]],
      ['2026-12-24', []],
    ]);
    expect(endOfWork(day('2026-12-31'), hq)).toBe(at('2026-12-31T12:00+09:00'));
  });

  it('counts a span over midnight to the day it began', () => {
    const nights = first([monday, "      mon: ['22:00-06:00']"]);
    expect(nights.week[1]).toEqual([{ from: 1320, to: 1800 }]);
    expect(endOfWork(day('2026-11-23'), nights)).toBe(at('2026-11-24T06:00+09:00'));
    expect(isWorked(at('2026-11-24T05:59+09:00'), nights)).toBe(true);
    const mondayOff = first([monday, "      mon: ['22:00-06:00']"], specialDays('{ day: 2026-11-23, name: 휴무 }'));
    expect(isWorked(at('2026-11-24T05:59+09:00'), mondayOff)).toBe(false);
  });

  it('may close at midnight, and open again at midnight', () => {
    const late = first([monday, "      mon: ['18:00-24:00']"], [tuesday, "      tue: ['00:00-08:00']"]);
    expect(workingTime(at('2026-11-23T17:00+09:00'), at('2026-11-24T09:00+09:00'), late)).toBe(14 * 3_600_000);
  });

  it('is what a department, or one person of it, works by', () => {
    const playbook = loadPlaybook(
      changed(
        ['slack: C0FACILITIES, locale: ko', 'slack: C0FACILITIES, locale: ko, calendar: ops'],
        ['department: b2b, locale: en', 'department: b2b, calendar: ops, locale: en'],
      ),
    );
    expect(playbook.departments.find((d) => d.code === 'facilities')?.calendar).toBe('ops');
    expect(playbook.people.find((p) => p.id === 'oliver')?.calendar).toBe('ops');
  });
});

describe('a calendar with problems', () => {
  it('is told of an unknown zone, at its line', () => {
    const path = changed(['    zone: Asia/Seoul\n    week', '    zone: Asia/Soul\n    week']);
    expect(only(path)).toMatchObject({
      where: `${path}:${lineOf('    zone: Asia/Seoul\n    week')} calendars[0].zone`,
      what: 'is not known',
      mend: 'Write an IANA time zone such as Asia/Seoul.',
    });
  });

  it('is told of a text that is no stretch of a day', () => {
    const problem = only(changed([monday, "      mon: ['9 to 5']"]));
    expect(problem).toMatchObject({ what: '"9 to 5" is no stretch of a day' });
    expect(problem.where).toContain('calendars[0].week.mon[0]');
    expect(only(changed([monday, '      mon: [9]'])).what).toBe('"9" is no stretch of a day');
  });

  it('is told of stretches that overlap or stand in the wrong order', () => {
    const overlap = only(changed([monday, "      mon: ['09:00-13:00', '12:00-18:00']"]));
    expect(overlap.what).toBe('"12:00-18:00" begins before "09:00-13:00" has ended');
    expect(overlap.where).toContain('calendars[0].week.mon[1]');
    expect(only(changed([monday, "      mon: ['13:00-18:00', '09:00-12:00']"])).what).toContain('begins before');
  });

  it('is told of a night that runs into the next morning, also from Saturday into Sunday', () => {
    const night = only(changed([monday, "      mon: ['22:00-09:30']"]));
    expect(night.what).toBe('"22:00-09:30" runs into "09:00-12:00" of the next day');
    expect(night.where).toContain('calendars[0].week.mon[0]');
    expect(only(changed(["      sat: ['10:00-21:00']", "      sat: ['20:00-11:00']"])).what).toBe(
      '"20:00-11:00" runs into "10:00-21:00" of the next day',
    );
  });

  it('is told when a day of its own collides with the night before or the morning after', () => {
    const early = "{ day: 2026-11-24, name: 재고 조사, hours: ['05:00-12:00'] }";
    expect(only(changed([monday, "      mon: ['22:00-06:00']"], specialDays(early))).what).toBe(
      '"22:00-06:00" runs into "05:00-12:00" of the next day',
    );
    const late = "{ day: 2026-11-23, name: 야간 점검, hours: ['22:00-10:00'] }";
    const collides = only(changed(specialDays(late)));
    expect(collides.what).toBe('"22:00-10:00" runs into "09:00-12:00" of the next day');
    expect(collides.where).toContain('calendars[0].days[0].hours[0]');
    const free = '{ day: 2026-11-24, name: 휴무 }';
    expect(loadPlaybook(changed(specialDays(late, free))).calendars[0]?.days.size).toBe(2);
    const mixed = "{ day: 2026-11-24, name: 재고 조사, hours: ['13:00-15:00', '09:00-12:00'] }";
    expect(only(changed(specialDays(mixed))).what).toContain('begins before');
  });

  it('is told of a day that does not exist, and of one that stands there twice', () => {
    expect(only(changed(specialDays('{ day: 2027-02-29, name: 휴무 }')))).toMatchObject({
      what: '"2027-02-29" is no day of the calendar',
    });
    expect(only(changed(specialDays('{ day: tomorrow, name: 휴무 }'))).what).toContain('no day of the calendar');
    const twice = changed(specialDays('{ day: 2026-11-02, name: 하나 }', '{ day: 2026-11-02, name: 둘 }'));
    expect(only(twice)).toMatchObject({ what: '"2026-11-02" is used twice' });
  });

  it('is told when nothing would ever be due', () => {
    const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'].map(
      (name): Change => [`      ${name}: ['09:00-12:00', '13:00-18:00']`, `      ${name}: []`],
    );
    const problem = only(changed(...weekdays));
    expect(problem.what).toContain('no working day: nothing would ever be due');
    expect(problem.where).toContain('calendars[0].week');
    const oneIsEnough = loadPlaybook(changed(...weekdays.slice(1)));
    expect(oneIsEnough.calendars[0]?.week.filter((spans) => spans.length > 0)).toHaveLength(1);
  });

  it('is told of a code that two of them share, or that nobody gave', () => {
    const shared = problemsOf(changed(['  - code: ops', '  - code: hq']));
    expect(shared.map((p) => p.what)).toEqual(expect.arrayContaining(['"hq" is used twice', '"ops" is no calendar']));
    expect(only(changed(['locale: ko, calendar: ops', 'locale: ko, calendar: shops'])).what).toBe(
      '"shops" is no calendar',
    );
    expect(only(changed(['department: b2b, locale: en', 'department: b2b, calendar: mars, locale: en'])).what).toBe(
      '"mars" is no calendar',
    );
  });

  it('is told of everything at once', () => {
    const found = problemsOf(
      changed(
        ['    zone: Asia/Seoul\n    week', '    zone: Asia/Soul\n    week'],
        [monday, "      mon: ['09:00-13:00', '12:00-18:00']"],
        [tuesday, "      tuesday: ['09:00-18:00']"],
        ["      sat: ['10:00-21:00']", "      sat: ['ten']"],
        specialDays('{ day: 2026-13-01, name: 휴무 }'),
      ),
    );
    expect(found.map((p) => p.what).sort()).toEqual(
      [
        'is not known',
        '"12:00-18:00" begins before "09:00-13:00" has ended',
        'is not a key of the playbook',
        '"ten" is no stretch of a day',
        '"2026-13-01" is no day of the calendar',
      ].sort(),
    );
  });

  it('is asked for, once, where there is none', () => {
    const found = problemsOf(saved(source.replace(/^calendars:[\s\S]*?(?=^# ── )/m, '')));
    expect(found.map((p) => `${p.where.split(' ')[1]} ${p.what}`)).toEqual(['calendars is missing']);
  });
});

describe('who is on duty', () => {
  it('is a list of people of the department, empty unless given', () => {
    const duty = (code: string) => shipped.departments.find((d) => d.code === code)?.duty;
    expect(duty('logistics')).toEqual(['hana', 'jiho']);
    expect(duty('cs')).toEqual(['duri', 'emily']);
    expect(duty('legal')).toEqual([]);
  });

  it('is somebody who is there, and belongs to the department', () => {
    const gone = only(changed(['duty: [hana, jiho]', 'duty: [hana, nobody]']));
    expect(gone).toMatchObject({ what: '"nobody" is nobody under people', mend: 'Use one of: hana, jiho, sechan.' });
    expect(gone.where).toContain('.duty[1]');
    expect(only(changed(['duty: [hana, jiho]', 'duty: [hana, yuna]'])).what).toBe(
      '"yuna" does not belong to "logistics"',
    );
    expect(only(changed(['duty: [hana, jiho]', 'duty: [hana, aram]'])).what).toBe(
      '"aram" does not belong to "logistics"',
    );
  });

  it('or the lead: a department with neither is warned about its nights', () => {
    const said = (...changes: readonly Change[]) => readPlaybook(changed(...changes)).warnings.join('\n');
    const leaderless: Change = ['roles: [deptLead], slack: U0SECHAN', 'slack: U0SECHAN'];
    expect(said(leaderless)).not.toContain('neither duty nor deptLead');
    expect(said(leaderless, [', duty: [hana, jiho]', ''])).toContain(
      'department "logistics" has neither duty nor deptLead',
    );
    expect(said([', duty: [hana, jiho]', ''])).toBe('');
  });
});
