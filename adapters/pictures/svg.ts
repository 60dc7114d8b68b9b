import type { Picture } from '../../src/ports/picture.ts';
import type { Face } from './face.ts';
import { linesOf, type Type, written } from './lines.ts';

export type Faces = { readonly plain: Face; readonly bold: Face };

/** One of very many is still to be seen. */
const least = 8;
/** A side of the square. */
export const side = 1080;
const margin = 56;
const inner = side - 2 * margin;

/** Okabe and Ito's blue and bluish green, which no eye takes for each other; a label stands at every bar all the same. */
const bar = '#0072b2';
const goal = '#009e73';
const track = '#e6edf2';
const ink = '#16202a';
const quiet = '#4b5763';

type Row = { readonly label: string; readonly count: number; readonly note: string; readonly colour: string };

/** A picture as SVG: bars from top to bottom, each with its label on the left and its number on the right. */
export function svgOf(picture: Picture, faces: Faces): string {
  const head = headOf(picture.title, picture.type === 'pareto' ? picture.unit : '', faces);
  const rows = rowsOf(picture);
  const height = Math.min(240, (side - margin / 2 - head.bottom) / Math.max(1, rows.length));
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const drawn = rows.map((row, i) => rowOf(row, { top: head.bottom + i * height, height, most }, faces));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" font-family="Pretendard">`,
    `<rect width="${side}" height="${side}" fill="#fff"/>`,
    head.svg,
    ...drawn,
    '</svg>',
  ].join('');
}

function rowsOf(picture: Picture): readonly Row[] {
  if (picture.type === 'pareto') return picture.bars.map((each) => ({ ...each, colour: bar }));
  const last = picture.steps.length - 1;
  return picture.steps.map((step, i) => ({ ...step, note: '', colour: i === last ? goal : bar }));
}

function headOf(title: string, unit: string, { plain, bold }: Faces) {
  const whole = bold.widthOf(written(title, { face: bold, size: 1 }));
  const type = { face: bold, size: Math.max(50, Math.min(62, inner / whole)) };
  const lines = linesOf(title, type, inner, 2);
  const small = { face: plain, size: 38 };
  const under = linesOf(unit, small, inner, 1);
  const drawn = [
    ...lines.map((line, i) => text(line, margin, 102 + 68 * i, { ...type, weight: 700, fill: ink })),
    ...under.map((line) => text(line, margin, 88 + 68 * lines.length, { ...small, weight: 500, fill: quiet })),
  ];
  return { svg: drawn.join(''), bottom: 66 + 68 * lines.length + 48 * under.length };
}

type Place = { readonly top: number; readonly height: number; readonly most: number };

function rowOf({ label, count, note, colour }: Row, { top, height, most }: Place, { plain, bold }: Faces): string {
  const number = { face: bold, size: Math.min(84, height * 0.54) };
  const words = { face: plain, size: Math.min(56, height * 0.38) };
  const figure = new Intl.NumberFormat('en').format(count);
  const baseline = top + height * 0.6;
  const tag = tagOf(note, bold, Math.min(42, height * 0.28));
  const room = inner - bold.widthOf(figure) * number.size - 40 - tag.width;
  const face = linesOf(label, words, room, 1)[0] ?? '';
  const thick = Math.min(44, height * 0.2);
  const at = top + height * 0.76;
  return [
    text(face, margin, baseline, { ...words, weight: 500, fill: ink }),
    tag.at(margin + plain.widthOf(face) * words.size, baseline - words.size * 0.36),
    text(figure, side - margin, baseline, { ...number, weight: 700, fill: ink, end: true }),
    strip(at, inner, thick, track),
    count > 0 ? strip(at, Math.max(least, (inner * count) / most), thick, colour) : '',
  ].join('');
}

/** A word in a frame behind a label; `at`: where the label ends, and the middle of its letters. */
function tagOf(note: string, face: Face, size: number) {
  const [word = ''] = linesOf(note, { face, size }, inner / 4, 1);
  if (word === '') return { width: 0, at: () => '' };
  const [gap, pad, high] = [18, size * 0.5, size * 1.5];
  const wide = face.widthOf(word) * size + 2 * pad;
  return {
    width: gap + wide,
    at: (x: number, y: number) =>
      `<rect x="${n(x + gap)}" y="${n(y - high / 2)}" width="${n(wide)}" height="${n(high)}" rx="${n(high / 2)}" fill="none" stroke="${quiet}" stroke-width="2.5"/>${text(word, x + gap + pad, y + size * 0.36, { face, size, weight: 700, fill: quiet })}`,
  };
}

const strip = (y: number, width: number, thick: number, fill: string): string =>
  `<rect x="${margin}" y="${n(y)}" width="${n(width)}" height="${n(thick)}" rx="${n(thick / 4)}" fill="${fill}"/>`;

type Look = Type & { readonly weight: number; readonly fill: string; readonly end?: boolean };

const text = (words: string, x: number, y: number, { size, weight, fill, end }: Look): string =>
  `<text x="${n(x)}" y="${n(y)}" font-size="${n(size)}" font-weight="${weight}" fill="${fill}"${end === true ? ' text-anchor="end"' : ''}>${escaped(words)}</text>`;

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Two digits are finer than a pixel. */
const n = (value: number): string => String(Math.round(value * 100) / 100);
