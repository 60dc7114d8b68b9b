import type { CaseCommand, EarlierCase } from '../domain/case/commands.ts';
import type { CustomerSum } from '../domain/case/remedy.ts';
import type { CaseId, CustomerKey } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Person, PersonRef } from '../domain/people.ts';
import type { Playbook } from '../domain/playbook.ts';
import type { Step } from '../ports/card.ts';
import type { FormValues } from '../ports/form.ts';
import { reader } from './form-values.ts';

type Undated<C> = C extends CaseCommand ? Pick<C, 'type' | 'data'> : never;
/** A command before it is stamped with who, when and why. */
export type Intent = Undated<CaseCommand>;

/** What is known around a press that the form itself does not say. */
export type Surroundings = {
  readonly caseId: CaseId;
  readonly presser: Person;
  /** Who is on the case already: they may be outside the playbook. */
  readonly people: readonly PersonRef[];
  readonly playbook: Playbook;
  readonly at: Instant;
  readonly context: Readonly<Record<string, string>>;
  /** What the customer was given in other cases. */
  readonly sum: CustomerSum;
  /** Whom the praise is for is not at work. */
  readonly isPraisedAway: boolean;
  /** Cases that a form names as answered, as they are now. */
  readonly earlier: readonly EarlierCase[];
  /** The case named by a merge, as it is now. */
  readonly target: { readonly id: CaseId; readonly customer: CustomerKey | null; readonly ended: boolean } | null;
};

/**
 * A step on a case, with what its form came back with, as a command; null for steps that only look. Pure, and the same
 * for every platform.
 */
