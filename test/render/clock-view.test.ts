import { describe, expect, it } from 'vitest';
import { drawCard } from '../../adapters/slack/blocks.ts';
import type { Snooze } from '../../src/domain/sla/sla-clock.ts';
import { untimed } from '../../src/domain/sla/sla-clock.ts';
import { clocksCard } from '../../src/render/clock-view.ts';
import { lintBlocks } from '../support/lint-blocks.ts';
import { at, cases, en, everyRecord, ko, masked, recordOf, someone } from './cases-of-every-status.ts';
import { cardText, linesOf } from './plain.ts';
import { readAt, seoul, withAnother, withClock } from './timed-cases.ts';

const lineOf = (name: string, ...args: Parameters<typeof clocksCard>) =>
  linesOf(clocksCard(...args)).find((l) => l.startsWith(name));
const working = recordOf(cases.working);
const late = readAt(ko, '2026-11-27 10:00');

describe("a case's clocks", () => {
  it('say what was promised, since when, until when and how it stands; the next one first', () => {
    expect(linesOf(clocksCard(working, ko)).slice(0, 2)).toEqual([
      'VOC-0413 · 기한',
      '첫 고객 연락 4업무시간 · 11/23(월) 08:00부터 · 11/23(월) 14:00까지 · 업무시간 3시간 남음',
    ]);
    expect(lineOf('처리', working, ko)).toContain(
      '3영업일 · 11/23(월) 08:00부터 · 11/26(목) 18:00까지 · 업무시간 31시간 남음',
    );
    expect(lineOf('Fix', working, en)).toContain('3 business days · since Mon 23 Nov 08:00 · Thu 26 Nov 18:00');
    expect(lineOf('처리', working, late)).toContain('▲ 기한 지남');
  });

  it('say whether a promise was kept, kept late, or no longer needed', () => {
    const ended = (when: string, met: boolean) =>
      recordOf(withClock(cases.working, 'fix', { ended: { at: seoul(when), met } }));
    expect(lineOf('처리', ended('2026-11-26 14:02', true), late)).toMatch(/지킴 11\/26\(목\) 14:02$/);
    expect(lineOf('처리', ended('2026-11-27 09:30', true), late)).toMatch(/▲ 기한 지나서 마침 11\/27\(금\) 09:30$/);
    expect(lineOf('처리', ended('2026-11-26 14:02', false), late)).toMatch(/더 필요 없음 11\/26\(목\) 14:02$/);
  });

  it('tell time round the clock from business time', () => {
    const clock = { name: 'acknowledge', from: at(0), hours: { of: 'company' }, reached: 0 } as const;
    const wall = withAnother(cases.new, { ...clock, target: { unit: 'wall', minutes: 30 } });
    expect(cardText(clocksCard(recordOf(wall), ko))).toContain(
      '30분(밤·휴일 포함) · 11/23(월) 10:00부터 · 11/23(월) 10:30까지 · 30분 남음',
    );
    const day = withAnother(cases.new, { ...clock, name: 'interim', target: { unit: 'daytime', minutes: 240 } });
    expect(cardText(clocksCard(recordOf(day), ko))).toContain('4시간(08:00–22:00, 휴일 포함)');
    expect(cardText(clocksCard(recordOf(cases.held), ko))).toContain('중간회신 11/25(수)로 정함');
  });

  it('say since when a clock stands still, and when it has stood still', () => {
    const paused = (to: string | null) =>
      recordOf(
        withClock(cases.held, 'fix', {
          pauses: [{ from: seoul('2026-11-24 10:00'), to: to === null ? null : seoul(to) }],
        }),
      );
    expect(lineOf('처리', paused(null), readAt(ko, '2026-11-25 10:00'))).toBe(
      '처리 3영업일 · 11/23(월) 08:00부터 · 멈춤 11/24(화) 10:00부터',
    );
    const again = linesOf(clocksCard(paused('2026-11-25 10:00'), readAt(ko, '2026-11-25 11:00')));
    expect(again.join('\n')).toContain('11/27(금) 18:00까지');
    expect(again).toContain('멈췄던 때 11/24(화) 10:00–11/25(수) 10:00');
  });

  it('tell what was put off and by whom, the dates a lead gave, and how far reminders have climbed', () => {
    const by = someone.hana;
    const record = recordOf(
      withClock(cases.working, 'fix', {
        reached: 100,
        snoozes: [{ until: seoul('2026-11-26 16:30'), reason: masked('협력사 회신을 기다림'), by, at: at(0) }],
        newDues: [{ until: seoul('2026-11-30 18:00'), reason: masked('부품 입고'), by: someone.aram, at: at(0) }],
      }),
    );
    expect(linesOf(clocksCard(record, late))).toContain(
      [
        '미루기 1번',
        '김하나 님, 11/26(목) 16:30까지: 협력사 회신을 기다림',
        '새 기한 11/30(월) 18:00까지: 조아람 님, 부품 입고',
        '알린 단계 50%, 80%, 100%',
      ].join(' · '),
    );
    expect(lineOf('처리', record, late)).toContain('새 기한 11/30(월) 18:00까지(처음 11/26(목) 18:00)');
  });

  it('show where the time went, and whose working time it is', () => {
    const stays = [
      { department: cases.routed.department, from: seoul('2026-11-23 08:00') },
      { department: null, from: seoul('2026-11-23 11:00') },
      { department: cases.routed.department, from: seoul('2026-11-23 14:00') },
    ];
    const c = { ...cases.working, sla: { ...cases.working.sla, stays } };
    const lines = linesOf(clocksCard(recordOf(c), readAt(ko, '2026-11-23 16:30')));
    expect(lines).toContain('부서별 시간 물류 4시간 30분 · VOC 조정관 2시간');
    expect(lines.at(-1)).toMatch(/의 업무시간으로 셉니다\.$/);
  });

  it('are none where nothing was promised', () => {
    expect(cardText(clocksCard(recordOf({ ...cases.working, sla: untimed }), ko))).toContain(
      '이 건에는 정해진 기한이 없습니다.',
    );
  });

  it('fit one message in every status and language, however much has happened', () => {
    const snooze: Snooze = { until: at(60), reason: masked('아주 긴 이유 '.repeat(100)), by: someone.hana, at: at(0) };
    const newDues = Array.from({ length: 30 }, () => snooze);
    const more = Array.from({ length: 40 }, (_, i) => ({
      ...(cases.working.sla.clocks[0] ?? never()),
      name: 'obstacle' as const,
      of: String(i),
      snoozes: [snooze, snooze],
      newDues,
    }));
    const fullest = recordOf({
      ...cases.working,
      sla: { ...cases.working.sla, clocks: [...cases.working.sla.clocks, ...more] },
    });
    for (const record of [...everyRecord, fullest]) {
      for (const r of [ko, en, late]) {
        const card = clocksCard(record, r);
        expect(card.fallback).toContain('VOC-0413');
        expect(JSON.stringify(card)).not.toMatch(/undefined|\[object|NaN|null님/);
        const { text, blocks } = drawCard(card);
        expect(lintBlocks(blocks, 'message', text), record.state.status).toEqual([]);
        expect(cardText(card).length).toBeLessThan(13_000);
      }
    }
    expect(cardText(clocksCard(fullest, ko))).toMatch(/시계 \d+개는 줄였습니다/);
  });
});

const never = (): never => {
  throw new Error('no clock');
};
