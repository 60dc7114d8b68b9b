import { hash } from './learning/grams.ts';

/**
 * Text as `find` sees it: letters and digits only, lower case. Spaces go too, since Korean is spaced at pleasure
 * (배송지연, 배송 지연), and the database's locale has no say: some drop Hangul without a word.
 */
export const squeeze = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Every pair of neighbouring characters of a squeezed text, hashed to an int4, each once. */
export function grams(squeezed: string): readonly number[] {
  const found = new Set<number>();
  let before = '';
  for (const character of squeezed) {
    if (before !== '') found.add(hash(before + character));
    before = character;
  }
  return [...found];
}

/** The words of a search, squeezed; at most ten. */
export const terms = (search: string): readonly string[] =>
  [
    ...new Set(
      search
        .split(/\s+/)
        .map(squeeze)
        .filter((term) => term !== ''),
    ),
  ].slice(0, 10);
