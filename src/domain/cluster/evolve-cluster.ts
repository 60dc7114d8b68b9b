import { gaugeLevels, isHigher } from '../learning/gauge.ts';
import { unreachable } from '../result.ts';
import type { Cluster, ClusterEvent } from './cluster.ts';

/** The cluster after an event; total. */
export function evolveCluster(c: Cluster, event: ClusterEvent): Cluster {
  switch (event.type) {
    case 'ClusterNamed':
      return { ...c, name: event.data.name };
    case 'LevelReached': {
      const { level } = event.data;
      const passed = gaugeLevels.filter((l) => !isHigher(l, level) && c.reached[l] === undefined);
      const reached = Object.fromEntries(passed.map((l) => [l, event.at]));
      return { ...c, level, reached: { ...c.reached, ...reached } };
    }
    case 'LevelLeft': {
      const { level, corrected } = event.data;
      const kept = gaugeLevels.filter((l) => c.reached[l] !== undefined && !isHigher(l, level));
      const reached = corrected ? Object.fromEntries(kept.map((l) => [l, c.reached[l]])) : c.reached;
      return { ...c, level, reached };
    }
    case 'ClusterJoined':
      return { ...c, joined: event.data.into };
    case 'ClusterParted':
      return { ...c, joined: null };
    case 'MetricAttached': {
      const { text, department } = event.data;
      return { ...c, metric: event.by === null ? c.metric : { text, department, by: event.by } };
    }
    default:
      return unreachable(event);
  }
}
