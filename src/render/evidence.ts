import type { RowCounts } from '../domain/export/row-counts.ts';
import type { Words } from './words/words.ts';

type PackWords = Words['pack'];
type Count = keyof PackWords['counts'];
export type EvidenceStep = keyof PackWords['steps'];

/** Where a step of a standard can be seen, and how much of it there is. `absent`: part of it is not in Meari, and why is said. */
type Evidence = {
  readonly step: EvidenceStep;
  readonly where: readonly string[];
  readonly counts: (t: RowCounts) => readonly (readonly [Count, number])[];
  readonly absent?: keyof PackWords['absent'];
};

const events = (t: RowCounts, ...types: readonly string[]): number => t.having('events.csv', 'type', ...types);
const changeEvents = (t: RowCounts, ...types: readonly string[]): number =>
  t.having('change-events.csv', 'type', ...types);

/** ISO 10002: a complaint from its coming in to its end, then what is learned from all of them. */
export const operation: readonly Evidence[] = [
  {
    step: 'communicate',
    where: ['cases.csv: channel'],
    counts: (t) => [['channels', t.different('cases.csv', 'channel')]],
    absent: 'published',
  },
  {
    step: 'receive',
    where: ['cases.csv: case, filedAt, kind, channel, quote'],
    counts: (t) => [['cases', t.rows('cases.csv')]],
  },
  {
    step: 'track',
    where: ['events.csv', 'cases.csv: status, department'],
    counts: (t) => [['events', t.rows('events.csv')]],
  },
  {
    step: 'acknowledge',
    where: ['clocks.csv: acknowledge, contact', 'events.csv: CaseAcknowledged, TransferAccepted, CustomerContacted'],
    counts: (t) => [
      ['acknowledged', events(t, 'CaseAcknowledged', 'TransferAccepted')],
      ['contacts', events(t, 'CustomerContacted')],
    ],
  },
  {
    step: 'assess',
    where: ['cases.csv: tier, score, signals', 'events.csv: SeverityReassessed'],
    counts: (t) => [
      ['severe', t.having('cases.csv', 'tier', 'S1', 'S2')],
      ['minor', t.having('cases.csv', 'tier', 'S3', 'S4')],
      ['reassessed', events(t, 'SeverityReassessed')],
    ],
  },
  {
    step: 'investigate',
    where: ['events.csv: WorkStarted, CaseContained, TransferOffered', 'cases.csv: rootCause'],
    counts: (t) => [
      ['started', events(t, 'WorkStarted')],
      ['contained', events(t, 'CaseContained')],
    ],
  },
  {
    step: 'respond',
    where: ['events.csv: CaseFixed', 'remedies.csv', 'refusals.csv'],
    counts: (t) => [
      ['fixed', events(t, 'CaseFixed')],
      ['remedies', t.having('remedies.csv', 'state', 'given')],
      ['refusals', t.rows('refusals.csv')],
    ],
  },
  {
    step: 'decision',
    where: ['events.csv: CustomerReplied', 'cases.csv: toldAt, verdict'],
    counts: (t) => [['replied', events(t, 'CustomerReplied')]],
  },
  {
    step: 'close',
    where: ['events.csv: CaseClosed, CaseReopened, HappyCallMade', 'cases.csv: closedAt, verdict'],
    counts: (t) => [
      ['closed', events(t, 'CaseClosed')],
      ['reopened', events(t, 'CaseReopened')],
      ['happyCalls', events(t, 'HappyCallMade')],
    ],
  },
  {
    step: 'analyse',
    where: ['clusters.csv', 'cases.csv: cluster, rootCause, touchpoint'],
    counts: (t) => [['clusters', t.rows('clusters.csv')]],
  },
  {
    step: 'monitor',
    where: ['clocks.csv: due, inTime, reached', 'cases.csv: effort, reopened'],
    counts: (t) => [
      ['inTime', t.having('clocks.csv', 'inTime', 'yes')],
      ['late', t.having('clocks.csv', 'inTime', 'no')],
    ],
  },
  {
    step: 'review',
    where: ['events.csv: DecisionMade', 'change-events.csv: DirectionGiven', 'refusals.csv: answeredBy'],
    counts: (t) => [
      ['decisions', events(t, 'DecisionMade') + changeEvents(t, 'DirectionGiven')],
      ['countersigned', t.having('refusals.csv', 'state', 'countersigned')],
    ],
    absent: 'minutes',
  },
  {
    step: 'improve',
    where: ['changes.csv', 'change-events.csv'],
    counts: (t) => [
      ['changes', t.rows('changes.csv')],
      ['deployed', changeEvents(t, 'ChangeDeployed')],
      ['effective', t.having('changes.csv', 'status', 'effective')],
      ['relapsed', changeEvents(t, 'ChangeRelapsed')],
    ],
  },
];

