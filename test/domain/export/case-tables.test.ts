import { describe, expect, it } from 'vitest';
import type { CaseEvent, CaseEventOf } from '../../../src/domain/case/events.ts';
import { caseRow } from '../../../src/domain/export/case-rows.ts';
import { clockRows } from '../../../src/domain/export/clock-rows.ts';
import { eventRows } from '../../../src/domain/export/event-rows.ts';
import { refusalRows } from '../../../src/domain/export/refusal-rows.ts';
import { remedyRows } from '../../../src/domain/export/remedy-rows.ts';
import { stamp } from '../../../src/domain/export/table.ts';
import { clusterId, customerKey } from '../../../src/domain/ids.ts';
import { days, instant, plus } from '../../../src/domain/instant.ts';
import { refOf } from '../../../src/domain/people.ts';
import { aPlaybook, people } from '../../support/a-playbook.ts';
import * as say from '../../support/case-events.ts';
import { caseOf, countedAt } from '../../support/exported.ts';

const soon = countedAt(say.later(180));

describe('a case in one row', () => {
  it('says what was said beside the codes, who has it, and what became of it', () => {
    const row = caseRow(caseOf(say.toClosed, clusterId(7), 142), soon);
    expect(row).toMatchObject({
      case: 'VOC-0142',
      status: 'closed',
      kind: 'complaint',
      department: 'logistics',
      filerDepartment: 'cs',
      filedAt: '2026-11-23T10:00:00+09:00',
      cluster: 'VOC-0007',
      verdict: 'accepted',
      experience: '접시 세 장이 깨진 채 배송됨',
      quote: '주문한 접시가 세 장이나 깨져서 왔어요.',
    });
  });

  it('counts the business minutes to the fix, in the hours of the department', () => {
    // Filed on Monday at 10:00; lunch from twelve is no work.
    const { fixedAt, workedMinutes } = caseRow(
      caseOf([...say.toWorking, say.fixed(people.hana, {}, say.later(150))]),
      soon,
    );
    expect([fixedAt, workedMinutes]).toEqual(['2026-11-23T12:30:00+09:00', 120]);
  });

  it('counts them to a verdict, too', () => {
    const verdict = { verdict: 'partly', reason: say.masked('일부만'), until: null, by: refOf(people.hana) } as const;
    const at = say.later(150);
    const given: CaseEvent = { type: 'VerdictGiven', at, by: verdict.by, data: { verdict: { ...verdict, at } } };
    const rows = eventRows(caseOf([...say.toWorking, given]), soon);
    expect(rows.at(-1)).toMatchObject({ type: 'VerdictGiven', code: 'partly', workedMinutes: 120 });
  });

  it('keeps when it was last closed and fixed where it has come back since', () => {
    const row = caseRow(caseOf([...say.toClosed, say.reopened()]), soon);
    expect(row).toMatchObject({ status: 'working', reopened: 1, verdict: '', endedAt: '' });
    expect(row.closedAt).not.toBe('');
    expect(row.fixedAt).not.toBe('');
  });

  it('tells customers apart by a key that begins with a letter, and says nothing where nobody knows them', () => {
    const known = caseRow(caseOf([say.filed({ customer: customerKey('-x1') })]), soon);
    expect([known.customer, caseRow(caseOf(say.toRouted), soon).customer]).toEqual(['C-x1', '']);
  });

  it('leads nobody to an employee who filed without a name', () => {
    const hidden = { id: people.hana.id, name: '이름을 밝히지 않은 직원' };
    const filing = say.filed({ voice: { kind: 'voe' }, filer: people.hana });
    const unnamed = { ...filing, by: hidden, data: { ...filing.data, filer: hidden, unnamed: true } } as typeof filing;
    const step = { ...say.obstacleRaised(people.hana), by: hidden } as typeof filing;
    const one = caseOf([unnamed, say.routedTo(), step]);
    expect(caseRow(one, soon).filerDepartment).toBe('');
    const told = JSON.stringify([caseRow(one, soon), eventRows(one, soon)]);
    expect(told).not.toContain(people.hana.name);
    expect(eventRows(one, soon)[0]?.by).toBe('withheld');
  });

  it('names nobody for a voice of staff, in no step of it, also where they gave their name', () => {
    const one = caseOf([
      say.filed({ voice: { kind: 'voe' }, filer: people.hana }),
      say.routedTo(undefined, people.hana),
    ]);
    expect(eventRows(one, soon).map(({ by }) => by)).toEqual(['withheld', 'withheld']);
  });

  it('folds the words away while a flag on conduct stands, and opens them when it has fallen', () => {
    const until = plus(say.filedAt, days(90));
    const conduct = {
      level: 1,
      types: ['threat'],
      evidence: say.masked('녹음 3번'),
      by: refOf(people.duri),
      at: say.later(5),
      until,
    };
    const flag = { type: 'ConductFlagged', at: say.later(5), by: refOf(people.duri), data: { conduct } } as ReturnType<
      typeof say.filed
    >;
    const one = caseOf([...say.toRouted, flag]);
    expect(caseRow(one, soon)).toMatchObject({ folded: 'yes', quote: '' });
    expect(caseRow(one, countedAt(until))).toMatchObject({ folded: 'no', quote: say.aVoice.words });
    expect(JSON.stringify(eventRows(one, soon))).not.toContain('녹음');
  });
});

