import { type FiledCase, hasEnded } from '../domain/case/case.ts';
import type { CaseEventOf } from '../domain/case/events.ts';
import { caseNumber } from '../domain/ids.ts';
import type { Voice } from '../domain/intake/voice.ts';
import { unreachable } from '../domain/result.ts';
import type { Span } from '../ports/card.ts';
import { labelled, text } from './drawing.ts';
import { inLine } from './excerpt.ts';
import { departmentName, termLabel } from './labels.ts';
import type { Reading } from './reading.ts';
import { dayText } from './time.ts';

const short = 120;

/** Praise waits for whom it is for. */
export const isOpenPraise = (c: FiledCase): boolean => c.voice.kind === 'praise' && !hasEnded(c);

/** `판정: 수용 · 이유: …`; null: there is none. */
export function verdictLine(c: FiledCase, r: Reading): string | null {
  if (c.verdict === undefined) return null;
  const { verdict, reason, until } = c.verdict;
  const w = r.words.light;
  const why = inLine(reason, short);
  return until === null ? w.verdict(w.verdicts[verdict], why) : w.review(dayText(until, r), why);
}

/** How it ended without a fix. */
export function settledLine(c: Extract<FiledCase, { status: 'settled' }>, r: Reading): string {
  const w = r.words.light;
  const said = w.outcomes[c.outcome];
  const more = c.outcome === 'told' ? verdictLine(c, r) : c.statement && w.statement(inLine(c.statement, short));
  return w.settled(more === null || more === '' ? said : `${said} ${more}`);
}

const labels = (list: 'aspects' | 'groups' | 'ideas', codes: readonly string[], r: Reading): string =>
  codes.map((code) => termLabel(list, code, r)).join(', ');

/** What only some kinds say, for the line that says what the customer wants. */
export function particularParts(c: FiledCase, r: Reading): readonly (readonly Span[])[] {
  const w = r.words.light;
  const { likes, hates, groups, ideas, nearMiss, renewal }: Voice = c.voice;
  const list = (label: string, said: string | undefined): readonly (readonly Span[])[] =>
    said === undefined ? [] : [labelled(label, inLine(said, 100))];
  return [
    ...list(w.praiseOf, c.praised && r.words.glossary.person(c.praised.name)),
    ...list(w.likes, likes && labels('aspects', likes, r)),
    ...list(w.hates, hates && labels('aspects', hates, r)),
    ...list(w.filing.groups, groups && labels('groups', groups, r)),
    ...list(w.ideas, ideas && labels('ideas', ideas, r)),
    ...(nearMiss === true ? [[text(w.nearMiss)]] : []),
    ...(renewal === undefined ? [] : [[text(w.renewal(dayText(renewal, r)))]]),
  ];
}

/** The cases that share its words; null: none does. */
export function splitsText(c: FiledCase, r: Reading): string | null {
  const others = [...(c.splitFrom === undefined ? [] : [c.splitFrom]), ...(c.splits ?? [])];
  return others.length === 0 ? null : r.words.light.splits(others.map(caseNumber).join(', '));
}

/** Who is praised: by name, else everybody of the department. */
export function kudosText(c: FiledCase, r: Reading): string {
  const w = r.words.light;
  if (c.praised !== undefined) return w.kudos(c.praised.name);
  const department = 'department' in c ? c.department : null;
  return w.kudosOf(department === null ? r.playbook.company[r.locale] : departmentName(department, r));
}

export type LightEvent = CaseEventOf<'VerdictGiven' | 'CaseSettled' | 'FilerSeen' | 'CaseSplit'>;

/** What such an event says, without who did it. */
export function lightSentence(event: LightEvent, r: Reading): string {
  const { story: w, verdicts, outcomes } = r.words.light;
  switch (event.type) {
    case 'VerdictGiven': {
      const { verdict, reason, until } = event.data.verdict;
      const why = inLine(reason, 300);
      return until === null ? w.verdict(verdicts[verdict], why) : w.review(dayText(until, r), why);
    }
    case 'CaseSettled': {
      const { outcome, statement } = event.data;
      return statement === undefined ? outcomes[outcome] : w.repeated(inLine(statement, 300));
    }
    case 'FilerSeen':
      return w.filerSeen;
    case 'CaseSplit':
      return w.split(caseNumber(event.data.into));
    default:
      return unreachable(event);
  }
}
