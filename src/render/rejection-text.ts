import type { Status } from '../domain/case/case.ts';
import type { Authority, CaseRejection, FieldProblem } from '../domain/case/rejections.ts';
import { caseNumber } from '../domain/ids.ts';
import { unreachable } from '../domain/result.ts';
import type { Step } from '../ports/card.ts';
import { nextStepOf } from './actions.ts';
import { clockNameOf } from './clock-names.ts';
import { departmentName } from './labels.ts';
import type { Reading } from './reading.ts';
import { wonText } from './remedy-lines.ts';
import { momentText, pastText } from './time.ts';

type NotNow = Extract<CaseRejection, { type: 'NotNow' }>;

/** One helpful sentence: what is the matter, and what can be done now. */
export function rejectionText(rejection: CaseRejection, r: Reading): string {
  const w = r.words.rejections;
  switch (rejection.type) {
    case 'NoSuchCase':
      return w.noSuchCase;
    case 'InvalidInput':
      return [...new Set(rejection.problems.map((p) => problemText(p, null, r)))].join(' ');
    case 'NotAllowed':
      return authorityText(rejection.needs, r);
    case 'AlreadyAcknowledged':
      return w.alreadyAcknowledged(rejection.by.name, pastText(rejection.at, r));
    case 'NotNow':
      return notNowText(rejection, r);
    case 'TransferPending':
      return w.transferPending(rejection.by.name, departmentName(rejection.to, r), pastText(rejection.at, r));
    case 'NoTransferOffered':
      return w.noTransferOffered;
    case 'AssignmentIsBinding':
      return w.binding(departmentName(rejection.department, r));
    case 'OwnCase':
      return w.ownCase;
    case 'OwnRequest':
      return w.ownRequest;
    case 'ClosingGatesOpen':
      return rejection.gates.map((gate) => w.gates[gate]).join(' ');
    case 'ReopenWindowPassed':
      return w.reopenWindow(momentText(rejection.closedAt, r), rejection.days);
    case 'NotSameCustomer':
      return w.notSameCustomer(caseNumber(rejection.into));
    case 'NotSameIncident':
      return w.notSameIncident(caseNumber(rejection.into));
    case 'SecondPersonNeeded':
      return w.secondPerson(rejection.by.name);
    case 'NoSuchObstacle':
      return w.noSuchObstacle;
    case 'ObstacleAnswered':
      return w.obstacleAnswered(rejection.by.name, pastText(rejection.at, r));
    case 'RequestPending':
      return w.requestPending(rejection.by.name, pastText(rejection.at, r));
    case 'NobodyApproves':
      return w.nobodyApproves;
    case 'NoSuchRemedy':
      return w.noSuchRemedy;
    case 'RemedyAnswered':
      return w.remedyAnswered(rejection.by.name, pastText(rejection.at, r));
    case 'InAnotherCluster':
      return w.inAnotherCluster;
    case 'NotLinkable':
      return w.notLinkable;
    case 'ChangeNotAsked':
      return w.changeNotAsked;
    case 'NothingChanged':
      return w.nothingChanged;
    case 'StaleTimer':
      return w.staleTimer;
    case 'ClockNotRunning':
      return w.clockNotRunning(clockNameOf(rejection.clock, r));
    case 'SnoozedEnough':
      return w.snoozedEnough(rejection.most);
    case 'SnoozePastDue':
      return w.snoozePastDue(momentText(rejection.dueAt, r));
    case 'OtherKind':
      return w.otherKind(r.words.glossary.kinds[rejection.kind]);
    case 'VerdictStands':
      return w.verdictStands(rejection.by.name, pastText(rejection.at, r));
    case 'FilerIsNamed':
      return w.filerIsNamed;
    case 'NoConduct':
      return w.noConduct;
    case 'ConductKnown':
      return w.conductKnown(rejection.by.name, pastText(rejection.at, r));
    case 'NoLimitProposed':
      return w.noLimitProposed;
    case 'ProtectionStands':
      return w.protectionStands(pastText(rejection.at, r));
    case 'ProtectionAnswered':
      return w.protectionAnswered(rejection.by.name, pastText(rejection.at, r));
    case 'NoSuchRequest':
      return w.noSuchRequest;
    case 'NotYetDue':
      return w.notYetDue(momentText(rejection.dueAt, r));
    default:
      return unreachable(rejection);
  }
}

