import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../src/domain/case/case.ts';
import { headlineOf } from '../../src/domain/figures/headline.ts';
import { failing, statusOf } from '../../src/domain/figures/scorecard.ts';
import { caseId } from '../../src/domain/ids.ts';
import { day, instant } from '../../src/domain/instant.ts';
import { type Month, readMonth } from '../../src/domain/month.ts';
import { quarterIn } from '../../src/domain/quarter.ts';
import { paired } from '../../src/render/digests/figure-text.ts';
import { monthlyCard } from '../../src/render/digests/monthly-card.ts';
import { scorecardCard } from '../../src/render/digests/scorecard-card.ts';
import { type Overview, weeklyCard } from '../../src/render/digests/weekly-card.ts';
import { line, text } from '../../src/render/drawing.ts';
import { plainText } from '../../src/render/plain-text.ts';
import { reading } from '../../src/render/reading.ts';
import { anOverview, aScorecard, mean, share } from '../support/an-overview.ts';
import { decisionRequested, masked, toWorking } from '../support/case-events.ts';
import { caseAfter } from '../support/given.ts';
import { shipped } from '../support/shipped-playbook.ts';

const monday = instant(Date.parse('2026-11-23T09:00:00+09:00'));
const r = reading('ko', shipped.zone, shipped, shipped.taxonomies, monday);
const week = { from: day('2026-11-16'), to: day('2026-11-22') };
const said = (overview: Overview): string => plainText(weeklyCard(overview, week, r)).join('\n');
const november = readMonth('2026-11') as Month;

describe('the week', () => {
  it('S0-05 tells of effort taken away and problems that came back, and of nobody’s delight', () => {
    const words = said(anOverview({ overdue: 1 }));
    expect(words).toContain('고객 노력  건당 1.5점');
    expect(words).toContain('재접수 6.0%');
    expect(words).not.toMatch(/감동|친절|만족도/);
  });

  it('S0-08 says what being helped cost customers, and how many had to explain it again', () => {
    const words = said(anOverview({}, { effort: mean(250, 100, 2.1), explained: { of: 31, all: 100 } }));
    expect(words).toContain('고객 노력  건당 2.5점(▲0.4) · 다시 설명한 고객 31%');
  });

  it('S1-12 says where a contract is about to end, without saying why', () => {
    expect(said(anOverview({ renewals: 2 }))).toContain('재계약 위험 2곳');
  });

  it('S2-02 names what rises slowly although no week of it alarms', () => {
    expect(said(anOverview({ drifting: 1 }))).toContain('서서히 증가 1');
  });

  it('S2-06 has a fast lane and a slow one, also where one of them is empty', () => {
    const words = said(anOverview({ overdue: 2 }));
    expect(words).toContain('지금 위험  S1 없음 · 기한 지난 S2 2건');
    expect(words).toContain('조용한 신호  없음');
    const slow = said(anOverview({}, { leaving: 2 }));
    expect(slow).toContain('지금 위험  S1 없음 · 기한 지난 S2 없음');
  });

  it('S4-14 counts those who may leave without a word', () => {
    expect(said(anOverview({}, { leaving: 2 }))).toContain('이탈 신호 2');
  });

  it('S4-13 S0-21 no figure of speed stands without what came back beside it: a card of speed alone is refused', () => {
    const lines = said(anOverview()).split('\n');
    const speed = lines.findIndex((words) => words.startsWith('속도'));
    expect(lines.slice(0, speed).some((words) => words.startsWith('다시 온 문제'))).toBe(true);
    const fast = { of: 'speed' as const, block: line(text('기한 내 처리 100%')) };
    expect(() => paired([fast])).toThrow('a speed figure without its pair');
    expect(paired([fast, { of: 'depth', block: line(text('재접수 4%')) }])).toHaveLength(2);
  });

  it('asks first for what only an executive can decide, and never passes fourteen lines or 900 characters', () => {
    const words = plainText(weeklyCard(anOverview({ overdue: 12_345, renewals: 99, drifting: 88 }), week, r));
    const lines = words.filter((words) => !words.startsWith('['));
    expect(lines.length).toBeLessThanOrEqual(14);
    expect(lines.join('\n').length).toBeLessThanOrEqual(900);
    expect(lines[2]).toBe('특별히 결정하실 일은 없습니다.');
  });

  it('of fewer than five it counts, and makes no share of them', () => {
    const words = said(anOverview({}, { onTime: share(2, 4), acknowledged: share(0, 0), returned: share(1, 3) }));
    expect(words).toContain('기한 내 처리 4건 중 2건');
    expect(words).toContain('3건 중 1건');
  });
});

