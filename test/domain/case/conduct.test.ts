import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FiledCase, hasEnded } from '../../../src/domain/case/case.ts';
import type { Conduct } from '../../../src/domain/case/conduct.ts';
import type { CaseEvent } from '../../../src/domain/case/events.ts';
import { day, days, plus } from '../../../src/domain/instant.ts';
import { refOf } from '../../../src/domain/people.ts';
import { react } from '../../../src/domain/react.ts';
import { nextDue } from '../../../src/domain/sla/next-due.ts';
import { momentAt } from '../../../src/domain/zone.ts';
import { aPlaybook, people } from '../../support/a-playbook.ts';
import { completeForms, press } from '../../support/case-commands.ts';
import { later, masked, toRouted, toWorking } from '../../support/case-events.ts';
import { caseAfter, given } from '../../support/given.ts';
import { walks } from '../../support/walks.ts';

const legal = { ...people.hana, id: 'yunseul' as typeof people.hana.id, name: '허윤슬', department: 'legal' as never };
const { evidence } = completeForms.FlagConduct;

const flagged: Conduct = {
  level: 1,
  types: ['threat'],
  evidence,
  by: refOf(people.duri),
  at: later(120),
  until: plus(later(120), days(14)),
};
const flag: CaseEvent = { type: 'ConductFlagged', at: later(120), by: refOf(people.duri), data: { conduct: flagged } };
const confirmed: Conduct = {
  level: 2,
  types: ['threat'],
  evidence: completeForms.ConfirmConduct.evidence,
  by: refOf(people.mirae),
  at: later(130),
  until: plus(later(130), days(90)),
};
const confirm: CaseEvent = {
  type: 'ConductConfirmed',
  at: later(130),
  by: refOf(people.mirae),
  data: { conduct: confirmed },
};
const limit = {
  measure: 'writtenOnly',
  until: day('2026-11-27'),
  reason: completeForms.ProposeLimit.reason,
  appeal: completeForms.ProposeLimit.appeal,
  by: refOf(people.mirae),
  at: later(140),
} as const;
const propose: CaseEvent = { type: 'LimitProposed', at: later(140), by: refOf(people.mirae), data: { limit } };
const end = momentAt(day('2026-11-28'), 0, 0, aPlaybook.zone);
const limited: CaseEvent = {
  type: 'ContactLimited',
  at: later(150),
  by: refOf(people.eunsol),
  data: { limit, until: end },
};

