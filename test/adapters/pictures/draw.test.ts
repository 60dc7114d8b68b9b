import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { drawer } from '../../../adapters/pictures/draw.ts';
import { faceOf } from '../../../adapters/pictures/face.ts';
import { linesOf, written } from '../../../adapters/pictures/lines.ts';
import { side, svgOf } from '../../../adapters/pictures/svg.ts';
import { funnelOf, paretoOf } from '../../support/pictures-of.ts';

const fontFile = (weight: string) => `node_modules/pretendard/dist/public/static/Pretendard-${weight}.otf`;
const [plain, bold] = [faceOf(readFileSync(fontFile('Medium'))), faceOf(readFileSync(fontFile('Bold')))];
const faces = { plain, bold };
const everyWeek = [104, 98, 91, 88, 9, 3, 1];
const hostile = '鄭 사장님 & <b>"재계약"</b> 👨‍👩‍👧 \u0000\u202E]]>';
const bar = (label: string, count = 7, note = '주의') => ({ label, count, note });

/** Written words of an SVG, as they stand in it. */
const wordsIn = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, word = '']) => word);
const widthsIn = (svg: string): readonly number[] =>
  [...svg.matchAll(/<rect[^>]* width="([\d.]+)"[^>]*fill="#0(?:072b2|09e73)"/g)].map(([, width]) => Number(width));

/** The rendered SVG without a white ground, and what of it has ink. */
const inkOf = (svg: string) => {
  const font = { loadSystemFonts: false, fontFiles: ['Medium', 'Bold'].map(fontFile), defaultFontFamily: 'Pretendard' };
  const bare = svg.replace(/<rect width="1080" height="1080" fill="#fff"\/>/, '');
  const box = new Resvg(bare, { font }).innerBBox();
  if (box === undefined) throw new Error('nothing was drawn');
  return box;
};

describe('a picture', () => {
  it('is a square PNG of 1080 pixels, small enough for a phone on the way', async () => {
    const draw = drawer();
    for (const picture of [funnelOf(everyWeek), funnelOf(everyWeek, 'en'), paretoOf(...Array(8).fill(bar('배송')))]) {
      const png = Buffer.from(await draw(picture));
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([side, side]);
      expect(png.length).toBeLessThan(150_000);
    }
  });

  it('writes every Hangul syllable there is, and all that stands in a sentence, with a glyph of its own', () => {
    const syllables = Array.from({ length: 11_172 }, (_, i) => String.fromCodePoint(0xac00 + i));
    const others = [...'ㄱㅎㅏㅣ abcXYZ0189,.·…“”‘’()[]/%~–—₩▲▼ㆍ&<>"\''];
    for (const face of [plain, bold]) expect([...syllables, ...others].filter((each) => !face.has(each))).toEqual([]);
    expect([...'鄭漢👨🚚'].filter((each) => plain.has(each))).toEqual([]);
  });

  it('shows no box where the font has no letter: an ellipsis says that something stood there', () => {
    const type = { face: plain, size: 40 };
    expect(written('鄭漢 사장님 👨‍👩‍👧 🇰🇷 ❤️', type)).toBe('… 사장님');
    expect(written('가\u0000나\u202E다\n라', type)).toBe('가나다 라');
    // Written by another system in pieces, it is the same word.
    expect(written('배송'.normalize('NFD'), type)).toBe('배송');
    for (const word of wordsIn(svgOf(paretoOf(bar(hostile, 7, hostile)), faces)))
      expect([...word].filter((each) => !plain.has(each))).toEqual([]);
  });

  it('takes words literally, whatever signs are in them', () => {
    const svg = svgOf(paretoOf(bar('<script>&amp;</text>')), faces);
    expect(wordsIn(svg)).toContain('&lt;script&gt;&amp;amp;&lt;/text&gt;');
    expect(() => inkOf(svg)).not.toThrow();
  });

  it.each([
    ['a usual week', funnelOf(everyWeek)],
    ['a company with a hundred thousand complaints', funnelOf([100_000, 99_999, 98_765, 50_000, 1_234, 31, 1], 'en')],
    ['a week without any', funnelOf([])],
    ['long names', paretoOf(...Array(8).fill(bar('새벽배송 파손으로 인한 재배송 지연 안내 없음'.repeat(3), 100_000)))],
    ['names in one long word', paretoOf(...Array(8).fill(bar('W'.repeat(80), 100_000, 'M'.repeat(30))))],
    ['a long title', { ...funnelOf(everyWeek), title: '아주 긴 제목이 붙은 한 주의 그림 '.repeat(9) }],
    ['nothing to show', paretoOf()],
    ['what nobody can write', { ...paretoOf(bar(hostile)), title: hostile, unit: hostile }],
  ])('keeps everything inside its edges: %s', (_, picture) => {
    const box = inkOf(svgOf(picture, faces));
    expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(20);
    expect(Math.max(box.x + box.width, box.y + box.height)).toBeLessThanOrEqual(side - 20);
  });

  it('measures words as they are drawn', () => {
    for (const words of ['새벽배송 파손', 'Effect confirmed', '100,000']) {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1080" height="1080" font-family="Pretendard"><text x="50" y="100" font-size="100" font-weight="500">${words}</text></svg>`;
      expect(Math.abs(inkOf(svg).width - plain.widthOf(words) * 100)).toBeLessThan(25);
    }
  });

  it('breaks a long title between words, and a long label gets an ellipsis', () => {
    const type = { face: plain, size: 50 };
    expect(linesOf('고객이 들인 노력과 다시 온 문제', type, 420, 2)).toEqual(['고객이 들인 노력과', '다시 온 문제']);
    const [clipped = ''] = linesOf('고객이 들인 노력과 다시 온 문제', type, 420, 1);
    expect(clipped).toMatch(/^고객이 들인 .*…$/);
    expect(plain.widthOf(clipped) * 50).toBeLessThanOrEqual(420);
  });

  it('draws bars as long as their numbers, none for nothing, and one of very many still to be seen', () => {
    const [all = 0, half = 0, least = 0, ...rest] = widthsIn(svgOf(funnelOf([100_000, 50_000, 1]), faces));
    expect(half / all).toBeCloseTo(0.5, 2);
    expect(least).toBeGreaterThanOrEqual(6);
    expect(rest).toEqual([]);
  });

  it('leaves numbers large enough to be read at 160 pixels', () => {
    for (const picture of [funnelOf(everyWeek), paretoOf(...Array(8).fill(bar('배송', 100_000)))]) {
      const sizes = [...svgOf(picture, faces).matchAll(/font-size="([\d.]+)"[^>]*text-anchor="end"/g)];
      expect(sizes.length).toBeGreaterThan(6);
      for (const [, size] of sizes) expect((Number(size) * 160) / side).toBeGreaterThan(8);
    }
  });
});
