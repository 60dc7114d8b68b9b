import { describe, expect, it } from 'vitest';
import { drawCard } from '../../adapters/slack/blocks.ts';
import type { FiledCase } from '../../src/domain/case/case.ts';
import { assess } from '../../src/domain/intake/triage.ts';
import type { PlaybookPerson } from '../../src/domain/playbook.ts';
import { isPaused, isRunning, type SlaClock } from '../../src/domain/sla/sla-clock.ts';
import { type NudgeItem, nudgesCard } from '../../src/render/nudge-card.ts';
import { aPlaybook, people } from '../support/a-playbook.ts';
import { lintBlocks } from '../support/lint-blocks.ts';
import { at, cases, en, ko, masked, recordOf, someone } from './cases-of-every-status.ts';
import { buttonsOf, cardText, labelsOf, linesOf } from './plain.ts';
import { item, nudgeOf, readAt, seoul, withAnother, withClock } from './timed-cases.ts';

/** The fix of these cases is due on Thursday 26 November at 18:00. */
const before = readAt(ko, '2026-11-26 16:00');
const after = readAt(ko, '2026-11-27 10:00');
const { working, acknowledged, routed, held, replied, deciding } = cases;

const to = (who: PlaybookPerson, c: FiledCase, clock: SlaClock['name'], rung: number, r = before, of?: string) =>
  nudgesCard([item(c, nudgeOf(clock, rung, of))], who.id, r);
const first = (...args: Parameters<typeof to>): string => linesOf(to(...args))[0] ?? '';