export function interpret(step: Step, values: FormValues, around: Surroundings): Intent | null {
  const { playbook, presser, context } = around;
  const form = reader(values, playbook, presser, around.people);
  /** Which obstacle, or which remedy. */
  const number = Number(context['number'] ?? 0);
  const promise = () => ({
    owner: form.person('owner'),
    eta: form.moment('eta'),
    caller: form.person('caller'),
    callbackAt: form.moment('callbackAt'),
  });
  switch (step) {
    case 'acknowledge':
      return { type: 'AcknowledgeCase', data: promise() };
    case 'reassign':
      return { type: 'ReassignOwner', data: { owner: form.person('owner') } };
    case 'start':
      return {
        type: 'StartWork',
        data: { plan: form.text('plan'), eta: form.moment('eta'), position: form.optionalText('position') },
      };
    case 'transfer': {
      const data = { department: form.department('department'), reason: form.code('reason'), why: form.text('why') };
      return { type: 'OfferTransfer', data };
    }
    case 'accept':
      return { type: 'AcceptTransfer', data: promise() };
    case 'return':
      return { type: 'DeclineTransfer', data: { department: form.department('department'), why: form.text('why') } };
    case 'route': {
      const data = { department: form.department('department'), reason: form.optionalText('reason') };
      return { type: 'RouteCase', data };
    }
    case 'adjudicate': {
      const data = { department: form.department('department'), reason: form.text('reason') };
      return { type: 'AdjudicateCase', data };
    }
    case 'hold': {
      const data = { reason: form.code('reason'), until: form.day('until'), nextUpdate: form.day('nextUpdate') };
      return { type: 'HoldCase', data };
    }
    case 'resume':
      return { type: 'ResumeCase', data: {} };
    case 'ask-decision':
      return { type: 'RequestDecision', data: decisionAsked(form) };
    case 'decide':
      return { type: 'MakeDecision', data: { choice: form.number('choice'), reason: form.text('reason') } };
    case 'fix': {
      const data = {
        fixType: form.code('fixType'),
        done: form.text('done'),
        evidence: form.text('evidence'),
        rootCause: form.code('rootCause'),
        amount: form.number('amount'),
        basis: form.optionalText('basis'),
        sum: around.sum,
        informationMissing: form.yesNo('informationMissing'),
        doneAt: form.moment('doneAt'),
      };
      return { type: 'FixCase', data };
    }
    case 'reply': {
      const data = {
        channel: form.code('channel'),
        toldAt: form.moment('toldAt'),
        gist: form.text('gist'),
        verdict: form.verdict('verdict'),
        attempts: form.number('attempts'),
        again: form.yesNo('again'),
        struggled: form.list('struggled'),
      };
      return { type: 'ReplyToCustomer', data };
    }
    case 'close':
      return { type: 'CloseCase', data: {} };
    case 'no-change':
      return { type: 'SignNoChange', data: { reason: form.text('reason') } };
    case 'happy-call': {
      const data = {
        answer: form.happyCallAnswer('answer'),
        calledAt: form.moment('calledAt'),
        effort: form.number('effort'),
        again: form.yesNo('again'),
        note: form.optionalText('note'),
      };
      return { type: 'RecordHappyCall', data };
    }
    case 'reopen':
      return { type: 'ReopenCase', data: { reason: form.text('reason') } };
    case 'merge': {
      const { target } = around;
      const data = { into: target?.id ?? null, target, sameIncident: form.yes('sameIncident'), self: around.caseId };
      return { type: 'MergeCase', data };
    }
    case 'refuse': {
      const data = {
        reason: form.code('reason'),
        evidence: form.text('evidence'),
        explanation: form.text('explanation'),
        whyUnreasonable: form.text('whyUnreasonable'),
      };
      return { type: 'RefuseCase', data };
    }
    case 'countersign':
      return { type: 'CountersignRefusal', data: {} };
    case 'overturn':
      return { type: 'OverturnRefusal', data: { reason: form.text('reason') } };
    case 'withdraw':
      return { type: 'WithdrawCase', data: { words: form.text('words'), cause: form.text('cause') } };
    case 'void':
      return { type: 'VoidCase', data: { reason: form.text('reason') } };
    case 'obstacle':
      return { type: 'RaiseObstacle', data: { text: form.text('text') } };
    case 'answer-obstacle':
      return { type: 'AnswerObstacle', data: { number, text: form.text('text') } };
    case 'severity':
      return { type: 'ReassessSeverity', data: { signals: form.list('signals'), reason: form.text('reason') } };
    case 'note':
      return { type: 'AddNote', data: { text: form.text('text'), happenedAt: form.moment('happenedAt') } };
    case 'original':
      return { type: 'ViewOriginal', data: { reason: form.text('reason') } };
    case 'contact': {
      const data = {
        channel: form.code('channel'),
        contactedAt: form.moment('contactedAt'),
        gist: form.text('gist'),
        struggled: form.list('struggled'),
        reach: form.reach('reach'),
      };
      return { type: 'ContactCustomer', data };
    }
    case 'contain':
      return { type: 'ContainCase', data: { measure: form.text('measure') } };
    case 'remedy': {
      const data = { what: form.code('what'), amount: form.number('amount'), basis: form.optionalText('basis') };
      return { type: 'GrantRemedy', data: { ...data, sum: around.sum } };
    }
    case 'approve-remedy':
      return { type: 'ApproveRemedy', data: { number, change: null, sum: around.sum } };
    case 'change-remedy': {
      const change = { amount: form.number('amount'), reason: form.text('reason') };
      return { type: 'ApproveRemedy', data: { number, change, sum: around.sum } };
    }
    case 'decline-remedy':
      return { type: 'DeclineRemedy', data: { number, reason: form.text('reason') } };
    case 'withdraw-remedy':
      return { type: 'WithdrawRemedy', data: { number, reason: form.text('reason') } };
    case 'progress':
      return { type: 'ConfirmProgress', data: { note: null } };
    case 'snooze': {
      const data = { clock: context['clock'] ?? '', until: form.snoozeChoice('until'), reason: form.text('reason') };
      return { type: 'SnoozeNudges', data };
    }
    case 'new-due': {
      const data = { clock: context['clock'] ?? 'fix', until: form.moment('until'), reason: form.text('reason') };
      return { type: 'SetNewDue', data };
    }
    case 'statutory':
      return { type: 'AttachStatutory', data: { code: form.code('code'), since: form.moment('since') } };
    case 'statutory-done':
      return { type: 'DischargeStatutory', data: { code: context['code'] ?? '', note: form.text('note') } };
    case 'verdict': {
      const data = { verdict: form.requestVerdict('verdict'), reason: form.text('reason'), until: form.day('until') };
      return { type: 'GiveVerdict', data };
    }
    case 'share':
    case 'keep':
      return { type: 'SettlePraise', data: { share: step === 'share', isAway: around.isPraisedAway } };
    case 'repeat': {
      const data = {
        earlier: around.earlier,
        noNewFacts: form.yes('noNewFacts'),
        statement: form.text('statement'),
        self: around.caseId,
      };
      return { type: 'CloseRepeat', data };
    }
    case 'filer':
      return { type: 'SeeFiler', data: {} };
    case 'split':
      return { type: 'RecordSplit', data: { into: null } };
    case 'flag':
      return { type: 'FlagConduct', data: { types: form.list('types'), evidence: form.text('evidence') } };
    case 'confirm-flag':
      return { type: 'ConfirmConduct', data: { evidence: form.text('evidence'), isWarned: form.yes('isWarned') } };
    case 'limit': {
      const data = {
        measure: form.limitMeasure('measure'),
        until: form.day('until'),
        reason: form.text('reason'),
        appeal: form.text('appeal'),
      };
      return { type: 'ProposeLimit', data };
    }
    case 'agree-limit':
      return { type: 'AgreeToLimit', data: {} };
    case 'lift':
      return { type: 'LiftConduct', data: { reason: form.text('reason') } };
    case 'unfold':
      return { type: 'UnfoldWords', data: {} };
    case 'protect':
      return { type: 'AskProtection', data: {} };
    case 'protect-answer':
      return { type: 'AnswerProtection', data: { number: Number(context['number'] ?? 0) } };
    default:
      return null;
  }
}

function decisionAsked(form: ReturnType<typeof reader>) {
  const options = [1, 2, 3].flatMap((n) => {
    const label = form.optionalText(`option${n}`);
    const about = { cost: form.optionalText(`cost${n}`), customerEffect: form.optionalText(`effect${n}`) };
    return label === null ? [] : [{ label, ...about }];
  });
  const recommended = form.number('recommended');
  const position = form.optionalText('position');
  return { question: form.text('question'), options, recommended, neededBy: form.day('neededBy'), position };
}
