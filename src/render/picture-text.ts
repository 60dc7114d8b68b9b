import type { Picture } from '../ports/picture.ts';

/** Ko and en group digits alike. */
const figure = new Intl.NumberFormat('en');

/** What a picture shows, in words: its title, then a line for each bar. Its alternative text, and a small table. */
export const pictureText = (picture: Picture): string => [headOf(picture), ...linesOf(picture)].join('\n');

const headOf = (picture: Picture): string =>
  picture.type === 'pareto' && picture.unit !== '' ? `${picture.title} (${picture.unit})` : picture.title;

const linesOf = (picture: Picture): readonly string[] =>
  picture.type === 'funnel'
    ? picture.steps.map(({ label, count }) => `${label} ${figure.format(count)}`)
    : picture.bars.map(({ label, count, note }) =>
        [`${label} ${figure.format(count)}`, ...(note === '' ? [] : [note])].join(' · '),
      );