describe('a flag on how somebody behaved', () => {
  it('S4-04 an agent flags it with evidence; it waits to be confirmed', () => {
    given(...toWorking)
      .when(press('FlagConduct', people.duri, {}, later(120)))
      .then(flag);
    given(...toWorking)
      .when(press('FlagConduct', people.duri, { types: [], evidence: masked('') }))
      .asksFor(['types', { type: 'required' }], ['evidence', { type: 'required' }]);
    given(...toWorking)
      .when(press('FlagConduct', people.duri, { types: ['rudeness'] }))
      .asksFor(['types', { type: 'unknown' }]);
  });

  it('S4-04 is told to the CS leads alone: no department, no thread, no filer', () => {
    const after = caseAfter(...toWorking, flag);
    const told = react(flag, after).filter(({ type }) => type !== 'card');
    expect(told).toEqual([{ type: 'word', audience: { to: 'role', role: 'csLead', department: null }, event: flag }]);
  });

  it('S4-04 counts once a CS lead, who is somebody else, confirms it with evidence and a warning', () => {
    given(...toWorking, flag)
      .when(press('ConfirmConduct', people.mirae, {}, later(130)))
      .then(confirm);
    given(...toWorking, flag)
      .when(press('ConfirmConduct', people.mirae, { isWarned: false, evidence: masked('') }))
      .asksFor(['evidence', { type: 'required' }], ['isWarned', { type: 'mustBeTicked' }]);
    const byMirae = { ...flag, by: refOf(people.mirae), data: { conduct: { ...flagged, by: refOf(people.mirae) } } };
    given(...toWorking, byMirae as CaseEvent)
      .when(press('ConfirmConduct', people.mirae))
      .refuses({ type: 'OwnRequest' });
    given(...toWorking)
      .when(press('ConfirmConduct', people.mirae))
      .refuses({ type: 'NoConduct' });
  });

  it('limits contact only when a CS lead and who looks after the law do it together, with an end and a way to appeal', () => {
    given(...toWorking, flag)
      .when(press('ProposeLimit', people.mirae))
      .refuses({ type: 'NoConduct' });
    given(...toWorking, flag, confirm)
      .when(press('ProposeLimit', people.mirae, {}, later(140)))
      .then(propose);
    given(...toWorking, flag, confirm)
      .when(press('ProposeLimit', people.mirae, { until: day('2026-12-01'), appeal: masked(' ') }))
      .asksFor(['until', { type: 'tooLate', maxDays: 7 }], ['appeal', { type: 'required' }]);
    given(...toWorking, flag, confirm, propose)
      .when(press('AgreeToLimit', people.eunsol, {}, later(150)))
      .then(limited);
    given(...toWorking, flag, confirm, propose)
      .when(press('AgreeToLimit', legal))
      .leaves({
        conduct: { ...confirmed, level: 3, until: end, limit: { ...limit, agreedBy: refOf(legal) } },
      });
    given(...toWorking, flag, confirm, propose)
      .when(press('AgreeToLimit', people.garam))
      .refuses({ type: 'NotAllowed', needs: { type: 'law' } });
  });

  it('a limit that nobody looked at before its end never begins', () => {
    given(...toWorking, flag, confirm, propose)
      .when(press('AgreeToLimit', people.eunsol, {}, plus(end, days(1))))
      .refuses({ type: 'NoLimitProposed' });
  });

  it('falls by itself when its time is over, whatever it has come to', () => {
    const lifted = { type: 'ConductLifted', by: null, data: { reason: null } } as const;
    for (const history of [[flag], [flag, confirm], [flag, confirm, propose, limited]]) {
      const c = caseAfter(...toRouted, ...history);
      const until = c.conduct?.until ?? later(0);
      expect(nextDue({ ...c, sla: { ...c.sla, clocks: [] } }, aPlaybook)).toEqual({ kind: 'lift', at: until });
      given(...toRouted, ...history)
        .when(press('UnfoldWords', people.hana, {}, until))
        .refuses({ type: 'NoConduct' });
      const next = caseAfter(...toRouted, ...history, { ...lifted, at: until });
      expect(next.conduct).toBeUndefined();
    }
  });

  it('a CS lead lifts it at any level, with a reason, also on a case that has ended', () => {
    const ended: CaseEvent = {
      type: 'CaseWithdrawn',
      at: later(160),
      by: refOf(people.duri),
      data: { words: masked('됐어요'), cause: masked('포장') },
    };
    const { reason } = completeForms.LiftConduct;
    given(...toWorking, flag, ended)
      .when(press('LiftConduct', people.garam, {}, later(170)))
      .then({ type: 'ConductLifted', at: later(170), by: refOf(people.garam), data: { reason } });
    given(...toWorking, flag)
      .when(press('LiftConduct', people.duri))
      .refuses({ type: 'NotAllowed', needs: { type: 'roles', roles: ['csLead'] } });
  });

  it('S0-27 whatever is flagged, severity, department, promises and the words stay as they were', () => {
    const plain = ({ conduct: _, ...c }: FiledCase): object => c;
    const history = [flag, confirm, propose, limited];
    for (let n = 1; n <= history.length; n += 1) {
      const after = caseAfter(...toWorking, ...history.slice(0, n));
      expect(plain(after)).toEqual(plain(caseAfter(...toWorking)));
    }
  });

  it('in every life of a case, no flag is confirmed by who flagged it, and none outlives its time while it is open', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        for (const { before, after, events } of steps) {
          for (const event of events) {
            if (event.type === 'ConductConfirmed' && before.status !== 'unfiled') {
              expect(event.by?.id).not.toBe(before.conduct?.by.id);
            }
            if (event.type === 'ContactLimited') expect(event.by?.id).not.toBe(event.data.limit.by.id);
          }
          if (after.status === 'unfiled' || after.conduct === undefined || hasEnded(after)) continue;
          expect(nextDue(after, aPlaybook)?.at ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(after.conduct.until);
        }
      }),
      { numRuns: 100 },
    );
  });
});
