import type { Face } from './face.ts';

/** A text in a face of this size. */
export type Type = { readonly face: Face; readonly size: number };

/** Signs of mood, and what only changes the sign before it. */
const pictograph = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\p{M}/u;
const omitted = '…';

/** What can be written of a text: a pictograph is left out, letters that the font has not become an ellipsis. */
export function written(text: string, { face }: Type): string {
  let out = '';
  for (const each of text.normalize('NFC').replace(/\s+/g, ' ').replace(/\p{C}/gu, '')) {
    if (face.has(each)) out += each;
    else if (!pictograph.test(each) && !out.endsWith(omitted)) out += omitted;
  }
  return out.replace(/ {2,}/g, ' ').trim();
}

/** A text in at most `most` lines of this width, broken between words where that can be; an ellipsis for the rest. */
export function linesOf(text: string, type: Type, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  let rest = written(text, type);
  while (rest !== '' && lines.length < most - 1 && !fits(rest, type, width)) {
    const whole = longest(rest, type, width);
    const gap = rest.charAt(whole.length) === ' ' ? whole.length : whole.lastIndexOf(' ');
    const line = gap > whole.length / 2 ? whole.slice(0, gap) : whole;
    lines.push(line.trimEnd());
    rest = rest.slice(line.length).trimStart();
  }
  return rest === '' ? lines : [...lines, clipped(rest, type, width)];
}

const fits = (text: string, { face, size }: Type, width: number): boolean => face.widthOf(text) * size <= width;

function clipped(text: string, type: Type, width: number): string {
  if (fits(text, type, width)) return text;
  const room = width - type.face.widthOf(omitted) * type.size;
  return `${longest(text, type, room).trimEnd()}${omitted}`;
}

/** As many of its first characters as have room; one at least, or nothing would ever be used up. */
function longest(text: string, type: Type, width: number): string {
  const characters = [...text];
  let count = 1;
  while (count < characters.length && fits(characters.slice(0, count + 1).join(''), type, width)) count += 1;
  return characters.slice(0, count).join('');
}
