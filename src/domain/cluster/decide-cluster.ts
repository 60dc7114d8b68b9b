import type { ClusterId, MaskedText } from '../ids.ts';
import type { Instant } from '../instant.ts';
import { type ClusterFigures, isHigher } from '../learning/gauge.ts';
import { hasRole, type Person, refOf } from '../people.ts';
import { err, ok, type Result } from '../result.ts';
import type { Cluster, ClusterEvent } from './cluster.ts';

/** Why not; each has a sentence. */
export type ClusterRejection =
  | { readonly type: 'DeskOnly' }
  | { readonly type: 'NeedsText' }
  | { readonly type: 'NoDepartment' }
  | { readonly type: 'SameAlready' };

export type ClusterDecision = Result<readonly ClusterEvent[], ClusterRejection>;

/** Time and counting: the level follows the figures. A level that only time takes away may be reached again. */
export function readGauge(
  c: Cluster,
  { customers, gauge }: ClusterFigures,
  corrected: boolean,
  at: Instant,
): readonly ClusterEvent[] {
  const { level, percent } = gauge;
  if (level === c.level) return [];
  if (level !== null && isHigher(level, c.level)) {
    return [{ type: 'LevelReached', at, by: null, data: { level, customers, percent } }];
  }
  return [{ type: 'LevelLeft', at, by: null, data: { level, corrected } }];
}

export function nameCluster(c: Cluster, name: MaskedText, person: Person, at: Instant): ClusterDecision {
  if (name.trim() === '') return err({ type: 'NeedsText' });
  if (c.name === name) return err({ type: 'SameAlready' });
  return ok([{ type: 'ClusterNamed', at, by: refOf(person), data: { name } }]);
}

/** A department's own figure is its own to give. */
export function attachMetric(c: Cluster, text: MaskedText, person: Person, at: Instant): ClusterDecision {
  if (person.department === null) return err({ type: 'NoDepartment' });
  if (text.trim() === '') return err({ type: 'NeedsText' });
  if (c.metric?.text === text && c.metric.department === person.department) return err({ type: 'SameAlready' });
  return ok([{ type: 'MetricAttached', at, by: refOf(person), data: { text, department: person.department } }]);
}

/** The younger joins the older, so that two who join at once cannot go in circles. Each member keeps its own link: parting restores it all. */
export function joinCluster(c: Cluster, into: ClusterId, person: Person, at: Instant): ClusterDecision {
  if (!hasRole(person, 'vocDesk')) return err({ type: 'DeskOnly' });
  if (c.joined !== null) return err({ type: 'SameAlready' });
  return ok([{ type: 'ClusterJoined', at, by: refOf(person), data: { into } }]);
}

export function partCluster(c: Cluster, person: Person, at: Instant): ClusterDecision {
  if (!hasRole(person, 'vocDesk')) return err({ type: 'DeskOnly' });
  if (c.joined === null) return err({ type: 'SameAlready' });
  return ok([{ type: 'ClusterParted', at, by: refOf(person), data: { from: c.joined } }]);
}
