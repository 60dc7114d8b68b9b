import type { CsvRow } from '../strict-csv.ts';
import { cell, dayAfter, falls, momentOf, type Span, sumOf, type Tables } from './tables.ts';

type Share = { readonly of: number; readonly all: number };
/** Null: everybody's. */
type Of = string | null;

/** Fewer than five are counted, not divided. */
const enough = 5;
const tenth = (x: number): number => Math.round(x * 10) / 10;
const percent = ({ of, all }: Share): number | null => (all < enough ? null : tenth((of * 100) / all));

/** A figure of the first span, and the mean of the others in which it says something. */
function trend<T>(
  [span, ...earlier]: readonly [Span, ...(readonly Span[])],
  count: (span: Span) => T,
  read: (counted: T) => number | null,
) {
  const [now, before] = [count(span), earlier.map(count)];
  const known = before.map(read).filter((x) => x !== null);
  const mean = known.length === 0 ? null : tenth(known.reduce((sum, x) => sum + x, 0) / known.length);
  return { now, before: mean };
}

const shareOf = (all: readonly CsvRow[], is: (row: CsvRow) => boolean): Share => ({
  of: all.filter(is).length,
  all: all.length,
});

/** Cases that were any, of whoever has them. */
export const realCases = ({ cases }: Tables, of: Of): readonly CsvRow[] =>
  cases.filter((row) => cell(row, 'status') !== 'void' && (of === null || cell(row, 'department') === of));

/** Promises of a name that fell due. One that became pointless before it was due was none. */
export function due(tables: Tables, clock: string, span: Span, of: Of): readonly CsvRow[] {
  const theirs = new Map(realCases(tables, null).map((row) => [cell(row, 'case'), cell(row, 'department')]));
  return tables.clocks.filter((row) => {
    const id = cell(row, 'case');
    if (cell(row, 'clock') !== clock || !theirs.has(id) || !falls(cell(row, 'due'), span)) return false;
    // Who did not take it is who was asked; what is to be done is owed by who has it.
    const owes = clock === 'acknowledge' ? cell(row, 'hours') : theirs.get(id);
    const wasNone = cell(row, 'met') === 'no' && momentOf(cell(row, 'ended')) <= momentOf(cell(row, 'due'));
    return (of === null || owes === of) && !wasNone;
  });
}

export const isKept = (row: CsvRow): boolean =>
  cell(row, 'met') === 'yes' && momentOf(cell(row, 'ended')) <= momentOf(cell(row, 'due'));

export const filedIn = (tables: Tables, span: Span, of: Of): readonly CsvRow[] =>
  realCases(tables, of).filter((row) => falls(cell(row, 'filedAt'), span));

/** Closed by now, and then. */
export const closedIn = (tables: Tables, span: Span, of: Of): readonly CsvRow[] =>
  realCases(tables, of).filter((row) => cell(row, 'status') === 'closed' && falls(cell(row, 'closedAt'), span));

/** By a fix that stands. */
export const fixedIn = (tables: Tables, span: Span, of: Of): readonly CsvRow[] =>
  realCases(tables, of).filter((row) => cell(row, 'fixType') !== '' && falls(cell(row, 'fixedAt'), span));

/** The least value that so many percent do not exceed. */
const atMost = (sorted: readonly number[], part: number): number =>
  sorted[Math.ceil((sorted.length * part) / 100) - 1] ?? Number.NaN;

function spread(tables: Tables, span: Span, of: Of) {
  const minutes = fixedIn(tables, span, of).map((row) => Math.round(Number(cell(row, 'workedMinutes'))));
  const sorted = minutes.sort((a, b) => a - b);
  return sorted.length === 0 ? null : { n: sorted.length, median: atMost(sorted, 50), p90: atMost(sorted, 90) };
}

const thirtyDays = 30 * 86_400_000;

