import { type CaseRecord, departmentHolding, ownerOf } from '../domain/case/case.ts';
import { caseNumber } from '../domain/ids.ts';
import type { Action, Card, CardBlock } from '../ports/card.ts';
import type { Page } from '../ports/case-queries.ts';
import type { ClusterView } from '../ports/clusters.ts';
import type { Form } from '../ports/form.ts';
import { actionFor } from './actions.ts';
import { clusterName, figuresText } from './cluster-lines.ts';
import { aside, bold, buttons, card, heading, line, text } from './drawing.ts';
import { inLine } from './excerpt.ts';
import { oneLine } from './forms/fields.ts';
import { caseForm } from './forms/form-head.ts';
import { departmentName, severityLabel } from './labels.ts';
import type { Reading } from './reading.ts';

const holder = (record: CaseRecord, r: Reading): string => {
  const department = departmentHolding(record.state);
  return department === null ? r.words.glossary.desk : departmentName(department, r);
};

/** A case that looks the same, and what was done then, by whom. */
function candidateLines(record: CaseRecord, r: Reading): readonly CardBlock[] {
  const { candidate, answer } = r.words.learning;
  const c = record.state;
  const status = r.words.glossary.statuses[c.status];
  const said = candidate(caseNumber(record.id), holder(record, r), status, inLine(c.voice.experience, 120));
  const done = 'fix' in c ? [aside(text(answer(ownerOf(c)?.name ?? null, inLine(c.fix.done, 160))))] : [];
  return [line(text(said)), ...done];
}

const linkTo = (record: CaseRecord, other: CaseRecord, r: Reading): Action => ({
  ...actionFor('same', record, r, String(other.id)),
  label: r.words.learning.linkTo(caseNumber(other.id)),
});
const notTo = (record: CaseRecord, other: CaseRecord, r: Reading): Action => ({
  ...actionFor('not-alike', record, r, String(other.id)),
  label: r.words.learning.notTo(caseNumber(other.id)),
});

/** Cases that may be the same problem: one press links each, another says that it is not. */
export function candidatesPart(candidates: readonly CaseRecord[], r: Reading): readonly CardBlock[] {
  if (candidates.length === 0) return [];
  return [
    line(bold(r.words.learning.ask(candidates.length))),
    ...candidates.flatMap((other) => candidateLines(other, r)),
  ];
}

export const candidateActions = (record: CaseRecord, candidates: readonly CaseRecord[], r: Reading) => ({
  main: candidates.map((other) => linkTo(record, other, r)),
  more: candidates.map((other) => notTo(record, other, r)),
});

export type Alike = {
  readonly record: CaseRecord;
  readonly cluster: ClusterView | null;
  /** The latest of those linked. */
  readonly members: Page;
  readonly candidates: readonly CaseRecord[];
  /** Its own cluster was made one with an older. */
  readonly isJoined: boolean;
};

/** Everything that is, or may be, the same problem as a case. */
export function alikeCard({ record, cluster, members, candidates, isJoined }: Alike, r: Reading): Card {
  const w = r.words.learning;
  const title =
    cluster === null
      ? w.title(caseNumber(record.id))
      : [w.cluster(caseNumber(record.id), clusterName(cluster)), ...mixText(cluster, r)].join(' · ');
  const counted = cluster === null ? null : figuresText(cluster, r);
  const { main, more } = candidateActions(record, candidates, r);
  const byNumber = actionFor('link', record, r);
  const propose = actionFor('propose', record, r);
  const ofCluster: readonly Action[] =
    cluster === null
      ? []
      : (['unlink', 'name-cluster', 'metric', ...(isJoined ? ['part' as const] : [])] as const).map((step) =>
          actionFor(step, record, r),
        );
  const others = members.cases.filter(({ id }) => id !== record.id);
  return card([title, counted ?? w.noneYet].join(' · '), [
    heading(title),
    ...(counted === null ? [] : [line(bold(counted)), aside(text(w.notProbability))]),
    ...(others.length === 0 && candidates.length === 0 ? [line(text(w.noneYet))] : []),
    ...(others.length === 0 ? [] : [line(bold(w.members(members.cases.length, members.total)))]),
    ...others.map((other) => line(text(memberText(other, r)))),
    ...candidatesPart(candidates, r),
    ...(main.length > 0
      ? buttons(main, [byNumber, propose, ...more, ...ofCluster])
      : buttons([byNumber, propose], ofCluster)),
  ]);
}

/** Where both sorts of customer have the same problem, how many of each. */
const mixText = ({ figures }: ClusterView, r: Reading): readonly string[] =>
  figures?.mix === undefined ? [] : [r.words.learning.mixed(figures.mix.business, figures.mix.consumers)];

const memberText = (record: CaseRecord, r: Reading): string =>
  r.words.learning.member(
    caseNumber(record.id),
    record.state.assessment.tier === null ? '' : severityLabel(record.state.assessment, r),
    holder(record, r),
    `${r.words.glossary.statuses[record.state.status]} · ${inLine(record.state.voice.experience, 80)}`,
  );

/** What came of a press, and the way back. */
export const likenessCard = (said: string, undo: Action | null): Card =>
  card(said, [line(text(said)), ...buttons(undo === null ? [] : [undo])]);

export const linkForm = (record: CaseRecord, r: Reading): Form =>
  caseForm(
    'link',
    record,
    [oneLine('other', r.words.learning.fields.other, { hint: r.words.learning.fields.otherHint, max: 20 })],
    r,
  );

export const nameClusterForm = (record: CaseRecord, cluster: ClusterView, r: Reading): Form =>
  caseForm(
    'name-cluster',
    record,
    [
      oneLine('name', r.words.learning.fields.name, {
        hint: r.words.learning.fields.nameHint,
        initial: cluster.record.state.name ?? '',
        max: 80,
      }),
    ],
    r,
  );

export const metricForm = (record: CaseRecord, cluster: ClusterView, r: Reading): Form =>
  caseForm(
    'metric',
    record,
    [
      oneLine('metric', r.words.learning.fields.metric, {
        hint: r.words.learning.fields.metricHint,
        initial: cluster.record.state.metric?.text ?? '',
        max: 60,
      }),
    ],
    r,
  );
