import { describe, expect, it } from 'vitest';
import { drawCard } from '../../adapters/slack/blocks.ts';
import { drawForm } from '../../adapters/slack/modals.ts';
import { day } from '../../src/domain/instant.ts';
import type { Playbook } from '../../src/domain/playbook.ts';
import type { Reply } from '../../src/ports/interaction.ts';
import { cardText, labelsOf, linesOf } from '../render/plain.ts';
import { frontDoor, textOf } from '../support/front-door.ts';
import { lintBlocks, lintView } from '../support/lint-blocks.ts';
import { shipped } from '../support/shipped-playbook.ts';

/** The clock of the front door stands on Monday 2026-11-23. */
const cardOf = (reply: Reply) => {
  if ((reply.type !== 'say' && reply.type !== 'done') || reply.card === null) throw new Error(reply.type);
  return reply.card;
};
const [hq, ops] = shipped.calendars;
if (hq === undefined || ops === undefined) throw new Error('the shipped playbook has two calendars');
/** A second list, kept by hand, for the head office and the stores. */
const withSite: Playbook = {
  ...shipped,
  calendars: [
    { ...hq, holidays: ['kr', 'site'] },
    { ...ops, holidays: ['site'] },
  ],
};

describe('/voc 달력', () => {
  it('shows everybody their own calendar: the week in words, the zone, the next eight special days', async () => {
    const lines = linesOf(cardOf(await frontDoor().command('hana', '달력')));
    expect(lines.slice(0, 5)).toEqual([
      '달력 · 본사',
      '근무 시간 월~금 09:00~12:00, 13:00~18:00 · 토·일 휴무',
      '시간대 Asia/Seoul',
      '다가오는 휴일과 특별한 날',
      '12/25(금) 기독탄신일 · 휴무',
    ]);
    expect(lines[5]).toBe('2027/1/1(금) 1월 1일 · 휴무');
    expect(lines).toHaveLength(4 + 8 + 1);
    expect(lines.at(-1)).toBe('틀린 날이 있으면 관리자에게 알려 주세요: 차규리 님.');
  });

  it('shows who works in the stores another one', async () => {
    const lines = linesOf(cardOf(await frontDoor().command('soeun', 'calendar')));
    expect(lines.slice(0, 4)).toEqual([
      '달력 · 매장·현장',
      '근무 시간 매일 10:00~21:00',
      '시간대 Asia/Seoul',
      '다가오는 휴일이 없습니다.',
    ]);
  });

  it('reads in English, with night shifts and half days', async () => {
    const night = { ...hq, week: [...hq.week.slice(0, 6), [{ from: 1320, to: 1800 }]] };
    const half = new Map([[day('2026-12-31'), [{ from: 540, to: 720 }]]]);
    const door = frontDoor({ ...shipped, calendars: [{ ...night, days: half }, ops] });
    const lines = linesOf(cardOf(await door.command('emily', 'calendar')));
    expect(lines[1]).toBe('Working hours Mon–Fri 09:00–12:00, 13:00–18:00 · Sat 22:00–06:00 the next day · Sun off');
    expect(lines).toContain("Thu 31 Dec The company's own day · open 09:00–12:00");
  });

  it('offers changes to administrators only, and tells the others whom to ask', async () => {
    const door = frontDoor();
    expect(labelsOf(cardOf(await door.command('gyuri', '달력')))).toEqual(['휴일 추가', '휴일 삭제']);
    expect(labelsOf(cardOf(await door.command('hana', '달력')))).toEqual([]);
    for (const step of ['add-holiday', 'remove-holiday'] as const) {
      expect(textOf(await door.press('hana', step, null))).toBe(
        '달력은 관리자만 바꿀 수 있습니다. 관리자에게 부탁해 주세요: 차규리 님.',
      );
    }
  });

  it('draws cards and forms that Slack takes, in both languages', async () => {
    for (const locale of ['ko', 'en'] as const) {
      const people = withSite.people.map((p) => ({ ...p, locale }));
      const door = frontDoor({ ...withSite, people });
      for (const who of ['gyuri', 'hana', 'soeun']) {
        const { blocks, text } = drawCard(cardOf(await door.command(who, 'calendar')));
        expect(lintBlocks(blocks, 'message', text)).toEqual([]);
      }
      for (const step of ['add-holiday', 'remove-holiday'] as const) {
        const form = await door.press('gyuri', step, null);
        if (form.type !== 'open-form') throw new Error(textOf(form));
        expect(lintView(drawForm(form.form), 'modal')).toEqual([]);
      }
    }
  });
});

