import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type CalendarsOptions, openCalendars } from '../../db/calendars.ts';
import { openDatabase } from '../../db/connect.ts';
import type { Database } from '../../db/database.ts';
import { calendarWarnings } from '../../src/calendar-warnings.ts';
import { day } from '../../src/domain/instant.ts';
import type { Calendar, Playbook } from '../../src/domain/playbook.ts';
import { missingYears } from '../../src/domain/sla/calendars-with.ts';
import { businessDayAfter } from '../../src/domain/sla/working-hours.ts';
import type { Calendars, NamedDay } from '../../src/ports/calendars.ts';
import { aPlaybook, hq } from '../support/a-playbook.ts';
import { eachDatabase, type Fresh, freshDatabase } from '../support/databases.ts';
import { quietLog } from '../support/quiet-log.ts';

const office: Calendar = { ...hq, holidays: ['kr', 'site'], days: new Map() };
const playbook: Playbook = { ...aPlaybook, calendars: [office] };
const named = (on: string, name = on): NamedDay => ({ day: day(on), name });
const open = (db: Database, of: Partial<CalendarsOptions> = {}) => openCalendars(db, { playbook, year: 2026, ...of });

const isOff = (calendars: Calendars, on: string): boolean => calendars.current()[0]?.days.get(day(on))?.length === 0;
const off = { spans: [] };
const holiday = (list: string, on: string, name: string) => ({ list, day: day(on), name, ...off });

