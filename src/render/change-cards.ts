import type { Change, ChangeRecord } from '../domain/change/change.ts';
import type { ChangeEvent } from '../domain/change/events.ts';
import { changeNumber } from '../domain/ids.ts';
import { type Conversion, conversionDays } from '../domain/learning/conversion.ts';
import type { Action, Card, CardBlock } from '../ports/card.ts';
import type { ClusterView } from '../ports/clusters.ts';
import { changeAction, changeActions } from './change-actions.ts';
import { actionLine, changeHead, changeTask, changeTitle, meansText, watchedText } from './change-lines.ts';
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
    ...problemPart(c, cluster, r),
    ...proposalPart(record, r),
    ...shown.map((action) => line(text(actionLine(action, r)))),
    ...outcomePart(record, r),
    ...buttons(...withLook(main, more, whole ? [] : [changeAction('change', record, r)])),
  ]);
}

/** A look at the whole is a button where there is nothing else to press. */
const withLook = (main: readonly Action[], more: readonly Action[], look: readonly Action[]) =>
  main.length === 0 ? ([look, more] as const) : ([main, [...more, ...look]] as const);

/** What the pile looks like is said until something is done about it; from there on, what has come of that. */
export function problemPart(c: Change, cluster: ClusterView | null, r: Reading): readonly CardBlock[] {
  if (cluster === null) return [];
  const isInForce = c.status === 'deployed' || c.status === 'effective' || c.status === 'partial';
  const counted = isInForce ? null : figuresText(cluster, r);
  return [line(bold(r.words.changes.about(clusterName(cluster))), text(counted === null ? '' : ` · ${counted}`))];
}

export function proposalPart({ state: { proposal, sponsor, round } }: ChangeRecord, r: Reading): readonly CardBlock[] {
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
  const watched = c.status === 'deployed' ? watchedText(c, r) : null;
  const said = [
    ...(watched === null ? [] : [watched]),
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
        text(
          [
            '',
            statuses[record.state.status],
            changeTitle(record, null, r),
            ...(record.state.status === 'deployed' ? [watchedText(record.state, r)] : []),
          ]
            .filter((part) => part !== null)
            .join(' · '),
        ),
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