describe('the sentence at its head', () => {
  const of = (figures: Parameters<typeof anOverview>[1], relapses = 0) =>
    headlineOf(anOverview({}, figures).figures, relapses);

  it.each([
    [
      'fewer cases hide that more came back',
      { filed: { now: 91, before: 100 }, returned: share(12, 100, 10) },
      0,
      'returned',
      'fewer',
    ],
    [
      'being on time hides that more came back',
      { onTime: share(95, 100, 90), returned: share(12, 100, 10) },
      0,
      'returned',
      'faster',
    ],
    ['a change that did not hold comes before speed', { onTime: share(70, 100, 90) }, 1, 'relapsed', null],
    [
      'being on time hides what it cost customers',
      { onTime: share(95, 100, 90), effort: mean(190, 100, 1.5) },
      0,
      'effort',
      'faster',
    ],
    [
      'less on time, although less came back',
      { onTime: share(80, 100, 90), returned: share(3, 100, 6) },
      0,
      'late',
      'better',
    ],
    ['a flood', { filed: { now: 150, before: 100 } }, 0, 'more', undefined],
    ['a week like any other', {}, 0, 'calm', undefined],
    ['nobody filed anything', { filed: { now: 0, before: 10 }, returned: share(0, 0) }, 0, 'nothing', undefined],
  ] as const)('names the worst pair: %s', (_, figures, relapses, type, beside) => {
    expect(of(figures, relapses)).toEqual(beside === undefined ? { type } : { type, beside });
  });
});

describe('a department’s month', () => {
  it('S0-10 cannot be won by speed: all on time with forty of a hundred coming back is 주의 at best', () => {
    const fast = aScorecard({}, { onTime: share(100, 100), returned: share(40, 100) });
    expect(failing(fast)).toEqual(['returned']);
    expect(statusOf(fast)).toBe('watch');
    expect(
      statusOf(
        aScorecard(
          { changes: { deployed: 1, effective: 0, relapsed: 1 } },
          { onTime: share(100, 100), returned: share(40, 100) },
        ),
      ),
    ).toBe('danger');
    expect(statusOf(aScorecard({}, {}))).toBe('good');
    expect(statusOf(aScorecard({ criticalLate: true }, {}))).toBe('danger');
    const few = { onTime: share(4, 4), returned: share(0, 2), effort: mean(1, 3) };
    expect(statusOf(aScorecard({}, few))).toBe('few');
    // Praise makes up for nothing.
    expect(statusOf(aScorecard({}, { praised: 500, returned: share(40, 100) }))).toBe('watch');
  });

  const drawn = (score: ReturnType<typeof aScorecard>): string =>
    plainText(scorecardCard(score, november, r)).join('\n');

  it('S1-06 S0-22 measures no kindness, and nobody by name', () => {
    const words = drawn(aScorecard({}, { praised: 3 }));
    expect(words).not.toMatch(/친절|만족도|김하나/);
    expect(words).toContain('사람별로는 세지 않고');
    // What figures are sums of knows no person, so none can be grouped by one.
    expect(Object.keys(aScorecard()).join()).not.toMatch(/person|agent|owner/);
  });

  it('S4-13 shows every speed with its pair in one line', () => {
    expect(drawn(aScorecard({}, { onTime: share(92, 100), returned: share(14, 100) }))).toContain(
      '속도  기한 내 처리 92%  ↔  재접수 14%',
    );
  });

  it('S3-16 says how requirements fared, and how long they waited for it', () => {
    const verdicts = { accepted: 2, partly: 1, notAccepted: 1, minutes: { sum: 4 * 960, n: 4 } };
    expect(drawn(aScorecard({ verdicts }))).toContain('수용 2 · 부분 1 · 불수용 1 · 판정까지 업무시간 평균 16시간');
  });
});

