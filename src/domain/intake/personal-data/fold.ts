import { taken } from './hit.ts';

const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63]/g;
const spaces = /[\t\u00A0\u2000-\u200A\u202F\u3000]/g;
const fullWidth = /[\uFF01-\uFF5E]/g;
const middots = /[\u00B7\u30FB\uFF65]/g;

/**
 * One way of writing for the many dashes, spaces and full-width digits that phones and Korean keyboards make.
 * Keeps the length, so an offset means the same place before and after.
 */
export function fold(text: string): string {
  return text
    .replaceAll(taken, ' ')
    .replace(dashes, '-')
    .replace(spaces, ' ')
    .replace(middots, '.')
    .replace(fullWidth, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}
