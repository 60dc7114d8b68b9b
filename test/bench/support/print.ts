import { type Figure, goalText, isMet, readable } from './figure.ts';

/** One line a figure, for machines. */
export const asJson = (figure: Figure): string =>
  JSON.stringify({
    name: figure.name,
    value: Number(readable(figure.value)),
    unit: figure.unit,
    beside: figure.beside,
    ratio: Number(figure.ratio.toFixed(3)),
    goal: figure.goal === null ? null : goalText(figure.goal),
    met: isMet(figure),
  });

export function asTable(figures: readonly Figure[]): string {
  const head = ['figure', 'measured', 'beside it', 'ratio', 'goal', ''];
  const rows = figures.map((figure) => [
    figure.name,
    `${readable(figure.value)} ${figure.unit}`,
    figure.beside,
    figure.ratio.toFixed(2),
    goalText(figure.goal),
    verdict(isMet(figure)),
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n');
}

function verdict(met: boolean | null): string {
  if (met === null) return 'reported';
  return met ? 'met' : 'MISSED';
}
