import type { CaseRecord } from '../domain/case/case.ts';
import type { RecordedEvent } from '../domain/case/events.ts';
import { caseNumber } from '../domain/ids.ts';
import { goesBy } from '../domain/sla/present-clock.ts';
import { runningClock } from '../domain/sla/sla-clock.ts';
import type { Action, Card, CardBlock, Step } from '../ports/card.ts';
import { actionFor } from './actions.ts';
import { candidateActions, candidatesPart } from './alike-cards.ts';
import { aside, bold, buttons, card, heading, line, quote, text } from './drawing.ts';
import { effortSentences } from './effort-lines.ts';
import { pieces } from './excerpt.ts';
import { departmentName, maskedText, severityLabel } from './labels.ts';
import type { Reading } from './reading.ts';
import { storyLine } from './story-line.ts';
import { momentText } from './time.ts';

/** One sentence and nothing to press. */
export const sentenceCard = (sentence: string): Card => card(sentence, [line(text(sentence))]);

/** What one message holds: entries, and characters below what a platform takes. */
const historyRoom = { entries: 30, characters: 10_000 };

/** The log in words, oldest first, as far as this reader may have it; where it is long, its latest part. */
export function historyCard(record: CaseRecord, events: readonly RecordedEvent[], r: Reading): Card {
  const title = r.words.views.history(caseNumber(record.id));
  const shown: CardBlock[] = [];
  let room = historyRoom.characters;
  for (const { event } of events.slice(-historyRoom.entries).reverse()) {
    const said = storyLine(event, r);
    room -= said.length + 20;
    if (room < 0) break;
    shown.unshift(line(bold(momentText(event.at, r)), text(` ${said}`)));
  }
  const hidden = events.length - shown.length;
  return card(title, [heading(title), ...(hidden > 0 ? [aside(text(r.words.views.earlier(hidden)))] : []), ...shown]);
}

/** Characters of one quote, and quotes of one message: together below what a platform takes in a message. */
const blockSize = 2900;
const blocksPerPart = 4;
const partSize = blockSize * blocksPerPart;

/** In how many messages the customer's words are shown whole. */
export const wordsParts = (record: CaseRecord): number => pieces(record.state.voice.words, partSize).length;

/** The customer's words, whole and masked; very long ones in parts. `part` counts from 0. */
export function wordsCard(record: CaseRecord, part: number, r: Reading, step: 'words' | 'unfold' = 'words'): Card {
  const parts = pieces(record.state.voice.words, partSize);
  const at = Math.min(Math.max(0, part), parts.length - 1);
  const title = r.words.views.words(caseNumber(record.id));
  const next = at + 1 < parts.length ? [nextPart(record, at + 1, step, r)] : [];
  return card(title, [
    heading(title),
    ...quotes(parts[at] ?? ''),
    ...(parts.length > 1 ? [aside(text(r.words.views.part(at + 1, parts.length)))] : []),
    ...buttons(next),
  ]);
}

const quotes = (words: string): readonly CardBlock[] => pieces(words, blockSize).map(quote);

const nextPart = (record: CaseRecord, part: number, step: Step, r: Reading): Action => ({
  ...actionFor(step, record, r, String(part)),
  label: r.words.views.nextPart,
});

/** The words before masking, for the few who may see them; null: none is kept. */
export function originalCard(record: CaseRecord, original: string | null, r: Reading): Card {
  const { original: titleOf, noOriginal, originalKept, originalCut } = r.words.views;
  const title = titleOf(caseNumber(record.id));
  if (original === null) return card(title, [heading(title), line(text(noOriginal))]);
  const parts = pieces(original, partSize);
  return card(title, [
    heading(title),
    ...quotes(parts[0] ?? ''),
    aside(text(originalKept)),
    ...(parts.length > 1 ? [aside(text(originalCut))] : []),
  ]);
}

const ruleOf = (code: string, r: Reading) => r.playbook.severity.signals.find((s) => s.code === code);
const labelOf = (code: string, r: Reading): string => ruleOf(code, r)?.label[r.locale] ?? code;

/** `◆ S2 중대 · 60점 = 금전 손실 10만 원 미만(20) + …`: the whole arithmetic, in one line. */
function severitySum(record: CaseRecord, r: Reading): string {
  const { tier, counted, score } = record.state.assessment;
  const { why } = r.words.views;
  if (tier === null) return why.without(r.words.glossary.kinds[record.state.voice.kind]);
  const severity = severityLabel(record.state.assessment, r);
  if (counted.length === 0) return why.nothing(severity);
  return why.sum(severity, score, counted.map((s) => why.signal(labelOf(s.code, r), s.points)).join(' + '));
}

/** Why this severity: the sum, and whatever else had a say. */
export function whyCard(record: CaseRecord, r: Reading): Card {
  const { why } = r.words.views;
  const { counted, confirmed, score, gated, floor, tier, roundTheClock, needsHuman } = record.state.assessment;
  const total = counted.reduce((sum, s) => sum + s.points, 0);
  const outside = confirmed.filter((code) => ruleOf(code, r)?.outsideTier);
  const human = needsHuman.map((n) => r.words.glossary.needsHuman[n]).join(', ');
  const said = [
    severitySum(record, r),
    ...(total > score && tier !== null ? [why.capped(total, score)] : []),
    ...(gated ? [why.gated] : []),
    ...(floor !== null && tier !== null ? [why.floor(labelOf(floor, r), tier)] : []),
    ...outside.map((code) => why.outside(labelOf(code, r))),
    ...(roundTheClock ? [why.roundTheClock] : []),
    ...(human === '' ? [] : [why.human(human)]),
    ...effortSentences(record.state, r),
  ];
  const title = why.title(caseNumber(record.id));
  return card(said.join(' '), [heading(title), ...said.map((sentence) => line(text(sentence))), aside(text(why.rule))]);
}

/**
 * The receipt: the number, who has it, by when somebody will have said so, what was masked; and what looks the same, with
 * what was done then.
 */
export function filedCard(record: CaseRecord, r: Reading, candidates: readonly CaseRecord[] = []): Card {
  const c = record.state;
  const number = caseNumber(record.id);
  const { filed, filedUnrouted, next } = r.words.done;
  const department = 'department' in c && c.department !== null ? departmentName(c.department, r) : null;
  const receipt = department === null ? filedUnrouted(number) : filed(number, department);
  const clock = runningClock(c.sla, 'acknowledge');
  const due = clock === null ? null : goesBy(clock, r.playbook);
  const sentence = due === null ? receipt : `${receipt} · ${r.words.time.acknowledgeBy(momentText(due, r))}`;
  const masked = maskedText(c.voice.masked, r);
  return card(sentence, [
    line(text(sentence)),
    aside(text(masked === '' ? next : `${masked} ${next}`)),
    ...candidatesPart(candidates, r),
    ...receiptButtons(record, candidates, r),
  ]);
}

function receiptButtons(record: CaseRecord, candidates: readonly CaseRecord[], r: Reading): readonly CardBlock[] {
  const show = actionFor('show', record, r);
  const { main, more } = candidateActions(record, candidates, r);
  return main.length === 0 ? buttons([show]) : buttons(main, [...more, show]);
}
