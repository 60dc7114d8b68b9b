import { describe, it } from 'vitest';
import type { CaseEvent } from '../../../src/domain/case/events.ts';
import type { VoiceKind } from '../../../src/domain/intake/voice.ts';
import { refOf } from '../../../src/domain/people.ts';
import { people } from '../../support/a-playbook.ts';
import { press } from '../../support/case-commands.ts';
import {
  acknowledged,
  filed,
  fixed,
  granted,
  held,
  later,
  masked,
  routedTo,
  started,
  toAcknowledged,
  toFixed,
  toWorking,
} from '../../support/case-events.ts';
import { given } from '../../support/given.ts';

const hana = refOf(people.hana);
const working = (kind: VoiceKind): readonly CaseEvent[] => [
  filed({ voice: { kind } }),
  routedTo(),
  acknowledged(),
  started(),
];

describe('fixing', () => {
  it('the owner says what was done, shows evidence and names the cause', () => {
    given(...toWorking)
      .when(press('FixCase', people.hana, {}, later(60)))
      .then(fixed());
    given(...toWorking)
      .when(press('FixCase', people.hana, { fixType: null, done: masked(''), evidence: masked(' '), rootCause: null }))
      .asksFor(
        ['fixType', { type: 'required' }],
        ['done', { type: 'required' }],
        ['evidence', { type: 'required' }],
        ['rootCause', { type: 'required' }],
      );
  });

  it('S1-01 an apology is no fix', () => {
    for (const fixType of ['사과', 'apology']) {
      given(...toWorking)
        .when(press('FixCase', people.hana, { fixType }))
        .asksFor(['fixType', { type: 'unknown' }]);
    }
  });

  it('a complaint and a claim need a cause of both levels; other kinds may leave it open', () => {
    for (const kind of ['complaint', 'claim'] as const) {
      given(...working(kind))
        .when(press('FixCase', people.hana, { rootCause: null }))
        .asksFor(['rootCause', { type: 'required' }]);
    }
    for (const kind of ['suggestion', 'requirement', 'praise', 'voe'] as const) {
      given(...working(kind))
        .when(press('FixCase', people.hana, { rootCause: null }))
        .leaves({ status: 'fixed' });
    }
  });

  it('takes a cause from the list only', () => {
    for (const rootCause of ['product', 'product/', 'product/delivery', 'bad/luck', 'product/packaging/box', '']) {
      given(...toWorking)
        .when(press('FixCase', people.hana, { rootCause }))
        .asksFor(['rootCause', { type: 'unknown' }]);
    }
  });

  it('S0-25 money needs an amount and what it rests on', () => {
    given(...working('claim'))
      .when(press('FixCase', people.hana, { fixType: 'compensated' }))
      .asksFor(['amount', { type: 'required' }], ['basis', { type: 'required' }]);
    given(...working('claim'))
      .when(press('FixCase', people.hana, { fixType: 'solved', amount: 5000, basis: masked(' ') }))
      .asksFor(['basis', { type: 'required' }]);
    given(...working('claim'))
      .when(press('FixCase', people.hana, { fixType: 'compensated', amount: -1, basis: masked('약관 12조') }))
      .asksFor(['amount', { type: 'unknown' }]);
    given(...working('claim'), granted())
      .when(
        press(
          'FixCase',
          people.hana,
          { fixType: 'compensated', amount: 30_000, basis: masked('약관 12조') },
          later(60),
        ),
      )
      .then(
        fixed(people.hana, {
          fixType: 'compensated',
          compensation: { amount: 30_000, basis: masked('약관 12조') },
        }),
      );
  });

  it('S0-26 an inquiry asks whether information was missing', () => {
    given(...working('inquiry'))
      .when(press('FixCase', people.hana, { fixType: 'informed', rootCause: null }))
      .asksFor(['informationMissing', { type: 'required' }]);
    given(...working('inquiry'))
      .when(press('FixCase', people.hana, { fixType: 'informed', rootCause: null, informationMissing: false }))
      .leaves({ status: 'fixed' });
  });

  it('is for the owner', () => {
    for (const person of [people.jiho, people.sechan, people.duri]) {
      given(...toWorking)
        .when(press('FixCase', person))
        .refuses({ type: 'NotAllowed', needs: { type: 'owner', owner: hana } });
    }
  });

  it('needs work that has begun and is not waiting', () => {
    given(...toAcknowledged)
      .when(press('FixCase', people.hana))
      .refuses({ type: 'NotNow', command: 'FixCase', status: 'acknowledged', by: hana, at: later(10) });
    given(...toWorking, held())
      .when(press('FixCase', people.hana))
      .refuses({ type: 'NotNow', command: 'FixCase', status: 'held', by: hana, at: later(30) });
    given(...toFixed)
      .when(press('FixCase', people.hana))
      .refuses({ type: 'NotNow', command: 'FixCase', status: 'fixed', by: hana, at: later(60) });
  });
});
