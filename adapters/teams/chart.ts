import type { Picture } from '../../src/ports/picture.ts';
import type { Element, RichTextBlock } from './card-json.ts';
import { clip, literal, neverBlank } from './text.ts';
import { localeOf, teamsWords } from './words.ts';

/** Longer than a client draws in one line. */
const headText = 150;
const labelText = 80;

/**
 * A picture as a chart of the client's own: sharp at every size, in the reader's theme, read aloud bar by bar. A client
 * that has no charts says so.
 */
export function chartOf(picture: Picture): readonly Element[] {
  const { title } = picture;
  const bars = barsOf(picture);
  if (bars.length === 0) return [];
  return [
    {
      type: 'RichTextBlock',
      inlines: [{ type: 'TextRun', text: faceOf(headOf(picture), headText), weight: 'Bolder' }],
    },
    {
      type: 'Chart.HorizontalBar',
      title: faceOf(title, headText),
      displayMode: 'AbsoluteNoAxis',
      color: 'categoricalBlue',
      data: bars.map(({ label, count }) => ({ x: faceOf(label, labelText), y: count })),
      spacing: 'Small',
      fallback: sorryFor(title),
    },
  ];
}

/** The chart itself shows neither its title nor what it counts. */
const headOf = (picture: Picture): string =>
  picture.type === 'pareto' && picture.unit !== '' ? `${picture.title} (${picture.unit})` : picture.title;

const barsOf = (picture: Picture): readonly { readonly label: string; readonly count: number }[] =>
  picture.type === 'funnel'
    ? picture.steps
    : picture.bars.map(({ label, count, note }) => ({ label: note === '' ? label : `${label} · ${note}`, count }));

const sorryFor = (title: string): RichTextBlock => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text: teamsWords[localeOf(title)].noCharts, size: 'Small', isSubtle: true }],
  spacing: 'Small',
});

const faceOf = (text: string, max: number): string => neverBlank(clip(literal(text).replaceAll('\n', ' '), max));
