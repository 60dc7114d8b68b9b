import type { CaseRecord, FiledCase } from '../domain/case/case.ts';
import type { CaseEvent } from '../domain/case/events.ts';
import type { ChangeRecord } from '../domain/change/change.ts';
import { caseNumber, type PersonId } from '../domain/ids.ts';
import { dayIn } from '../domain/zone.ts';
import type { Card, CardBlock } from '../ports/card.ts';
import { actionFor } from './actions.ts';
import { positionPart } from './case-card.ts';
import { filedCard } from './case-views.ts';
import { aside, bold, buttons, card, line, quote, text } from './drawing.ts';
import { headOf, inLine } from './excerpt.ts';
import { severityLabel, termLabel } from './labels.ts';
import { isOpenPraise, kudosText } from './light-lines.ts';
import { optionText } from './option-line.ts';
import { owedBy } from './owed.ts';
import type { Reading } from './reading.ts';
import type { Owed } from './standing.ts';
import { spokenLine } from './story-line.ts';
import { dayText } from './time.ts';

/** Praise for everybody to read: whom it is for, and the customer's own words. */
export function kudosCard(record: CaseRecord, r: Reading): Card {
  const said = kudosText(record.state, r);
  return card(said, [line(bold(said)), quote(headOf(record.state.voice.words, 600, 12))]);
}

/** One line in the card's thread: the story goes on. Mentions nobody. */
export function storyCard(event: CaseEvent, record: CaseRecord, r: Reading): Card {
  const said = spokenLine(event, r);
  return card(`${caseNumber(record.id)} · ${said}`, [line(text(said))]);
}

/** What the options cost, under the question they answer: an executive decides from the message itself. */
function optionLines(record: CaseRecord, r: Reading): readonly CardBlock[] {
  const c = record.state;
  if (c.status !== 'deciding') return [];
  const { option, recommended } = r.words.word;
  return c.request.options.map((o, i) =>
    line(text(option(i + 1, optionText(o, r), i === c.request.recommended ? ` (${recommended})` : ''))),
  );
}

/** What of a private word the case itself does not know: look-alikes to offer, and what becomes different because of it. */
export type Beside = { readonly candidates?: readonly CaseRecord[]; readonly change?: ChangeRecord | null };

/** The private word: what happened, what (if anything) you owe, and the button for it. */
export function wordCard(
  event: CaseEvent,
  record: CaseRecord,
  recipient: PersonId,
  r: Reading,
  { candidates = [], change = null }: Beside = {},
): Card {
  const c = record.state;
  const number = caseNumber(record.id);
  const { yours, about, nothingOwed } = r.words.word;
  const name = c.filer.id === recipient ? yours(number) : about(number);
  const owed = owedBy(recipient, event, record, r);
  if (event.type === 'CaseFiled' && c.filer.id === recipient && owed === null) return filedCard(record, r, candidates);
  const isPraise = isAskedForPraise(event, c, owed);
  const said = isPraise ? kudosText(c, r) : (endSentence(event, record, change, r) ?? spokenLine(event, r));
  const isInSentence = event.type === 'CaseFiled' || event.type === 'SeverityReassessed';
  const severity = c.assessment.tier === null || isInSentence ? '' : ` · ${severityLabel(c.assessment, r)}`;
  const isDecision = owed !== null && c.status === 'deciding' && owed.actions[0]?.press.step === 'decide';
  return card(`${name}: ${said} ${owed?.sentence ?? ''}`.trim(), [
    line(bold(`${name}${severity}`), text(` · ${said}`)),
    ...(isDecision ? optionLines(record, r) : []),
    quote(isPraise ? headOf(c.voice.words, 600, 12) : inLine(c.voice.experience, 300)),
    ...(isDecision ? positionPart(c, r).map((spans) => line(...spans)) : []),
    owed === null ? aside(text(nothingOwed)) : line(bold(owed.sentence)),
    ...buttons(owed?.actions ?? [actionFor('show', record, r)]),
  ]);
}

/** Whoever decides about praise reads it whole. */
const isAskedForPraise = (event: CaseEvent, c: FiledCase, owed: Owed | null): boolean =>
  (event.type === 'CaseFiled' || event.type === 'CaseRouted') &&
  isOpenPraise(c) &&
  owed?.actions[0]?.press.step === 'share';

/** What becomes different; nothing, where it was only asked for, or declined. */
function changeSaid({ state: { proposal, status, deployment } }: ChangeRecord, r: Reading): string {
  if (proposal === null || status === 'declined') return '';
  const when = deployment === null ? null : dayText(dayIn(deployment.deployedAt, r.zone), r);
  return r.words.word.changedBy(inLine(proposal.title, 120), when);
}

/** Who is told of an end wants to hear how it ended, not only that it did; null where the event says it all. */
function endSentence(
  event: CaseEvent,
  { state: c }: CaseRecord,
  change: ChangeRecord | null,
  r: Reading,
): string | null {
  const { closedWith, refusedWith } = r.words.word;
  if (event.type === 'CaseClosed' && c.status === 'closed') {
    const closed = closedWith(r.words.glossary.verdicts[c.reply.verdict], inLine(c.fix.done, 200));
    return `${closed}${change === null ? '' : changeSaid(change, r)}`;
  }
  if (event.type === 'RefusalCountersigned' && c.status === 'refused') {
    return refusedWith(termLabel('refusalReasons', c.refusal.reason, r), inLine(c.refusal.explanation, 300));
  }
  return null;
}
