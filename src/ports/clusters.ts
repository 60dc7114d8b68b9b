import type { CaseRecord } from '../domain/case/case.ts';
import type { Cluster, ClusterEvent, ClusterRecord } from '../domain/cluster/cluster.ts';
import type { CausationId, ChangeId, ClusterId, DepartmentCode, PersonId } from '../domain/ids.ts';
import type { Duration, Instant } from '../domain/instant.ts';
import type { Warned } from '../domain/learning/conversion.ts';
import type { ClusterFigures, GaugeLevel, Member } from '../domain/learning/gauge.ts';
import type { Page } from './case-queries.ts';
import type { Addressed } from './outbox.ts';

/** A cluster as cards show it: what is said of it, and what was counted last (null: not yet). */
export type ClusterView = {
  readonly record: ClusterRecord;
  readonly figures: ClusterFigures | null;
  /** What the first customer went through: what it is called until somebody names it. */
  readonly firstSaid: string;
};

/** Something to be counted anew; whoever was given it has it to themselves for a while. */
export type StaleCount = { readonly id: ClusterId; readonly marks: number; readonly corrected: boolean };

/** A member as the count needs it. */
export type CountedMember = Member & {
  readonly open: boolean;
  /** How far along the cluster was when that last weighed on the case. */
  readonly weighed: GaugeLevel | null;
  /** Codes of its confirmed signals. */
  readonly signals: readonly string[];
  /** What stands for it against closing without a change; null: nobody has answered. */
  readonly change: ChangeId | 'none' | null;
  /** The cluster it was linked into itself. */
  readonly cluster: ClusterId;
  readonly department: DepartmentCode | null;
  readonly filer: PersonId;
  /** How often something was given in it. */
  readonly given: number;
};

export type ClusterChange = {
  readonly id: ClusterId;
  readonly expectedVersion: number;
  readonly causationId: CausationId;
  readonly events: readonly ClusterEvent[];
  readonly after: Cluster;
};

export type OwedCards = { readonly record: CaseRecord; readonly messages: readonly Addressed[] };

/** Cases linked as one problem. Every read is by index; a cluster nobody has said anything of exists all the same. */
export type Clusters = {
  /** The oldest of those it has joined: itself, where it joined none. */
  readonly rootOf: (id: ClusterId) => Promise<ClusterId>;
  readonly view: (root: ClusterId) => Promise<ClusterView>;
  /** False: somebody was faster, or this causation has acted. */
  readonly commit: (change: ClusterChange) => Promise<boolean>;
  /** Its cases and those of everything that joined it, newest first. */
  readonly cases: (root: ClusterId, limit: number) => Promise<Page>;
  /** The same as the count needs them: all, however old; oldest first. */
  readonly members: (root: ClusterId) => Promise<readonly CountedMember[]>;
  readonly stale: (limit: number) => Promise<readonly StaleCount[]>;
  /** Counted; counted again not before `rest` has passed, where cases have changed meanwhile. */
  readonly counted: (counted: StaleCount, rest: Duration) => Promise<void>;
  /** These are to be counted anew, and may have less than before. */
  readonly recount: (ids: readonly ClusterId[]) => Promise<void>;
  /** Problems that first reached 주의 from a moment on and before another: each once, however many clusters became one. */
  readonly warned: (from: Instant, to: Instant) => Promise<readonly Warned[]>;
  /** Whether this causation has changed the cluster. */
  readonly acted: (id: ClusterId, causation: CausationId) => Promise<boolean>;
  readonly keepFigures: (root: ClusterId, figures: ClusterFigures, at: Instant) => Promise<void>;
  /** Time went by: every cluster that still counts something is to be counted anew. Resolves to how many. */
  readonly dayPassed: () => Promise<number>;
  /** The cards of these cases must show what has been counted. */
  readonly oweCards: (owed: readonly OwedCards[]) => Promise<void>;
};
