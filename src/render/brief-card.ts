import type { CaseRecord, FiledCase } from '../domain/case/case.ts';
import type { CaseEvent, RecordedEvent } from '../domain/case/events.ts';
import { caseNumber } from '../domain/ids.ts';
import type { Card, CardBlock, Span } from '../ports/card.ts';
import { actionFor } from './actions.ts';
import { taskOf } from './case-lines.ts';
import { buttons, card, heading, labelled, line, spaced, text } from './drawing.ts';
import { effortSentences } from './effort-lines.ts';
import { inLine } from './excerpt.ts';
import { termLabel, wantsLabel } from './labels.ts';
import { notReachableNow, reachShown } from './reach-text.ts';
import type { Reading } from './reading.ts';
import { momentText } from './time.ts';
import { isContactable } from './time-steps.ts';

const part = 160;

/**
 * Everything for the next word with the customer, in eight lines: nobody is asked twice, and nothing is promised twice.
 * `authority`: what the reader may still give, in words.
 */
export function briefCard(record: CaseRecord, events: readonly RecordedEvent[], authority: string, r: Reading): Card {
  const c = record.state;
  const w = r.words.brief;
  const title = w.title(caseNumber(record.id));
  const row = (label: string, parts: readonly string[]): CardBlock =>
    line(
      ...spaced([
        labelled(label, parts[0] ?? w.nothing),
        ...parts.slice(1).map((said): readonly Span[] => [text(said)]),
      ]),
    );
  const lines = [
    row(w.happened, [inLine(c.voice.experience, part), ...(c.voice.product ? [inLine(c.voice.product, part)] : [])]),
    row(w.wants, [wantsLabel(c.voice.wants, r)]),
    row(w.tried, tried(c, events, r)),
    row(w.options, options(c, r)),
    row(w.promised, promises(c, r)),
    row(w.contact, [reachShown(c, r) ?? w.anyTime, ...late(c, r), ...effortSentences(c, r).slice(0, 1)]),
    row(w.authority, [authority]),
  ];
  const next = isContactable(c) ? (['contact'] as const) : c.status === 'fixed' ? (['reply'] as const) : [];
  const before = c.earlier === undefined ? [] : (['customer'] as const);
  return card(`${title} · ${inLine(c.voice.experience, part)}`, [
    heading(title),
    ...lines,
    ...buttons([...next, 'draft' as const, ...before, 'show' as const].map((step) => actionFor(step, record, r))),
  ]);
}

const late = (c: FiledCase, r: Reading): readonly string[] =>
  notReachableNow(c, r) === null ? [] : [r.words.brief.notNow];

/** What was done already, and what was said last: the customer need not hear it as news. */
function tried(c: FiledCase, events: readonly RecordedEvent[], r: Reading): readonly string[] {
  const w = r.words.brief;
  const said = events.map(({ event }) => event).findLast(isContact);
  return [
    ...('fix' in c ? [w.fixed(termLabel('fixTypes', c.fix.fixType, r), inLine(c.fix.done, part))] : []),
    ...(c.contained === undefined ? [] : [w.contained(inLine(c.contained, part))]),
    ...(said === undefined ? [] : [w.said(momentText(said.data.contactedAt, r), inLine(said.data.gist, part))]),
    ...(c.dissatisfied > 0 ? [w.dissatisfied(c.dissatisfied)] : []),
  ];
}

const isContact = (event: CaseEvent): event is Extract<CaseEvent, { type: 'CustomerContacted' }> =>
  event.type === 'CustomerContacted';

/** What can be put before the customer: what was decided, what is being decided, what is planned. */
function options(c: FiledCase, r: Reading): readonly string[] {
  const w = r.words.brief;
  const decided = c.decisions.at(-1);
  const planned = 'plan' in c && c.plan !== null && !('fix' in c) ? [w.plan(inLine(c.plan, part))] : [];
  return [
    ...(decided === undefined ? [] : [w.decided(inLine(decided.choice, part))]),
    ...(c.status === 'deciding'
      ? [w.deciding(c.request.options.map(({ label }) => inLine(label, 60)).join(' / '))]
      : []),
    ...('fix' in c ? [inLine(c.fix.done, part)] : planned),
  ];
}

function promises(c: FiledCase, r: Reading): readonly string[] {
  const { callback, callbackWas } = r.words.card;
  const task = taskOf(c, r);
  const call = c.callback;
  return [
    ...(call === null ? [] : [(call.at > r.now ? callback : callbackWas)(call.caller.name, momentText(call.at, r))]),
    ...(task === null ? [] : [`${task.who} · ${task.what} · ${task.until}`]),
  ];
}
