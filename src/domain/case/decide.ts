import { type Person, type PersonRef, refOf } from '../people.ts';
import type { Playbook } from '../playbook.ts';
import { unreachable } from '../result.ts';
import type { Case } from './case.ts';
import type { CaseCommand } from './commands.ts';
import { linkChange, signNoChange, unlinkChange } from './decide-change-answer.ts';
import { attachStatutory, dischargeStatutory, setNewDue, snoozeNudges } from './decide-clocks.ts';
import { agreeToLimit, confirmConduct, flagConduct, liftConduct, proposeLimit, unfoldWords } from './decide-conduct.ts';
import { mergeCase, voidCase, withdrawCase } from './decide-ending.ts';
import { fixCase } from './decide-fix.ts';
import { recordHappyCall } from './decide-happy-call.ts';
import { fileCase, routeCase } from './decide-intake.ts';
import { closeRepeat, giveVerdict, recordSplit, seeFiler, settlePraise } from './decide-light.ts';
import { denyLikeness, linkCase, unlinkCase, weighCluster } from './decide-link.ts';
import { confirmProgress, contactCustomer, containCase } from './decide-progress.ts';
import { answerProtection, askProtection } from './decide-protection.ts';
import { countersignRefusal, overturnRefusal, refuseCase } from './decide-refusal.ts';
import { addNote, answerObstacle, hearNote, raiseObstacle, viewOriginal } from './decide-remark.ts';
import { approveRemedy, declineRemedy, grantRemedy, withdrawRemedy } from './decide-remedy.ts';
import { closeCase, reopenCase, replyToCustomer } from './decide-resolution.ts';
import { acknowledgeCase, reassignOwner, startWork } from './decide-response.ts';
import { reassessSeverity } from './decide-severity.ts';
import { recountDues, runTimer } from './decide-timer.ts';
import { acceptTransfer, adjudicateCase, declineTransfer, offerTransfer } from './decide-transfer.ts';
import { holdCase, makeDecision, requestDecision, resumeCase } from './decide-waiting.ts';
import { type Asked, type Decision, refused } from './decision.ts';

/**
 * What follows from a command: the events that then are true, or one helpful "no". The order of the questions is the
 * same everywhere: is there a case, and is it where this step begins; may this person; is what they wrote complete (all
 * problems at once). Time is an actor too: it says what was due, and the case says what follows.
 */
export function decide(command: CaseCommand, current: Case, playbook: Playbook): Decision {
  const { actor, at } = command.meta;
  if (actor.type === 'person') {
    const { person } = actor;
    return decideFor(command, current, { person, by: nameOf(person, current), at, playbook });
  }
  if (current.status === 'unfiled') return refused({ type: 'NoSuchCase' });
  if (command.type === 'RunTimer') return runTimer(command.data, current, at, playbook);
  if (command.type === 'WeighCluster') return weighCluster(command.data, current, at, playbook);
  if (command.type === 'LinkChange') return linkChange(command.data, current, at);
  if (command.type === 'UnlinkChange') return unlinkChange(current, at);
  if (command.type === 'RecountDues') return recountDues(command.data, current, at, playbook);
  return refused({ type: 'NotAllowed', needs: { type: 'involved' } });
}

/** Who filed without a name keeps that in everything they do on the case: the log never learns it. */
const nameOf = (person: Person, c: Case): PersonRef =>
  c.status !== 'unfiled' && c.unnamed === true && c.filer.id === person.id ? c.filer : refOf(person);

