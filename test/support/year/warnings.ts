import type { Database } from '../../../db/database.ts';
import { dayOf, momentOn, workdayAfter } from './office-days.ts';

/*
 * The figure of complaints that became changes, counted anew from the logs of clusters and changes as they stand in the
 * tables: nothing that was folded or summed up is read.
 */

type Row = { readonly id: number; readonly type: string; readonly at: number; readonly data: Record<string, unknown> };

export type Warnings = { readonly warned: number; readonly changed: number; readonly open: number };

const levels = ['watch', 'alert', 'critical'];

export async function warningsOf(db: Database, from: number, to: number, now: number): Promise<Warnings> {
  const rows = (table: 'cluster' | 'change') =>
    db.query<Row>(
      `select ${table}_id as id, type, (extract(epoch from at) * 1000)::float8 as at, data from ${table}_events
        where at <= to_timestamp($1::float8 / 1000) order by ${table}_id, version`,
      [now],
    );
  const reached = new Map<number, number>();
  const parent = new Map<number, number>();
  for (const { id, type, at, data } of await rows('cluster')) {
    if (type === 'LevelReached' && !reached.has(id)) reached.set(id, at);
    if (type === 'LevelLeft' && data['corrected'] === true && !levels.includes(String(data['level'])))
      reached.delete(id);
    if (type === 'ClusterJoined') parent.set(id, Number(data['into']));
    if (type === 'ClusterParted') parent.delete(id);
  }
  const rootOf = (id: number): number => {
    const up = parent.get(id);
    return up === undefined ? id : rootOf(up);
  };
  const first = new Map<number, number>();
  for (const [id, at] of reached) first.set(rootOf(id), Math.min(at, first.get(rootOf(id)) ?? Infinity));

  const about = new Map<number, number>();
  const accepted: { readonly root: number; readonly at: number }[] = [];
  for (const { id, type, at, data } of await rows('change')) {
    const began = (data['beginning'] ?? data) as { readonly cluster?: number };
    if (type === 'ChangeDemanded' || (type === 'ChangeProposed' && !about.has(id)))
      about.set(id, Number(began.cluster));
    if (type === 'ChangeAccepted') accepted.push({ root: rootOf(about.get(id) ?? 0), at });
  }
  const inQuarter = [...first].filter(([, at]) => at >= from && at < to);
  const judged = inQuarter.map(([root, at]) => {
    const due = momentOn(workdayAfter(dayOf(at), 20), 18 * 60);
    return { due, isChanged: accepted.some((one) => one.root === root && one.at <= due) };
  });
  return {
    warned: judged.length,
    changed: judged.filter(({ isChanged }) => isChanged).length,
    open: judged.filter(({ due, isChanged }) => !isChanged && due > now).length,
  };
}
