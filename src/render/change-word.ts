import type { ChangeRecord } from '../domain/change/change.ts';
import { type Appeal, appeals } from '../domain/change/change.ts';
import type { ChangeEvent } from '../domain/change/events.ts';
import { changeNumber, type PersonId } from '../domain/ids.ts';
import type { Action, Card } from '../ports/card.ts';
import type { ClusterView } from '../ports/clusters.ts';
import { changeAction, finishAction, firstStandsOut } from './change-actions.ts';
import { problemPart, proposalPart } from './change-cards.ts';
import { actionLine, changeTitle, judgeText } from './change-lines.ts';
import { changeStoryLine } from './change-story.ts';
import { aside, bold, buttons, card, line, text } from './drawing.ts';
import { inLine } from './excerpt.ts';
import type { Reading } from './reading.ts';

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
    ...(said.includes(title)
      ? [line(bold(number), text(` · ${said}`))]
      : [line(bold(`${number} · ${title}`)), line(text(said))]),
    ...problemPart(record.state, cluster, r),
    ...(isJudged(event) ? proposalPart(record, r) : []),
    ...(owed?.about ?? []).map((action) => line(text(actionLine(action, r)))),
    owed === null ? aside(text(w.word.nothingOwed)) : line(bold(owed.sentence)),
    ...buttons([...(owed?.actions ?? []).map(firstStandsOut), changeAction('change', record, r)]),
  ]);
}

/** For whoever has proposed it: its number, and who decides. */
export function proposedCard(record: ChangeRecord, cluster: ClusterView | null, r: Reading): Card {
  const head = `${changeNumber(record.id)} · ${changeTitle(record, cluster, r)}`;
  const said = r.words.changes.word.proposed(judgeText(record.state, r));
  return card(`${head}: ${said}`, [
    line(bold(head)),
    line(text(said)),
    ...buttons([changeAction('change', record, r)]),
  ]);
}

/** Who decides about a proposal reads it whole. */
const isJudged = ({ type }: ChangeEvent): boolean => type === 'ChangeProposed' || type === 'DirectionAsked';

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

type Owed = {
  readonly sentence: string;
  readonly actions: readonly Action[];
  /** What is to be done by the reader. */
  readonly about?: ChangeRecord['state']['actions'];
};

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
      const about = open.slice(0, 3);
      const actions = about.map(({ number }) => finishAction(record, number, r));
      return open.length === 0 ? null : { sentence: ask.action, actions, about };
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
