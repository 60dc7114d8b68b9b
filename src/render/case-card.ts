import { type CaseRecord, departmentHolding, type FiledCase, hasEnded, offerOf } from '../domain/case/case.ts';
import { isFromACustomer } from '../domain/intake/voice.ts';
import { hasRole, isMember, type Person } from '../domain/people.ts';
import { dayIn } from '../domain/zone.ts';
import type { Card, CardBlock, Span } from '../ports/card.ts';
import type { ClusterView } from '../ports/clusters.ts';
import { type CardPlace, everyStep, isConcerned, offered, waitsForDesk } from './actions.ts';
import { endLine, statusLine, taskOf } from './case-lines.ts';
import { changeAnswerLine } from './change-answer.ts';
import { timedHead } from './clock-lines.ts';
import { alikeLine } from './cluster-lines.ts';
import { foldedLine, isFolded } from './conduct-card.ts';
import { aside, bold, buttons, card, heading, labelled, line, quote, spaced, text } from './drawing.ts';
import { effortPart } from './effort-lines.ts';
import { headOf, inLine } from './excerpt.ts';
import { amountText, caseHead, departmentName, termLabel, wantsLabel } from './labels.ts';
import { particularParts, splitsText } from './light-lines.ts';
import { reachShown } from './reach-text.ts';
import type { Reading } from './reading.ts';
import { remedyLine } from './remedy-lines.ts';
import { surgeLines } from './surge-card.ts';
import { dayText, momentText } from './time.ts';

/** What is known around a case that the case itself does not say: the cluster it belongs to, as counted last, and the like. */
export type Around = {
  readonly cluster: ClusterView | null;
  /** Cases that look the same and wait behind this one. */
  readonly surge?: number;
  /** This is the card that asks the department, this week, to stand where the customer stands. */
  readonly reflects?: boolean;
};
const alone: Around = { cluster: null };

/** Characters and lines of the customer's words that a card quotes; the rest is one press away. */
const quoted = { characters: 600, lines: 8 };

function taskLine(c: FiledCase, r: Reading): CardBlock {
  const task = taskOf(c, r);
  if (task === null) return line(text(endLine(c, r) ?? r.words.glossary.statuses[c.status]));
  const { who, what, until } = r.words.card;
  return line(...spaced([labelled(who, task.who), labelled(what, task.what), labelled(until, task.until)]));
}

/** Where the department stands, for the place beside the customer's view; nothing where it has not said. */
export const positionPart = (c: FiledCase, r: Reading): readonly (readonly Span[])[] =>
  c.position === undefined
    ? []
    : [labelled(r.words.card.position(departmentName(c.position.department, r)), inLine(c.position.text, 200))];

/**
 * What the customer went through and wants, and beside it where the department stands. The experience is not said twice
 * where it is all the customer said.
 */
function wantsLine(c: FiledCase, reflects: boolean, r: Reading): CardBlock {
  const { experience, wants } = r.words.card;
  const said = c.voice.experience.trim() === c.voice.words.trim();
  const first = said ? [] : [labelled(experience, inLine(c.voice.experience, 300))];
  const product = c.voice.product === undefined ? [] : [labelled(r.words.card.product, inLine(c.voice.product, 200))];
  return line(
    ...spaced([
      ...first,
      labelled(wants, wantsLabel(c.voice.wants, r)),
      ...product,
      ...particularParts(c, r),
      ...positionPart(c, r),
      ...effortPart(c, r),
      // Where one reads what the customer wants, and no line more: a card has eight at most.
      ...(reflects ? [[bold(r.words.card.reflection)]] : []),
    ]),
  );
}

/** Who calls the customer, until the customer has been told. */
function callLine(c: FiledCase, r: Reading): readonly CardBlock[] {
  const { needsHuman } = c.assessment;
  if (needsHuman.length === 0 || 'reply' in c) return [];
  const { humanCall, callback, callbackWas, callbackOpen } = r.words.card;
  const why = needsHuman.map((n) => r.words.glossary.needsHuman[n]).join(', ');
  const promise = (c.callback?.at ?? 0) > r.now ? callback : callbackWas;
  const who = c.callback ? promise(c.callback.caller.name, momentText(c.callback.at, r)) : callbackOpen;
  return [line(bold(humanCall(why)), text(` ${who}`))];
}

function originLine(c: FiledCase, shown: string, r: Reading): CardBlock {
  const { filedBy, experienced, touchpoint, customerOwner, excerptOf } = r.words.card;
  const { experiencedAt } = c.voice;
  const stage = c.voice.touchpoint;
  const channel = termLabel('channels', c.voice.channel, r);
  const splits = splitsText(c, r);
  const isCut = shown !== c.voice.words;
  const reach = reachShown(c, r);
  const link: Span[] = c.permalink ? [{ type: 'link', url: c.permalink, text: r.words.views.source }] : [];
  return aside(
    ...spaced([
      [text(filedBy(c.filer.name, channel, momentText(c.filedAt, r)))],
      ...(experiencedAt === undefined ? [] : [[text(experienced(dayText(dayIn(experiencedAt, r.playbook.zone), r)))]]),
      ...(stage === null ? [] : [[text(touchpoint(r.words.glossary.touchpoints[stage]))]]),
      ...(c.customerOwner.id === c.filer.id ? [] : [[text(customerOwner(c.customerOwner.name))]]),
      ...(c.earlier === undefined ? [] : [[text(r.words.care.earlier(c.earlier.length))]]),
      ...(reach === null ? [] : [[text(`${r.words.care.reachCard} ${inLine(reach, 120)}`)]]),
      ...(isCut ? [[text(excerptOf(amountText(shown.length - 1, r), amountText(c.voice.words.length, r)))]] : []),
      ...(splits === null ? [] : [[text(splits)]]),
      ...(link.length > 0 ? [link] : []),
    ]),
  );
}