/** 소비자중심경영(CCM) and VOC-MS look at the same ground under five heads. */
export const grounds: readonly Evidence[] = [
  {
    step: 'leadership',
    where: ['events.csv: DecisionRequested, DecisionMade', 'changes.csv: directionAskedAt, directionGivenAt'],
    counts: (t) => [
      ['asked', events(t, 'DecisionRequested') + changeEvents(t, 'DirectionAsked')],
      ['decisions', events(t, 'DecisionMade') + changeEvents(t, 'DirectionGiven')],
    ],
    absent: 'policy',
  },
  {
    step: 'operations',
    where: ['cases.csv', 'events.csv', 'clocks.csv'],
    counts: (t) => [
      ['cases', t.rows('cases.csv')],
      ['inTime', t.having('clocks.csv', 'inTime', 'yes')],
      ['late', t.having('clocks.csv', 'inTime', 'no')],
    ],
  },
  {
    step: 'aftercare',
    where: ['changes.csv', 'remedies.csv', 'events.csv: HappyCallMade'],
    counts: (t) => [
      ['changes', t.rows('changes.csv')],
      ['remedies', t.having('remedies.csv', 'state', 'given')],
      ['happyCalls', events(t, 'HappyCallMade')],
    ],
  },
  {
    step: 'monitoring',
    where: ['clusters.csv: level, watchAt', 'change-events.csv: WatchRead, EffectVerified, ChangeRelapsed'],
    counts: (t) => [
      ['warned', t.having('clusters.csv', 'level', 'watch', 'alert', 'critical')],
      ['read', changeEvents(t, 'WatchRead')],
    ],
    absent: 'violations',
  },
  {
    step: 'participation',
    where: ['cases.csv: department, filerDepartment, kind'],
    counts: (t) => [
      ['departments', t.different('cases.csv', 'department')],
      ['voe', t.having('cases.csv', 'kind', 'voe')],
      ['suggestions', t.having('cases.csv', 'kind', 'suggestion')],
    ],
    absent: 'training',
  },
];

export type PackFacts = {
  readonly exportedAt: string;
  /** The first and the last day; null: everything there is. */
  readonly from: string | null;
  readonly to: string | null;
  readonly department: string | null;
  readonly rows: number;
  readonly cases: number;
};

/** What each file is, and which step of the standards it shows: the first page of an evidence pack, as Markdown. */
export function evidencePage(counts: RowCounts, facts: PackFacts, w: PackWords): string {
  const table = (rows: readonly Evidence[]): readonly string[] => [
    `| ${w.heads.join(' | ')} |`,
    '| --- | --- | --- | --- |',
    ...rows.map(({ step, where, counts: of, absent }) => {
      const found = of(counts).map(([what, n]) => w.count(w.counts[what], n));
      return `| ${[w.steps[step], where.map((place) => `\`${place}\``).join('<br>'), found.join('<br>'), absent === undefined ? '' : w.notHere(w.absent[absent])].join(' | ')} |`;
    }),
  ];
  return [
    `# ${w.title}`,
    '',
    w.scope(facts),
    '',
    facts.rows === facts.cases ? w.whole(facts.rows) : w.moved(facts.rows, facts.cases),
    '',
    w.masked,
    '',
    `## ${w.iso}`,
    '',
    ...table(operation),
    '',
    `## ${w.ccm}`,
    '',
    ...table(grounds),
    '',
    w.manifest,
    '',
  ].join('\n');
}
