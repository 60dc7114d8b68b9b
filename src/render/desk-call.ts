import type { CaseRecord } from '../domain/case/case.ts';
import type { PersonRef } from '../domain/people.ts';
import type { Card } from '../ports/card.ts';
import { actionFor } from './actions.ts';
import { bold, buttons, card, line, quote, text } from './drawing.ts';
import { inLine } from './excerpt.ts';
import { caseHead } from './labels.ts';
import type { Reading } from './reading.ts';

/** To the VOC desk: somebody wants a person, and about which case, if about one. */
export function deskCallCard(caller: PersonRef, record: CaseRecord | null, r: Reading): Card {
  const said = r.words.lists.deskCall.asked(caller.name);
  return card(said, [
    line({ type: 'person', person: caller }, text(' · '), bold(said)),
    ...(record === null ? [] : [line(text(caseHead(record, r))), quote(inLine(record.state.voice.experience, 300))]),
    ...buttons(record === null ? [] : [actionFor('show', record, r)]),
  ]);
}

/** To who asked: who has it now; where nobody could be reached, whom to speak to. */
export function deskCalledCard(reached: readonly string[], desk: readonly string[], r: Reading): Card {
  const { told, unreached } = r.words.lists.deskCall;
  const name = r.words.glossary.person;
  const said = reached.length > 0 ? told(reached.map(name).join(', ')) : unreached(desk.map(name).join(', '));
  return card(said, [line(text(said))]);
}
