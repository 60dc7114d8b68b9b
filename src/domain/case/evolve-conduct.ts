import { unreachable } from '../result.ts';
import type { FiledCase } from './case.ts';
import type { CaseEventOf } from './events.ts';

type ConductEvent = CaseEventOf<
  'ConductFlagged' | 'ConductConfirmed' | 'LimitProposed' | 'ContactLimited' | 'ConductLifted'
>;

export function onConduct(c: FiledCase, event: ConductEvent): FiledCase {
  switch (event.type) {
    case 'ConductFlagged':
    case 'ConductConfirmed':
      return { ...c, conduct: event.data.conduct };
    case 'LimitProposed':
      return c.conduct === undefined ? c : { ...c, conduct: { ...c.conduct, proposed: event.data.limit } };
    case 'ContactLimited': {
      if (c.conduct === undefined) return c;
      const { proposed: _agreed, ...conduct } = c.conduct;
      const { limit, until } = event.data;
      const agreedBy = event.by ?? limit.by;
      return { ...c, conduct: { ...conduct, level: 3, until, limit: { ...limit, agreedBy } } };
    }
    case 'ConductLifted': {
      const { conduct: _over, ...rest } = c;
      return rest;
    }
    default:
      return unreachable(event);
  }
}

export function onProtectionAnswered(c: FiledCase, { data, by, at }: CaseEventOf<'ProtectionAnswered'>): FiledCase {
  const answer = { by: by ?? c.customerOwner, at };
  return { ...c, protections: (c.protections ?? []).map((p) => (p.number === data.number ? { ...p, answer } : p)) };
}
