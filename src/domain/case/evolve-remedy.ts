import { unreachable } from '../result.ts';
import type { FiledCase } from './case.ts';
import type { CaseEventOf } from './events.ts';
import type { Remedy } from './remedy.ts';

export type RemedyEvent = CaseEventOf<
  'RemedyGranted' | 'RemedyRequested' | 'RemedyApproved' | 'RemedyDeclined' | 'RemedyWithdrawn'
>;

export function onRemedy(c: FiledCase, event: RemedyEvent): FiledCase {
  const { at } = event;
  const by = event.by ?? c.customerOwner;
  switch (event.type) {
    case 'RemedyGranted':
    case 'RemedyRequested':
      return { ...c, remedies: [...(c.remedies ?? []), event.data.remedy] };
    case 'RemedyApproved': {
      const { number, amount, reason } = event.data;
      return changed(c, number, { amount, answer: { approved: true, reason, by, at } });
    }
    case 'RemedyDeclined':
      return changed(c, event.data.number, { answer: { approved: false, reason: event.data.reason, by, at } });
    case 'RemedyWithdrawn':
      return changed(c, event.data.number, { withdrawn: { reason: event.data.reason, by, at } });
    default:
      return unreachable(event);
  }
}

const changed = (c: FiledCase, number: number, change: Partial<Remedy>): FiledCase =>
  c.remedies === undefined
    ? c
    : { ...c, remedies: c.remedies.map((one) => (one.number === number ? { ...one, ...change } : one)) };
