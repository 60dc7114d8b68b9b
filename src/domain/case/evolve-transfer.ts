import type { FiledCase } from './case.ts';
import type { CaseEventOf } from './events.ts';
import { takenOver } from './evolve-response.ts';
import { filedPart, seenAlsoBy } from './parts.ts';

export function onOffered(c: FiledCase, { data }: CaseEventOf<'TransferOffered'>): FiledCase {
  if (!('offer' in c)) return c;
  return { ...c, ...seenAlsoBy(c, data.offer.to), hops: data.hop, offer: data.offer };
}

export function onAccepted(c: FiledCase, event: CaseEventOf<'TransferAccepted'>): FiledCase {
  if (!('offer' in c)) return c;
  const { department } = event.data;
  const common = { ...filedPart(c), ...seenAlsoBy(c, department) };
  return { ...common, ...takenOver(c, event), status: 'acknowledged', offer: null };
}

export function onAdjudicationOpened(c: FiledCase, { data, at }: CaseEventOf<'AdjudicationOpened'>): FiledCase {
  if (!('offer' in c)) return c;
  const { department, proposed } = data;
  return { ...filedPart(c), seenByDesk: true, status: 'adjudication', department, proposed, openedAt: at };
}

export function onAdjudicated(c: FiledCase, { data }: CaseEventOf<'CaseAdjudicated'>): FiledCase {
  if (c.status !== 'adjudication') return c;
  const { department } = data;
  return { ...filedPart(c), ...seenAlsoBy(c, department), binding: true, status: 'routed', department, offer: null };
}
