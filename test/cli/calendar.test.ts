import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { calendarTask } from '../../src/cli-calendar.ts';
import { freshDatabase } from '../support/databases.ts';
import { runMeari } from './run-meari.ts';

// Each command is a process of its own; several in one test take a while on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

const wordsOf = (line: string) => line.split(' ');

describe('the words after calendar', () => {
  it.each([
    ['add kr 2027-03-02 임시공휴일', { type: 'add', list: 'kr', day: '2027-03-02', name: '임시공휴일', spans: [] }],
    ['remove kr 2027-03-02', { type: 'remove', list: 'kr', day: '2027-03-02' }],
    ['import de a.ics', { type: 'import', list: 'de', path: 'a.ics', tryOut: false }],
    ['import de --dry-run a.ics', { type: 'import', list: 'de', path: 'a.ics', tryOut: true }],
  ])('say what is to be done: %s', (line, task) => {
    expect(calendarTask(wordsOf(line))).toEqual(task);
  });

  it('say which hours are worked on such a day', () => {
    const hours = (text: string) => calendarTask(['add', 'site', '2026-12-31', '종무식', text]);
    expect(hours('09:00-13:00')).toMatchObject({ spans: [{ from: 540, to: 780 }] });
    expect(hours('09:00-12:00,13:00-15:00')).toMatchObject({
      spans: [
        { from: 540, to: 720 },
        { from: 780, to: 900 },
      ],
    });
    for (const none of ['9시', '25:00-26:00', '13:00-15:00,09:00-12:00', '09:00']) {
      expect(hours(none)).toEqual({ misused: expect.stringContaining(`"${none}" are no hours.`) });
    }
  });

  it.each([
    ['purge', 'calendar does not know "purge".'],
    ['import', 'Of which list of holidays'],
    ['import de', 'Which file?'],
    ['import de a.ics b.ics', '"b.ics" is one word too many.'],
    ['add 휴일 2027-03-02 x', '"휴일" is no list'],
    ['add kr', 'Which day?'],
    ['add kr 2027-02-30 x', '"2027-02-30" is no day.'],
    ['add kr 2027-03-02', 'What is the day called?'],
    ['add kr 2027-03-02 회사 창립 기념일', 'a name of several words stands in quotes'],
    ['remove kr 2027-03-02 now', '"now" is one word too many.'],
  ])('that make no sense are answered with what there is: %s', (line, sentence) => {
    expect(calendarTask(wordsOf(line))).toEqual({ misused: expect.stringContaining(sentence) });
  });
});

describe('calendar', () => {
  const folder = mkdtempSync(join(tmpdir(), 'meari-calendar-'));
  const year = new Date().getUTCFullYear();
  let dataDir: string;
  beforeAll(async () => {
    dataDir = (await freshDatabase('embedded')).dataDir;
  });
  afterAll(() => {
    for (const path of [folder, dataDir]) rmSync(path, { recursive: true, force: true });
  });
  const meari = (...words: readonly string[]) => runMeari(['calendar', ...words], { DATA_DIR: dataDir });

  it('shows a day that was put on a list, and no more once it is taken off', async () => {
    // Soon, so that it is among the next days whenever this runs.
    const on = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    expect(await meari('add', 'kr', on, '종무식', '09:00-13:00')).toMatchObject({ code: 0, err: '' });
    const shown = (await meari()).out;
    expect(shown).toMatch(/^kr +\d+ days in \d{4}, \d+ in \d{4}; known through \d{4}$/m);
    expect(shown).toMatch(new RegExp(`^ {2}${on} \\w{3}  09:00-13:00  종무식$`, 'm'));
    expect(await meari('remove', 'kr', on)).toMatchObject({ code: 0, out: expect.stringContaining('No longer on') });
    expect((await meari()).out).not.toContain('종무식');
    const again = await meari('remove', 'kr', on);
    expect(again).toMatchObject({ code: 1, out: '', err: expect.stringContaining(`The list "kr" has no ${on}`) });
  });

  it('takes a file, tells first what it would do, and warns of a list that counts for nobody', async () => {
    const path = join(folder, 'own.ics');
    const days = ['BEGIN:VEVENT', 'UID:1', `DTSTART;VALUE=DATE:${year}1224`, 'SUMMARY:Betriebsferien', 'END:VEVENT'];
    writeFileSync(path, ['BEGIN:VCALENDAR', ...days, 'END:VCALENDAR'].join('\r\n'));
    const tried = await meari('import', 'plant', path, '--dry-run');
    expect(tried).toMatchObject({ code: 0, err: '' });
    expect(tried.out).toMatch(new RegExp(`^\\+ ${year}-12-24 \\w{3}  Betriebsferien\nNothing was changed.*1 added`));
    const taken = await meari('import', 'plant', path);
    expect(taken.out).toContain('The list "plant": 1 added, 0 renamed, 0 removed, 0 unchanged.');
    expect(taken.out).toContain('note: No calendar of the playbook names the list "plant"');
    expect((await meari('import', 'plant', path)).out).toContain('0 added, 0 renamed, 0 removed, 1 unchanged');
  });

  it('says in a sentence that a file is none', async () => {
    const said = await meari('import', 'kr', 'package.json');
    expect(said).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^The file is no iCalendar file: .*\n$/),
    });
    const missing = await meari('import', 'kr', join(folder, 'nowhere.ics'));
    expect(missing).toMatchObject({ code: 1, out: '', err: expect.stringContaining('cannot be read (ENOENT)') });
  });
});
