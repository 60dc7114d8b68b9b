import { addDays } from '../domain/calendar.ts';
import { actionKinds, type ChangeRecord, type Effect } from '../domain/change/change.ts';
import type { DepartmentCode } from '../domain/ids.ts';
import { touchpoints } from '../domain/intake/voice.ts';
import { isAtLeast } from '../domain/learning/gauge.ts';
import type { Person } from '../domain/people.ts';
import { calendarHolding } from '../domain/sla/clock-times.ts';
import { dayIn } from '../domain/zone.ts';
import type { CardBlock, Step } from '../ports/card.ts';
import type { ClusterView } from '../ports/clusters.ts';
import type { Field, Form } from '../ports/form.ts';
import { actionLine, changeHead } from './change-lines.ts';
import { clusterName, figuresText } from './cluster-lines.ts';
import { aside, bold, line, text } from './drawing.ts';
import { clip } from './excerpt.ts';
import { departmentChoices, peopleChoices, rootCauseChoices } from './forms/choices.ts';
import { choice, dayField, momentField, oneLine, pick, prose, select, severalOf } from './forms/fields.ts';
import type { Reading } from './reading.ts';

/** Of which change, or of which case a new one is proposed. */
type Of = { readonly caseId: string; readonly change: string };

const form = (
  step: Step & keyof Reading['words']['forms']['titles'],
  of: Of,
  intro: readonly CardBlock[],
  fields: readonly Field[],
  r: Reading,
  more: Readonly<Record<string, string>> = {},
): Form => {
  const { titles, submit, cancel } = r.words.forms;
  return {
    step,
    title: clip(titles[step], 24),
    submit,
    cancel,
    intro,
    fields,
    outro: [],
    context: { ...of, ...more },
  };
};

const ofChange = ({ id, state }: ChangeRecord): Of => ({ caseId: String(state.from), change: String(id) });

/** What the problem is, and what is known about it already: the proposal begins from there. */
function problemIntro(cluster: ClusterView | null, mostlyAsked: boolean, r: Reading): readonly CardBlock[] {
  if (cluster === null) return [];
  const { about, says } = r.words.changes;
  const counted = figuresText(cluster, r);
  const isPiled = isAtLeast(cluster.figures?.gauge.level ?? null, 'alert');
  return [
    line(bold(about(clusterName(cluster))), text(counted === null ? '' : ` · ${counted}`)),
    ...(isPiled ? [aside(text(`${says.notAlone} ${says.training}`))] : []),
    ...(mostlyAsked ? [aside(text(says.information))] : []),
  ];
}

export type ProposalStart = {
  readonly of: Of;
  readonly cluster: ClusterView | null;
  readonly department: DepartmentCode | null;
  /** Most of its cases are questions: better information may be the change. */
  readonly mostlyAsked: boolean;
  /** Root cause and touchpoint of the case it is proposed from. */
  readonly rootCause: string | null;
  readonly touchpoint: string | null;
  /** A demanded change has its department already. */
  readonly asksDepartment: boolean;
};

export function proposeForm(start: ProposalStart, r: Reading): Form {
  const f = r.words.changes.fields;
  const { means } = r.playbook.learning.change;
  const suggested = start.mostlyAsked ? means.filter(({ code }) => code === 'information').map(({ code }) => code) : [];
  const fields = [
    oneLine('title', f.title, { hint: f.titleHint, max: 120 }),
    severalOf(
      'means',
      f.means,
      means.map(({ code, label }) => choice(code, label[r.locale])),
      { initial: suggested },
    ),
    select('rootCause', f.rootCause, rootCauseChoices(r), { initial: start.rootCause }),
    oneLine('effect', f.effect, { hint: f.effectHint }),
    ...(start.asksDepartment
      ? [select('department', f.department, departmentChoices(r, null), { initial: start.department })]
      : []),
    oneLine('notices', f.notices, { required: false }),
    select(
      'touchpoint',
      f.touchpoint,
      touchpoints.map((code) => choice(code, r.words.glossary.touchpoints[code])),
      { required: false, initial: start.touchpoint },
    ),
    oneLine('cost', f.cost, { required: false }),
    prose('coaching', f.coaching, { hint: f.coachingHint, required: false }),
  ];
  const isOfPeople = start.rootCause?.startsWith('people/') === true;
  const intro = [
    ...problemIntro(start.cluster, start.mostlyAsked, r),
    ...(isOfPeople ? [aside(text(r.words.changes.says.people))] : []),
  ];
  return form('propose', start.of, intro, fields, r);
}

