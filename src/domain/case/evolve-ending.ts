import { unreachable } from '../result.ts';
import type { FiledCase, InWork } from './case.ts';
import { departmentHolding, hasEnded } from './case.ts';
import type { CaseEventOf } from './events.ts';
import { filedPart, ownedPart, workPart } from './parts.ts';

export function onClosed(c: FiledCase, { by, at }: CaseEventOf<'CaseClosed'>): FiledCase {
  if (c.status !== 'replied') return c;
  const { fix, reply } = c;
  return { ...filedPart(c), ...workPart(c), status: 'closed', fix, reply, closedBy: by, closedAt: at };
}

export function onRefused(c: FiledCase, { data }: CaseEventOf<'CaseRefused'>): FiledCase {
  const work = workBefore(c, data);
  if (work === null) return c;
  const { refusal } = data;
  return { ...filedPart(c), ...work, seenByDesk: true, status: 'refused', refusal, countersigned: null };
}

/** The work a refusal interrupts. Where nobody had acknowledged the case, the lead who refused stands for it. */
function workBefore(c: FiledCase, { refusal, department }: CaseEventOf<'CaseRefused'>['data']): InWork | null {
  if (c.status === 'working') return workPart(c);
  if (c.status === 'acknowledged') return { ...ownedPart(c), plan: null };
  if (c.status !== 'routed') return null;
  const { by, at } = refusal;
  return { department, owner: by, acknowledgedBy: by, acknowledgedAt: at, eta: null, plan: null };
}

export function onCountersigned(c: FiledCase, { by, at }: CaseEventOf<'RefusalCountersigned'>): FiledCase {
  if (c.status !== 'refused' || c.countersigned !== null) return c;
  return { ...c, countersigned: { by: by ?? c.customerOwner, at } };
}

export function onEnded(
  c: FiledCase,
  event: CaseEventOf<'CaseMerged' | 'CaseWithdrawn' | 'VoidProposed' | 'CaseVoided'>,
): FiledCase {
  const { at } = event;
  const by = event.by ?? c.customerOwner;
  switch (event.type) {
    case 'CaseMerged':
      if (c.status !== 'new' && c.status !== 'routed' && c.status !== 'acknowledged') return c;
      return { ...filedPart(c), status: 'merged', into: event.data.into, by, at };
    case 'CaseWithdrawn': {
      if (hasEnded(c)) return c;
      const { words, cause } = event.data;
      return { ...filedPart(c), status: 'withdrawn', words, cause, by, at, department: departmentHolding(c) };
    }
    case 'VoidProposed':
      return c.status === 'new' ? { ...c, voidProposed: { by, reason: event.data.reason } } : c;
    case 'CaseVoided':
      if (c.status !== 'new') return c;
      return { ...filedPart(c), status: 'void', reason: event.data.reason, by, at };
    default:
      return unreachable(event);
  }
}
