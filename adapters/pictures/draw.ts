import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { renderAsync } from '@resvg/resvg-js';
import type { Draw } from '../../src/ports/picture.ts';
import { faceOf } from './face.ts';
import { type Faces, svgOf } from './svg.ts';

const fontFile = (weight: string): string =>
  fileURLToPath(import.meta.resolve(`pretendard/dist/public/static/Pretendard-${weight}.otf`));

/** Draws in this process, beside its main thread, with a font that comes along: no machine need have one installed. */
export function drawer(): Draw {
  const fontFiles = [fontFile('Medium'), fontFile('Bold')] as const;
  let faces: Promise<Faces> | null = null;
  const read = async (): Promise<Faces> => {
    const [plain, bold] = await Promise.all([readFile(fontFiles[0]), readFile(fontFiles[1])]);
    return { plain: faceOf(plain), bold: faceOf(bold) };
  };
  return async (picture) => {
    faces ??= read();
    const font = { loadSystemFonts: false, fontFiles: [...fontFiles], defaultFontFamily: 'Pretendard' };
    const image = await renderAsync(svgOf(picture, await faces), { font });
    return image.asPng();
  };
}
