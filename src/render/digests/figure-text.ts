import { changeOf, type Mean, meanOf, percentOf, type Share, type Trend } from '../../domain/figures/share.ts';
import type { Day } from '../../domain/instant.ts';
import { minutes } from '../../domain/instant.ts';
import type { CardBlock, Span } from '../../ports/card.ts';
import { bold, text } from '../drawing.ts';
import type { Reading } from '../reading.ts';
import { dayText, lengthText } from '../time.ts';

/* How a figure is written, in every digest alike. */

type Unit = 'percent' | 'points' | 'score';

/** `▲1.9%p`; nothing where nothing can be compared, or nothing has changed. */
export function changeText(change: number | null, unit: Unit, r: Reading, digits = unit === 'percent' ? 0 : 1): string {
  const by = change === null ? '0' : Math.abs(change).toFixed(digits);
  if (change === null || Number(by) === 0) return '';
  return r.words.digests.change(change > 0 ? '▲' : '▼', by, unit);
}

/** `87%`; of fewer than five it counts; of none there is nothing to say. */
export function shareText(share: Share, r: Reading, digits = 0): string {
  const percent = percentOf(share);
  if (share.all === 0) return '–';
  return percent === null
    ? r.words.digests.counted(share.of, share.all)
    : r.words.digests.percent(percent.toFixed(digits));
}

export const shareChange = ({ now, before }: Trend<Share>, r: Reading, digits = 0): string =>
  changeText(changeOf(percentOf(now), before), 'points', r, digits);

/** `2.3점`. */
export function meanText(mean: Mean, r: Reading): string {
  if (mean.n === 0) return '–';
  return r.words.digests.points((meanOf(mean) ?? mean.sum / mean.n).toFixed(1));
}

export const meanChange = ({ now, before }: Trend<Mean>, r: Reading): string =>
  changeText(changeOf(meanOf(now), before), 'score', r);

export const rangeText = (from: Day, to: Day, r: Reading): string =>
  r.words.digests.range(dayText(from, r), dayText(to, r));

export const workedText = (worked: number, r: Reading): string => lengthText(minutes(worked), r);

/** `속도  기한 내 처리 87% · 확인 94%`. */
export const labelled = (label: string, ...parts: readonly string[]): readonly Span[] => [
  bold(label),
  text(`  ${parts.join(' · ')}`),
];

/** A line of figures. `speed`: how fast; `depth`: whether it came back, which stands beside every speed. */
export type FigureLine = { readonly of: 'speed' | 'depth' | 'other'; readonly block: CardBlock };

/**
 * The lines of a card. Speed alone can be had by hurrying people off the line: it is shown with what came back, or not at all.
 * @throws where a figure of speed stands without its pair.
 */
export function paired(lines: readonly FigureLine[]): readonly CardBlock[] {
  if (lines.some(({ of }) => of === 'speed') && !lines.some(({ of }) => of === 'depth')) {
    throw new Error('a speed figure without its pair');
  }
  return lines.map(({ block }) => block);
}
