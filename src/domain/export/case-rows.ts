import { type ClosedCase, departmentHolding, type FiledCase } from '../case/case.ts';
import { standingConduct } from '../case/conduct.ts';
import type { CaseEventOf, CaseEventType, RecordedEvent } from '../case/events.ts';
import { paidIn } from '../case/remedies.ts';
import { caseNumber, changeNumber } from '../ids.ts';
import type { Instant } from '../instant.ts';
import { effortOf } from '../learning/effort.ts';
import { type Playbook, personOf } from '../playbook.ts';
import { endedAt, fixCalendar } from '../sla/time-in-departments.ts';
import { workingTime } from '../sla/working-hours.ts';
import { type Counting, type ExportedCase, list, minutesOf, type RowOf, stamp, type Table, yesNo } from './table.ts';

export const casesTable = {
  file: 'cases.csv',
  columns: [
    'case',
    'status',
    'kind',
    'channel',
    'touchpoint',
    'tier',
    'score',
    'signals',
    'needsHuman',
    'leaving',
    'department',
    'filerDepartment',
    'filedAt',
    'experiencedAt',
    'customer',
    'cluster',
    'change',
    'cameBack',
    'hops',
    'binding',
    'acknowledgedAt',
    'fixedAt',
    'workedMinutes',
    'heldMinutes',
    'fixType',
    'rootCause',
    'toldAt',
    'verdict',
    'dissatisfied',
    'reopened',
    'closedAt',
    'closedBy',
    'endedAt',
    'outcome',
    'refusal',
    'requestVerdict',
    'happyCall',
    'surveyEffort',
    'believesAgain',
    'effort',
    'explainedAgain',
    'contained',
    'obstacles',
    'obstaclesOpen',
    'decisionsMade',
    'decisionAskedAt',
    'decisionNeededBy',
    'paid',
    'renewal',
    'wants',
    'likes',
    'hates',
    'groups',
    'ideas',
    'nearMiss',
    'praised',
    'splitFrom',
    'mergedInto',
    'taxonomy',
    'folded',
    'experience',
    'quote',
  ],
} as const satisfies Table<string>;

