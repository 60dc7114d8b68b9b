/** RFC 4180 to the letter: anything Excel would have to guess about is an error. Written apart from what writes it. */
export function strictCsv(text: string): readonly (readonly string[])[] {
  if (!text.startsWith('\uFEFF')) throw new Error('no byte order mark');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 1;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        const end = text.indexOf('"', at);
        if (end < 0) throw new Error('a quote that is never closed');
        cell += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at += 1;
      }
    } else {
      const end = text.slice(at).search(/[,\r\n"]/) + at;
      if (end < at) throw new Error('the last line has no end');
      cell = text.slice(at, end);
      at = end;
    }
    row.push(cell);
    if (text[at] === ',') {
      at += 1;
    } else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else {
      throw new Error(`something between a cell and the next at ${at}`);
    }
  }
  if (row.length > 0) throw new Error('the last line has no end');
  if (rows.some((r) => r.length !== rows[0]?.length)) throw new Error('rows of different lengths');
  return rows;
}

/** What a cell said before it was made harmless. */
export const asWritten = (cell: string): string => (/^'+[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell);

export type CsvRow = Readonly<Record<string, string>>;

/** Rows by the names of their columns. */
export function csvRows(text: string): readonly CsvRow[] {
  const [head = [], ...rows] = strictCsv(text);
  if (new Set(head).size !== head.length) throw new Error('two columns of one name');
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, asWritten(row[i] ?? '')])));
}