const headOf = (record: ChangeRecord, cluster: ClusterView | null, r: Reading): readonly CardBlock[] => [
  line(bold(changeHead(record, cluster, r))),
];

/** Anybody of the department, whoever presses, and who proposed it. */
const ownerChoices = ({ state }: ChangeRecord, person: Person, r: Reading) =>
  peopleChoices(r, state.department, [
    ...(state.owner === null ? [] : [state.owner]),
    person,
    ...(state.proposal === null ? [] : [state.proposal.by]),
  ]);

/** Whoever runs the change does what nobody else is named for. */
const ofOwner = ({ state }: ChangeRecord) => ({ required: false, initial: state.owner?.id ?? null });

const today = ({ state }: ChangeRecord, r: Reading) => dayIn(r.now, calendarHolding(state.department, r.playbook).zone);

/** Which of its actions the form is about. */
const actionPart = ({ state }: ChangeRecord, arg: string, r: Reading): readonly CardBlock[] =>
  state.actions.filter(({ number }) => String(number) === arg).map((action) => line(text(actionLine(action, r))));

/** What verifying would say now. */
export type EffectNow = Pick<Effect, 'outcome' | 'total' | 'allowed'>;

const effectPart = (now: EffectNow | null, r: Reading): readonly CardBlock[] => {
  const { says, statuses } = r.words.changes;
  return now === null ? [] : [line(text(says.verify(now.total, now.allowed, statuses[now.outcome])))];
};

/** Actions that are planned in one form; more are added one by one. */
const slots = [1, 2, 3] as const;

function actionFields(n: number, record: ChangeRecord, person: Person, r: Reading): readonly Field[] {
  const w = r.words.changes;
  const required = n === 1;
  const due = addDays(today(record, r), 7);
  return [
    oneLine(`what${n}`, w.fields.what(n), { required }),
    pick(
      `kind${n}`,
      w.fields.kind(n),
      actionKinds.map((kind) => choice(kind, w.kinds[kind])),
      { required, initial: required ? 'corrective' : 'preventive' },
    ),
    select(`owner${n}`, w.fields.actionOwner(n), ownerChoices(record, person, r), ofOwner(record)),
    dayField(`due${n}`, w.fields.actionDue(n), due, { required }),
  ];
}

/** The form that a step on a change asks with; null where it acts at once, or only shows. */
export function changeFormFor(
  step: Step,
  record: ChangeRecord,
  cluster: ClusterView | null,
  person: Person,
  arg: string,
  r: Reading,
  now: EffectNow | null = null,
): Form | null {
  const f = r.words.changes.fields;
  const intro = headOf(record, cluster, r);
  const of = ofChange(record);
  switch (step) {
    case 'accept-change':
      return form('accept-change', of, intro, [select('owner', f.owner, ownerChoices(record, person, r))], r);
    case 'change-owner':
      return form('change-owner', of, intro, [select('owner', f.owner, ownerChoices(record, person, r))], r);
    case 'decline-change':
      return form('decline-change', of, intro, [prose('reason', f.reason, { hint: f.declineHint })], r);
    case 'direct-change':
      return form('direct-change', of, intro, [oneLine('reason', f.reason)], r);
    case 'resume-change':
      return form('resume-change', of, intro, [prose('reason', f.reason)], r);
    case 'plan-change': {
      const due = dayField('due', f.due, addDays(today(record, r), 28));
      return form('plan-change', of, intro, [due, ...slots.flatMap((n) => actionFields(n, record, person, r))], r);
    }
    case 'add-action': {
      const { one } = f;
      const fields = [
        oneLine('what', one.what),
        pick(
          'kind',
          one.kind,
          actionKinds.map((kind) => choice(kind, r.words.changes.kinds[kind])),
          { initial: 'corrective' },
        ),
        select('owner', one.owner, ownerChoices(record, person, r), ofOwner(record)),
        dayField('due', one.due, addDays(today(record, r), 7)),
      ];
      return form('add-action', of, intro, fields, r);
    }
    case 'finish-action':
      return form(
        'finish-action',
        of,
        [...intro, ...actionPart(record, arg, r)],
        [prose('evidence', f.evidence, { hint: f.evidenceHint })],
        r,
        { number: arg },
      );
    case 'deploy-change':
      return form(
        'deploy-change',
        of,
        intro,
        [prose('evidence', f.evidence, { hint: f.evidenceHint }), momentField('deployedAt', f.deployedAt, r.now)],
        r,
      );
    case 'verify-change':
      return form(
        'verify-change',
        of,
        [...intro, ...effectPart(now, r)],
        [oneLine('note', f.note, { required: false })],
        r,
      );
    default:
      return null;
  }
}
