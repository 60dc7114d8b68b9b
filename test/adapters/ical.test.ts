import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { IcalFault, readIcal } from '../../adapters/ical.ts';

const years = { from: 2025, to: 2028 };
const german = readFileSync('test/fixtures/german-holidays.ics');

/** A file with these lines in it, as calendar programs write it. */
const file = (...lines: readonly string[]): Buffer =>
  Buffer.from(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n'));
let events = 0;
const event = (...lines: readonly string[]): readonly string[] => {
  events += 1;
  return ['BEGIN:VEVENT', `UID:${events}@test`, 'DTSTAMP:20261122T000000Z', ...lines, 'END:VEVENT'];
};
const read = (...lines: readonly string[]) => readIcal(file(...lines), years);
const daysOf = (...lines: readonly string[]) => read(...lines).days.map(({ day }) => day);

describe('a file of German holidays', () => {
  const { days, leftOut } = readIcal(german, years);
  const nameOf = (on: string) => days.find(({ day }) => day === on)?.name;

  it('gives the fixed ones every year in sight, and the moving ones in their years', () => {
    const unity = days.filter(({ name }) => name === 'Tag der Deutschen Einheit').map(({ day }) => day);
    expect(unity).toEqual(['2025-10-03', '2026-10-03', '2027-10-03', '2028-10-03']);
    const friday = days.filter(({ name }) => name === 'Karfreitag').map(({ day }) => day);
    expect(friday).toEqual(['2026-04-03', '2027-03-26']);
  });

  it('takes both days of a feast that ends before the third, and the last Monday of a rule', () => {
    expect([nameOf('2026-12-25'), nameOf('2026-12-26'), nameOf('2026-12-27')]).toEqual([
      'Weihnachten',
      'Weihnachten',
      undefined,
    ]);
    expect([nameOf('2026-05-25'), nameOf('2027-05-31')]).toEqual(['Betriebsausflug', 'Betriebsausflug']);
  });

  it('joins what was folded, in the middle of a letter too, and one day has one line', () => {
    expect(nameOf('2026-06-04')).toBe(
      'Fronleichnam – gilt für Baden-Württemberg, Bayern, Hessen und Nordrhein-Westfalen',
    );
    expect(nameOf('2026-11-18')).toBe('Buß- und Bettag, Volkstrauertag der Firma');
    expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
    expect(days.map(({ day }) => day)).toEqual(days.map(({ day }) => day).toSorted());
  });

  it('leaves out a meeting at a time of day, and says so; what was cancelled is not worth a word', () => {
    expect(leftOut).toBe(1);
    expect(days.some(({ name }) => /Besprechung|abgesagt/.test(name))).toBe(false);
  });

  it('is the same with other line ends and with a mark at its beginning', () => {
    const unix = Buffer.from(german.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
    expect(readIcal(unix, years)).toEqual({ days, leftOut });
    expect(readIcal(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), german]), years)).toEqual({ days, leftOut });
  });
});