describe('the clocks of a case', () => {
  const acknowledge = (events: Parameters<typeof caseOf>[0], counting = soon) =>
    clockRows(caseOf(events), counting).find(({ clock }) => clock === 'acknowledge');

  it('say when each is due, and that a kept one was kept', () => {
    expect(acknowledge(say.toAcknowledged)).toMatchObject({
      hours: 'logistics',
      from: '2026-11-23T10:00:00+09:00',
      ended: '2026-11-23T10:10:00+09:00',
      met: 'yes',
      inTime: 'yes',
      usedMinutes: 10,
    });
  });

  it('call one that still runs at its due moment late, and one that runs before it neither', () => {
    expect(acknowledge(say.toRouted)?.inTime).toBe('');
    const late = countedAt(plus(say.filedAt, days(30)));
    const row = acknowledge(say.toRouted, late);
    expect(row).toMatchObject({ inTime: 'no', ended: '', met: '' });
    expect(Number(row?.usedMinutes)).toBeGreaterThan(Number(row?.allowedMinutes));
  });

  const heldFrom = (at: Parameters<typeof say.held>[1]): CaseEvent => {
    const held = say.held(people.hana, at) as CaseEventOf<'CaseHeld'>;
    return { ...held, data: { hold: { ...held.data.hold, forCustomer: true } } };
  };
  const fixClock = (one: ReturnType<typeof caseOf>, at: Parameters<typeof countedAt>[0]) =>
    clockRows(one, countedAt(at)).find(({ clock }) => clock === 'fix');

  it('leave out time that stood still for the customer', () => {
    const fix = fixClock(caseOf([...say.toWorking, heldFrom(say.later(60))]), say.later(110));
    expect(fix).toMatchObject({ standsStill: 'yes', due: '', usedMinutes: 60, pausedMinutes: 50 });
  });

  it('leave nothing out that stood still after the fix, where that was told of afterwards', () => {
    const told = say.fixed(people.hana, { doneAt: say.later(50) }, say.later(115));
    const waited = [heldFrom(say.later(60)), say.resumed(people.hana, say.later(110))];
    const fix = fixClock(caseOf([...say.toWorking, ...waited, told]), say.later(118));
    expect(fix).toMatchObject({ ended: '2026-11-23T10:50:00+09:00', usedMinutes: 50, pausedMinutes: 0 });
  });
});

describe('the log of a case', () => {
  it('says who offered what to whom, and how late in the time to the fix', () => {
    const rows = eventRows(caseOf([...say.toWorking, say.offered()]), soon);
    expect(rows.map(({ type }) => type)).toEqual([
      'CaseFiled',
      'CaseRouted',
      'CaseAcknowledged',
      'WorkStarted',
      'TransferOffered',
    ]);
    expect(rows.at(-1)).toMatchObject({
      by: people.hana.name,
      from: 'logistics',
      to: 'quality',
      code: 'other-cause',
      of: 1,
      department: 'logistics',
      status: 'working',
      fixUsed: 0,
    });
  });

  it('says whether a severity was raised or lowered, and where it stands since', () => {
    const reassessed = (tier: 'S1' | 'S4', at: number) =>
      ({
        type: 'SeverityReassessed',
        at: say.later(at),
        by: refOf(people.garam),
        data: { assessment: say.ofTier(tier), reason: say.masked('사진을 보고'), terms: null },
      }) as CaseEvent;
    const filed = say.filed({ assessment: say.ofTier('S3') });
    const rows = eventRows(caseOf([filed, reassessed('S1', 1), reassessed('S4', 2)]), soon);
    expect(rows.map(({ code, tier }) => [code, tier])).toEqual([
      ['complaint', 'S3'],
      ['raised', 'S1'],
      ['lowered', 'S4'],
    ]);
  });

  it('names nobody for an obstacle: being stuck is in nobody’s figures', () => {
    const rows = eventRows(caseOf([...say.toWorking, say.obstacleRaised(), say.obstacleAnswered()]), soon);
    expect(rows.slice(-2).map(({ by, of }) => [by, of])).toEqual([
      ['withheld', 1],
      [people.sechan.name, 1],
    ]);
  });
});

describe('refusals and remedies', () => {
  it('keep a refusal that was countersigned, with who signed', () => {
    const rows = refusalRows(caseOf([...say.toRouted, say.refusedBy(), say.countersigned()]), soon);
    expect(rows).toMatchObject([
      { department: 'logistics', reason: 'not-factual', state: 'countersigned', answeredBy: people.aram.name },
    ]);
  });

  it('say of each remedy whether it was given, and when', () => {
    const events = [...say.toWorking, say.granted(), say.remedyAsked(people.duri, { number: 2 })];
    const given = remedyRows(caseOf(events, clusterId(3)), soon);
    expect(given.map(({ state, amount, cluster }) => [state, amount, cluster])).toEqual([
      ['given', 30_000, 'VOC-0003'],
      ['asked', 50_000, 'VOC-0003'],
    ]);
    const [, approved] = remedyRows(
      caseOf([...events, say.remedyApproved(people.garam, { number: 2, amount: 40_000 })]),
      soon,
    );
    expect(approved).toMatchObject({ state: 'given', amount: 40_000, givenAt: '2026-11-23T10:40:00+09:00' });
  });
});

describe('a moment', () => {
  const shown = (ms: number, zone: string) => stamp(instant(ms), { playbook: { ...aPlaybook, zone }, now: instant(0) });

  it('reads as the company’s clocks show it, and is the same moment for whoever reads it', () => {
    const moments = [0, -1, Date.UTC(2026, 2, 29, 0, 59, 59, 999), Date.UTC(2026, 2, 29, 1), Date.UTC(2027, 6, 1, 12)];
    for (const zone of ['Asia/Seoul', 'Europe/Berlin', 'America/St_Johns', 'UTC']) {
      for (const ms of moments) expect([zone, Date.parse(shown(ms, zone))]).toEqual([zone, ms]);
    }
    expect(shown(Date.UTC(2026, 6, 1, 12), 'America/St_Johns')).toBe('2026-07-01T09:30:00-02:30');
  });
});
