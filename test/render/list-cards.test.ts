import { describe, expect, it } from 'vitest';
import type { Page } from '../../src/ports/case-queries.ts';
import { helpCard, homeCard, languageCard, listCard, mentionCard, welcomeCard } from '../../src/render/list-cards.ts';
import { people } from '../support/a-playbook.ts';
import { asPerson, cases, en, ko, recordOf } from './cases-of-every-status.ts';
import { buttonsOf, cardText, labelsOf, linesOf } from './plain.ts';

const none: Page = { cases: [], total: 0 };
const empty = { waiting: none, filed: none, owned: none };
const page = (n: number, total = n): Page => ({
  cases: Array.from({ length: n }, (_, i) => recordOf(cases.working, i + 1)),
  total,
});

describe('home', () => {
  it('S0-04: begins with filing for who talks to customers, with decisions for an executive', () => {
    const first = (who: (typeof people)[keyof typeof people]) =>
      buttonsOf(homeCard({ ...empty, waiting: { cases: [recordOf(cases.deciding)], total: 1 } }, asPerson(who), ko))[0];
    expect(first(people.duri)?.press.step).toBe('file');
    expect(first(people.dain)?.press.step).toBe('decide');
    expect(first(people.hana)?.press.step).not.toBe('file');
    expect(linesOf(homeCard(empty, asPerson(people.dain), ko))[0]).toBe('결정할 일');
    expect(buttonsOf(homeCard(empty, asPerson(people.dain), ko)).at(0)?.press.step).toBe('file');
  });

  it('shows what waits, what I filed and what I own, and what to do where there is nothing', () => {
    const text = cardText(homeCard(empty, asPerson(people.hana), ko));
    for (const said of ['할 일', '등록한 VOC', '담당하는 VOC']) expect(text).toContain(said);
    expect(text).toContain('[VOC 등록]을 누르거나');
    expect(text).toContain('[확인]을 누르면 여기에 모입니다');
  });

  it('lets me take my next step from the list, and count what is not shown', () => {
    const card = homeCard({ ...empty, waiting: page(8, 20) }, asPerson(people.hana), ko);
    expect(labelsOf(card).slice(0, 2)).toEqual(['조치 완료', '보기']);
    expect(cardText(card)).toContain('외 12건이 더 있습니다');
  });

  it('fits one screen of the platform when everything is full', () => {
    const full = { waiting: page(8, 9), filed: page(8, 9), owned: page(8, 9) };
    expect(homeCard(full, asPerson(people.duri), en).blocks.length).toBeLessThanOrEqual(100);
  });
});

describe('lists', () => {
  it('open every case with a press, and say what to do when there is none', () => {
    const card = listCard('find', page(10, 31), ko);
    expect(buttonsOf(card).filter((a) => a.press.step === 'show')).toHaveLength(10);
    expect(card.blocks.length).toBeLessThanOrEqual(50);
    for (const kind of ['waiting', 'mine', 'find'] as const) {
      expect(linesOf(listCard(kind, none, ko))[1]).toMatch(/없습니다/);
      expect(linesOf(listCard(kind, none, en))[1]?.length).toBeGreaterThan(10);
    }
  });
});

describe('help', () => {
  it('S0-28: is a guide of five lines for every role', () => {
    for (const who of Object.values(people)) {
      for (const r of [ko, en]) expect(linesOf(helpCard(asPerson(who), r)).slice(1)).toHaveLength(5);
    }
  });

  it('S2-01: says plainly that solving comes before apologising', () => {
    expect(cardText(helpCard(asPerson(people.duri), ko))).toContain('사과보다 해결');
    expect(cardText(helpCard(asPerson(people.duri), en))).toContain('Solve rather than apologise');
  });

  it('S0-22: says that no machine closes a case or answers a customer', () => {
    expect(cardText(helpCard(asPerson(people.duri), ko))).toContain(
      '고객이 받아들이지 않은 건을 자동으로 종결하거나 고객에게 직접 답하지 않습니다',
    );
  });

  it('differs by role', () => {
    const help = (who: (typeof people)[keyof typeof people]) => cardText(helpCard(asPerson(who), ko));
    expect(help(people.aram)).toContain('조정:');
    expect(help(people.dain)).toContain('결정:');
    expect(help(people.hana)).toContain('담당:');
    expect(help(people.duri)).toContain('고객 회신:');
  });

  it('welcomes a newcomer with what to try', () => {
    for (const r of [ko, en]) {
      const card = welcomeCard(r);
      expect(linesOf(card).length).toBeLessThanOrEqual(8);
      expect(buttonsOf(card)[0]?.press.step).toBe('file');
      expect(cardText(card)).toContain('3)');
    }
  });
});

describe('mentions and languages', () => {
  it('carries the words of a mention into the form', () => {
    const card = mentionCard('  계란이 깨져서 왔어요 ', asPerson(people.duri), ko);
    expect(buttonsOf(card)[0]?.press).toEqual({ step: 'file', caseId: null, arg: '계란이 깨져서 왔어요' });
  });

  it('says so when a long text does not fit in a button', () => {
    const card = mentionCard('가'.repeat(4_000), asPerson(people.duri), ko);
    expect(buttonsOf(card)[0]?.press.arg?.length).toBeLessThanOrEqual(1_200);
    expect(cardText(card)).toContain('긴 글은 앞부분만 옮깁니다');
  });

  it('S0-04: offers an executive no filing form first', () => {
    expect(labelsOf(mentionCard('', asPerson(people.dain), ko))[0]).toBe('도움말');
    expect(labelsOf(mentionCard('', asPerson(people.duri), ko))[0]).toBe('VOC 등록');
  });

  it('says how to change the language, in the language it now is', () => {
    expect(cardText(languageCard(true, en))).toContain('English from now on');
    expect(cardText(languageCard(false, ko))).toContain('/voc 언어 en');
  });
});
