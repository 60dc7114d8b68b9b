import type { CaseEvent, CaseEventOf } from '../case/events.ts';
import { caseNumber } from '../ids.ts';
import { type Counting, type ExportedCase, type RowOf, stamp, type Table } from './table.ts';

export const refusalsTable = {
  file: 'refusals.csv',
  columns: [
    'case',
    'department',
    'reason',
    'state',
    'refusedAt',
    'refusedBy',
    'answeredAt',
    'answeredBy',
    'evidence',
    'whyUnreasonable',
    'explanation',
    'overturnedBecause',
  ],
} as const satisfies Table<string>;
type RefusalRow = RowOf<typeof refusalsTable>;

const answers = {
  RefusalCountersigned: 'countersigned',
  RefusalOverturned: 'overturned',
  CaseReopened: 'reopened',
  CaseWithdrawn: 'withdrawn',
} as const;
type Answer = CaseEventOf<keyof typeof answers>;
const isAnswer = (event: CaseEvent): event is Answer => Object.hasOwn(answers, event.type);

/** Every refusal there was, also one that was overturned: what became of it is the next thing that was said. */
export function refusalRows({ record, history }: ExportedCase, counting: Counting): readonly RefusalRow[] {
  return history.flatMap(({ event }, i): readonly RefusalRow[] => {
    if (event.type !== 'CaseRefused') return [];
    const { refusal, department } = event.data;
    const answer = history
      .slice(i + 1)
      .map((later) => later.event)
      .find(isAnswer);
    return [
      {
        case: caseNumber(record.id),
        department,
        reason: refusal.reason,
        state: answer === undefined ? 'waiting' : answers[answer.type],
        refusedAt: stamp(event.at, counting),
        refusedBy: refusal.by.name,
        answeredAt: stamp(answer?.at, counting),
        answeredBy: answer === undefined ? '' : (answer.by?.name ?? 'system'),
        evidence: refusal.evidence,
        whyUnreasonable: refusal.whyUnreasonable,
        explanation: refusal.explanation,
        overturnedBecause: answer?.type === 'RefusalOverturned' ? answer.data.reason : '',
      },
    ];
  });
}