eachDatabase((_, openEngine) => {
  let db: Database;
  beforeAll(async () => {
    db = await openEngine();
  });
  beforeEach(async () => {
    await db.query('truncate holidays, calendar_state');
  });

  it('a first start knows the official holidays of Korea, substitutes and elections included', async () => {
    const calendars = await open(db);
    expect(calendars.version()).toBe(1);
    const is = (on: string) => isOff(calendars, on);
    expect(['2026-05-01', '2026-06-03', '2026-07-17', '2027-02-09'].map(is)).toEqual([true, true, true, true]);
    // 추석 falls on a Saturday in 2026: no substitute on the Monday after.
    expect(['2026-09-26', '2026-09-28'].map(is)).toEqual([true, false]);
    // New Year's Day of 2028 is not published yet.
    expect(is('2028-01-01')).toBe(false);
    const days = calendars.entries();
    expect(missingYears([office], days, day('2027-11-01'))).toContainEqual({ list: 'kr', year: 2028 });
    const korean = [{ ...office, holidays: ['kr'] }];
    expect(missingYears(korean, days, day('2027-10-31'))).toEqual([]);
    expect(calendarWarnings(korean, days, day('2027-11-01'))).toEqual([
      expect.stringMatching(/^The holidays of 2028 are missing from the list "kr"/),
    ]);
  });

  it('starting again changes nothing; starting with another playbook counts as a change', async () => {
    await open(db);
    expect((await open(db)).version()).toBe(1);
    const renamed = { ...office, name: { ko: '서울', en: 'Seoul' } };
    expect((await open(db, { playbook: { ...playbook, calendars: [renamed] } })).version()).toBe(1);
    const abroad = { ...office, zone: 'Europe/Berlin' };
    const moved = { ...playbook, calendars: [abroad] };
    expect((await open(db, { playbook: moved })).version()).toBe(2);
    expect((await open(db, { playbook: moved })).version()).toBe(2);
    const founded = { ...abroad, days: new Map([[day('2027-11-02'), []]]) };
    expect((await open(db, { playbook: { ...playbook, calendars: [founded] } })).version()).toBe(3);
  });

  it('which department works by which calendar is part of the playbook’s time', async () => {
    await open(db);
    const departments = playbook.departments.map((d, i) => (i === 0 ? { ...d, calendar: 'stores' } : d));
    expect((await open(db, { playbook: { ...playbook, departments } })).version()).toBe(2);
  });

  it('a temporary holiday that a newer almanac knows is added; an older one takes nothing away', async () => {
    const older = async () => [named('2026-12-25', '기독탄신일')];
    const newer = async () => [named('2026-12-24', '임시공휴일'), named('2026-12-25', '성탄절')];
    await open(db, { almanac: older });
    const calendars = await open(db, { almanac: newer });
    expect([calendars.version(), isOff(calendars, '2026-12-24')]).toEqual([2, true]);
    const back = await open(db, { almanac: older });
    expect([back.version(), isOff(back, '2026-12-24')]).toEqual([2, true]);
  });

  it('the almanac neither overwrites what a person said nor brings back what a person took off', async () => {
    const first = await open(db, { almanac: async () => [] });
    const morning = [{ from: 540, to: 780 }];
    await first.put({ list: 'kr', day: day('2026-12-24'), name: '종무식', spans: morning }, 'aram');
    await first.put(holiday('kr', '2026-12-25', '성탄절'), 'aram');
    await first.remove('kr', day('2026-12-25'), 'aram');
    const again = await open(db, { almanac: async () => [named('2026-12-24'), named('2026-12-25')] });
    expect(again.current()[0]?.days.get(day('2026-12-24'))).toEqual(morning);
    expect(isOff(again, '2026-12-25')).toBe(false);
    expect(again.version()).toBe(first.version());
  });

  it('a holiday that an administrator adds moves due days, here at once and elsewhere with the next look', async () => {
    const [here, there] = [await open(db), await open(db)];
    const third = ({ current }: Calendars) => businessDayAfter(day('2026-11-23'), 3, current()[0] ?? office);
    expect(third(here)).toBe('2026-11-26');
    expect(await here.put(holiday('kr', '2026-11-25', '임시공휴일'), 'aram')).toBe(true);
    expect([third(here), third(there)]).toEqual(['2026-11-27', '2026-11-26']);
    expect(await there.refresh()).toBe(true);
    expect([third(there), there.version()]).toEqual(['2026-11-27', here.version()]);
    expect(await there.refresh()).toBe(false);
  });

  it('every change counts one version, and what changes nothing counts none', async () => {
    const calendars = await open(db);
    const may = holiday('site', '2027-05-04', '창립기념일');
    expect(await calendars.put(may, 'aram')).toBe(true);
    expect(await calendars.put(may, 'hangyeol')).toBe(false);
    expect(calendars.version()).toBe(2);
    expect(await calendars.put({ ...may, name: '회사의 날' }, 'aram')).toBe(true);
    expect(await calendars.remove('site', day('2027-05-04'), 'aram')).toBe(true);
    expect(await calendars.remove('site', day('2027-05-04'), 'aram')).toBe(false);
    expect(await calendars.remove('site', day('2027-05-06'), 'aram')).toBe(false);
    expect(calendars.version()).toBe(4);
    expect(await calendars.put(may, 'aram')).toBe(true);
    expect([calendars.version(), isOff(calendars, '2027-05-04')]).toEqual([5, true]);
  });

  it('the next days are told in order, of one list or of all, without those taken off', async () => {
    const calendars = await open(db);
    await calendars.put(holiday('site', '2026-12-28', '하계휴가'), 'aram');
    await calendars.remove('kr', day('2027-01-01'), 'aram');
    const next = (list: string | null) => calendars.upcoming(list, day('2026-12-25'), 3).map((entry) => entry.day);
    expect(next(null)).toEqual(['2026-12-25', '2026-12-28', '2027-02-06']);
    expect(next('site')).toEqual(['2026-12-28']);
  });

  it('a file is taken whole, the next one exchanges its days in its own years, and a person’s word outlasts both', async () => {
    const calendars = await open(db);
    const files = [
      named('2026-12-25', '1. Weihnachtstag'),
      named('2026-12-26', '2. Weihnachtstag'),
      named('2027-01-01'),
    ];
    expect((await calendars.importDays('site', files, 'operator')).added).toEqual(files);
    expect(calendars.version()).toBe(2);
    expect(await calendars.importDays('site', files, 'operator')).toMatchObject({ added: [], unchanged: 3 });
    expect(calendars.version()).toBe(2);

    await calendars.remove('site', day('2026-12-26'), 'aram');
    await calendars.put(holiday('site', '2026-12-31', 'Silvester'), 'aram');
    const next = [named('2026-12-25', 'Weihnachten'), named('2026-12-26'), named('2026-12-24', 'Heiligabend')];
    const wouldBe = await calendars.importDays('site', next, 'operator', { tryOut: true });
    expect(calendars.version()).toBe(4);
    expect(isOff(calendars, '2026-12-24')).toBe(false);
    expect(await calendars.importDays('site', next, 'operator')).toEqual(wouldBe);
    expect(wouldBe).toEqual({
      added: [named('2026-12-24', 'Heiligabend')],
      renamed: [named('2026-12-25', 'Weihnachten')],
      removed: [],
      kept: [named('2026-12-26', '2. Weihnachtstag')],
      unchanged: 0,
    });
    expect(calendars.version()).toBe(5);

    const last = await calendars.importDays('site', [named('2026-12-25', 'Weihnachten')], 'operator');
    expect(last.removed).toEqual([named('2026-12-24', 'Heiligabend')]);
    // 2027 is a year of which the last two files say nothing.
    const left = calendars.upcoming('site', day('2026-01-01'), 9).map((entry) => [entry.day, entry.source]);
    expect(left).toEqual([
      ['2026-12-25', 'ical'],
      ['2026-12-31', 'person'],
      ['2027-01-01', 'ical'],
    ]);
  });

  it('a day of the almanac needs no file, and a day of a file that a person says too is theirs', async () => {
    const calendars = await open(db);
    const files = [named('2026-12-25', 'Christmas'), named('2026-12-28', 'Bridge')];
    const taken = await calendars.importDays('kr', files, 'operator');
    expect([taken.added, taken.unchanged]).toEqual([[files[1]], 1]);
    await calendars.put(holiday('kr', '2026-12-28', 'Bridge'), 'aram');
    const next = await calendars.importDays('kr', [named('2026-12-30')], 'operator');
    expect(next.removed).toEqual([]);
    expect([isOff(calendars, '2026-12-25'), isOff(calendars, '2026-12-28')]).toEqual([true, true]);
  });
});

// Only a real server has several sessions: what replicas do to each other shows here alone.
let fresh: Fresh;
let replicas: readonly Database[];
beforeAll(async () => {
  fresh = await freshDatabase('postgres');
  replicas = await Promise.all([1, 2, 3, 4].map(() => openDatabase({ ...fresh, log: quietLog() })));
});
afterAll(async () => {
  for (const db of replicas) await db.close();
  await fresh.remove();
});

it('replicas that start at once seed the holidays once, and count changes made at once one by one', async () => {
  const all = await Promise.all([...replicas, ...replicas].map((db) => open(db)));
  expect(all.map((calendars) => calendars.version())).toEqual(all.map(() => 1));
  const days = Array.from({ length: 24 }, (_, i) => `2027-06-${String((i % 12) + 1).padStart(2, '0')}`);
  const changed = await Promise.all(
    days.map((on, i) => all[i % all.length]?.put(holiday('site', on, 'Werksferien'), 'aram')),
  );
  expect(changed.filter((is) => is)).toHaveLength(12);
  for (const calendars of all) await calendars.refresh();
  expect(all.map((calendars) => calendars.version())).toEqual(all.map(() => 13));
  expect(all.map((calendars) => calendars.upcoming('site', day('2026-01-01'), 99).length)).toEqual(all.map(() => 12));
});
