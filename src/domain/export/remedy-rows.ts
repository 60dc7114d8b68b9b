import type { FiledCase } from '../case/case.ts';
import { isAsked, type Remedy } from '../case/remedy.ts';
import { caseNumber } from '../ids.ts';
import { caseOfCluster } from './case-rows.ts';
import { type Counting, type ExportedCase, type RowOf, stamp, type Table } from './table.ts';

export const remediesTable = {
  file: 'remedies.csv',
  columns: [
    'case',
    'cluster',
    'number',
    'what',
    'amount',
    'state',
    'askedAt',
    'askedBy',
    'givenAt',
    'answeredAt',
    'answeredBy',
    'before',
    'basis',
    'reason',
  ],
} as const satisfies Table<string>;
type RemedyRow = RowOf<typeof remediesTable>;

/** What the customer was given, or what was asked for. A fix from before there were remedies speaks for itself, as number 0. */
export function remedyRows({ record, root }: ExportedCase, counting: Counting): readonly RemedyRow[] {
  const c = record.state;
  const ofCase = { case: caseNumber(record.id), cluster: root === null ? '' : caseOfCluster(root) };
  const remedies = c.remedies ?? toldInFix(c);
  return remedies.map((remedy) => ({ ...ofCase, ...remedyRow(remedy, counting) }));
}

function remedyRow(remedy: Remedy, counting: Counting): Omit<RemedyRow, 'case' | 'cluster'> {
  const { answer, withdrawn } = remedy;
  const state = stateOf(remedy);
  const answered = withdrawn ?? answer;
  return {
    number: remedy.number,
    what: remedy.what,
    amount: remedy.amount ?? '',
    state,
    askedAt: stamp(remedy.at, counting),
    askedBy: remedy.by.name,
    givenAt: stamp(state === 'given' ? (answer?.at ?? remedy.at) : null, counting),
    answeredAt: stamp(answered?.at, counting),
    answeredBy: answered?.by.name ?? '',
    before: (remedy.before ?? []).join('|'),
    basis: remedy.basis,
    reason: answered?.reason ?? '',
  };
}

function stateOf(remedy: Remedy): 'given' | 'asked' | 'declined' | 'withdrawn' {
  if (remedy.withdrawn !== undefined) return 'withdrawn';
  if (isAsked(remedy)) return 'asked';
  return remedy.answer?.approved === false ? 'declined' : 'given';
}

function toldInFix(c: FiledCase): readonly Remedy[] {
  const fix = 'fix' in c ? c.fix : null;
  if (fix?.compensation == null) return [];
  const { amount, basis } = fix.compensation;
  return [{ number: 0, what: 'fix', amount, basis, by: fix.by, at: fix.at }];
}