export function authorityText(needs: Authority, r: Reading): string {
  const w = r.words.rejections.needs;
  switch (needs.type) {
    case 'member':
      return w.member(departmentName(needs.department, r));
    case 'lead':
      return w.lead(departmentName(needs.department, r));
    case 'owner':
      return needs.owner === null ? w.noOwner : w.owner(needs.owner.name);
    case 'roles':
      return needs.roles.length === 1 && needs.roles[0] === 'vocDesk'
        ? w.desk
        : w.roles(needs.roles.map((role) => r.words.glossary.roles[role]).join('·'));
    case 'praised':
      return w.praised(needs.praised.name);
    case 'law':
      return w.law;
    case 'involved':
      return w.involved;
    default:
      return unreachable(needs);
  }
}

const beforeReply: readonly Status[] = ['new', 'routed', 'acknowledged', 'working', 'held', 'adjudication', 'deciding'];

/** A late or early press is answered with where the case is now, who brought it there, and the next step. */
function notNowText({ command, status, by, at }: NotNow, r: Reading): string {
  const w = r.words.rejections;
  if (command === 'CloseCase' && beforeReply.includes(status)) return w.closeTooEarly;
  const who = by === null || at === null ? '' : w.someone(by.name, pastText(at, r));
  const ended = w.ended[status];
  if (ended !== undefined) return ended(who);
  const next = nextStepOf[status];
  return w.notNow(r.words.glossary.statuses[status], who, next === null ? '' : r.words.steps.labels[next]);
}

/** Fields where one chooses rather than writes. */
const chosen = new Set(['department', 'owner', 'caller', 'eta', 'callbackAt', 'until', 'nextUpdate', 'neededBy']);

function problemText({ field, problem }: FieldProblem, step: Step | null, r: Reading): string {
  const w = r.words.fieldProblems;
  const special = specialText(`${step}.${field}`, r);
  switch (problem.type) {
    case 'required':
      return special ?? (chosen.has(field) ? w.requiredChoice : w.required);
    case 'tooShort':
      return w.tooShort(problem.min);
    case 'tooLong':
      return w.tooLong(problem.max);
    case 'unknown':
      return special ?? w.unknown;
    case 'inThePast':
      return w.inThePast;
    case 'inTheFuture':
      return w.inTheFuture;
    case 'tooLate':
      return w.tooLate(problem.maxDays);
    case 'tooManyBusinessDays':
      return w.tooManyBusinessDays(problem.most);
    case 'sameDepartment':
      return w.sameDepartment;
    case 'notMember':
      return w.notMember;
    case 'needsDecision':
      return w.needsDecision;
    case 'needsEvidence':
      return w.needsEvidence;
    case 'notReasonable':
      return w.notReasonable;
    case 'attempts':
      return w.attempts(problem.min);
    case 'answers':
      return w.answers(problem.min);
    case 'mustBeTicked':
      return special ?? w.mustBeTicked;
    case 'optionCount':
      return w.optionCount;
    case 'overAuthority':
      return w.overAuthority(wonText(problem.left, r));
    default:
      return unreachable(problem);
  }
}

/** The same, of a field that has no words of its own. */
export const plainProblemText = (problem: FieldProblem, r: Reading): string => problemText(problem, null, r);

const specialText = (key: string, r: Reading): string | null =>
  new Map<string, string>(Object.entries(r.words.fieldProblems.special)).get(key) ?? null;

/** A command's field is one field of its form, but for the options, which the form asks for one by one. */
const fieldIn = (step: Step, field: string): string =>
  step === 'ask-decision' && field === 'options' ? 'option2' : field;

/** A sentence at each field that has a problem; the first one where a field has several. */
export function fieldErrors(problems: readonly FieldProblem[], step: Step, r: Reading): Record<string, string> {
  const errors = new Map<string, string>();
  for (const p of problems) {
    const field = fieldIn(step, p.field);
    if (!errors.has(field)) errors.set(field, problemText(p, step, r));
  }
  return Object.fromEntries(errors);
}
