import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/domain/intake/triage.ts';
import { refOf } from '../../../src/domain/people.ts';
import { people } from '../../support/a-playbook.ts';
import { severityRules } from '../../support/a-severity.ts';
import { press } from '../../support/case-commands.ts';
import { filed, later, masked, routedTo, toClosed } from '../../support/case-events.ts';
import { given } from '../../support/given.ts';

const rated = (...signals: readonly string[]) => [
  filed({ assessment: assess('complaint', signals, severityRules) }),
  routedTo(),
];
const isForLeads = { type: 'NotAllowed', needs: { type: 'roles', roles: ['csLead', 'vocDesk'] } } as const;

describe('reassessing severity', () => {
  it('anybody may raise it, with a reason', () => {
    given(...rated('B1'))
      .when(press('ReassessSeverity', people.yuna, { signals: ['B1', 'C2'] }))
      .leaves({ status: 'routed', assessment: expect.objectContaining({ score: 50, tier: 'S2' }) });
    given(...rated('B1'))
      .when(press('ReassessSeverity', people.yuna, { signals: ['B1', 'C2'], reason: masked('') }))
      .asksFor(['reason', { type: 'required' }]);
  });

  it('lowering is for the CS lead and the VOC desk', () => {
    for (const person of [people.duri, people.hana, people.sechan, people.dain]) {
      given(...rated('B1', 'C2'))
        .when(press('ReassessSeverity', person, { signals: ['B1'] }))
        .refuses(isForLeads);
    }
    for (const person of [people.mirae, people.aram]) {
      given(...rated('B1', 'C2'))
        .when(press('ReassessSeverity', person, { signals: ['B1'] }))
        .leaves({ assessment: expect.objectContaining({ score: 20, tier: 'S3' }) });
    }
  });

  it('a lower score within the same tier is lowering too', () => {
    given(...rated('B1', 'F1'))
      .when(press('ReassessSeverity', people.duri, { signals: ['B1'] }))
      .refuses(isForLeads);
  });

  it('a lower tier is lowering even where the score rises', () => {
    given(...rated('A2'))
      .when(press('ReassessSeverity', people.duri, { signals: ['B1'] }))
      .refuses(isForLeads);
  });

  it('S2-15 a VIP changes neither tier nor score', () => {
    const before = assess('complaint', ['B1'], severityRules);
    given(...rated('B1'))
      .when(press('ReassessSeverity', people.duri, { signals: ['B1', 'G1'] }))
      .leaves({ assessment: expect.objectContaining({ score: before.score, tier: before.tier }) });
  });

  it('what the machine set is neither ticked nor unticked by people', () => {
    given(...rated('B1'))
      .when(press('ReassessSeverity', people.mirae, { signals: ['B1', 'I1'] }))
      .asksFor(['signals', { type: 'unknown' }]);
    given(...rated('B1', 'I1'))
      .when(press('ReassessSeverity', people.mirae, { signals: ['C2'] }))
      .leaves({ assessment: assess('complaint', ['C2', 'I1'], severityRules) });
  });

  it('takes no signal the playbook does not know, and the same ticks change nothing', () => {
    given(...rated('B1'))
      .when(press('ReassessSeverity', people.mirae, { signals: ['Z9'], reason: masked('') }))
      .asksFor(['signals', { type: 'unknown' }], ['reason', { type: 'required' }]);
    given(...rated('B1', 'C2'))
      .when(press('ReassessSeverity', people.duri, { signals: ['C2', 'B1'] }))
      .refuses({ type: 'NothingChanged' });
  });

  it('an ended case keeps its severity', () => {
    given(...toClosed)
      .when(press('ReassessSeverity', people.mirae))
      .refuses({
        type: 'NotNow',
        command: 'ReassessSeverity',
        status: 'closed',
        by: refOf(people.garam),
        at: later(120),
      });
  });
});