describe('a reminder', () => {
  it('tells the owner at 80 % what is left and until when, with everything that helps now', () => {
    const card = to(people.hana, working, 'fix', 80);
    expect(linesOf(card)).toEqual([
      'VOC-0413 · ◆ S2 중대 · 2시간 남았습니다. 막힌 점이 있으면 알려 주세요.',
      '무엇을 완충재를 바꿔 다시 보낸다 · 언제까지 11/26(목) 18:00까지',
      '계란이 절반 넘게 깨져서 왔다',
      '풀리면 무엇을 해결했는지 적어 주세요.',
    ]);
    expect(labelsOf(card)).toEqual(['조치 완료', '보류', '이관', '막힌 점', '미루기']);
    expect(buttonsOf(card).find((a) => a.press.step === 'snooze')?.press.arg).toBe('fix');
  });

  it('counts what is left while people work, and says so where the clock on the wall shows more', () => {
    expect(first(people.hana, working, 'fix', 80, readAt(ko, '2026-11-25 16:30'))).toContain(
      '업무시간 9시간 30분 남았습니다.',
    );
    expect(first(people.hana, working, 'fix', 80, readAt(en, '2026-11-25 16:30'))).toContain(
      '9 h 30 min of business time left.',
    );
  });

  it('tells the owner at 100 % that the date has passed, in shape and word, and blames nobody', () => {
    const card = to(people.hana, working, 'fix', 100, after);
    expect(linesOf(card)[0]).toBe('VOC-0413 · ◆ S2 중대 · ▲ 기한 지남 · 막힌 점이 있으면 알려 주세요.');
    expect(labelsOf(card)).not.toContain('미루기');
  });

  it('offers the lead help at 100 %, and has them choose at 150 %', () => {
    const help = to(people.sechan, working, 'fix', 100, after);
    expect(linesOf(help)[0]).toContain('▲ 기한 지남 · 도울 일이 있을까요?');
    expect(linesOf(help)[1]).toContain('누가 김하나 님');
    const choice = to(people.sechan, working, 'fix', 150, after);
    expect(linesOf(choice)[0]).toContain('다음 중 하나를 골라 주세요.');
    expect(labelsOf(choice)).toEqual(['새 기한', '담당 변경', '결정 요청', '보기']);
    expect(buttonsOf(choice)[0]?.press.arg).toBe('fix');
  });

  it('asks nobody to choose from a single way on', () => {
    const card = to(people.sechan, routed, 'acknowledge', 150, after);
    expect(linesOf(card)[0]).toContain('도울 일이 있을까요?');
    expect(labelsOf(card)).toEqual(['확인', '새 기한', '보기']);
  });

  it('tells the CS lead beside the lead, and asks nothing of them that only the lead may do', () => {
    const card = to(people.garam, working, 'fix', 150, after);
    expect(linesOf(card)[0]).toContain('도울 일이 있을까요?');
    expect(labelsOf(card)).toEqual(['보기']);
  });

  it('tells an executive at 200 % what is needed of them', () => {
    expect(first(people.dain, working, 'fix', 200, after)).toContain(
      '부서에서 풀기 어려운 건입니다. 결정이나 지원이 필요합니다.',
    );
    expect(first(people.dain, routed, 'acknowledge', 200, after)).toContain(
      '아직 담당자가 없는 건입니다. 지원이 필요합니다.',
    );
  });

  it('puts the options of a decision to the executive, before the day it is needed', () => {
    const card = to(people.dain, deciding, 'decide', 80);
    expect(labelsOf(card)).toEqual(['1) 바꾼다', '2) 그대로 둔다', '미루기', '보기']);
  });

  it('reminds whoever stands in for the owner as the owner, with no button that they may not press', () => {
    const card = to(people.jiho, working, 'fix', 80);
    expect(linesOf(card)[0]).toContain('2시간 남았습니다.');
    expect(labelsOf(card)).toEqual(['막힌 점', '보기']);
  });

  it('asks the customer owner to tell the customer, with the last contact where it is known', () => {
    const interim = { name: 'interim', hours: { of: 'company' }, reached: 0 } as const;
    const told = withAnother(working, {
      ...interim,
      from: seoul('2026-11-24 15:00'),
      target: { unit: 'days', days: 1 },
    });
    const card = to(people.duri, told, 'interim', 80);
    expect(linesOf(card)[0]).toContain('고객에게 진행 상황을 알릴 때입니다. 마지막 연락 11/24(화).');
    expect(labelsOf(card)[0]).toBe('고객 연락');
    expect(first(people.duri, held, 'interim', 80)).toMatch(/알릴 때입니다\.$/);
  });

  it('asks a silent owner whether they are still on it, to be answered with one press', () => {
    const card = to(people.hana, working, 'silence', 100, readAt(ko, '2026-11-25 10:00'));
    expect(linesOf(card).slice(0, 2)).toEqual([
      'VOC-0413 · ◆ S2 중대 · 아직 진행 중인가요?',
      '무엇을 완충재를 바꿔 다시 보낸다 · 언제까지 11/26(목) 18:00까지',
    ]);
    expect(labelsOf(card).slice(0, 2)).toEqual(['진행 중', '조치 완료']);
    expect(first(people.sechan, working, 'silence', 200, after)).toContain('도울 일이 있을까요?');
  });

  it('says of a duty what it is, since when and until when, and that this is no legal advice', () => {
    const leak: SlaClock = {
      name: 'statutory',
      of: 'privacy_leak',
      from: seoul('2026-11-23 10:00'),
      target: { unit: 'wall', minutes: 72 * 60 },
      hours: { of: 'company' },
      reached: 0,
    };
    const c = withAnother(working, leak);
    const now = readAt(ko, '2026-11-25 10:00');
    expect(first(people.duri, c, 'statutory', 50, now, 'privacy_leak')).toContain(
      '개인정보 유출 신고·통지: 11/23(월) 10:00에 알았고, 11/26(목) 10:00까지입니다. 알림이며 법률 자문이 아닙니다.',
    );
    const card = to(people.eunsol, c, 'statutory', 80, now, 'privacy_leak');
    expect(buttonsOf(card)[0]?.press).toMatchObject({ step: 'statutory-done', arg: 'privacy_leak' });
    expect(labelsOf(to(people.duri, c, 'statutory', 50, now, 'privacy_leak'))).not.toContain('법정 기한 완료');
  });

  it('shows the obstacle to whoever is to answer it', () => {
    const obstacles = [{ number: 1, text: masked('인력이 모자랍니다'), by: someone.hana, at: at(-5), answer: null }];
    const clock: SlaClock = {
      name: 'obstacle',
      of: '1',
      from: at(-5),
      target: { unit: 'days', days: 1 },
      hours: { of: 'company' },
      reached: 0,
    };
    const stuck = withAnother({ ...working, obstacles }, clock);
    const card = to(people.sechan, stuck, 'obstacle', 80, readAt(ko, '2026-11-24 16:00'), '1');
    expect(linesOf(card)).toContain('막힌 점 1: 인력이 모자랍니다');
    expect(buttonsOf(card)[0]?.press).toMatchObject({ step: 'answer-obstacle', arg: '1' });
    const above = to(people.dain, stuck, 'obstacle', 100, after, '1');
    expect(buttonsOf(above)[0]?.press).toMatchObject({ step: 'answer-obstacle', arg: '1' });
  });

  it('shows the lead how often it was put off, and offers no third time', () => {
    const snooze = { until: seoul('2026-11-26 16:30'), reason: masked('협력사 회신'), by: someone.hana, at: at(0) };
    const twice = withClock(working, 'fix', { snoozes: [snooze, snooze] });
    expect(linesOf(to(people.sechan, twice, 'fix', 100, after))).toContain('미루기 2번');
    expect(linesOf(to(people.hana, twice, 'fix', 80))).not.toContain('미루기 2번');
    expect(labelsOf(to(people.hana, twice, 'fix', 80))).not.toContain('미루기');
    const once = withClock(working, 'fix', { snoozes: [snooze] });
    expect(labelsOf(to(people.hana, once, 'fix', 80))).toContain('미루기');
  });

  it('goes by the date the lead gave, and names the first beside it', () => {
    const newDue = { until: seoul('2026-11-30 18:00'), reason: masked('부품 입고'), by: someone.hana, at: at(0) };
    const c = withClock(working, 'fix', { newDues: [newDue], reached: 100 });
    expect(linesOf(to(people.hana, c, 'fix', 150, after))[1]).toContain(
      '새 기한 11/30(월) 18:00까지(처음 11/26(목) 18:00)',
    );
  });

  it('can be read aloud: what is asked, what, and until when', () => {
    expect(to(people.hana, working, 'fix', 80).fallback).toBe(
      'VOC-0413 · ◆ S2 중대: 2시간 남았습니다. 막힌 점이 있으면 알려 주세요. 완충재를 바꿔 다시 보낸다 · 11/26(목) 18:00까지',
    );
  });
});

