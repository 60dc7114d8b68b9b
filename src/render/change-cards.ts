import type { ChangeRecord } from '../domain/change/change.ts';
import { type Appeal, appeals } from '../domain/change/change.ts';
import type { ChangeEvent } from '../domain/change/events.ts';
import { changeNumber, type PersonId } from '../domain/ids.ts';
import { type Conversion, conversionDays } from '../domain/learning/conversion.ts';
import type { Action, Card, CardBlock } from '../ports/card.ts';
import type { ClusterView } from '../ports/clusters.ts';
import { changeAction, changeActions } from './change-actions.ts';
import { actionLine, changeHead, changeTask, changeTitle, meansText, shareText } from './change-lines.ts';
import { changeStoryLine } from './change-story.ts';
import { clusterName, figuresText } from './cluster-lines.ts';
import { aside, bold, buttons, card, heading, labelled, line, spaced, text } from './drawing.ts';
import { inLine } from './excerpt.ts';
import { rootCauseLabel } from './labels.ts';
import type { Reading } from './reading.ts';

/** Actions that a card lists; the rest is one press away. */
const listed = 4;

/** The living message of a process change: who does what until when, what becomes different, and whether it held. */
export function changeCard(record: ChangeRecord, cluster: ClusterView | null, r: Reading, whole = false): Card {
  const c = record.state;
  const head = changeHead(record, cluster, r);
  const task = changeTask(c, r);
  const { who, what, until } = r.words.card;
  const { main, more } = changeActions(record, r);
  const shown = whole ? c.actions : c.actions.slice(0, listed);
  const spoken = task === null ? head : `${head} · ${task.who} · ${task.what} · ${task.until}`;
  return card(spoken, [
    heading(head),
    ...(task === null
      ? []
      : [line(...spaced([labelled(who, task.who), labelled(what, task.what), labelled(until, task.until)]))]),
    ...problemPart(cluster, r),
    ...proposalPart(record, r),
    ...shown.map((action) => line(text(actionLine(action, r)))),
    ...outcomePart(record, r),
    ...buttons(main, [...more, ...(whole ? [] : [changeAction('change', record, r)])]),
  ]);
}

function problemPart(cluster: ClusterView | null, r: Reading): readonly CardBlock[] {
  if (cluster === null) return [];
  const counted = figuresText(cluster, r);
  return [line(bold(r.words.changes.about(clusterName(cluster))), text(counted === null ? '' : ` · ${counted}`))];
}

function proposalPart({ state: { proposal, sponsor, round } }: ChangeRecord, r: Reading): readonly CardBlock[] {
  const w = r.words.changes;
  if (proposal === null) return [];
  const { means, rootCause, effect, notices, cost, coaching } = proposal;
  return [
    line(
      ...spaced([
        labelled(w.means, meansText(means, r)),
        labelled(w.cause, rootCauseLabel(rootCause.l1, rootCause.l2, r)),
        labelled(w.effect, inLine(effect, 200)),
        ...(notices === null ? [] : [labelled(w.notices, inLine(notices, 200))]),
        ...(cost === null ? [] : [labelled(w.cost, inLine(cost, 80))]),
        ...(coaching === null ? [] : [labelled(w.coaching, inLine(coaching, 120))]),
      ]),
    ),
    ...(sponsor === null && round === 1
      ? []
      : [
          aside(
            text(
              [...(sponsor === null ? [] : [w.sponsor(sponsor.name)]), ...(round === 1 ? [] : [w.round(round)])].join(
                ' · ',
              ),
            ),
          ),
        ]),
  ];
}

/** What came of it: the last relapse, the verdict, or the refusal. */
function outcomePart({ state: c }: ChangeRecord, r: Reading): readonly CardBlock[] {
  const w = r.words.changes;
  const relapse = c.relapses.at(-1);
  const said = [
    ...(c.status === 'declined' && c.refusal !== null
      ? [w.declined(inLine(c.refusal.reason, 200), c.refusal.by.name)]
      : []),
    ...(relapse !== undefined && c.status !== 'effective' ? [w.relapsed(w.relapses[relapse.why])] : []),
    ...(c.effect !== null && c.deployment !== null && c.status === c.effect.outcome
      ? [
          c.effect.outcome === 'effective'
            ? w.story.effective(c.deployment.baseline, c.effect.total)
            : w.story.partial(c.effect.total, c.effect.allowed),
        ]
      : []),
  ];
  const answer = c.review?.answer ?? null;
  const now = answer === null ? [] : [w.reviewed(w.appeals[answer.appeal], answer.by.name)];
  return [...said, ...now].map((sentence) => line(bold(sentence)));
}

export const changeStoryCard = (
  event: ChangeEvent,
  record: ChangeRecord,
  cluster: ClusterView | null,
  r: Reading,
): Card => {
  const said = changeStoryLine(event, changeTitle(record, cluster, r), r);
  return card(`${changeNumber(record.id)} · ${said}`, [line(text(said))]);
};