/** The case in one row. Codes stand as they were filed; the customer's words stand beside them, masked as everywhere. */
export function caseRow({ record, history, root }: ExportedCase, counting: Counting): RowOf<typeof casesTable> {
  const { playbook, now } = counting;
  const c = record.state;
  const { voice, assessment } = c;
  const at = (moment: Instant | null | undefined) => stamp(moment, counting);
  const fixed = last(history, 'CaseFixed');
  const fixedAt = fixed === null ? null : (fixed.data.fix.doneAt ?? fixed.at);
  const closed = last(history, 'CaseClosed');
  const reply = 'reply' in c ? c.reply : null;
  const fix = 'fix' in c ? c.fix : null;
  const call = c.status === 'closed' ? c.happyCall : undefined;
  const effort = effortOf(c, endedAt(c) ?? now, playbook);
  const isFolded = standingConduct(c.conduct, now) !== null;
  return {
    case: caseNumber(record.id),
    status: c.status,
    kind: voice.kind,
    channel: voice.channel,
    touchpoint: voice.touchpoint ?? '',
    tier: assessment.tier ?? '',
    score: assessment.score,
    signals: list(assessment.confirmed),
    needsHuman: list(assessment.needsHuman),
    leaving: yesNo(assessment.leaving === true),
    department: departmentHolding(c) ?? '',
    filerDepartment: filerDepartment(c, playbook),
    filedAt: at(c.filedAt),
    experiencedAt: at(voice.experiencedAt),
    // A keyed hash begins with any sign; with a letter before it no spreadsheet takes it for a formula.
    customer: c.customer === null ? '' : `C${c.customer}`,
    cluster: root === null ? '' : caseOfCluster(root),
    change: changeOf(c),
    cameBack: yesNo(c.cameBack === true),
    hops: c.hops,
    binding: yesNo(c.binding),
    acknowledgedAt: at('acknowledgedAt' in c ? c.acknowledgedAt : null),
    fixedAt: at(fixedAt),
    workedMinutes: fixedAt === null ? '' : minutesOf(workingTime(c.filedAt, fixedAt, fixCalendar(c, playbook))),
    heldMinutes: minutesOf(heldTime(c, endedAt(c) ?? now, playbook)),
    fixType: fix?.fixType ?? '',
    rootCause: fix?.rootCause ? `${fix.rootCause.l1}/${fix.rootCause.l2}` : '',
    toldAt: at(reply?.toldAt),
    verdict: reply?.verdict ?? '',
    dissatisfied: c.dissatisfied,
    reopened: c.reopened,
    closedAt: at(closed?.at),
    closedBy: closed === null ? '' : closed.by === null ? 'system' : 'person',
    endedAt: at(endedAt(c)),
    outcome: c.status === 'settled' ? c.outcome : '',
    refusal: c.status === 'refused' ? c.refusal.reason : '',
    requestVerdict: c.verdict?.verdict ?? '',
    ...called(call),
    effort: effort.points,
    explainedAgain: yesNo((c.struggles?.explained ?? 0) > 0),
    contained: yesNo(c.contained !== undefined),
    obstacles: c.obstacles.length,
    obstaclesOpen: c.obstacles.filter(({ answer }) => answer === null).length,
    decisionsMade: c.decisions.length,
    decisionAskedAt: at(c.status === 'deciding' ? c.request.at : null),
    decisionNeededBy: c.status === 'deciding' ? c.request.neededBy : '',
    paid: paidIn(c),
    renewal: voice.renewal ?? '',
    wants: list(voice.wants),
    likes: list(voice.likes),
    hates: list(voice.hates),
    groups: list(voice.groups),
    ideas: list(voice.ideas),
    nearMiss: yesNo(voice.nearMiss === true),
    // Somebody who kept their praise to themselves is not named.
    praised: c.status === 'settled' && c.outcome === 'shared' ? (c.praised?.name ?? '') : '',
    splitFrom: c.splitFrom === undefined ? '' : caseNumber(c.splitFrom),
    mergedInto: c.status === 'merged' ? caseNumber(c.into) : '',
    taxonomy: c.taxonomy,
    folded: yesNo(isFolded),
    experience: voice.experience,
    quote: isFolded ? '' : voice.words,
  };
}

/** A cluster is called by the case it began with. */
export const caseOfCluster = (root: NonNullable<ExportedCase['root']>): string =>
  `VOC-${String(root).padStart(4, '0')}`;

function last<T extends CaseEventType>(history: readonly RecordedEvent[], type: T): CaseEventOf<T> | null {
  const found = history.findLast(({ event }) => event.type === type)?.event;
  return found === undefined ? null : (found as CaseEventOf<T>);
}

/** Where a voice came from, among us; nothing that would lead to somebody who gave no name. */
const filerDepartment = (c: FiledCase, playbook: Playbook): string =>
  c.unnamed === true ? '' : (personOf(playbook, c.filer.id)?.department ?? '');

function changeOf({ changeAnswer }: FiledCase): string {
  if (changeAnswer === undefined) return '';
  return changeAnswer.type === 'none' ? 'none' : changeNumber(changeAnswer.change);
}

function heldTime(c: FiledCase, until: Instant, playbook: Playbook): number {
  const hours = fixCalendar(c, playbook);
  return c.sla.holds.reduce((sum, { from, to }) => sum + workingTime(from, to ?? until, hours), 0);
}

const called = (call: ClosedCase['happyCall']) => ({
  happyCall: call?.answer ?? '',
  surveyEffort: call?.effort ?? '',
  believesAgain: call === undefined || call.again === null ? '' : yesNo(call.again),
});
