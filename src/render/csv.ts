/* RFC 4180, as Excel reads it: a byte order mark before the first line, CRLF after each, quotes where they are needed. */

const byteOrderMark = '\uFEFF';

/** What a spreadsheet would take for a formula, also behind apostrophes of the text's own. */
const looksLikeAFormula = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const needsQuotes = /[",;\t\r\n]|^\s|\s$/;

/**
 * One cell. A text that a spreadsheet would run gets an apostrophe before it, and with one apostrophe taken off it is what
 * it was. Numbers are our own.
 */
function cellText(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const harmless = looksLikeAFormula.test(cell) ? `'${cell}` : cell;
  return needsQuotes.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(cellText).join(',')}\r\n`;

/** What a file begins with. */
export const csvHead = (columns: readonly string[]): string => `${byteOrderMark}${csvLine(columns)}`;