describe('several reminders', () => {
  const urgent = { ...working, assessment: assess('complaint', ['A3'], aPlaybook.severity) };
  const mild = { ...working, assessment: assess('complaint', [], aPlaybook.severity) };
  const fix = nudgeOf('fix', 80);
  const late = withClock(mild, 'fix', { target: { unit: 'days', days: 2 } });

  it('are one list of what is to be done today: overdue first, then by severity, then by due moment', () => {
    const items = [item(mild, fix, 1), item(working, fix, 2), item(urgent, fix, 3), item(late, fix, 4)];
    const card = nudgesCard(items, people.hana.id, before);
    expect(linesOf(card)).toEqual([
      '오늘 할 일 4건',
      'VOC-0004 · ○ S4 경미 · ▲ 기한 지남 · 완충재를 바꿔 다시 보낸다 · 11/25(수) 18:00까지',
      'VOC-0003 · ■ S1 긴급 · 완충재를 바꿔 다시 보낸다 · 11/26(목) 18:00까지',
      'VOC-0002 · ◆ S2 중대 · 완충재를 바꿔 다시 보낸다 · 11/26(목) 18:00까지',
      'VOC-0001 · ○ S4 경미 · 완충재를 바꿔 다시 보낸다 · 11/26(목) 18:00까지',
    ]);
    expect(labelsOf(card)).toEqual(['조치 완료', '조치 완료', '조치 완료', '조치 완료']);
    expect(card.fallback).toContain(
      '오늘 할 일 4건. VOC-0004 완충재를 바꿔 다시 보낸다 11/25(수) 18:00까지 ▲ 기한 지남',
    );
  });

  it('of one clock count once, the highest; two clocks of a case are two things to do', () => {
    const twice = [item(working, nudgeOf('fix', 80)), item(working, nudgeOf('fix', 100))];
    expect(linesOf(nudgesCard(twice, people.sechan.id, after))[0]).toContain('도울 일이 있을까요?');
    const both = [item(working, nudgeOf('fix', 80)), item(working, nudgeOf('silence', 100))];
    expect(linesOf(nudgesCard(both, people.hana.id, before))[0]).toBe('오늘 할 일 2건');
  });

  it('show ten, count the rest, and lead to the list of what waits for me', () => {
    const items = Array.from({ length: 13 }, (_, i) => item(working, fix, i + 1));
    const card = nudgesCard(items, people.hana.id, before);
    expect(linesOf(card)).toHaveLength(1 + 10 + 1);
    expect(linesOf(card).at(-1)).toBe('외 3건');
    expect(buttonsOf(card).at(-1)).toMatchObject({ label: '내 할 일', press: { step: 'waiting', caseId: null } });
    const { text, blocks } = drawCard(card);
    expect(lintBlocks(blocks, 'message', text)).toEqual([]);
  });

  it('say so when everything has been done meanwhile', () => {
    expect(cardText(nudgesCard([item(cases.closed, fix)], people.hana.id, before))).toBe(
      '지금 기다리는 일이 없습니다.',
    );
  });
});