/** Of what was closed 30 to 60 days before the end: reopened, or the same customer with the same problem, within 30 days. */
function returned(tables: Tables, { to, zone }: Span, of: Of): Share {
  const window = { from: dayAfter(to, -60), to: dayAfter(to, -30), zone };
  const closings = tables.events.filter(
    (row) =>
      cell(row, 'type') === 'CaseClosed' &&
      falls(cell(row, 'at'), window) &&
      (of === null || cell(row, 'department') === of),
  );
  return shareOf(closings, (closing) => {
    const closedAt = momentOf(cell(closing, 'at'));
    const isSoon = (stamp: string): boolean => momentOf(stamp) - closedAt < thirtyDays;
    const reopened = tables.events.some(
      (row) =>
        cell(row, 'case') === cell(closing, 'case') &&
        cell(row, 'type') === 'CaseReopened' &&
        Number(cell(row, 'version')) > Number(cell(closing, 'version')) &&
        isSoon(cell(row, 'at')),
    );
    const own = tables.cases.find((row) => cell(row, 'case') === cell(closing, 'case'));
    const [customer, cluster] = [cell(own, 'customer'), cell(own, 'cluster')];
    const again = realCases(tables, null).some(
      (row) =>
        cell(row, 'case') !== cell(closing, 'case') &&
        customer !== '' &&
        cluster !== '' &&
        cell(row, 'customer') === customer &&
        cell(row, 'cluster') === cluster &&
        momentOf(cell(row, 'filedAt')) > closedAt &&
        isSoon(cell(row, 'filedAt')),
    );
    return reopened || again;
  });
}

/** What `signals` say of customers who leave without a word: of S4 and of inquiries only. */
export const leaves = (row: CsvRow): boolean =>
  cell(row, 'leaving') === 'yes' && (cell(row, 'tier') === 'S4' || cell(row, 'kind') === 'inquiry');

/** Everything that is said of a week or a month, and of those before it; newest first. */
export function figuresFrom(tables: Tables, spans: readonly [Span, ...(readonly Span[])], of: Of = null) {
  const [span] = spans;
  const kept = (clock: string) => trend(spans, (one) => shareOf(due(tables, clock, one, of), isKept), percent);
  const filed = filedIn(tables, span, of);
  const closed = closedIn(tables, span, of);
  const effort = (one: Span) => {
    const all = closedIn(tables, one, of);
    return { sum: sumOf(all, 'effort'), n: all.length };
  };
  const answerable = closed.filter((row) => cell(row, 'verdict') !== 'notDue');
  return {
    filed: trend(
      spans,
      (one) => filedIn(tables, one, of).length,
      (n) => n,
    ),
    acknowledged: kept('acknowledge'),
    onTime: kept('fix'),
    spread: spread(tables, span, of),
    returned: trend(spans, (one) => returned(tables, one, of), percent),
    effort: trend(spans, effort, ({ sum, n }) => (n < enough ? null : tenth(sum / n))),
    explained: shareOf(closed, (row) => cell(row, 'explainedAgain') === 'yes'),
    answered: shareOf(answerable, (row) => ['accepted', 'dissatisfied'].includes(cell(row, 'verdict'))),
    leaving: filed.filter(leaves).length,
    around: shareOf(filed, (row) => ['pre', 'post'].includes(cell(row, 'touchpoint'))),
    praised: filed.filter((row) => cell(row, 'kind') === 'praise').length,
  };
}

/** A week as it is kept for trends. */
export function weekSumsFrom(tables: Tables, span: Span, of: Of) {
  const { filed, acknowledged, onTime, returned, effort, answered, praised } = figuresFrom(tables, [span], of);
  return {
    filed: filed.now,
    acknowledged: acknowledged.now.of,
    toAcknowledge: acknowledged.now.all,
    onTime: onTime.now.of,
    toFix: onTime.now.all,
    returned: returned.now.of,
    closed30to60DaysBefore: returned.now.all,
    effort: effort.now.sum,
    closed: effort.now.n,
    answered: answered.of,
    toAnswer: answered.all,
    praised,
  };
}
