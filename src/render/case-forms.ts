import type { CaseRecord } from '../domain/case/case.ts';
import type { CustomerSum } from '../domain/case/remedy.ts';
import type { Person } from '../domain/people.ts';
import { unreachable } from '../domain/result.ts';
import type { Step } from '../ports/card.ts';
import type { Form } from '../ports/form.ts';
import { noChangeForm } from './change-answer.ts';
import { newDueForm, snoozeForm, statutoryDoneForm, statutoryForm } from './forms/clock-forms.ts';
import { confirmFlagForm, flagForm, liftForm, limitForm } from './forms/conduct-forms.ts';
import { draftForm } from './forms/draft-form.ts';
import { mergeForm, refuseForm, voidForm, withdrawForm } from './forms/ending-forms.ts';
import { adjudicateForm, returnForm, routeForm, transferForm } from './forms/handover-forms.ts';
import { happyCallForm } from './forms/happy-call-form.ts';
import { repeatForm, splitForm, verdictForm } from './forms/light-forms.ts';
import { contactForm, containForm } from './forms/progress-forms.ts';
import { answerObstacleForm, noteForm, obstacleForm, originalForm, severityForm } from './forms/remark-forms.ts';
import { changeRemedyForm, declineRemedyForm, remedyForm, withdrawRemedyForm } from './forms/remedy-forms.ts';
import { fixForm, reopenForm, replyForm } from './forms/resolution-forms.ts';
import { acceptForm, acknowledgeForm, reassignForm, startForm } from './forms/response-forms.ts';
import { askDecisionForm, decideForm, holdForm, overturnForm } from './forms/waiting-forms.ts';
import type { Reading } from './reading.ts';

/**
 * The question sheet of a step: one screen, at most five required fields, named as the command's properties. Null: the
 * step asks nothing and acts (or shows) at once. `arg` is the pressed button's own; `sum` what the customer was given in
 * other cases.
 */
export function formFor(
  step: Step,
  record: CaseRecord | null,
  person: Person,
  r: Reading,
  arg?: string,
  sum: CustomerSum = { since: r.now, amount: 0, times: 0 },
): Form | null {
  if (record === null) return null;
  switch (step) {
    case 'acknowledge':
      return acknowledgeForm(record, person, r);
    case 'accept':
      return acceptForm(record, person, r);
    case 'reassign':
      return reassignForm(record, person, r);
    case 'start':
      return startForm(record, r);
    case 'transfer':
      return transferForm(record, r);
    case 'return':
      return returnForm(record, person, r);
    case 'route':
      return routeForm(record, r);
    case 'adjudicate':
      return adjudicateForm(record, r);
    case 'hold':
      return holdForm(record, r);
    case 'ask-decision':
      return askDecisionForm(record, r);
    case 'decide':
      return decideForm(record, arg, r);
    case 'fix':
      return fixForm(record, person, sum, r);
    case 'reply':
      return replyForm(record, r);
    case 'no-change':
      return noChangeForm(record, r);
    case 'happy-call':
      return happyCallForm(record, r);
    case 'reopen':
      return reopenForm(record, r);
    case 'merge':
      return mergeForm(record, r);
    case 'refuse':
      return refuseForm(record, r);
    case 'overturn':
      return overturnForm(record, r);
    case 'withdraw':
      return withdrawForm(record, r);
    case 'void':
      return voidForm(record, r);
    case 'obstacle':
      return obstacleForm(record, r);
    case 'answer-obstacle':
      return answerObstacleForm(record, arg, r);
    case 'severity':
      return severityForm(record, r);
    case 'note':
      return noteForm(record, r);
    case 'original':
      return originalForm(record, r);
    case 'contact':
      return contactForm(record, r);
    case 'contain':
      return containForm(record, r);
    case 'remedy':
      return remedyForm(record, person, sum, r);
    case 'change-remedy':
      return changeRemedyForm(record, arg, r);
    case 'decline-remedy':
      return declineRemedyForm(record, arg, r);
    case 'withdraw-remedy':
      return withdrawRemedyForm(record, arg, r);
    case 'snooze':
      return snoozeForm(record, arg, person, r);
    case 'new-due':
      return newDueForm(record, arg, r);
    case 'statutory':
      return statutoryForm(record, r);
    case 'statutory-done':
      return statutoryDoneForm(record, arg, r);
    case 'flag':
      return flagForm(record, r);
    case 'confirm-flag':
      return confirmFlagForm(record, r);
    case 'limit':
      return limitForm(record, r);
    case 'lift':
      return liftForm(record, r);
    case 'verdict':
      return verdictForm(record, r);
    case 'repeat':
      return repeatForm(record, r);
    case 'split':
      return splitForm(record, r);
    case 'draft':
      return draftForm(record, null, r);
    case 'share':
    case 'keep':
    case 'filer':
    case 'fold':
    case 'ideas':
    case 'touchpoints':
    case 'export':
    case 'agree-limit':
    case 'unfold':
    case 'protect':
    case 'protect-answer':
    case 'conduct':
    case 'resume':
    case 'close':
    case 'countersign':
    case 'progress':
    case 'approve-remedy':
    case 'show':
    case 'history':
    case 'why':
    case 'words':
    case 'clocks':
    case 'brief':
    case 'customer':
    case 'alike':
    case 'more':
    case 'change':
    case 'changes':
    case 'lessons':
    case 'propose':
    case 'accept-change':
    case 'decline-change':
    case 'direct-change':
    case 'plan-change':
    case 'add-action':
    case 'finish-action':
    case 'begin-change':
    case 'change-owner':
    case 'deploy-change':
    case 'verify-change':
    case 'resume-change':
    case 'review-change':
    case 'link':
    case 'same':
    case 'gather':
    case 'unlink':
    case 'not-alike':
    case 'name-cluster':
    case 'metric':
    case 'part':
    case 'file':
    case 'home':
    case 'help':
    case 'connect':
    case 'mine':
    case 'waiting':
    case 'find':
    case 'quiet':
    case 'opinion':
    case 'refusals':
    case 'language':
    case 'away':
    case 'back':
    case 'calendar':
    case 'add-holiday':
    case 'remove-holiday':
    case 'lexicon':
    case 'add-word':
    case 'new-group':
    case 'remove-word':
    case 'digest':
    case 'preview-digest':
    case 'send-digest':
    case 'pause-digest':
    case 'want-digest':
    case 'figures':
    case 'behind':
    case 'scorecards':
    case 'scorecard':
      return null;
    default:
      return unreachable(step);
  }
}
