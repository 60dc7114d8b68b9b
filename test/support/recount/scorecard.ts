import type { CsvRow } from '../strict-csv.ts';
import { closedIn, due, figuresFrom, fixedIn, isKept, realCases } from './figures.ts';
import { changesWith, lateClocks, tierOf } from './screen.ts';
import { cell, falls, momentOf, type Span, sumOf, type Tables } from './tables.ts';

/** Who changed what in a case, and who it is counted with: who gave away, who refused, else who had it then. */
const steps = { from: ['TransferOffered', 'TransferAccepted', 'CaseRefused'] };

/** A department's month, as docs/export.md says where each figure comes from. */
export function scorecardFrom(tables: Tables, of: string, span: Span, at: number) {
  const told = (type: string, code: string | null = null): number =>
    tables.events.filter(
      (row) =>
        cell(row, 'type') === type &&
        falls(cell(row, 'at'), span) &&
        cell(row, steps.from.includes(type) ? 'from' : 'department') === of &&
        (code === null || cell(row, 'code') === code),
    ).length;
  const ids = (rows: readonly CsvRow[]) => new Set(rows.map((row) => cell(row, 'case')));
  const waited = ids(tables.events.filter((row) => cell(row, 'type') === 'CaseHeld'));
  const fixed = fixedIn(tables, span, of);
  const closed = closedIn(tables, span, of);
  const fixes = due(tables, 'fix', span, of);
  const obstacles = due(tables, 'obstacle', span, of);
  const tiers = tierOf(tables);
  const theirs = ids(realCases(tables, of));
  const late = lateClocks(tables, at).filter((row) => tiers.get(cell(row, 'case')) === 'S1');
  return {
    // How long a fix took is told of the company only.
    figures: { ...figuresFrom(tables, [span], of), spread: null },
    handedOver: told('TransferOffered'),
    taken: told('TransferAccepted'),
    refused: told('CaseRefused'),
    changes: {
      deployed: changesWith(tables, 'ChangeDeployed', span, null, of),
      effective: changesWith(tables, 'EffectVerified', span, 'effective', of),
      relapsed: changesWith(tables, 'ChangeRelapsed', span, null, of),
    },
    obstacles: { of: obstacles.filter(isKept).length, all: obstacles.length },
    verdicts: verdicts(tables, of, span),
    honest: {
      lastMinute: {
        of: fixes.filter(isKept).filter(isLastMinute).length,
        all: fixes.filter(isKept).length,
      },
      held: { of: fixed.filter((row) => waited.has(cell(row, 'case'))).length, all: fixed.length },
      unreachable: {
        of: closed.filter((row) => cell(row, 'verdict') === 'unreachable').length,
        all: closed.length,
      },
      reopened: { of: reopenedSoon(tables, span, of), all: told('CaseClosed') },
      lowered: told('SeverityReassessed', 'lowered'),
      voided: told('CaseVoided'),
      linked: told('CaseLinked'),
    },
    criticalLate: late.some((row) =>
      cell(row, 'clock') === 'acknowledge' ? cell(row, 'hours') === of : theirs.has(cell(row, 'case')),
    ),
  };
}

/** Done when more than nineteen twentieths of the time had gone. */
const isLastMinute = (row: CsvRow): boolean =>
  Number(cell(row, 'usedMinutes')) * 100 >= Number(cell(row, 'allowedMinutes')) * 95;

/** What was asked for and answered in the span, by the answer that stands. */
function verdicts(tables: Tables, of: string, span: Span) {
  const given = realCases(tables, of).flatMap((row) => {
    const verdict = cell(row, 'requestVerdict');
    if (verdict === '' || verdict === 'underReview') return [];
    const last = tables.events.findLast(
      (event) => cell(event, 'case') === cell(row, 'case') && cell(event, 'type') === 'VerdictGiven',
    );
    return last !== undefined && falls(cell(last, 'at'), span) ? [last] : [];
  });
  const count = (code: string): number => given.filter((row) => cell(row, 'code') === code).length;
  const minutes = given.map((row) => ({
    ...row,
    workedMinutes: String(Math.round(Number(cell(row, 'workedMinutes')))),
  }));
  return {
    accepted: count('accepted'),
    partly: count('partly'),
    notAccepted: count('notAccepted'),
    minutes: { sum: sumOf(minutes, 'workedMinutes'), n: given.length },
  };
}

/** Reopened within seven days of its latest closing. */
const reopenedSoon = (tables: Tables, span: Span, of: string): number =>
  tables.events.filter((row) => {
    if (cell(row, 'type') !== 'CaseReopened' || !falls(cell(row, 'at'), span)) return false;
    if (cell(row, 'department') !== of) return false;
    const before = tables.events.filter(
      (other) =>
        cell(other, 'case') === cell(row, 'case') && Number(cell(other, 'version')) < Number(cell(row, 'version')),
    );
    const closing = before.filter((other) => cell(other, 'type') === 'CaseClosed').at(-1);
    const since = before.filter((other) => cell(other, 'type') === 'CaseReopened').at(-1);
    if (closing === undefined) return false;
    const isOpenAgain = since !== undefined && Number(cell(since, 'version')) > Number(cell(closing, 'version'));
    return !isOpenAgain && momentOf(cell(row, 'at')) - momentOf(cell(closing, 'at')) < 7 * 24 * 3_600_000;
  }).length;
