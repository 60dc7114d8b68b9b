import type { CsvRow } from '../strict-csv.ts';
import { filedIn, leaves, realCases } from './figures.ts';
import { cell, dayAfter, dayThere, falls, momentOf, monthOf, type Span, sumOf, type Tables } from './tables.ts';

/** Changes of which something is told in a span, each once. */
export function changesWith(tables: Tables, type: string, span: Span, code: string | null = null, of?: string) {
  const told = tables.changeEvents.filter(
    (row) =>
      cell(row, 'type') === type &&
      falls(cell(row, 'at'), span) &&
      (code === null || cell(row, 'code') === code) &&
      (of === undefined || cell(row, 'department') === of),
  );
  return new Set(told.map((row) => cell(row, 'change'))).size;
}

/** Running, and past due at a moment. */
export const lateClocks = (tables: Tables, at: number): readonly CsvRow[] =>
  tables.clocks.filter(
    (row) =>
      ['acknowledge', 'fix'].includes(cell(row, 'clock')) &&
      cell(row, 'ended') === '' &&
      cell(row, 'due') !== '' &&
      momentOf(cell(row, 'due')) < at,
  );

export const tierOf = (tables: Tables): ReadonlyMap<string, string> =>
  new Map(realCases(tables, null).map((row) => [cell(row, 'case'), cell(row, 'tier')]));

/** What is open now, and what stands on the executives' screen beside the figures. */
export function screenFrom(tables: Tables, span: Span, at: number, leavingSignals: readonly string[]) {
  const open = realCases(tables, null).filter((row) => cell(row, 'endedAt') === '');
  const tiers = tierOf(tables);
  const asked = open.map((row) => cell(row, 'decisionAskedAt')).filter((stamp) => stamp !== '');
  const today = dayThere(at, span.zone);
  const quietly = filedIn(tables, span, null).filter(leaves);
  const roots = tables.clusters.filter((row) => cell(row, 'gaugePercent') !== '');
  const furthest = roots
    .filter((row) => Number(cell(row, 'gaugePercent')) > 0)
    .sort(
      (a, b) =>
        Number(cell(b, 'gaugePercent')) - Number(cell(a, 'gaugePercent')) ||
        Number(cell(a, 'cluster').slice(4)) - Number(cell(b, 'cluster').slice(4)),
    );
  return {
    deciding: asked.length,
    askedFirst: asked.length === 0 ? null : Math.min(...asked.map(momentOf)),
    critical: open.filter((row) => cell(row, 'tier') === 'S1').length,
    overdue: new Set(
      lateClocks(tables, at)
        .map((row) => cell(row, 'case'))
        .filter((id) => tiers.get(id) === 'S2'),
    ).size,
    worst: furthest[0] === undefined ? null : Number(cell(furthest[0], 'cluster').slice(4)),
    changes: {
      proposed: changesWith(tables, 'ChangeProposed', span),
      deployed: changesWith(tables, 'ChangeDeployed', span),
      effective: changesWith(tables, 'EffectVerified', span, 'effective'),
      relapsed: changesWith(tables, 'ChangeRelapsed', span),
    },
    leaving: leavingSignals.flatMap((code) => {
      const count = quietly.filter((row) => cell(row, 'signals').split('|').includes(code)).length;
      return count === 0 ? [] : [{ code, count }];
    }),
    renewals: renewals(tables, today),
    drifting: roots.filter((row) => cell(row, 'drifting') === 'yes').length,
    obstacles: sumOf(open, 'obstaclesOpen'),
    paid: paidIn(tables, span),
    paidAgain: roots.filter((row) => cell(row, 'paidAgain') === 'yes').length,
    thanked: [
      ...new Set(
        filedIn(tables, span, null)
          .map((row) => cell(row, 'praised'))
          .filter((name) => name !== ''),
      ),
    ].sort(),
  };
}

/** Customers whose contract ends within ninety days and who asked for something that was not granted. */
function renewals(tables: Tables, today: string): number {
  const theirs = realCases(tables, null).filter((row) => {
    const renewal = cell(row, 'renewal');
    const stands = !['merged', 'withdrawn'].includes(cell(row, 'status'));
    const isOpen = cell(row, 'endedAt') === '';
    const notGranted = cell(row, 'requestVerdict') === 'notAccepted' || cell(row, 'status') === 'refused';
    const isSoon = renewal !== '' && renewal >= today && renewal < dayAfter(today, 90);
    return isSoon && stands && (isOpen || notGranted);
  });
  return new Set(theirs.map((row) => cell(row, 'customer') || cell(row, 'case'))).size;
}

/** Won that was given in a span, and how often. */
function paidIn(tables: Tables, span: Span) {
  const given = tables.remedies.filter(
    (row) => cell(row, 'state') === 'given' && cell(row, 'amount') !== '' && falls(cell(row, 'givenAt'), span),
  );
  return { won: sumOf(given, 'amount'), times: given.length };
}

function quarterAround(day: string, zone: string): Span {
  const [year = '', month = ''] = day.split('-');
  const first = Number(month) - ((Number(month) - 1) % 3);
  const at = (n: number): string => `${year}-${String(n).padStart(2, '0')}`;
  return { from: monthOf(at(first), zone).from, to: monthOf(at(first + 2), zone).to, zone };
}

/** 불만→변화 전환: problems that reached 주의 in a span, and what became of them in time. */
export function conversionFrom(tables: Tables, at: number, zone: string) {
  const quarter = quarterAround(dayThere(at, zone), zone);
  const warned = tables.clusters.filter((row) => falls(cell(row, 'watchAt'), quarter));
  const isChanged = (row: CsvRow): boolean =>
    tables.changeEvents.some(
      (event) =>
        cell(event, 'type') === 'ChangeAccepted' &&
        cell(event, 'cluster') === cell(row, 'cluster') &&
        momentOf(cell(event, 'at')) <= momentOf(cell(row, 'changeDue')),
    );
  const left = warned.filter((row) => !isChanged(row) && momentOf(cell(row, 'changeDue')) > at);
  return { warned: warned.length, changed: warned.filter(isChanged).length, open: left.length };
}
