import { describe, expect, it } from 'vitest';
import { hasEnded } from '../../src/domain/case/case.ts';
import type { DepartmentCode } from '../../src/domain/ids.ts';
import { assess } from '../../src/domain/intake/triage.ts';
import type { CardPlace } from '../../src/render/actions.ts';
import { caseCard, caseCardFor, placeFor } from '../../src/render/case-card.ts';
import { taskOf } from '../../src/render/case-lines.ts';
import { aPlaybook, logistics, people, quality } from '../support/a-playbook.ts';
import {
  asPerson,
  cases,
  en,
  everyRecord,
  filed,
  inLocale,
  ko,
  masked,
  offer,
  recordOf,
} from './cases-of-every-status.ts';
import { blockText, buttonsOf, cardText, labelsOf, linesOf, menuOf } from './plain.ts';

const inDepartment = (department: DepartmentCode): CardPlace => ({ to: 'department', department });
const places: readonly CardPlace[] = [inDepartment(logistics), inDepartment(quality), { to: 'desk' }];
const everyCard = everyRecord.flatMap((record) =>
  [ko, en].flatMap((r) => places.map((place) => caseCard(record, place, r))),
);

describe('the living card', () => {
  it('S3-10: never has more than eight lines, three buttons and a menu of thirteen', () => {
    const stuck = { number: 1, text: masked('예산'), by: filed.filer, at: filed.filedAt, answer: null };
    const long = { ...filed.voice, words: masked('가'.repeat(4_000)) };
    const fullest = { ...cases.working, hops: 0, voice: long, obstacles: [stuck] };
    for (const card of [...everyCard, caseCard(recordOf(fullest), inDepartment(logistics), ko)]) {
      expect(linesOf(card).length).toBeLessThanOrEqual(8);
      expect(buttonsOf(card).length).toBeLessThanOrEqual(3);
      expect(menuOf(card).length).toBeLessThanOrEqual(13);
    }
  });

  it('has a sentence for screen readers, the number in it', () => {
    for (const card of everyCard) expect(card.fallback).toContain('VOC-0413');
  });

  it('S1-02: an open case always says who does what until when, if only that it is undecided', () => {
    for (const { state } of everyRecord) {
      const task = taskOf(state, ko);
      expect(task === null).toBe(hasEnded(state));
      if (task === null) continue;
      for (const part of Object.values(task)) expect(part).not.toBe('');
      expect(task.until).toMatch(/^(미정\(기한.+\)|\d+\/\d+\(.\).*까지(\(처리 예정 .+\))?)$/);
    }
    expect(cardText(caseCard(recordOf(cases.working), inDepartment(logistics), ko))).toContain(
      '누가 김하나 님 · 무엇을 완충재를 바꿔 다시 보낸다 · 언제까지 11/26(목) 18:00까지',
    );
  });

  it('carries severity as shape and word, never by colour alone', () => {
    const head = linesOf(caseCard(recordOf(cases.working), inDepartment(logistics), ko))[0];
    expect(head).toBe('VOC-0413 · ◆ S2 중대 · 불만 · 물류');
    const tiers = { S1: ['A3'], S3: ['H2'], S4: [] as string[] };
    for (const [tier, signals] of Object.entries(tiers)) {
      const state = { ...cases.routed, assessment: assess('complaint', signals, aPlaybook.severity) };
      expect(linesOf(caseCard(recordOf(state), inDepartment(logistics), ko))[0]).toMatch(
        new RegExp(`[■●○] ${tier} (긴급|보통|경미)`),
      );
    }
  });

  it('S0-20: quotes the experience and the words as they came', () => {
    const text = cardText(caseCard(recordOf(cases.routed), inDepartment(logistics), ko));
    expect(text).toContain(`고객이 겪은 일 ${filed.voice.experience}`);
    expect(text).toContain(filed.voice.words);
  });

  it('S0-12: loses nothing of the customer when another department takes it', () => {
    const state = { ...cases.acknowledged, department: quality };
    const [before, after] = [cases.acknowledged, state].map((c) =>
      linesOf(caseCard(recordOf(c), inDepartment(c.department), ko)).slice(2),
    );
    expect(after).toEqual(before);
  });

  it("S3-19: shows the filer's view apart, never in the quote", () => {
    const card = caseCard(recordOf(cases.routed), inDepartment(logistics), ko);
    expect(linesOf(card)).toContain(`접수자 의견 ${filed.voice.opinion}`);
    const quotes = card.blocks.filter((b) => b.type === 'quote').map(blockText);
    expect(quotes.join()).not.toContain(filed.voice.opinion);
  });

  it('S0-23: says that a person calls, why, who and when', () => {
    const assessment = assess('complaint', ['B1', 'C2', 'F1'], aPlaybook.severity);
    const open = { ...cases.routed, assessment };
    expect(cardText(caseCard(recordOf(open), inDepartment(logistics), ko))).toContain(
      '사람이 전화(금전, 긴급, 공감) 누가 언제 전화할지 확인할 때 정합니다',
    );
    const promised = { ...cases.acknowledged, assessment };
    expect(cardText(caseCard(recordOf(promised), inDepartment(logistics), ko))).toContain(
      '박두리 님이 11/23(월) 15:00에 전화합니다',
    );
  });

  it('shows a rant of 4,000 characters short, with the whole one press away', () => {
    const words = masked(`${'아주 긴 이야기입니다. '.repeat(340)}끝`);
    const record = recordOf({ ...cases.working, voice: { ...filed.voice, words } });
    const card = caseCard(record, inDepartment(logistics), ko);
    const quote = card.blocks.find((b) => b.type === 'quote');
    expect(quote && blockText(quote).length).toBeLessThanOrEqual(600);
    expect(cardText(card)).toMatch(new RegExp(`전체 ${words.length.toLocaleString('ko')}자 중 앞 5\\d\\d자입니다`));
    expect([...buttonsOf(card), ...menuOf(card)].map((a) => a.press.step)).toContain('words');
    expect(linesOf(card).length).toBeLessThanOrEqual(8);
  });

  it('cuts a tower of empty lines too', () => {
    const words = masked('화\n'.repeat(200));
    const card = caseCard(
      recordOf({ ...cases.working, voice: { ...filed.voice, words } }),
      inDepartment(logistics),
      ko,
    );
    const quote = card.blocks.find((b) => b.type === 'quote');
    expect(quote && blockText(quote).split('\n').length).toBeLessThanOrEqual(8);
  });

  it('does not cut an emoji in two', () => {
    const words = masked(`${'가'.repeat(598)}🥚🥚🥚`);
    const card = caseCard(
      recordOf({ ...cases.working, voice: { ...filed.voice, words } }),
      inDepartment(logistics),
      ko,
    );
    expect(cardText(card)).not.toMatch(/\p{Surrogate}/u);
  });

  it('shows what a customer wrote literally', () => {
    const words = masked('<!here> <@U1> *굵게* <script>alert(1)</script> {{constructor}} =cmd()');
    const card = caseCard(recordOf({ ...cases.routed, voice: { ...filed.voice, words } }), inDepartment(logistics), ko);
    expect(card.blocks).toContainEqual({ type: 'quote', text: words });
  });

  it('shrinks to two lines when the case has ended', () => {
    for (const record of everyRecord.filter((x) => hasEnded(x.state))) {
      expect(linesOf(caseCard(record, inDepartment(logistics), ko))).toHaveLength(2);
    }
    expect(linesOf(caseCard(recordOf(cases.closed), inDepartment(logistics), ko))[1]).toContain('고객 반응: 수용');
  });

  it('shrinks to two lines where the case has moved on, and says where it is', () => {
    const card = caseCard(recordOf(cases.working), inDepartment(quality), ko);
    expect(linesOf(card)).toHaveLength(2);
    expect(linesOf(card)[1]).toBe('물류로 넘어갔습니다. 지금 담당: 물류 · 처리 중');
    expect(labelsOf(card)).toEqual(['보기']);
  });

  it('S3-12: an unsure case says so and asks the desk, with one button', () => {
    const card = caseCard(recordOf(cases.new), { to: 'desk' }, ko);
    expect(cardText(card)).toContain('분류 미정');
    expect(labelsOf(card)[0]).toBe('담당 정하기');
  });

  it('offers the target of a transfer to take it or to send it back', () => {
    const record = recordOf({ ...cases.working, offer });
    expect(labelsOf(caseCard(record, inDepartment(quality), ko))).toEqual(['받기', '돌려보내기']);
    expect(cardText(caseCard(record, inDepartment(quality), ko))).toContain('물류에서 이관을 제안했습니다');
    expect(cardText(caseCard(record, inDepartment(logistics), ko))).toContain('품질에 이관을 제안했습니다');
  });

  it('puts the next step first for every status', () => {
    const first = (state: (typeof cases)[keyof typeof cases], place = inDepartment(logistics)) =>
      buttonsOf(caseCard(recordOf(state), place, ko))[0]?.press.step;
    expect(first(cases.routed)).toBe('acknowledge');
    expect(first(cases.acknowledged)).toBe('start');
    expect(first(cases.working)).toBe('fix');
    expect(first(cases.held)).toBe('resume');
    expect(first(cases.deciding)).toBe('decide');
    expect(first(cases.fixed)).toBe('reply');
    expect(first(cases.replied)).toBe('close');
    expect(first(cases.adjudication, { to: 'desk' })).toBe('adjudicate');
    expect(first(cases.refused, { to: 'desk' })).toBe('countersign');
  });

  it('offers no transfer where the desk has settled the department', () => {
    const steps = (binding: boolean) => {
      const card = caseCard(recordOf({ ...cases.routed, binding }), inDepartment(logistics), ko);
      return [...buttonsOf(card), ...menuOf(card)].map((a) => a.press.step);
    };
    expect(steps(false)).toContain('transfer');
    expect(steps(true)).not.toContain('transfer');
  });

  it('offers to answer the oldest obstacle that nobody has answered', () => {
    const by = { id: people.hana.id, name: '김하나' };
    const obstacles = [{ number: 2, text: masked('인력이 모자랍니다'), by, at: filed.filedAt, answer: null }];
    const card = caseCard(recordOf({ ...cases.working, obstacles }), inDepartment(logistics), ko);
    expect(cardText(card)).toContain('막힌 점 2: 인력이 모자랍니다');
    expect(menuOf(card).find((a) => a.press.step === 'answer-obstacle')?.press.arg).toBe('2');
  });

  it('reads in English on an English channel, with the quote untouched', () => {
    const text = cardText(caseCard(recordOf(cases.working), inDepartment(logistics), en));
    expect(text).toContain('VOC-0413 · ◆ S2 major · complaint · Logistics');
    expect(text).toContain('Until Thu 26 Nov 18:00');
    expect(text).toContain(filed.voice.words);
  });

  it('stands for itself where a code is not in the words any more', () => {
    const record = recordOf({ ...cases.routed, voice: { ...filed.voice, channel: 'telegram', wants: ['moon'] } });
    const text = cardText(caseCard(record, inDepartment(logistics), inLocale('ko')));
    expect(text).toContain('telegram');
    expect(text).toContain('moon');
  });
});

describe('a case that somebody asked for', () => {
  it('is whole, finished or not', () => {
    for (const record of everyRecord) {
      const card = caseCardFor(record, asPerson(people.duri), ko);
      expect(cardText(card)).toContain(filed.voice.words);
      expect(linesOf(card).length).toBeLessThanOrEqual(8);
    }
  });

  it('is seen from where the person stands', () => {
    expect(placeFor({ ...cases.working, offer }, asPerson(people.yuna))).toEqual(inDepartment(quality));
    expect(placeFor(cases.working, asPerson(people.bada))).toEqual(inDepartment(logistics));
    expect(placeFor(cases.adjudication, asPerson(people.aram))).toEqual({ to: 'desk' });
    expect(placeFor(cases.new, asPerson(people.duri))).toEqual({ to: 'desk' });
  });
});