/** The private word: what happened, what (if anything) you owe, and the button for it. Who only filed hears what became of it. */
export function changeWordCard(
  event: ChangeEvent,
  record: ChangeRecord,
  cluster: ClusterView | null,
  recipient: PersonId,
  r: Reading,
): Card {
  const w = r.words.changes;
  const title = changeTitle(record, cluster, r);
  const isFiler = 'tell' in event.data && event.data.tell.includes(recipient) && !isOnIt(record, recipient);
  if (isFiler) return filerCard(event, record, title, r);
  const said = changeStoryLine(event, title, r);
  const owed = owedFor(event, record, recipient, r);
  const number = changeNumber(record.id);
  return card(`${number}: ${said} ${owed?.sentence ?? ''}`.trim(), [
    line(bold(`${number} · ${title}`)),
    line(text(said)),
    ...problemPart(cluster, r),
    owed === null ? aside(text(w.word.nothingOwed)) : line(bold(owed.sentence)),
    ...buttons([...(owed?.actions ?? []), changeAction('change', record, r)]),
  ]);
}

const isOnIt = ({ state: { owner, sponsor } }: ChangeRecord, id: PersonId): boolean =>
  owner?.id === id || sponsor?.id === id;

function filerCard(event: ChangeEvent, record: ChangeRecord, title: string, r: Reading): Card {
  const { word } = r.words.changes;
  const notices = record.state.proposal?.notices ?? null;
  const said =
    event.type === 'ChangeRelapsed'
      ? word.relapsed(title)
      : word.changed(changeNumber(record.id), title, notices === null ? null : inLine(notices, 200));
  return card(said, [line(text(said)), ...buttons([changeAction('change', record, r)])]);
}

type Owed = { readonly sentence: string; readonly actions: readonly Action[] };

/** What the reader of a word has to do next about it; null: nothing. */
function owedFor(event: ChangeEvent, record: ChangeRecord, recipient: PersonId, r: Reading): Owed | null {
  const { ask } = r.words.changes;
  const c = record.state;
  const action = (step: Parameters<typeof changeAction>[0], more = ''): Action => changeAction(step, record, r, more);
  const isOwner = c.owner?.id === recipient;
  switch (event.type) {
    case 'ChangeDemanded':
      return c.status === 'demanded'
        ? { sentence: ask.propose, actions: [action('propose'), action('decline-change')] }
        : null;
    case 'ChangeProposed':
      return c.status === 'proposed'
        ? { sentence: ask.judge, actions: [action('accept-change'), action('decline-change')] }
        : null;
    case 'DirectionAsked':
      return c.direction?.answer === null
        ? {
            sentence: ask.direct,
            actions: [
              action('direct-change'),
              ...(c.status === 'demanded' || c.status === 'proposed' ? [action('decline-change')] : []),
            ],
          }
        : null;
    case 'ChangeAccepted':
      return isOwner && c.status === 'accepted' ? { sentence: ask.prepare, actions: [action('plan-change')] } : null;
    case 'ChangePlanned':
    case 'ActionAdded': {
      const open = c.actions.filter(({ owner, done }) => owner.id === recipient && done === null);
      const actions = open.slice(0, 3).map(({ number }) => ({
        ...action('finish-action', `.${number}`),
        label: `${r.words.steps.labels['finish-action']} ${number}`,
      }));
      return open.length === 0 ? null : { sentence: ask.action, actions };
    }
    case 'OwnerChanged':
    case 'ChangeRelapsed':
    case 'ChangeResumed':
    case 'ActionDone':
      return isOwner && c.status === 'doing'
        ? { sentence: ask.deploy, actions: [action('add-action'), action('deploy-change')] }
        : null;
    case 'ReviewAsked':
      return c.status === 'effective' && c.review?.answer === null
        ? { sentence: ask.review, actions: appeals.map((appeal) => reviewAction(appeal, record, r)) }
        : null;
    case 'VerificationAsked':
      return c.status === 'deployed' ? { sentence: ask.verify, actions: [action('verify-change')] } : null;
    default:
      return null;
  }
}

const reviewAction = (appeal: Appeal, record: ChangeRecord, r: Reading): Action => ({
  ...changeAction('review-change', record, r, `.${appeal}`),
  label: r.words.changes.appeals[appeal],
});

/** Changes that are under way, and above them how many warnings became changes this quarter. */
export function changesCard(changes: readonly ChangeRecord[], total: number, conversion: Conversion, r: Reading): Card {
  const { lists, statuses } = r.words.changes;
  const hidden = total - changes.length;
  return card(`${lists.title} ${total}`, [
    heading(lists.title),
    line(text(conversionText(conversion, r))),
    ...(changes.length === 0 ? [line(text(lists.empty))] : []),
    ...changes.flatMap((record) => [
      line(
        bold(changeNumber(record.id)),
        text(` · ${statuses[record.state.status]} · ${changeTitle(record, null, r)}${watchText(record, r)}`),
      ),
      ...buttons([changeAction('change', record, r)]),
    ]),
    ...(hidden > 0 ? [aside(text(lists.more(hidden)))] : []),
    ...buttons([{ label: r.words.steps.labels.lessons, press: { step: 'lessons', caseId: null } }]),
  ]);
}

function conversionText({ quarter, warned, changed, open, percent }: Conversion, r: Reading): string {
  const { conversion } = r.words.changes;
  const title = conversion.title(quarter.year, quarter.n);
  if (warned === 0) return `${title}: ${conversion.none}`;
  const share = percent === null ? '' : ` (${percent} %)`;
  const left = open === 0 ? '' : ` · ${conversion.open(open)}`;
  return `${title}: ${conversion.of(changed, warned, conversionDays)}${share}${left}`;
}

function watchText({ state: { effect, deployment } }: ChangeRecord, r: Reading): string {
  if (effect === null || deployment === null) return '';
  return ` · ${r.words.changes.watched(deployment.baseline, effect.total, shareText(deployment.baseline, effect.total, r))}`;
}
