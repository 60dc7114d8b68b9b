import type { CaseRecord } from '../domain/case/case.ts';
import type { Instant } from '../domain/instant.ts';
import { cardsOf } from '../domain/react-places.ts';
import type { Clusters } from '../ports/clusters.ts';
import type { Address } from './address.ts';

/** The cards of these cases must say what is so now, although nothing happened to them. */
export async function oweCards(
  { address, clusters }: { readonly address: Address; readonly clusters: Pick<Clusters, 'oweCards'> },
  cases: readonly CaseRecord[],
  at: Instant,
): Promise<void> {
  const owed = cases.map(async (record) => ({ record, messages: (await address(cardsOf(record.state), at)).messages }));
  await clusters.oweCards(await Promise.all(owed));
}
