import type { Instant } from '../instant.ts';
import type { CustomerPromise } from '../learning/struggles.ts';
import type { CaseEvent } from './events.ts';

type Promises = readonly CustomerPromise[];
type What = CustomerPromise['of'];

/**
 * What the customer may rely on after an event, and when each was done with. Whether it was in time is nobody's to say
 * here: that follows from the moments, when somebody asks.
 */
export function promisesAfter(promises: Promises, event: CaseEvent): Promises {
  const { at } = event;
  switch (event.type) {
    case 'CaseAcknowledged':
    case 'TransferAccepted': {
      const { callback, eta } = event.data;
      const called = callback === null ? promises : promised(promises, 'call', callback.at, at);
      return eta === null ? called : promised(called, 'date', eta, at);
    }
    case 'WorkStarted':
      return promised(promises, 'date', event.data.eta, at);
    case 'CustomerContacted':
      return ended(promises, event.data.contactedAt, 'call');
    case 'CaseFixed':
      return ended(promises, event.data.fix.doneAt ?? at, 'date');
    case 'CustomerReplied':
      return ended(ended(promises, event.data.reply.toldAt, 'call'), at, 'date');
    case 'CaseHeld':
      // It waits for the customer: the day is not ours to keep any more.
      return event.data.hold.forCustomer === true ? ended(promises, at, 'date') : promises;
    case 'CaseRefused':
      return ended(promises, at, 'date');
    case 'RefusalCountersigned':
    case 'CaseClosed':
    case 'CaseMerged':
    case 'CaseWithdrawn':
    case 'CaseVoided':
      return ended(promises, at, 'call', 'date');
    default:
      return promises;
  }
}

/** A new promise takes the place of one that could still be kept; one that has passed unmet stays on the record. */
function promised(promises: Promises, of: What, at: Instant, from: Instant): Promises {
  const kept = promises.flatMap((p) => {
    if (p.of !== of || p.endedAt !== undefined) return [p];
    return p.at > from ? [] : [{ ...p, endedAt: from }];
  });
  return [...kept, { of, from, at }];
}

/** Done at that moment; what was promised only afterwards is still open. */
const ended = (promises: Promises, when: Instant, ...what: readonly What[]): Promises =>
  promises.map((p) => (what.includes(p.of) && p.endedAt === undefined && when >= p.from ? { ...p, endedAt: when } : p));
