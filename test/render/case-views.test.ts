import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from '../../src/domain/case/events.ts';
import { causationId } from '../../src/domain/ids.ts';
import { assess } from '../../src/domain/intake/triage.ts';
import {
  filedCard,
  historyCard,
  originalCard,
  sentenceCard,
  whyCard,
  wordsCard,
  wordsParts,
} from '../../src/render/case-views.ts';
import { aPlaybook } from '../support/a-playbook.ts';
import { cases, en, everyRecord, filed, ko, masked, recordOf } from './cases-of-every-status.ts';
import { everyEvent } from './events-of-every-type.ts';
import { blockText, buttonsOf, cardText, linesOf } from './plain.ts';

const recorded = (events: typeof everyEvent): readonly RecordedEvent[] =>
  events.map((event, i) => ({ version: i + 1, causationId: causationId(`c${i}`), event }));
const why = (signals: readonly string[], r = ko, kind: 'complaint' | 'praise' = 'complaint') =>
  cardText(
    whyCard(
      recordOf({
        ...cases.routed,
        voice: { ...filed.voice, kind },
        assessment: assess(kind, signals, aPlaybook.severity),
      }),
      r,
    ),
  );
const speaking = (words: string) => recordOf({ ...cases.working, voice: { ...filed.voice, words: masked(words) } });
const quotesOf = (card: ReturnType<typeof wordsCard>) => card.blocks.filter((b) => b.type === 'quote').map(blockText);

describe('why this severity', () => {
  it('shows the whole arithmetic', () => {
    expect(why(['B1', 'C2', 'F1'])).toContain(
      '◆ S2 중대 · 60점 = 10만 원 미만(20) + 오늘 안에 해결 필요(30) + 두 번째 연락(10)',
    );
    expect(why(['B1', 'C2', 'F1'], en)).toContain('◆ S2 major · 60 points =');
  });

  it('says when the gate held it at S2, and when the sum is capped', () => {
    const text = why(['B2', 'D2', 'F2', 'H2', 'A1']);
    expect(text).toContain('◆ S2');
    expect(text).toContain('점수만으로는 S1이지만');
    expect(text).toContain('더하면 110점이고, 100점까지만 셉니다.');
  });

  it('names the signal whose floor lifted it', () => {
    expect(why(['D2'])).toContain('‘이미 접수·제소됨’ 신호가 있어 점수와 관계없이 S2 이상입니다.');
  });

  it('S2-15: says that a good customer only orders equals', () => {
    expect(why(['B1', 'G1'])).toContain('‘우수 고객’ 신호는 같은 등급 안의 순서에만 씁니다.');
  });

  it('says that praise has no severity, and that nothing ticked is nothing', () => {
    expect(why([], ko, 'praise')).toContain('유형이 칭찬인 건에는 등급이 없습니다.');
    expect(why([])).toContain('○ S4 경미 · 0점. 고른 신호가 없습니다.');
  });
});

describe('the history', () => {
  it('tells every event with its time', () => {
    for (const some of [everyEvent.slice(0, 20), everyEvent.slice(20, 40), everyEvent.slice(40)]) {
      const lines = linesOf(historyCard(recordOf(cases.closed), recorded(some), ko)).slice(1);
      for (const line of lines) expect(line).toMatch(/^\d+\/\d+\(.\) \d\d:\d\d /);
      expect(lines).toHaveLength(some.length);
    }
  });

  it('stays within one message however long it is, and says what is left out', () => {
    const long = Array.from({ length: 40 }, () => ({
      ...everyEvent.find((e) => e.type === 'NoteAdded'),
      data: { text: masked('아주 긴 메모 '.repeat(300)) },
    })) as unknown as typeof everyEvent;
    const card = historyCard(recordOf(cases.closed), recorded(long), ko);
    expect(card.blocks.length).toBeLessThanOrEqual(50);
    expect(cardText(card).length).toBeLessThan(13_000);
    expect(linesOf(card)[1]).toMatch(/^앞의 \d+건은 줄였습니다/);
  });
});

describe('the whole words', () => {
  it.each([1, 600, 2_900, 2_901, 5_475, 11_600, 11_601, 40_000])('%i characters come back unchanged', (n) => {
    const words = '🥚가b\n'
      .repeat(n)
      .slice(0, n)
      .replace(/[\ud800-\udbff]$/, 'x');
    const record = speaking(words);
    const parts = Array.from({ length: wordsParts(record) }, (_, i) => wordsCard(record, i, ko));
    expect(parts.flatMap(quotesOf).join('')).toBe(words);
    for (const card of parts) {
      for (const q of quotesOf(card)) expect(q.length).toBeLessThanOrEqual(2_900);
      expect(cardText(card).length).toBeLessThanOrEqual(13_000);
    }
  });

  it('leads from part to part by a button', () => {
    const record = speaking('가'.repeat(30_000));
    expect(wordsParts(record)).toBe(3);
    expect(buttonsOf(wordsCard(record, 0, ko))[0]?.press).toMatchObject({ step: 'words', arg: '1' });
    expect(buttonsOf(wordsCard(record, 2, ko))).toEqual([]);
    expect(cardText(wordsCard(record, 99, ko))).toContain('전체 3쪽 가운데 3쪽입니다.');
  });

  it('shows the original to who may see it, and says that the look is kept', () => {
    expect(cardText(originalCard(recordOf(cases.working), '전화 010-0000-1234', ko))).toContain('010-0000-1234');
    expect(cardText(originalCard(recordOf(cases.working), '전화', ko))).toContain('본 사실이 이력에 남았습니다');
    expect(cardText(originalCard(recordOf(cases.working), null, en))).toContain('No original is kept apart');
    const fallback = originalCard(recordOf(cases.working), '전화 010-0000-1234', ko).fallback;
    expect(fallback).not.toContain('010-0000-1234');
  });
});

describe('the receipt', () => {
  it('gives the number, the department and what was masked', () => {
    expect(cardText(filedCard(recordOf(cases.routed), ko))).toContain('VOC-0413 접수했습니다. 담당: 물류');
    expect(cardText(filedCard(recordOf(cases.routed), ko))).toContain('전화번호 1개를 가렸습니다.');
    expect(cardText(filedCard(recordOf(cases.routed), en))).toContain('Filed VOC-0413. Department: Logistics');
  });

  it('S3-12: says that the desk decides where no department was sure', () => {
    expect(cardText(filedCard(recordOf(cases.new), ko))).toContain('부서를 정하지 못했습니다. 조정관에게 보냈습니다.');
  });

  it('never speaks an empty sentence', () => {
    for (const record of everyRecord) expect(filedCard(record, ko).fallback).not.toBe('');
    expect(sentenceCard('됐습니다.').fallback).toBe('됐습니다.');
  });
});