describe('every reminder that a case can owe', () => {
  const percents = [50, 80, 100, 150, 200];
  const { duri, mirae, aram, hana, jiho, sechan, yuna, dain, eunsol } = people;
  const everybody = [duri, mirae, aram, hana, jiho, sechan, yuna, dain, eunsol];
  const items: readonly NudgeItem[] = Object.values(cases).flatMap((c) =>
    c.sla.clocks
      .filter((clock) => isRunning(clock) && !isPaused(clock))
      .flatMap(({ name, of }) => percents.map((rung) => ({ record: recordOf(c), nudge: nudgeOf(name, rung, of) }))),
  );

  it('is drawn for everybody in both languages: short, whole, with at most five buttons', () => {
    expect(items.length).toBeGreaterThan(200);
    for (const { record, nudge } of items) {
      for (const [i, who] of everybody.entries()) {
        const r = readAt(i % 2 === 0 ? ko : en, i % 3 === 0 ? '2026-11-23 15:00' : '2026-12-18 10:00');
        const card = nudgesCard([{ record, nudge }], who.id, r);
        const said = `${record.state.status} ${nudge.clock} ${nudge.rung} ${who.id}`;
        expect(linesOf(card).length, said).toBeLessThanOrEqual(6);
        expect(buttonsOf(card).length, said).toBeLessThanOrEqual(5);
        expect(buttonsOf(card).length, said).toBeGreaterThanOrEqual(1);
        expect(JSON.stringify(card), said).not.toMatch(/undefined|\[object|NaN|null님/);
        const { text, blocks } = drawCard(card);
        expect(lintBlocks(blocks, 'message', text), said).toEqual([]);
      }
    }
  });

  it('never says that time is left once it has passed, nor the other way round', () => {
    for (const { record, nudge } of items) {
      const early = linesOf(nudgesCard([{ record, nudge }], people.hana.id, { ...ko, now: record.state.filedAt }));
      const gone = linesOf(nudgesCard([{ record, nudge }], people.hana.id, readAt(ko, '2027-03-02 10:00')));
      expect(early[0]).not.toMatch(/기한 지남/);
      expect(gone[0]).not.toContain('남았습니다');
      // Nobody is late with a word that nobody promised.
      if (nudge.clock !== 'silence') expect(gone[0]).toContain('▲ 기한 지남');
      else expect(gone[0]).not.toContain('기한 지남');
    }
  });

  it('asks the CS lead to close what waits to be closed', () => {
    const card = to(people.garam, replied, 'close', 100, readAt(ko, '2026-11-26 18:00'));
    expect(linesOf(card)[0]).toContain('종결을 기다리는 건입니다.');
    expect(labelsOf(card)[0]).toBe('종결');
  });

  it('asks for the step it is about, not for the one after it', () => {
    const card = to(people.hana, acknowledged, 'containment', 80, readAt(ko, '2026-11-24 15:40'));
    expect(labelsOf(card)).toEqual(['임시조치', '처리 시작', '막힌 점', '미루기', '보기']);
    expect(cardText(card)).not.toContain('적고 시작해 주세요');
    expect(cardText(to(people.hana, acknowledged, 'plan', 100, after))).toContain('적고 시작해 주세요');
  });

  it('asks for the plan while there is none', () => {
    expect(labelsOf(to(people.hana, acknowledged, 'plan', 100, after))[0]).toBe('처리 시작');
  });
});
