import type { FiledCase } from '../domain/case/case.ts';
import { caseNumber } from '../domain/ids.ts';
import type { ClusterFigures } from '../domain/learning/gauge.ts';
import { trendOf } from '../domain/learning/trend.ts';
import type { CardBlock } from '../ports/card.ts';
import type { ClusterView } from '../ports/clusters.ts';
import { bold, line, text } from './drawing.ts';
import { inLine } from './excerpt.ts';
import { departmentName } from './labels.ts';
import type { Reading } from './reading.ts';

const bars = '▁▂▃▄▅▆▇█';

/** Weekly counts as one row of bars; none at all is the lowest. */
export function sparkline(counts: readonly number[]): string {
  const most = Math.max(1, ...counts);
  return counts.map((count) => bars[Math.round((count / most) * (bars.length - 1))] ?? '').join('');
}

/** `하인리히 경계 41 %(29건 중 12건째)`: how far along the row, by whichever of its two counts is further. */
export function gaugeText({ gauge }: ClusterFigures, r: Reading): string {
  const w = r.words.learning;
  const rules = r.playbook.learning.gauge;
  const byMinor = gauge.minor * rules.weak >= gauge.weak * rules.minor;
  const counted = byMinor ? w.minorShare(gauge.minor, rules.minor) : w.weakShare(gauge.weak, rules.weak);
  const share = gauge.hasCritical ? w.criticalShare : counted;
  return w.gauge(gauge.level === null ? null : w.levels[gauge.level], gauge.percent, share);
}

/** What a cluster is called: by its name, else by what its first customer went through. */
export const clusterName = ({ record, firstSaid }: ClusterView): string =>
  inLine(record.state.name ?? firstSaid, 80) || caseNumber(record.id as unknown as Parameters<typeof caseNumber>[0]);

/** How many said the same, how fast it grows, how far along it is; the department's own figure beside it, never instead. */
export function figuresText({ record, figures }: ClusterView, r: Reading): string | null {
  if (figures === null || (figures.cases < 2 && figures.gauge.level === null)) return null;
  const w = r.words.learning;
  const { metric } = record.state;
  const { days } = r.playbook.learning.gauge;
  return [
    ...(metric === null ? [] : [w.metric(departmentName(metric.department, r), inLine(metric.text, 60))]),
    w.same(figures.customers, days),
    gaugeText(figures, r),
    w.weeks(figures.weeks.length, sparkline(figures.weeks)),
    figures.isDrifting ? `▲ ${w.drifting}` : w.trends[trendOf(figures.weeks)],
    ...(figures.paidAgain === true ? [w.paidAgain] : []),
  ].join(' · ');
}

/** The one evidence line of a card: what is linked, else what looks alike; none where neither is there. */
export function alikeLine(c: FiledCase, cluster: ClusterView | null, r: Reading): readonly CardBlock[] {
  const counted = cluster === null ? null : figuresText(cluster, r);
  if (counted !== null) return [line(bold(counted))];
  const alikes = c.alikes ?? [];
  if (alikes.length === 0) return [];
  return [line(text(r.words.learning.alike(alikes.length, alikes.map(caseNumber).join(', '))))];
}
