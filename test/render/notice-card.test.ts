import { describe, expect, it } from 'vitest';
import { hasEnded } from '../../src/domain/case/case.ts';
import { owesHappyCall } from '../../src/domain/case/happy-call.ts';
import { refOf } from '../../src/domain/people.ts';
import { storyCard, wordCard } from '../../src/render/notice-card.ts';
import { people, quality } from '../support/a-playbook.ts';
import { asPerson, at, cases, en, everyRecord, filed, ko, masked, offer, recordOf } from './cases-of-every-status.ts';
import { eventOf, everyEvent } from './events-of-every-type.ts';
import { buttonsOf, cardText, labelsOf, linesOf } from './plain.ts';

const everybody = Object.values(people).map((p) => p.id);
const working = recordOf(cases.working);

describe('the story in the thread', () => {
  it('is one line for every event, in both languages, and presses nobody', () => {
    for (const event of everyEvent) {
      for (const r of [ko, en]) {
        const card = storyCard(event, working, r);
        expect(linesOf(card)).toHaveLength(1);
        expect(linesOf(card)[0]?.trim()).not.toBe('');
        expect(buttonsOf(card)).toEqual([]);
        expect(JSON.stringify(card)).not.toMatch(/undefined|\[object|NaN|null님/);
      }
    }
  });

  it('says who did what', () => {
    const line = (type: Parameters<typeof eventOf>[0], r = ko) => linesOf(storyCard(eventOf(type), working, r))[0];
    expect(line('CaseAcknowledged')).toBe(
      '김하나 님이 확인했습니다. 고객 연락: 11/23(월) 15:00, 박두리 님. 11/26(목) 18:00까지입니다.',
    );
    expect(line('CaseAcknowledged', en)).toBe(
      '김하나 has it. Call to the customer: Mon 23 Nov 15:00 by 박두리. Due by Thu 26 Nov 18:00.',
    );
    expect(line('TransferOffered')).toContain('물류에서 품질로 이관을 제안했습니다. 이유: 원인이 다른 부서(1/2회)');
    expect(line('TransferAccepted')).toContain('품질에서 물류로 넘겼습니다. 담당: 김하나 님');
    expect(line('CaseFixed')).toContain('보상 12,000원(근거: 약관 12조)');
    expect(line('AdjudicationOpened')).toContain('이미 2번 이관됐습니다. VOC 조정관이 담당 부서를 정합니다.');
  });

  it('says what time has brought without naming itself: it is Meari that speaks', () => {
    const resumed = { ...eventOf('CaseResumed'), by: null };
    expect(linesOf(storyCard(resumed, working, ko))[0]).toBe('기다리던 날이 되어 다시 진행합니다.');
  });

  it('stays one line when somebody wrote many', () => {
    const note = { ...eventOf('NoteAdded'), data: { text: masked('하나\n둘\n'.repeat(400)) } } as ReturnType<
      typeof eventOf
    >;
    const [line] = linesOf(storyCard(note, working, ko));
    expect(line).not.toContain('\n');
    expect(line?.length).toBeLessThan(400);
  });
});

describe('the private word', () => {
  it('says what happened and what is owed for every event, status and person, in at most eight lines', () => {
    for (const event of everyEvent) {
      for (const record of everyRecord) {
        for (const r of [ko, en]) {
          const card = wordCard(event, record, people.duri.id, r);
          expect(linesOf(card).length).toBeLessThanOrEqual(8);
          expect(buttonsOf(card).length).toBeLessThanOrEqual(3);
          expect(card.fallback).toContain('VOC-0413');
          expect(JSON.stringify(card)).not.toMatch(/undefined|\[object|NaN/);
        }
      }
    }
  });

  it('has one button, but for a decision, whose options are the buttons (S1-10)', () => {
    for (const record of everyRecord) {
      for (const id of everybody) {
        const card = wordCard(eventOf('NoteAdded'), record, id, ko);
        const isDecision = buttonsOf(card)[0]?.press.step === 'decide';
        expect(buttonsOf(card).length).toBe(isDecision ? 2 : 1);
      }
    }
    const card = wordCard(eventOf('DecisionRequested'), recordOf(cases.deciding), people.dain.id, ko);
    expect(labelsOf(card)).toEqual(['1) 바꾼다', '2) 그대로 둔다']);
    expect(buttonsOf(card).map((a) => a.press.arg)).toEqual(['0', '1']);
    expect(cardText(card)).toContain('1) 바꾼다 · 비용 월 410만 원 · 고객에게: 파손이 준다 (추천)');
    expect(cardText(card)).toContain('11/26(목)까지 하나를 골라 주세요.');
  });

  it.each([
    ['routed', people.hana.id, 'acknowledge'],
    ['acknowledged', people.hana.id, 'start'],
    ['working', people.hana.id, 'fix'],
    ['held', people.hana.id, 'resume'],
    ['new', people.aram.id, 'route'],
    ['adjudication', people.aram.id, 'adjudicate'],
    ['fixed', people.duri.id, 'reply'],
    ['replied', people.mirae.id, 'close'],
    ['refused', people.aram.id, 'countersign'],
  ] as const)('asks the one whose step it is, in a %s case', (status, id, step) => {
    const card = wordCard(eventOf('NoteAdded'), recordOf(cases[status]), id, ko);
    expect(buttonsOf(card)[0]?.press.step).toBe(step);
  });

  it('owes nothing to the others, and says so', () => {
    const card = wordCard(eventOf('WorkStarted'), working, people.duri.id, ko);
    expect(linesOf(card)).toContain('지금 하실 일은 없습니다.');
    expect(labelsOf(card)).toEqual(['보기']);
  });

  it('never asks for what somebody has done meanwhile', () => {
    const late = wordCard(eventOf('CaseRouted'), recordOf(cases.closed), people.hana.id, ko);
    expect(linesOf(late)).toContain('지금 하실 일은 없습니다.');
    for (const record of everyRecord.filter((x) => hasEnded(x.state))) {
      for (const id of everybody) {
        const calls = owesHappyCall(record.state) && record.state.customerOwner.id === id;
        expect(labelsOf(wordCard(eventOf('CaseRouted'), record, id, ko))).toEqual([calls ? '해피콜' : '보기']);
      }
    }
  });

  it('asks the people of the department that a transfer is offered to', () => {
    const card = wordCard(eventOf('TransferOffered'), recordOf({ ...cases.working, offer }), people.yuna.id, ko);
    expect(people.yuna.department).toBe(quality);
    expect(labelsOf(card)).toEqual(['받기']);
  });

  it('tells the caller when to call', () => {
    const callback = { caller: refOf(asPerson(people.duri)), at: at(300) };
    const record = recordOf({ ...cases.acknowledged, callback });
    expect(cardText(wordCard(eventOf('CaseAcknowledged'), record, people.duri.id, ko))).toContain(
      '고객에게 전화해 주세요: 11/23(월) 15:00',
    );
  });

  it('asks the lead to answer the obstacle it is about', () => {
    const by = refOf(asPerson(people.hana));
    const obstacles = [{ number: 1, text: masked('인력이 모자랍니다'), by, at: at(-5), answer: null }];
    const card = wordCard(eventOf('ObstacleRaised'), recordOf({ ...cases.working, obstacles }), people.sechan.id, ko);
    expect(buttonsOf(card)[0]?.press).toMatchObject({ step: 'answer-obstacle', arg: '1' });
  });

  it('gives the filer a receipt: the number, who has it, and by when it is acknowledged', () => {
    const card = wordCard(eventOf('CaseFiled'), recordOf(cases.routed), filed.filer.id, ko);
    expect(linesOf(card)[0]).toBe('VOC-0413 접수했습니다. 담당: 물류 · 확인 기한 11/23(월) 11:00');
    expect(labelsOf(card)).toEqual(['보기']);
  });

  it('tells the filer how it ended: the verdict and what was done', () => {
    const text = cardText(wordCard(eventOf('CaseClosed'), recordOf(cases.closed), filed.filer.id, ko));
    expect(text).toContain('접수하신 VOC-0413');
    expect(text).toContain('고객 반응: 수용');
    expect(text).toContain('새 계란을 보내고 환불했다');
  });
});

it('a private word names the severity once, also where the event is about it', () => {
  for (const type of ['CaseFiled', 'SeverityReassessed', 'CaseAcknowledged'] as const) {
    for (const person of everybody) {
      const text = cardText(wordCard(eventOf(type), recordOf(cases.routed), person, ko));
      expect(text.match(/S[1-4] /g)?.length ?? 0).toBeLessThanOrEqual(1);
    }
  }
});
