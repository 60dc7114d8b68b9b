import { type CaseRecord, type FiledCase, isPerson } from '../domain/case/case.ts';
import { type ProtectionRequest, standingConduct } from '../domain/case/conduct.ts';
import type { CaseEvent } from '../domain/case/events.ts';
import { actionFor } from './actions.ts';
import type { Reading } from './reading.ts';
import type { Owed, Standing } from './standing.ts';

/** Somebody asked to be taken out of a conversation, and it was not this person. */
export const openCall = (who: Standing, c: FiledCase): ProtectionRequest | undefined =>
  (c.protections ?? []).find((p) => p.answer === null && !isPerson(p.by, who.id));

export const callOwedBy = (number: number, record: CaseRecord, r: Reading): Owed => ({
  sentence: r.words.protection.owed.asked(r.playbook.protection.breakMinutes),
  actions: [{ ...actionFor('protect-answer', record, r, String(number)), style: 'primary' }],
});

/** What a word about conduct or protection asks of whoever reads it, as the case is now. */
export function protectionOwed(who: Standing, event: CaseEvent, record: CaseRecord, r: Reading): Owed | null {
  const c = record.state;
  const w = r.words.protection.owed;
  const conduct = standingConduct(c.conduct, r.now);
  const look = actionFor('conduct', record, r);
  switch (event.type) {
    case 'ProtectionAsked': {
      const { number } = event.data.request;
      const isOpen = (c.protections ?? []).some((p) => p.number === number && p.answer === null);
      return isOpen && !isPerson(event.data.request.by, who.id) ? callOwedBy(number, record, r) : null;
    }
    case 'ProtectionAnswered':
      return { sentence: w.answered(r.playbook.protection.breakMinutes), actions: [actionFor('show', record, r)] };
    case 'ConductFlagged':
      return conduct?.level === 1 && who.has('csLead') && !isPerson(conduct.by, who.id)
        ? { sentence: w.flagged, actions: [actionFor('confirm-flag', record, r), actionFor('lift', record, r), look] }
        : null;
    case 'LimitProposed':
      return conduct?.proposed === undefined
        ? null
        : { sentence: w.limit, actions: [{ ...actionFor('agree-limit', record, r), style: 'primary' }, look] };
    default:
      return null;
  }
}
