import type { Case, FiledCase } from '../case/case.ts';
import { isLower } from '../case/decide-severity.ts';
import type { CaseEvent } from '../case/events.ts';
import type { ClusterId } from '../ids.ts';

/**
 * What of a case a cluster counts: whether it belongs there, how severe it is, whether it is a voice of its own, and
 * what was given in it.
 */
const counts: ReadonlySet<CaseEvent['type']> = new Set<CaseEvent['type']>([
  'CaseLinked',
  'CaseUnlinked',
  'SeverityReassessed',
  'CaseMerged',
  'CaseVoided',
  'RemedyGranted',
  'RemedyApproved',
  'RemedyWithdrawn',
]);

/** After these less may be true than before: what was counted because of them is taken back. */
const corrects: ReadonlySet<CaseEvent['type']> = new Set<CaseEvent['type']>([
  'CaseUnlinked',
  'CaseMerged',
  'CaseVoided',
]);

/** A person found it less severe: what the others had because of it was never so. */
const lowers = (event: CaseEvent, before: Case): boolean =>
  event.type === 'SeverityReassessed' &&
  before.status !== 'unfiled' &&
  isLower(event.data.assessment, before.assessment);

/** The clusters that must be counted anew after these events. */
export function touchedClusters(
  events: readonly CaseEvent[],
  before: Case,
  after: FiledCase,
): readonly { readonly id: ClusterId; readonly corrected: boolean }[] {
  if (!events.some(({ type }) => counts.has(type))) return [];
  const left = before.status === 'unfiled' ? undefined : before.cluster;
  const ids = new Set([left, after.cluster].flatMap((id) => (id === undefined ? [] : [id])));
  const corrected = events.some((event) => corrects.has(event.type) || lowers(event, before));
  return [...ids].map((id) => ({ id, corrected }));
}
