import type { Instant } from '../domain/instant.ts';
import { type Conversion, conversionOf } from '../domain/learning/conversion.ts';
import type { Playbook } from '../domain/playbook.ts';
import { quarterIn, spanOf } from '../domain/quarter.ts';
import { calendarHolding } from '../domain/sla/clock-times.ts';
import type { ChangeStore } from '../ports/change-store.ts';
import type { Clusters } from '../ports/clusters.ts';

export type ConversionDeps = {
  readonly changes: Pick<ChangeStore, 'accepted'>;
  readonly clusters: Pick<Clusters, 'warned'>;
  readonly playbook: Playbook;
};

/** 불만→변화 전환 of the quarter that a moment lies in. */
export async function conversionAt({ changes, clusters, playbook }: ConversionDeps, at: Instant): Promise<Conversion> {
  const { zone } = calendarHolding(null, playbook);
  const { from, to } = spanOf(quarterIn(at, zone), zone);
  const warned = await clusters.warned(from, to);
  const accepted = await changes.accepted(warned.flatMap((one) => one.clusters));
  return conversionOf(warned, accepted, at, playbook);
}
