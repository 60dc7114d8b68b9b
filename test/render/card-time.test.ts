import { describe, expect, it } from 'vitest';
import { drawCard, drawHome } from '../../adapters/slack/blocks.ts';
import { hasEnded } from '../../src/domain/case/case.ts';
import { day } from '../../src/domain/instant.ts';
import { untimed } from '../../src/domain/sla/sla-clock.ts';
import type { CardPlace } from '../../src/render/actions.ts';
import { caseCard, caseCardFor } from '../../src/render/case-card.ts';
import { taskOf } from '../../src/render/case-lines.ts';
import { homeCard, listCard } from '../../src/render/list-cards.ts';
import { logistics, people, quality } from '../support/a-playbook.ts';
import { lintBlocks, lintView } from '../support/lint-blocks.ts';
import {
  asPerson,
  cases,
  en,
  everyRecord,
  ko,
  masked,
  offer,
  recordOf,
  slaAfter,
  someone,
} from './cases-of-every-status.ts';
import { buttonsOf, cardText, linesOf, menuOf } from './plain.ts';
import { readAt, seoul, withAnother, withClock } from './timed-cases.ts';

const inLogistics: CardPlace = { to: 'department', department: logistics };
const inQuality: CardPlace = { to: 'department', department: quality };
const places: readonly CardPlace[] = [inLogistics, inQuality, { to: 'desk' }];
const late = readAt(ko, '2026-12-18 10:00');