describe('an administrator', () => {
  it('adds a holiday declared at short notice, and hears what follows from it', async () => {
    const door = frontDoor();
    const form = await door.press('gyuri', 'add-holiday', null);
    const done = await door.send('gyuri', form, { day: '2026-11-30', name: '임시공휴일' });
    expect(textOf(done)).toBe(
      '달력에 적었습니다: 11/30(월) 임시공휴일, 휴무. 열린 건의 기한을 다시 계산합니다. 바뀐 건은 담당자와 접수자에게 알려 드립니다.',
    );
    expect(door.calendars.current()[0]?.days.get(day('2026-11-30'))).toEqual([]);
    expect(door.calendars.changedBy()).toEqual(['gyuri']);
    expect(linesOf(cardOf(await door.command('hana', '달력')))[4]).toBe('11/30(월) 임시공휴일 · 휴무');
    expect(textOf(await door.send('gyuri', form, { day: '2026-11-30', name: '임시공휴일' }))).toContain('바뀐 것은 없');
  });

  it('adds a half day with the hours that are worked', async () => {
    const door = frontDoor();
    const form = await door.press('gyuri', 'add-holiday', null);
    const values = { day: '2026-12-31', name: '종무일' };
    for (const hours of ['오전만', '09:00', '13:00-18:00, 09:00-12:00', '9-12']) {
      expect(textOf(await door.send('gyuri', form, { ...values, hours })), hours).toMatch(/^hours: 09:00-13:00처럼/);
    }
    expect(textOf(await door.send('gyuri', form, { ...values, name: ' ' }))).toMatch(/^name: /);
    await door.send('gyuri', form, { ...values, hours: '09:00-11:00, 11:30-13:00' });
    expect(linesOf(cardOf(await door.command('hana', '달력')))[5]).toBe(
      '12/31(목) 종무일 · 09:00~11:00, 11:30~13:00 근무',
    );
  });

  it('takes a holiday off, and is asked for one that is to come', async () => {
    const door = frontDoor();
    const form = await door.press('gyuri', 'remove-holiday', null);
    const field = form.type === 'open-form' ? form.form.fields[0] : undefined;
    if (field?.type !== 'select') throw new Error('no choice');
    expect(field.choices[0]).toEqual({ value: '2026-12-25 kr', label: '12/25(금) 기독탄신일' });
    expect(textOf(await door.send('gyuri', form, { holiday: '2026-12-25 kr' }))).toContain(
      '달력에서 지웠습니다: 12/25(금) 기독탄신일.',
    );
    expect(door.calendars.current()[0]?.days.has(day('2026-12-25'))).toBe(false);
    expect(textOf(await door.send('gyuri', form, { holiday: '2026-12-25 kr' }))).toContain('바뀐 것은 없');
    expect(textOf(await door.send('gyuri', form, { holiday: '' }))).toMatch(/^holiday: /);
  });

  it('chooses the list where there are several, each with the calendars that go by it', async () => {
    const door = frontDoor(withSite);
    const form = await door.press('gyuri', 'add-holiday', null);
    const field = form.type === 'open-form' ? form.form.fields[0] : undefined;
    expect(field?.type === 'select' && field.choices.map(({ label }) => label)).toEqual([
      'kr (본사)',
      'site (본사, 매장·현장)',
    ]);
    await door.send('gyuri', form, { list: 'site', day: '2026-12-01', name: '정기 점검' });
    expect(linesOf(cardOf(await door.command('soeun', '달력')))[4]).toBe('12/1(화) 정기 점검 · 휴무');
    expect(textOf(await door.send('gyuri', form, { list: 'de', day: '2026-12-02', name: 'x' }))).toMatch(/^list: /);
    const removal = await door.press('gyuri', 'remove-holiday', null);
    const listed = removal.type === 'open-form' ? removal.form.fields[0] : undefined;
    expect(listed?.type === 'select' && listed.choices[0]?.label).toBe('12/1(화) 정기 점검 (site)');
  });

  it('cannot leave a calendar without any working day in the next 60 days', async () => {
    const rare: Playbook = {
      ...shipped,
      calendars: [hq, { ...ops, holidays: ['site'], week: ops.week.map(() => []) }],
    };
    const door = frontDoor(rare);
    const form = await door.press('gyuri', 'add-holiday', null);
    const add = async (on: string, hours: string) =>
      textOf(await door.send('gyuri', form, { list: 'site', day: on, name: '장날', hours }));
    expect(await add('2026-12-05', '')).toBe(
      'day: 이대로면 ‘매장·현장’ 달력에 앞으로 60일 동안 일하는 날이 없습니다. 날이나 시간을 다시 확인해 주세요.',
    );
    expect(await add('2027-01-22', '10:00-18:00')).toContain('60일');
    expect(await add('2027-01-21', '10:00-18:00')).toContain('달력에 적었습니다');
    const removal = await door.press('gyuri', 'remove-holiday', null);
    expect(textOf(await door.send('gyuri', removal, { holiday: '2027-01-21 site' }))).toMatch(/^holiday: .*60일/);
    expect(door.calendars.current()[1]?.days.size).toBe(1);
  });

  it('is refused what is sent without the role, even from a form that was open before', async () => {
    const door = frontDoor();
    const form = await door.press('gyuri', 'add-holiday', null);
    const removal = await door.press('gyuri', 'remove-holiday', null);
    expect(textOf(await door.send('hana', form, { day: '2026-11-30', name: 'x' }))).toContain('차규리 님');
    expect(textOf(await door.send('hana', removal, { holiday: '2026-12-25 kr' }))).toContain('차규리 님');
    expect(door.calendars.changedBy()).toEqual([]);
  });
});

