import { type CaseRecord, departmentHolding } from '../domain/case/case.ts';
import { maySee, seesEverything } from '../domain/case/visibility.ts';
import type { ChangeRecord } from '../domain/change/change.ts';
import { unbegun } from '../domain/change/change.ts';
import type { ChangeCommand } from '../domain/change/commands.ts';
import { decideChange } from '../domain/change/decide.ts';
import type { ChangeRejection } from '../domain/change/rejections.ts';
import { effectNow } from '../domain/change/watch.ts';
import { type ClusterId, caseId, changeId, clusterId } from '../domain/ids.ts';
import { byThemselves } from '../domain/learning/own-weight.ts';
import type { Playbook } from '../domain/playbook.ts';
import { type ChangeStep, changeSteps, type Press, type Step } from '../ports/card.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { ChangeStore } from '../ports/change-store.ts';
import type { Clusters, ClusterView, CountedMember } from '../ports/clusters.ts';
import type { FormValues } from '../ports/form.ts';
import type { Reply } from '../ports/interaction.ts';
import { sentenceCard } from '../render/case-views.ts';
import { changeCard, changesCard } from '../render/change-cards.ts';
import { changeFormFor, proposeForm } from '../render/change-forms.ts';
import { changeFieldErrors, changeRejectionText } from '../render/change-rejection-text.ts';
import { proposedCard } from '../render/change-word.ts';
import { lessonsCard, tellsOf } from '../render/lessons.ts';
import type { Reading } from '../render/reading.ts';
import { rejectionText } from '../render/rejection-text.ts';
import type { Asked } from './asked.ts';
import { atFields } from './at-fields.ts';
import { conversionAt } from './conversion-at.ts';
import { filersOf } from './demand-changes.ts';
import { toldOf } from './draw-change-notice.ts';
import { startingValues } from './form-values.ts';
import type { HandleChange } from './handle-change.ts';
import type { HandleCommand } from './handle-command.ts';
import { type ChangeIntent, interpretChange } from './interpret-change.ts';
import type { ReadingFor } from './reading-for.ts';

export type ChangeDeskDeps = {
  readonly changes: ChangeStore;
  readonly clusters: Clusters;
  readonly store: Pick<CaseStore, 'load'>;
  readonly handle: HandleCommand;
  readonly handleChange: HandleChange;
  readonly playbook: Playbook;
  readonly readingFor: ReadingFor;
};

export const isChangeStep = (step: Step): step is ChangeStep => (changeSteps as readonly Step[]).includes(step);

/** Changes that a list shows. */
const listed = 10;
/** Lessons that are looked through, and that are told at once. */
const remembered = 1_000;
const told = 3;

/** What a press is about: a change there is, or one that is proposed for the problem of a case. */
type About = {
  readonly record: ChangeRecord | null;
  readonly from: CaseRecord;
  readonly cluster: ClusterId;
  readonly problem: ClusterView;
  readonly members: readonly CountedMember[];
  /** A change for this problem has not held before. */
  readonly relapsed: boolean;
};

