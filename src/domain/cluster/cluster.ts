import type { ClusterId, DepartmentCode, MaskedText } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { GaugeLevel } from '../learning/gauge.ts';
import type { PersonRef } from '../people.ts';

/**
 * Cases of one problem. Which they are stands in the cases; here stands what people say of them together, and how far
 * along they have come. `joined`: people found that it is the same problem as an older cluster.
 */
export type Cluster = {
  /** Null: called by what the first customer went through. */
  readonly name: MaskedText | null;
  readonly level: GaugeLevel | null;
  /** When each level was first reached; a link taken back takes the level back with it. */
  readonly reached: Readonly<Partial<Record<GaugeLevel, Instant>>>;
  readonly joined: ClusterId | null;
  /** The department's own figure, beside the count and never instead of it. */
  readonly metric: { readonly text: MaskedText; readonly department: DepartmentCode; readonly by: PersonRef } | null;
};

export type ClusterRecord = { readonly id: ClusterId; readonly version: number; readonly state: Cluster };

/** What every cluster is before anybody said anything of it: it needs no founding. */
export const unnamed: Cluster = { name: null, level: null, reached: {}, joined: null, metric: null };

type Event<T extends string, D> = {
  readonly type: T;
  readonly data: D;
  readonly at: Instant;
  readonly by: PersonRef | null;
};

export type ClusterEvent =
  | Event<'ClusterNamed', { readonly name: MaskedText }>
  | Event<'LevelReached', { readonly level: GaugeLevel; readonly customers: number; readonly percent: number }>
  /** Time went by, or a link was taken back (`corrected`). */
  | Event<'LevelLeft', { readonly level: GaugeLevel | null; readonly corrected: boolean }>
  | Event<'ClusterJoined', { readonly into: ClusterId }>
  | Event<'ClusterParted', { readonly from: ClusterId }>
  | Event<'MetricAttached', { readonly text: MaskedText; readonly department: DepartmentCode }>;
