import type { Picture } from '../../src/ports/picture.ts';
import type { Element, RichTextBlock } from './card-json.ts';
import { clip, literal, neverBlank } from './text.ts';
import { localeOf, teamsWords } from './words.ts';

const headText = 150;
/** As much as leaves the bars their room. */
const labelText = 24;
const noteText = 12;
const figure = new Intl.NumberFormat('en');

/**
 * A picture as a chart of the client's own: sharp at every size, in the reader's theme, read aloud bar by bar. Each number
 * stands in its label: at the end of a long bar the client cuts it off. A client that has no charts says so.
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
      displayMode: 'AbsoluteWithAxis',
      color: 'categoricalBlue',
      data: bars.map((bar) => ({ x: labelOf(bar), y: bar.count })),
      spacing: 'Small',
      fallback: sorryFor(title),
    },
  ];
}

/** The chart itself shows neither its title nor what it counts. */
const headOf = (picture: Picture): string =>
  picture.type === 'pareto' && picture.unit !== '' ? `${picture.title} (${picture.unit})` : picture.title;

const barsOf = (
  picture: Picture,
): readonly { readonly label: string; readonly count: number; readonly note: string }[] =>
  picture.type === 'funnel' ? picture.steps.map((step) => ({ ...step, note: '' })) : picture.bars;

const labelOf = ({ label, count, note }: ReturnType<typeof barsOf>[number]): string => {
  const noted = note === '' ? [] : [faceOf(note, noteText)];
  return `${[faceOf(label, labelText), ...noted].join(' · ')} ${figure.format(count)}`;
};

const sorryFor = (title: string): RichTextBlock => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text: teamsWords[localeOf(title)].noCharts, size: 'Small', isSubtle: true }],
  spacing: 'Small',
});

const faceOf = (text: string, max: number): string => neverBlank(clip(literal(text).replaceAll('\n', ' '), max));
