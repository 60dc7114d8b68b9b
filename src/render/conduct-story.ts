import type { CaseEventOf } from '../domain/case/events.ts';
import { unreachable } from '../domain/result.ts';
import { conductTypes } from './conduct-card.ts';
import { inLine } from './excerpt.ts';
import type { Reading } from './reading.ts';
import { dayText } from './time.ts';

export type ConductEvent = CaseEventOf<
  | 'ConductFlagged'
  | 'ConductConfirmed'
  | 'LimitProposed'
  | 'ContactLimited'
  | 'ConductLifted'
  | 'WordsUnfolded'
  | 'ProtectionAsked'
  | 'ProtectionAnswered'
>;

const short = (words: string): string => inLine(words, 300);

/** What such an event says, without who did it: read by those who protect each other. */
export function conductSentence(event: ConductEvent, r: Reading): string {
  const { story: w, measures } = r.words.protection;
  switch (event.type) {
    case 'ConductFlagged':
    case 'ConductConfirmed': {
      const { types, evidence } = event.data.conduct;
      const said = event.type === 'ConductFlagged' ? w.flagged : w.confirmed;
      return said(conductTypes(types, r), short(evidence));
    }
    case 'LimitProposed': {
      const { measure, until, reason } = event.data.limit;
      return w.proposed(measures[measure], dayText(until, r), short(reason));
    }
    case 'ContactLimited': {
      const { measure, until, appeal } = event.data.limit;
      return w.limited(measures[measure], dayText(until, r), short(appeal));
    }
    case 'ConductLifted':
      return event.data.reason === null ? w.expired : w.lifted(short(event.data.reason));
    case 'WordsUnfolded':
      return w.unfolded;
    case 'ProtectionAsked':
      return w.asked;
    case 'ProtectionAnswered':
      return w.answered;
    default:
      return unreachable(event);
  }
}