function decideFor(command: CaseCommand, c: Case, asked: Asked): Decision {
  if (command.type === 'FileCase') return fileCase(command.data, c, asked);
  if (c.status === 'unfiled') return refused({ type: 'NoSuchCase' });
  switch (command.type) {
    case 'RouteCase':
      return routeCase(command.data, c, asked);
    case 'AcknowledgeCase':
      return acknowledgeCase(command.data, c, asked);
    case 'ReassignOwner':
      return reassignOwner(command.data, c, asked);
    case 'StartWork':
      return startWork(command.data, c, asked);
    case 'OfferTransfer':
      return offerTransfer(command.data, c, asked);
    case 'AcceptTransfer':
      return acceptTransfer(command.data, c, asked);
    case 'DeclineTransfer':
      return declineTransfer(command.data, c, asked);
    case 'AdjudicateCase':
      return adjudicateCase(command.data, c, asked);
    case 'HoldCase':
      return holdCase(command.data, c, asked);
    case 'ResumeCase':
      return resumeCase(c, asked);
    case 'RequestDecision':
      return requestDecision(command.data, c, asked);
    case 'MakeDecision':
      return makeDecision(command.data, c, asked);
    case 'FixCase':
      return fixCase(command.data, c, asked);
    case 'ReplyToCustomer':
      return replyToCustomer(command.data, c, asked);
    case 'CloseCase':
      return closeCase(c, asked);
    case 'SignNoChange':
      return signNoChange(command.data, c, asked);
    case 'RecordHappyCall':
      return recordHappyCall(command.data, c, asked);
    case 'ReopenCase':
      return reopenCase(command.data, c, asked);
    case 'MergeCase':
      return mergeCase(command.data, c, asked);
    case 'RefuseCase':
      return refuseCase(command.data, c, asked);
    case 'CountersignRefusal':
      return countersignRefusal(c, asked);
    case 'OverturnRefusal':
      return overturnRefusal(command.data, c, asked);
    case 'WithdrawCase':
      return withdrawCase(command.data, c, asked);
    case 'VoidCase':
      return voidCase(command.data, c, asked);
    case 'RaiseObstacle':
      return raiseObstacle(command.data, c, asked);
    case 'AnswerObstacle':
      return answerObstacle(command.data, c, asked);
    case 'ReassessSeverity':
      return reassessSeverity(command.data, c, asked);
    case 'LinkCase':
      return linkCase(command.data, c, asked);
    case 'UnlinkCase':
      return unlinkCase(c, asked);
    case 'DenyLikeness':
      return denyLikeness(command.data, c, asked);
    case 'AddNote':
      return addNote(command.data, asked);
    case 'HearNote':
      return hearNote(command.data, c, asked);
    case 'ViewOriginal':
      return viewOriginal(command.data, asked);
    case 'ContactCustomer':
      return contactCustomer(command.data, c, asked);
    case 'ContainCase':
      return containCase(command.data, c, asked);
    case 'GrantRemedy':
      return grantRemedy(command.data, c, asked);
    case 'ApproveRemedy':
      return approveRemedy(command.data, c, asked);
    case 'DeclineRemedy':
      return declineRemedy(command.data, c, asked);
    case 'WithdrawRemedy':
      return withdrawRemedy(command.data, c, asked);
    case 'ConfirmProgress':
      return confirmProgress(command.data, c, asked);
    case 'SnoozeNudges':
      return snoozeNudges(command.data, c, asked);
    case 'SetNewDue':
      return setNewDue(command.data, c, asked);
    case 'AttachStatutory':
      return attachStatutory(command.data, c, asked);
    case 'DischargeStatutory':
      return dischargeStatutory(command.data, c, asked);
    case 'GiveVerdict':
      return giveVerdict(command.data, c, asked);
    case 'SettlePraise':
      return settlePraise(command.data, c, asked);
    case 'CloseRepeat':
      return closeRepeat(command.data, c, asked);
    case 'SeeFiler':
      return seeFiler(c, asked);
    case 'RecordSplit':
      return recordSplit(command.data, c, asked);
    case 'FlagConduct':
      return flagConduct(command.data, c, asked);
    case 'ConfirmConduct':
      return confirmConduct(command.data, c, asked);
    case 'ProposeLimit':
      return proposeLimit(command.data, c, asked);
    case 'AgreeToLimit':
      return agreeToLimit(c, asked);
    case 'LiftConduct':
      return liftConduct(command.data, c, asked);
    case 'UnfoldWords':
      return unfoldWords(c, asked);
    case 'AskProtection':
      return askProtection(c, asked);
    case 'AnswerProtection':
      return answerProtection(command.data, c, asked);
    case 'RunTimer':
    case 'RecountDues':
    case 'WeighCluster':
    case 'LinkChange':
    case 'UnlinkChange':
      // Nobody but the clock and the count themselves.
      return refused({ type: 'NotAllowed', needs: { type: 'involved' } });
    default:
      return unreachable(command);
  }
}
