import type { Filed, FiledCase, Owned } from './case.ts';
import type { CaseEventOf } from './events.ts';
import { filedPart, seenAlsoBy } from './parts.ts';

/** Did the filer name the department? Then filing and routing are one step and the VOC desk never held the case. */
export const isRoutedAtFiling = (event: CaseEventOf<'CaseRouted'>, c: Filed): boolean => event.at === c.filedAt;

export function onRouted(c: FiledCase, event: CaseEventOf<'CaseRouted'>): FiledCase {
  if (c.status !== 'new') return c;
  const { department } = event.data;
  const seenByDesk = !isRoutedAtFiling(event, c);
  return { ...filedPart(c), ...seenAlsoBy(c, department), seenByDesk, status: 'routed', department, offer: null };
}

export function onAcknowledged(c: FiledCase, event: CaseEventOf<'CaseAcknowledged'>): FiledCase {
  if (c.status !== 'routed') return c;
  return { ...filedPart(c), ...takenOver(c, event), status: 'acknowledged', offer: c.offer };
}

/** What an acknowledgement sets. What was promised to the customer before stays promised until something newer is. */
export function takenOver(
  c: FiledCase,
  { data, by, at }: CaseEventOf<'CaseAcknowledged' | 'TransferAccepted'>,
): Owned & Pick<Filed, 'callback'> {
  return {
    department: data.department,
    owner: data.owner,
    acknowledgedBy: by ?? data.owner,
    acknowledgedAt: at,
    eta: data.eta ?? ('eta' in c ? c.eta : null),
    callback: data.callback ?? c.callback,
  };
}