function fullCard(
  record: CaseRecord,
  place: CardPlace,
  r: Reading,
  around: Around,
  viewer: Person | null = null,
): Card {
  const c = record.state;
  const status = [statusLine(c, place, r), changeAnswerLine(c, r), remedyLine(c, r)]
    .filter((part) => part !== null)
    .join(' · ');
  const whole = c.voice.words;
  const folded = isFolded(c, r);
  const shown = folded ? whole : headOf(whole, quoted.characters, quoted.lines);
  const { main, more } = offered(
    record,
    place,
    r,
    folded ? 'folded' : shown === whole ? 'short' : 'long',
    viewer,
    around.reflects,
  );
  const blocks: readonly CardBlock[] = [
    heading(timedHead(record, r)),
    taskLine(c, r),
    ...(status === '' ? [] : [line(text(status))]),
    wantsLine(c, around.reflects === true, r),
    folded ? foldedLine(r) : quote(shown),
    ...(c.voice.opinion === null ? [] : [line(...labelled(r.words.card.opinion, inLine(c.voice.opinion, 200)))]),
    ...callLine(c, r),
    ...alikeLine(c, around.cluster, r),
    ...surgeLines(record, around.surge ?? 0, r),
    originLine(c, shown, r),
    ...buttons(main, more),
  ];
  return card(spoken(record, r), blocks);
}

/** The card in one sentence, for screen readers and notifications. */
function spoken(record: CaseRecord, r: Reading): string {
  const task = taskOf(record.state, r);
  const what = task ? `${task.who} · ${task.what} · ${task.until}` : (endLine(record.state, r) ?? '');
  return `${timedHead(record, r)} · ${what} · ${inLine(record.state.voice.experience, 200)}`;
}

function twoLines(record: CaseRecord, second: string, place: CardPlace, r: Reading): Card {
  const { main, more } = offered(record, place, r, 'short');
  const head = caseHead(record, r);
  return card(`${head} · ${second}`, [heading(head), line(text(second)), ...buttons(main, more)]);
}

/** For a place that had a part in the case and has none any more. */
function awayLine(c: FiledCase, r: Reading): string {
  const holder = departmentHolding(c);
  const { moved, nowWith } = r.words.card;
  const status = r.words.glossary.statuses[c.status];
  if (holder === null || waitsForDesk(c)) return nowWith(r.words.glossary.desk, status);
  const name = departmentName(holder, r);
  return `${moved(name)} ${nowWith(name, status)}`;
}

/**
 * The living message of a case in one place: always the case as it is now, at most eight lines. A finished case, and a
 * case that has moved on, take two.
 */
export function caseCard(record: CaseRecord, place: CardPlace, r: Reading, around: Around = alone): Card {
  const c = record.state;
  if (hasEnded(c)) return twoLines(record, endLine(c, r) ?? r.words.glossary.statuses[c.status], place, r);
  return isConcerned(c, place) ? fullCard(record, place, r, around) : twoLines(record, awayLine(c, r), place, r);
}

/** Somebody speaks for themselves as a customer, and the department has a part in it now. */
export const mayReflect = (c: FiledCase, place: CardPlace): place is Extract<CardPlace, { to: 'department' }> =>
  place.to === 'department' && !hasEnded(c) && isConcerned(c, place) && isFromACustomer(c.voice.kind);

/** From where this person looks at the case: their own department if it has a part in it, the desk, or whoever holds it. */
export function placeFor(c: FiledCase, person: Person): CardPlace {
  const holder = departmentHolding(c);
  const offer = offerOf(c);
  if (waitsForDesk(c) && (holder === null || hasRole(person, 'vocDesk'))) return { to: 'desk' };
  if (offer && isMember(person, offer.to)) return { to: 'department', department: offer.to };
  return holder === null ? { to: 'desk' } : { to: 'department', department: holder };
}

/** Actions of one row: what every platform shows side by side. */
const inARow = 5;

/** Everything that can be done about a case, nothing left out: what the menu had no room for. */
export function moreCard(record: CaseRecord, person: Person, r: Reading): Card {
  const { main, more } = everyStep(record, placeFor(record.state, person), r, 'short', person);
  const all = [...main, ...more].map(({ style: _, ...action }) => action);
  const rows = Array.from({ length: Math.ceil(all.length / inARow) }, (_, i) =>
    all.slice(i * inARow, (i + 1) * inARow),
  );
  const head = caseHead(record, r);
  return card(`${head} · ${r.words.steps.labels.more}`, [heading(head), ...rows.flatMap((row) => buttons(row))]);
}

/** The whole case for somebody who asked for it, finished or not. */
export const caseCardFor = (record: CaseRecord, person: Person, r: Reading, around: Around = alone): Card =>
  fullCard(record, placeFor(record.state, person), r, around, person);