describe('until when', () => {
  it.each([
    ['new', '11/23(월) 11:00까지'],
    ['routed', '11/23(월) 11:00까지'],
    ['acknowledged', '11/24(화) 18:00까지(처리 예정 11/26(목) 18:00)'],
    ['working', '11/26(목) 18:00까지'],
    ['held', '11/30(월)까지'],
    ['adjudication', '11/23(월) 14:45까지'],
    ['deciding', '11/26(목) 18:00까지'],
    ['fixed', '11/23(월) 14:30까지'],
    ['replied', '11/26(목) 18:00까지'],
    ['refused', '11/24(화) 18:00까지'],
  ] as const)('is the due moment of the present step, of a %s case', (status, until) => {
    expect(taskOf(cases[status], ko)?.until).toBe(until);
  });

  it('shows what the owner expects beside it, where that is another moment', () => {
    const eta = seoul('2026-11-25 15:00');
    expect(taskOf({ ...cases.working, eta }, ko)?.until).toBe('11/26(목) 18:00까지(처리 예정 11/25(수) 15:00)');
    expect(taskOf({ ...cases.working, eta }, en)?.until).toBe('Thu 26 Nov 18:00 (fix expected Wed 25 Nov 15:00)');
    expect(taskOf({ ...cases.working, eta: null }, ko)?.until).toBe('11/26(목) 18:00까지');
  });

  it('goes by the fix where the plan is no longer owed', () => {
    const c = withClock(cases.acknowledged, 'plan', { ended: { at: seoul('2026-11-23 09:30'), met: true } });
    expect(taskOf(c, ko)?.until).toBe('11/26(목) 18:00까지');
  });

  it('reads in the zone of whoever reads', () => {
    expect(taskOf(cases.working, { ...en, zone: 'Europe/London' })?.until).toContain('Thu 26 Nov 09:00');
  });

  it('moves when a holiday is declared', () => {
    const [calendar] = ko.playbook.calendars;
    if (calendar === undefined) throw new Error('no calendar');
    const days = new Map([...calendar.days, [day('2026-11-25'), []]]);
    const declared = { ...ko, playbook: { ...ko.playbook, calendars: [{ ...calendar, days }] } };
    expect(taskOf(cases.working, declared)?.until).toContain('11/27(금) 18:00');
  });

  it('is undecided, and says when it will be decided, where nothing was promised', () => {
    for (const c of [cases.routed, cases.working]) {
      const until = taskOf({ ...c, sla: untimed, ...('eta' in c ? { eta: null } : {}) } as typeof c, ko)?.until;
      expect(until).toMatch(/^미정\(기한/);
    }
    expect(taskOf({ ...cases.working, sla: untimed }, ko)?.until).toBe('11/26(목) 18:00까지');
  });

  it('names the date the lead gave and the first, and is late only after the new one', () => {
    const newDue = {
      until: seoul('2026-11-30 18:00'),
      reason: masked('부품'),
      by: someone.hana,
      at: seoul('2026-11-27 10:00'),
    };
    const c = withClock(cases.working, 'fix', { newDues: [newDue] });
    expect(taskOf({ ...c, eta: null }, ko)?.until).toBe('새 기한 11/30(월) 18:00까지(처음 11/26(목) 18:00)');
    const head = (when: string) => linesOf(caseCard(recordOf(c), inLogistics, readAt(ko, when)))[0];
    expect(head('2026-11-27 12:00')).not.toContain('기한 지남');
    expect(head('2026-12-01 09:00')).toContain('▲ 기한 지남');
  });

  it('is asked of the department that a case is offered to, and told to the one that offers it', () => {
    const c = { ...cases.working, offer };
    const sla = slaAfter(c, {
      type: 'TransferOffered',
      data: { offer, from: logistics, hop: 1 },
      at: offer.at,
      by: offer.by,
    });
    const record = recordOf({ ...c, sla });
    for (const place of [inLogistics, inQuality]) {
      expect(cardText(caseCard(record, place, ko))).toContain('답은 11/23(월) 11:45까지');
    }
  });
});

describe('what is late', () => {
  it('says so in the head, with a shape and a word, in every status that has a clock', () => {
    for (const { state } of everyRecord.filter((x) => !hasEnded(x.state))) {
      const card = caseCardFor(recordOf(state), asPerson(people.duri), late);
      const isStill = state.status === 'held';
      expect(linesOf(card)[0], state.status).toContain(isStill ? '▲ 처리 기한 지남' : '▲ 기한 지남');
      expect(card.fallback, state.status).toContain('기한 지남');
    }
    expect(
      linesOf(caseCardFor(recordOf(cases.working), asPerson(people.duri), readAt(en, '2026-12-18 10:00')))[0],
    ).toContain('▲ overdue');
  });

  it('is not said a minute early', () => {
    const head = (when: string) => linesOf(caseCard(recordOf(cases.working), inLogistics, readAt(ko, when)))[0];
    expect(head('2026-11-26 17:59')).not.toContain('기한 지남');
    expect(head('2026-11-26 18:00')).toContain('▲ 기한 지남');
  });

  it('shows a fix past its date behind a step that is in time', () => {
    const fix = withClock(cases.deciding, 'fix', { target: { unit: 'days', days: 1 } });
    const head = linesOf(caseCard(recordOf(fix), inLogistics, readAt(ko, '2026-11-25 10:00')))[0];
    expect(head).toBe('VOC-0413 · ◆ S2 중대 · 불만 · 물류 · ▲ 처리 기한 지남');
  });

  it('is nothing that has ended, or that stands still while the customer is asked', () => {
    for (const record of everyRecord.filter((x) => hasEnded(x.state))) {
      for (const place of places) expect(cardText(caseCard(record, place, late))).not.toContain('기한 지남');
    }
    const waiting = withClock(cases.held, 'fix', { pauses: [{ from: seoul('2026-11-23 09:45'), to: null }] });
    const card = caseCard(recordOf(waiting), inLogistics, late);
    expect(cardText(card)).not.toContain('처리 기한 지남');
    expect(linesOf(card)).toContain('보류: 부품 · 다음 고객 안내 11/25(수) · 처리 시간은 멈춰 있습니다');
    expect(cardText(caseCard(recordOf(cases.held), inLogistics, ko))).not.toContain('멈춰 있습니다');
  });
});

describe('every status, place and language, in time and late', () => {
  it('keeps to eight lines and three buttons, and Slack takes it', () => {
    const fullest = withAnother(cases.working, {
      name: 'statutory',
      of: 'privacy_leak',
      from: seoul('2026-11-23 09:00'),
      target: { unit: 'wall', minutes: 4320 },
      hours: { of: 'company' },
      reached: 0,
    });
    for (const record of [...everyRecord, recordOf(fullest), recordOf({ ...cases.working, offer })]) {
      for (const r of [ko, en, late, readAt(en, '2027-01-05 10:00')]) {
        for (const card of [
          ...places.map((place) => caseCard(record, place, r)),
          caseCardFor(record, asPerson(people.duri), r),
        ]) {
          expect(linesOf(card).length, record.state.status).toBeLessThanOrEqual(8);
          expect(buttonsOf(card).length, record.state.status).toBeLessThanOrEqual(3);
          expect(menuOf(card).length, record.state.status).toBeLessThanOrEqual(13);
          expect(JSON.stringify(card)).not.toMatch(/undefined|\[object|NaN|null님/);
          const { text, blocks } = drawCard(card);
          expect(lintBlocks(blocks, 'message', text), record.state.status).toEqual([]);
        }
      }
    }
  });
});

describe('lists', () => {
  const open = everyRecord.filter((x) => !hasEnded(x.state));
  const page = { cases: open, total: open.length };

  it('say of every open case until when, and first of all that it is late', () => {
    for (const kind of ['waiting', 'mine', 'find'] as const) {
      const inTime = linesOf(listCard(kind, page, ko)).filter((l) => /까지/.test(l));
      expect(inTime).toHaveLength(open.length);
      const gone = linesOf(listCard(kind, page, late)).filter((l) => l.startsWith('▲ '));
      expect(gone).toHaveLength(open.length);
    }
    const [row] = linesOf(listCard('mine', { cases: [recordOf(cases.working)], total: 1 }, late)).slice(2);
    expect(row).toBe('▲ 기한 지남 · 처리 중 · 김하나 님 · 11/26(목) 18:00까지');
  });

  it('are taken by Slack, late in every line', () => {
    for (const r of [late, readAt(en, '2026-12-18 10:00')]) {
      const { text, blocks } = drawCard(listCard('waiting', page, r));
      expect(lintBlocks(blocks, 'message', text)).toEqual([]);
      const pages = { waiting: page, filed: page, owned: page };
      expect(lintView(drawHome(homeCard(pages, asPerson(people.duri), r)), 'home')).toEqual([]);
    }
  });
});
