import { departmentHolding, type FiledCase } from './case/case.ts';
import type { CaseEvent, CaseEventType } from './case/events.ts';
import { isRoutedAtFiling } from './case/evolve-response.ts';
import type { DepartmentCode } from './ids.ts';
import type { Audience, Notice } from './notices.ts';
import { unreachable } from './result.ts';
import { isAmongUs } from './sla/terms.ts';

/** Somewhere a card hangs. */
type Place = Extract<Audience, { to: 'department' | 'desk' }>;

const desk: Place = { to: 'desk' };
const place = (department: DepartmentCode): Place => ({ to: 'department', department });
const places = (departments: readonly DepartmentCode[]): readonly Place[] => [...new Set(departments)].map(place);

/** None of these changes a card: a look, a note under it, a word between colleagues. */
const notOnTheCard: readonly CaseEventType[] = [
  'OriginalViewed',
  'NoteHeard',
  'WordsUnfolded',
  'FilerSeen',
  'LimitProposed',
  'ProtectionAsked',
  'ProtectionAnswered',
];

/** Every card of the case, wherever it hangs, must say what is so now: also where the case has moved on. */
export function cardPlaces(event: CaseEvent, after: FiledCase): readonly Place[] {
  if (notOnTheCard.includes(event.type) || (isOfChange(event) && !mentionsChange(after))) return [];
  return hangingPlaces(after);
}

const isOfChange = ({ type }: CaseEvent): boolean => type === 'ChangeLinked' || type === 'ChangeUnlinked';
/** Only where it is all that keeps a case from ending does a card say so: thousands of linked cases need not be drawn anew. */
const mentionsChange = ({ status }: FiledCase): boolean => status === 'fixed' || status === 'replied';

const hangingPlaces = (c: FiledCase): readonly Place[] => [
  ...places(c.seenBy),
  ...(c.seenByDesk === true ? [desk] : []),
];

/** Every card of the case must show what is so now, although nothing happened to it. */
export const cardsOf = (c: FiledCase): readonly Notice[] =>
  // One of a surge has none: nobody has turned to it yet.
  c.surge === undefined ? hangingPlaces(c).map((audience) => ({ type: 'card', audience })) : [];

/** Where people talk about the case: what is written under one card is heard under every other. */
export const notePlaces = hangingPlaces;

/**
 * Where the story gets a line: with whoever holds the case, and on a hand-over with both sides. Filing needs none, its
 * card is the news; who looked at the original is nobody's story.
 */
export function storyPlaces(event: CaseEvent, after: FiledCase): readonly Place[] {
  switch (event.type) {
    case 'CaseFiled':
    case 'OriginalViewed':
    case 'WordsUnfolded':
    // How somebody behaved, and who could not go on, is told in private alone.
    case 'ConductFlagged':
    case 'ConductConfirmed':
    case 'LimitProposed':
    case 'ContactLimited':
    case 'ConductLifted':
    case 'ProtectionAsked':
    case 'ProtectionAnswered':
    case 'FilerSeen':
      return [];
    case 'CaseRouted':
      return isRoutedAtFiling(event, after) ? [] : [place(event.data.department), desk];
    case 'TransferOffered':
      return places([event.data.from, event.data.offer.to]);
    case 'TransferAccepted':
      return places([event.data.department, event.data.from]);
    case 'TransferDeclined':
      return places([event.data.from, event.data.to]);
    case 'AdjudicationOpened':
      return [place(event.data.department), desk];
    case 'CaseAdjudicated':
    case 'CaseMerged':
      return after.seenBy.length === 0 ? [desk] : places(after.seenBy);
    case 'CaseAcknowledged':
    case 'OwnerReassigned':
    case 'WorkStarted':
    case 'CaseHeld':
    case 'CaseResumed':
    case 'DecisionRequested':
    case 'DecisionMade':
    case 'CaseFixed':
    case 'CustomerReplied':
    case 'CaseClosed':
    case 'HappyCallMade':
    case 'CaseReopened':
    case 'CaseRefused':
    case 'RefusalCountersigned':
    case 'RefusalOverturned':
    case 'CaseWithdrawn':
    case 'VoidProposed':
    case 'CaseVoided':
    case 'ObstacleRaised':
    case 'ObstacleAnswered':
    case 'SeverityReassessed':
    case 'CaseLinked':
    case 'CaseUnlinked':
    case 'NoChangeSigned':
    case 'NoteAdded':
    case 'CustomerContacted':
    case 'RemedyGranted':
    case 'RemedyRequested':
    case 'RemedyApproved':
    case 'RemedyDeclined':
    case 'RemedyWithdrawn':
    case 'CaseContained':
    case 'ProgressConfirmed':
    case 'NewDueSet':
    case 'StatutoryAttached':
    case 'StatutoryDischarged':
    case 'DuesMoved':
    case 'VerdictGiven':
    case 'CaseSplit':
    case 'CaseSettled':
      return [holding(after)];
    case 'CaseNudged':
    case 'CaseEscalated':
      // Breaches are a matter between people; the channel hears of time only while there is some.
      return event.data.to.includes('thread') && !isAmongUs(event.data.clock) ? [holding(after)] : [];
    case 'ClusterWeighed':
      // The card says how far along it is; the story, that this changed how urgent the case is.
      return event.data.raised === undefined ? [] : [holding(after)];
    case 'NudgesSnoozed':
    case 'NoteHeard':
    case 'LikenessDenied':
    // The change has a card and a story of its own.
    case 'ChangeLinked':
    case 'ChangeUnlinked':
      return [];
    default:
      return unreachable(event);
  }
}

/** Where the case is worked on; once it has ended, where it was last. */
function holding(c: FiledCase): Place {
  if (c.status === 'new' || c.status === 'adjudication') return desk;
  const department = departmentHolding(c) ?? c.seenBy.at(-1);
  return department === undefined ? desk : place(department);
}
