import type { Instant } from '../instant.ts';
import { conversionDue } from '../learning/conversion.ts';
import { caseOfCluster } from './case-rows.ts';
import { type Counting, type ExportedCluster, type RowOf, stamp, type Table, yesNo } from './table.ts';

export const clustersTable = {
  file: 'clusters.csv',
  columns: [
    'cluster',
    'joined',
    'name',
    'level',
    'watchAt',
    'alertAt',
    'criticalAt',
    'changeDue',
    'cases',
    'customers',
    'minor',
    'weak',
    'gaugePercent',
    'drifting',
    'paidAgain',
    'metric',
  ],
} as const satisfies Table<string>;

/** A problem in one row; the figures as they were counted last. */
export function clusterRow(
  { record, joined, reached, figures, firstSaid }: ExportedCluster,
  counting: Counting,
): RowOf<typeof clustersTable> {
  const { name, level, metric } = record.state;
  const at = (moment: Instant | null | undefined) => stamp(moment, counting);
  return {
    cluster: caseOfCluster(record.id),
    joined: joined.map(caseOfCluster).join('|'),
    name: name ?? firstSaid,
    level: level ?? '',
    watchAt: at(reached.watch),
    alertAt: at(reached.alert),
    criticalAt: at(reached.critical),
    changeDue: at(reached.watch === undefined ? null : conversionDue(reached.watch, counting.playbook)),
    cases: figures?.cases ?? '',
    customers: figures?.customers ?? '',
    minor: figures?.gauge.minor ?? '',
    weak: figures?.gauge.weak ?? '',
    gaugePercent: figures?.gauge.percent ?? '',
    drifting: figures === null ? '' : yesNo(figures.isDrifting),
    paidAgain: figures === null ? '' : yesNo(figures.paidAgain === true),
    metric: metric?.text ?? '',
  };
}
