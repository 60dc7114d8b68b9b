/** What a font can write, and how wide that is: what is laid out by it neither shows boxes nor runs over an edge. */
export type Face = {
  readonly has: (character: string) => boolean;
  /** In units of the type size. */
  readonly widthOf: (text: string) => number;
};

type Range = { readonly first: number; readonly last: number; readonly glyph: number };

/** Reads the tables of an OpenType font. @throws where it has none of those that every font of today has. */
export function faceOf(font: Buffer): Face {
  const ranges = rangesIn(font, tableOf(font, 'cmap'));
  const unitsPerEm = font.readUInt16BE(tableOf(font, 'head') + 18);
  const measured = font.readUInt16BE(tableOf(font, 'hhea') + 34);
  const advances = tableOf(font, 'hmtx');
  const glyphOf = (character: string): number => {
    const code = character.codePointAt(0) ?? 0;
    const range = ranges.find(({ first, last }) => first <= code && code <= last);
    return range === undefined ? 0 : range.glyph + code - range.first;
  };
  // Glyphs behind the last that is measured are as wide as that one.
  const advanceOf = (glyph: number): number => font.readUInt16BE(advances + 4 * Math.min(glyph, measured - 1));
  return {
    has: (character) => glyphOf(character) !== 0,
    widthOf: (text) => [...text].reduce((sum, each) => sum + advanceOf(glyphOf(each)), 0) / unitsPerEm,
  };
}

/** Where a table begins. */
function tableOf(font: Buffer, tag: string): number {
  for (let entry = 12; entry < 12 + 16 * font.readUInt16BE(4); entry += 16) {
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}

/** Characters to glyphs, from the subtable that holds all of Unicode (format 12). */
function rangesIn(font: Buffer, cmap: number): readonly Range[] {
  for (let entry = cmap + 4; entry < cmap + 4 + 8 * font.readUInt16BE(cmap + 2); entry += 8) {
    const at = cmap + font.readUInt32BE(entry + 4);
    if (font.readUInt16BE(at) !== 12) continue;
    return Array.from({ length: font.readUInt32BE(at + 12) }, (_, i) => {
      const [first, last, glyph] = [0, 4, 8].map((field) => font.readUInt32BE(at + 16 + 12 * i + field));
      return { first: first ?? 0, last: last ?? 0, glyph: glyph ?? 0 };
    });
  }
  throw new Error('the font maps no characters');
}