describe('the days of an event', () => {
  it('end before its end, or after as many as it lasts; without an end it is one', () => {
    expect(daysOf(...event('DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261227'))).toHaveLength(3);
    expect(daysOf(...event('DTSTART;VALUE=DATE:20261224', 'DURATION:P1W'))).toHaveLength(7);
    expect(daysOf(...event('DTSTART;VALUE=DATE:20261224'))).toEqual(['2026-12-24']);
    expect(daysOf(...event('DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261224'))).toEqual(['2026-12-24']);
  });

  it('count in the years that are asked for, however long the event is', () => {
    const days = daysOf(...event('DTSTART;VALUE=DATE:20241230', 'DTEND;VALUE=DATE:20250103'));
    expect(days).toEqual(['2025-01-01', '2025-01-02']);
    expect(daysOf(...event('DTSTART;VALUE=DATE:19000101', 'DTEND;VALUE=DATE:99991231'))).toHaveLength(4 * 365 + 1);
  });

  it('leave out the turns that were taken back, and follow the one that was moved', () => {
    const rule = event('DTSTART;VALUE=DATE:20250601', 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20260601');
    const uid = rule.find((line) => line.startsWith('UID')) ?? '';
    const moved = [
      'BEGIN:VEVENT',
      uid,
      'RECURRENCE-ID;VALUE=DATE:20270601',
      'DTSTART;VALUE=DATE:20270607',
      'END:VEVENT',
    ];
    const other = event('DTSTART;VALUE=DATE:20250701', 'RRULE:FREQ=YEARLY;COUNT=3');
    expect(daysOf(...rule, ...moved, ...other)).toEqual([
      '2025-06-01',
      '2025-07-01',
      '2026-07-01',
      '2027-06-07',
      '2027-07-01',
      '2028-06-01',
    ]);
  });

  it('come on a leap day in leap years only', () => {
    expect(daysOf(...event('DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY'))).toEqual(['2028-02-29']);
  });

  it('are not taken from rules that repeat otherwise than yearly: they would hold up a year', () => {
    const one = event('DTSTART;VALUE=DATE:20261224');
    const others = ['FREQ=WEEKLY', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=YEARLY;BYWEEKNO=20'];
    const repeated = others.flatMap((rule) => event('DTSTART;VALUE=DATE:20250101', `RRULE:${rule}`));
    expect(read(...one, ...repeated)).toEqual({ days: [{ day: '2026-12-24', name: 'Holiday' }], leftOut: 3 });
  });
});

describe('a file that cannot be taken is told in a sentence:', () => {
  const sentence = (bytes: Uint8Array): string => {
    try {
      readIcal(bytes, years);
    } catch (fault) {
      if (fault instanceof IcalFault) return fault.message;
      throw fault;
    }
    return 'taken';
  };
  const broken = (...lines: readonly string[]) => sentence(file(...event(...lines)));

  it.each([
    ['a page that asks to log in', Buffer.from('<html><body>Sign in</body></html>'), /no iCalendar file/],
    ['an empty one', Buffer.alloc(0), /no iCalendar file/],
    ['an address book', Buffer.from('BEGIN:VCARD\r\nEND:VCARD\r\n'), /no iCalendar file/],
    ['one that was cut off', german.subarray(0, german.length / 2), /damaged or cut off/],
    ['one with a damaged line', file('BEGIN:VEVENT', 'SUMMARY Weihnachten', 'END:VEVENT'), /damaged or cut off/],
    ['one in another encoding', Buffer.from(file('X-WR-CALNAME:Bußtag').toString(), 'latin1'), /not in UTF-8/],
    ['one larger than any', Buffer.alloc(2_000_001, 'x'), /larger than 2 MB/],
    ['one without whole days', file(...event('DTSTART:20261224T090000Z')), /no event of whole days from 2025 to 2028/],
    ['one of another time', file(...event('DTSTART;VALUE=DATE:20010101')), /no event of whole days from 2025 to 2028/],
  ])('%s', (_, bytes, says) => {
    expect(sentence(bytes)).toMatch(says);
  });

  it.each([
    [['DTSTART;VALUE=DATE:20261340']],
    [['DTSTART;VALUE=DATE:2026-12-24']],
    [['DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261232']],
    [['DTSTART;VALUE=DATE:Christmas']],
    [['DTSTART;VALUE=DATE:20261224', 'RRULE:FREQ=YEARLY;INTERVAL=1000000000']],
  ])('a day or a rule that does not exist, with the name of its event: %j', (lines) => {
    expect(broken('SUMMARY:Weihnachten', ...lines)).toBe(
      'The event "Weihnachten" has a date or a rule that cannot be read.',
    );
  });

  it.each(['YEARLY;BYMONTH=13', 'SOMETIMES'])('a rule that is none, with what is wrong in it: %s', (rule) => {
    const said = broken('SUMMARY:Weihnachten', 'DTSTART;VALUE=DATE:20261224', `RRULE:FREQ=${rule}`);
    expect(said).toMatch(/a date or a rule that cannot be read \(.*"(13|SOMETIMES)"/);
  });

  it('more days than holidays can have', () => {
    const many = Array.from({ length: 5_001 }, (_, i) =>
      event(`DTSTART;VALUE=DATE:202612${String((i % 28) + 1).padStart(2, '0')}`),
    );
    expect(sentence(file(...many.flat()))).toMatch(/more than 5,000 days/);
    expect(readIcal(file(...many.slice(0, 5_000).flat()), years).days).toHaveLength(28);
  });

  it('rules that would be counted for minutes', () => {
    const weekly = Array.from({ length: 20 }, () => event('DTSTART;VALUE=DATE:16010101', 'RRULE:FREQ=YEARLY;BYDAY=MO'));
    const began = performance.now();
    expect(sentence(file(...weekly.flat()))).toMatch(/repeats its events too often/);
    expect(performance.now() - began).toBeLessThan(30_000);
  });
});
