import type { CaseRecord } from '../domain/case/case.ts';
import { isLinkable } from '../domain/case/decide-link.ts';
import type { CaseRejection } from '../domain/case/rejections.ts';
import { maySee } from '../domain/case/visibility.ts';
import { attachMetric, nameCluster } from '../domain/cluster/decide-cluster.ts';
import { caseId, parseCaseNumber } from '../domain/ids.ts';
import type { Playbook } from '../domain/playbook.ts';
import { unreachable } from '../domain/result.ts';
import type { Card, Press, Step } from '../ports/card.ts';
import type { FormValues } from '../ports/form.ts';
import type { Reply } from '../ports/interaction.ts';
import type { Surges } from '../ports/surges.ts';
import { actionFor } from '../render/actions.ts';
import { type Alike, alikeCard, likenessCard, linkForm, metricForm, nameClusterForm } from '../render/alike-cards.ts';
import { sentenceCard } from '../render/case-views.ts';
import type { Reading } from '../render/reading.ts';
import { rejectionText } from '../render/rejection-text.ts';
import type { Asked } from './asked.ts';
import { reader } from './form-values.ts';
import { type Compared, type LinkDeps, linkCasesWith, problemText } from './link-cases.ts';
import type { ReadingFor } from './reading-for.ts';
import { stillAlike } from './still-alike.ts';

export type LikenessDeps = LinkDeps & {
  readonly surges: Pick<Surges, 'waiting' | 'ask'>;
  readonly playbook: Playbook;
  readonly readingFor: ReadingFor;
};

/** The steps about what is the same problem. */
export const likenessSteps = [
  'alike',
  'link',
  'same',
  'gather',
  'unlink',
  'not-alike',
  'name-cluster',
  'metric',
  'part',
] as const satisfies readonly Step[];
export type LikenessStep = (typeof likenessSteps)[number];
export const isLikenessStep = (step: Step): step is LikenessStep => (likenessSteps as readonly Step[]).includes(step);

/** Cases of the cluster that a view lists. */
const listed = 6;
/** Look-alikes that it offers. */
const offered = 3;

/** What is the same problem, said by people: looking at it, linking two cases, naming what they have in common. */
export function likenessWith(deps: LikenessDeps) {
  const { store, clusters, playbook } = deps;
  const readingOf = ({ known }: Asked, record: CaseRecord): Reading =>
    deps.readingFor(known.locale, known.zone, record.state.taxonomy);

  const { rootOf, link, unlink, deny, part, change } = linkCasesWith(deps);

  async function alikeOf(record: CaseRecord, asked: Asked): Promise<Alike> {
    const root = await rootOf(record);
    const own = record.state.cluster;
    const [cluster, members, alikes, mine] = await Promise.all([
      root === null ? null : clusters.view(root),
      root === null ? { cases: [], total: 0 } : clusters.cases(root, listed),
      stillAlike(deps, record, offered),
      own === undefined ? null : clusters.view(own),
    ]);
    const isSeen = ({ state }: CaseRecord): boolean => maySee(asked.known.person, state);
    const seen = members.cases.filter(isSeen);
    const candidates = alikes.filter(isSeen);
    const isJoined = (mine?.record.state.joined ?? null) !== null;
    return { record, cluster, members: { ...members, cases: seen }, candidates, isJoined };
  }

  async function press(
    asked: Asked,
    { step, caseId: id, arg }: Press & { readonly step: LikenessStep },
  ): Promise<Reply> {
    const record = id === null ? null : await store.load(id);
    if (record === null) return sayNoCase(asked);
    const r = readingOf(asked, record);
    if (!maySee(asked.known.person, record.state))
      return say(refusal({ type: 'NotAllowed', needs: { type: 'involved' } }, r));
    switch (step) {
      case 'alike':
        return { type: 'say', card: alikeCard(await alikeOf(record, asked), r) };
      case 'link':
        if (!isLinkable(record.state)) return say(refusal({ type: 'NotLinkable' }, r));
        return { type: 'open-form', form: linkForm(record, r) };
      case 'same':
        return answered(record, await link(asked, record, caseId(Number(arg)), r), r);
      case 'gather': {
        const waiting = await deps.surges.waiting(record.id);
        if (waiting === 0) return say(r.words.learning.surge.none);
        const { id: causation, at } = asked.interaction;
        await deps.surges.ask({ causation, head: record.id, by: asked.known.person.id, at });
        deps.kick();
        return say(r.words.learning.surge.begun(waiting));
      }
      case 'unlink':
        return answered(record, await unlink(asked, record, r), r);
      case 'not-alike':
        return answered(record, await deny(asked, record, caseId(Number(arg)), r), r);
      case 'name-cluster':
      case 'metric':
      case 'part': {
        const root = await rootOf(record);
        if (root === null) return say(r.words.learning.noneYet);
        const cluster = await clusters.view(root);
        if (step === 'part') return say(await part(asked, record, r));
        return { type: 'open-form', form: (step === 'metric' ? metricForm : nameClusterForm)(record, cluster, r) };
      }
      default:
        return unreachable(step);
    }
  }

  async function submit(
    asked: Asked,
    step: LikenessStep,
    values: FormValues,
    context: Readonly<Record<string, string>>,
  ): Promise<Reply> {
    const record = await store.load(caseId(Number(context['caseId'])));
    if (record === null) return sayNoCase(asked);
    const r = readingOf(asked, record);
    const form = reader(values, playbook, asked.known.person);
    const atField = (field: string, said: string): Reply => ({ type: 'field-errors', errors: { [field]: said } });
    if (step === 'link') {
      const other = parseCaseNumber(form.raw('other'));
      if (other === null) return atField('other', r.words.learning.problems.noOther);
      const compared = await link(asked, record, other, r);
      return compared.ok
        ? { type: 'done', card: afterwards(record, compared, r), home: null }
        : atField('other', compared.said);
    }
    const root = await rootOf(record);
    if (root === null) return { type: 'done', card: sentenceCard(r.words.learning.noneYet), home: null };
    const field = step === 'metric' ? 'metric' : 'name';
    const decided = await change(root, asked, ({ state }) =>
      step === 'metric'
        ? attachMetric(state, form.text('metric'), asked.known.person, asked.interaction.at)
        : nameCluster(state, form.text('name'), asked.known.person, asked.interaction.at),
    );
    if (decided !== null) return atField(field, problemText(decided, r));
    return { type: 'done', card: alikeCard(await alikeOf(record, asked), r), home: null };
  }

  function answered(record: CaseRecord, compared: Compared, r: Reading): Reply {
    return { type: 'say', card: afterwards(record, compared, r) };
  }

  const afterwards = (record: CaseRecord, { said, undo }: Compared, r: Reading): Card =>
    likenessCard(said, undo ? actionFor('unlink', record, r) : null);

  function sayNoCase({ known }: Asked): Reply {
    return say(rejectionText({ type: 'NoSuchCase' }, deps.readingFor(known.locale, known.zone, null)));
  }

  return {
    press,
    submit,
  };
}
export type Likeness = ReturnType<typeof likenessWith>;

const say = (sentence: string): Reply => ({ type: 'say', card: sentenceCard(sentence) });
const refusal = (rejection: CaseRejection, r: Reading): string => rejectionText(rejection, r);
