import { type CaseRecord, isLinkedWith } from '../domain/case/case.ts';
import type { CaseStore } from '../ports/case-store.ts';

/** What looked the same when a case was filed, and is not linked with it; likeliest first, of at most so many. */
export async function stillAlike(
  { store }: { readonly store: Pick<CaseStore, 'load'> },
  { state }: CaseRecord,
  most?: number,
): Promise<readonly CaseRecord[]> {
  const found = await Promise.all((state.alikes ?? []).slice(0, most).map((id) => store.load(id)));
  return found.flatMap((record) => (record === null || isLinkedWith(state, record.state) ? [] : [record]));
}