describe('the month', () => {
  const conversion = { quarter: quarterIn(monday, shipped.zone), warned: 8, changed: 6, open: 0, percent: 75 };
  const month = {
    refused: 3,
    ideas: { filed: 12, adopted: 4 },
    paid: { won: 890_000, times: 7, again: 1 },
    conversion,
    used: { of: 82, all: 100 },
    wants: [
      { code: 'refund', count: 40 },
      { code: 'explanation', count: 12 },
      { code: 'other', count: 4 },
    ],
    problems: [],
  };
  const words = plainText(monthlyCard({ ...anOverview({ overdue: 1 }), ...month }, november, r)).join('\n');

  it('S2-11 says how many met us before or after the experience itself', () => {
    expect(words).toContain('사전·사후 접점 24%');
  });

  it('S4-02 says how much of it really goes through Meari', () => {
    expect(words).toContain('확인의 82%가 메아리에서');
  });

  it('S0-01 says how much fitted no word, and warns above a twentieth', () => {
    expect(words).toContain('▲ 기타 7%');
  });

  it('S3-06 ranks what customers wanted', () => {
    expect(words).toMatch(/고객이 원한 것: 환불 40/);
  });

  it('tells what was not done, what was paid, and which ideas were taken up', () => {
    expect(words).toContain('불수용 3건 · 불만→변화 전환 75%');
    expect(words).toContain('보상  7건 890,000원 · 보상만 되풀이되는 문제 1');
    expect(words).toContain('제안 12건 · 채택 4');
    expect(words).toContain('[전체 보기] [부서별] [불수용 목록]');
  });
});

describe('a week in which everything happens at once', () => {
  it.each(['ko', 'en'] as const)('still fits one screen, in %s', (locale) => {
    const asked = deciding('재고 관리 담당자를 야간에도 두고 매주 월요일에 재고를 다시 세는 것을 승인해 주십시오');
    const full = anOverview(
      {
        deciding: { cases: [asked, asked, asked], total: 12 },
        critical: { cases: [asked], total: 14 },
        overdue: 1234,
        changes: { proposed: 123, deployed: 123, effective: 123, relapsed: [] },
        renewals: 123,
        drifting: 123,
        obstructed: { cases: [asked], total: 123 },
        thanked: [{ name: '아주긴이름을가진 승무원 이하늘', department: null }],
      },
      {
        filed: { now: 123_456, before: 100_000 },
        returned: share(9_999, 50_000, 10),
        effort: mean(990_000, 100_000, 1.2),
        leaving: 1_234,
        praised: 12_345,
      },
    );
    const inThat = reading(locale, shipped.zone, shipped, shipped.taxonomies, monday);
    const lines = plainText(weeklyCard(full, week, inThat)).filter((words) => !words.startsWith('['));
    expect(lines.length).toBeLessThanOrEqual(14);
    expect(lines.join('\n').length).toBeLessThanOrEqual(900);
  });
});

/** A case that waits for a decision, everything in it as long as people write. */
function deciding(question: string): CaseRecord {
  const events = [...toWorking, decisionRequested()];
  const state = caseAfter(...events);
  if (state.status !== 'deciding') throw new Error('it is not');
  const [first, ...others] = state.request.options;
  const options = first === undefined ? [] : [{ ...first, cost: masked('월 1억 2천만 원과 인력 세 명') }, ...others];
  return {
    id: caseId(7),
    version: 9,
    state: { ...state, request: { ...state.request, question: masked(question), options } },
  };
}