/** Process changes in chat: proposing, deciding, doing, and saying whether it held. */
export function changeDeskWith(deps: ChangeDeskDeps) {
  const { changes, clusters, store, playbook } = deps;
  const readingOf = ({ known }: Asked): Reading => deps.readingFor(known.locale, known.zone, null);

  async function about(change: string, id: Press['caseId']): Promise<About | null> {
    const named = change === '' ? null : await changes.load(changeId(Number(change)));
    if (change !== '' && named === null) return null;
    const origin = named?.state.from ?? id;
    const from = origin === null ? null : await store.load(origin);
    if (from === null) return null;
    const root = await clusters.rootOf(named?.state.cluster ?? from.state.cluster ?? clusterId(from.id));
    const [problem, found] = await Promise.all([clusters.view(root), clusters.members(root)]);
    const members = byThemselves(found, playbook);
    const others = await changes.ofClusters([...new Set([root, ...members.map((member) => member.cluster)])]);
    // Where the pile has asked for a change, whoever proposes one answers that.
    const record = named ?? others.find(({ state }) => state.status === 'demanded') ?? null;
    const relapsed = others.some(({ state }) => state.relapses.length > 0);
    return { record, from, cluster: root, problem, members, relapsed };
  }

  const intentOf = (
    asked: Asked,
    step: ChangeStep,
    values: FormValues,
    of: About,
    context: Readonly<Record<string, string>>,
  ) =>
    interpretChange(step, values, {
      presser: asked.known.person,
      playbook,
      cluster: of.cluster,
      from: of.from.id,
      level: of.problem.figures?.gauge.level ?? null,
      relapsed: of.relapsed,
      members: of.members,
      tell: filersOf(of.members),
      context,
    });

  const stamped = (intent: ChangeIntent, { interaction, known }: Asked): ChangeCommand =>
    ({
      ...intent,
      meta: { actor: { type: 'person', person: known.person }, at: interaction.at, causationId: interaction.id },
    }) as ChangeCommand;

  async function list(asked: Asked): Promise<Reply> {
    const { person } = asked.known;
    const department = seesEverything(person) ? null : person.department;
    const found = await changes.find({ department, open: true }, listed);
    const conversion = await conversionAt(deps, asked.interaction.at);
    return { type: 'say', card: changesCard(found.changes, found.total, conversion, readingOf(asked)) };
  }

  /** What was solved for good, and has these words in it. */
  async function lessons(asked: Asked, search: string): Promise<Reply> {
    const r = readingOf(asked);
    const found = (await changes.lessons(remembered)).filter((lesson) => tellsOf(lesson, search, r));
    const shown = await toldOf(
      deps,
      found.slice(0, told).map(({ record }) => record),
    );
    return { type: 'say', card: lessonsCard(shown, found.length, r) };
  }

  async function press(
    asked: Asked,
    { step, caseId: id, arg = '' }: Press & { readonly step: ChangeStep },
  ): Promise<Reply> {
    const r = readingOf(asked);
    if (step === 'changes') return list(asked);
    if (step === 'lessons') return lessons(asked, '');
    const [change = '', number = ''] = arg.split('.');
    const of = await about(change, id);
    if (of === null) return say(changeRejectionText({ type: 'NoSuchChange' }, r));
    if (change === '' && !maySee(asked.known.person, of.from.state)) {
      return say(rejectionText({ type: 'NotAllowed', needs: { type: 'involved' } }, r));
    }
    if (step === 'change') return showing(of, r);
    const form = step === 'propose' ? proposal(of, r) : ofRecord(step, of, asked, number, r);
    const values = form === null ? {} : startingValues(form);
    const intent = intentOf(asked, step, values, of, form?.context ?? { number });
    if (intent === null) return showing(of, r);
    if (form === null) return answered(asked, await take(asked, intent, of), r);
    const decided = decideChange(stamped(intent, asked), of.record?.state ?? unbegun, playbook);
    if (!decided.ok && decided.error.type !== 'InvalidInput' && decided.error.type !== 'NothingChanged') {
      return say(changeRejectionText(decided.error, r));
    }
    return { type: 'open-form', form };
  }

  function ofRecord(
    step: ChangeStep,
    { record, problem, members }: About,
    { known, interaction }: Asked,
    number: string,
    r: Reading,
  ) {
    if (record === null) return null;
    const { deployment } = record.state;
    const now =
      deployment === null ? null : effectNow(members, deployment, interaction.at, playbook.learning.change.watch);
    return changeFormFor(step, record, problem, known.person, number, r, now);
  }

  function proposal({ record, from, problem, members }: About, r: Reading) {
    const asked = members.filter(({ kind }) => kind === 'inquiry').length;
    const { state } = from;
    const cause = 'fix' in state ? state.fix.rootCause : null;
    return proposeForm(
      {
        of: { caseId: String(from.id), change: record === null ? '' : String(record.id) },
        cluster: problem,
        department: departmentHolding(state),
        mostlyAsked: asked > 1 && asked * 2 > members.length,
        rootCause: cause === null ? null : `${cause.l1}/${cause.l2}`,
        touchpoint: state.voice.touchpoint,
        asksDepartment: record === null,
      },
      r,
    );
  }

  async function submit(
    asked: Asked,
    step: ChangeStep,
    values: FormValues,
    context: Readonly<Record<string, string>>,
  ): Promise<Reply> {
    const r = readingOf(asked);
    const of = await about(context['change'] ?? '', caseId(Number(context['caseId'])));
    const intent = of === null ? null : intentOf(asked, step, values, of, context);
    if (of === null || intent === null) {
      return { type: 'field-errors', errors: atFields({}, values, changeRejectionText({ type: 'NoSuchChange' }, r)) };
    }
    if (of.record === null && !maySee(asked.known.person, of.from.state)) {
      const said = rejectionText({ type: 'NotAllowed', needs: { type: 'involved' } }, r);
      return { type: 'field-errors', errors: atFields({}, values, said) };
    }
    const handled = await take(asked, intent, of);
    if (handled.type === 'rejected') {
      const { rejection } = handled;
      const errors = rejection.type === 'InvalidInput' ? changeFieldErrors(rejection.problems, r) : {};
      return { type: 'field-errors', errors: atFields(errors, values, changeRejectionText(rejection, r)) };
    }
    // What hangs in a channel is drawn anew by itself; only a proposal is new to whoever made it.
    const card = step === 'propose' ? proposedCard(handled.record, await clusters.view(of.cluster), r) : null;
    return { type: 'done', card, home: null };
  }

  /** What is proposed for a case alone counts from there on: the next that is like it is linked with it. */
  async function take(asked: Asked, intent: ChangeIntent, { record, from, cluster }: About) {
    const handled = await deps.handleChange(record?.id ?? null, stamped(intent, asked));
    if (handled.type === 'done' && record === null && from.state.cluster === undefined) {
      await deps.handle({
        caseId: from.id,
        command: {
          type: 'LinkCase',
          data: { cluster, other: from.id },
          meta: {
            actor: { type: 'person', person: asked.known.person },
            at: asked.interaction.at,
            causationId: `${asked.interaction.id}#${from.id}` as typeof asked.interaction.id,
          },
        },
        original: null,
      });
    }
    return handled;
  }

  function answered(
    asked: Asked,
    handled: { readonly type: 'done' } | { readonly type: 'rejected'; readonly rejection: ChangeRejection },
    r: Reading,
  ): Reply {
    if (handled.type === 'rejected') return say(changeRejectionText(handled.rejection, r));
    return asked.interaction.surface === 'home' ? say(r.words.changes.story.begun) : { type: 'nothing' };
  }

  const showing = ({ record, problem }: About, r: Reading): Reply =>
    record === null
      ? say(changeRejectionText({ type: 'NoSuchChange' }, r))
      : { type: 'say', card: changeCard(record, problem, r, true) };

  return {
    press,
    submit,
    list,
    lessons,
    /** `CHG-0012`, typed. */
    show: async (asked: Asked, id: number): Promise<Reply> => {
      const of = await about(String(id), null);
      return of === null
        ? say(changeRejectionText({ type: 'NoSuchChange' }, readingOf(asked)))
        : showing(of, readingOf(asked));
    },
  };
}
export type ChangeDesk = ReturnType<typeof changeDeskWith>;

const say = (sentence: string): Reply => ({ type: 'say', card: sentenceCard(sentence) });