describe('a year without holidays', () => {
  const hour = 3_600_000;
  const later = (door: ReturnType<typeof frontDoor>, days: number) => door.pass(days * 24 * hour);
  const warned = (door: ReturnType<typeof frontDoor>) => door.calls.filter(({ to }) => to === 'gyuri');

  it('is told to administrators from 1 November on, once a working day, in working hours', async () => {
    const door = frontDoor();
    // 2027-10-29 is a Friday; of 2028 nothing is known yet.
    later(door, 340);
    await door.warnAdmins();
    expect(warned(door)).toHaveLength(0);
    later(door, 2);
    await door.warnAdmins();
    expect(warned(door), 'Sunday').toHaveLength(0);
    door.pass(24 * hour - 2 * hour);
    await door.warnAdmins();
    expect(warned(door), 'Monday 1 November, 08:00').toHaveLength(0);
    for (let i = 0; i < 8; i += 1) {
      door.pass(hour);
      await door.warnAdmins();
    }
    expect(warned(door), 'Monday').toHaveLength(1);
    expect(door.calls.map(({ to }) => to)).toEqual(['gyuri']);
    later(door, 1);
    await door.warnAdmins();
    expect(warned(door), 'Tuesday').toHaveLength(2);
    const [{ card } = { card: null }] = warned(door);
    if (card === null) throw new Error('not warned');
    expect(cardText(card)).toContain('2028년 휴일이 목록 ‘kr’에 없습니다');
    const { blocks, text } = drawCard(card);
    expect(lintBlocks(blocks, 'message', text)).toEqual([]);
  });

  it('stands on the card of administrators, and of nobody else', async () => {
    const door = frontDoor();
    later(door, 345);
    expect(cardText(cardOf(await door.command('gyuri', '달력')))).toContain('2028년 휴일이');
    expect(cardText(cardOf(await door.command('hana', '달력')))).not.toContain('2028년 휴일이');
  });

  it('is in the log where no administrator could be told', async () => {
    const door = frontDoor();
    door.cutOff();
    later(door, 343);
    await door.warnAdmins();
    expect(JSON.stringify(door.log)).toContain('no administrator could be told');
  });
});
