import type { ChangeProblem, ChangeRejection } from '../domain/change/rejections.ts';
import { unreachable } from '../domain/result.ts';
import type { Reading } from './reading.ts';
import { authorityText, plainProblemText } from './rejection-text.ts';
import { dayText } from './time.ts';

/** One helpful sentence for each "no" about a process change. */
export function changeRejectionText(rejection: ChangeRejection, r: Reading): string {
  const w = r.words.changes.problems;
  switch (rejection.type) {
    case 'NoSuchChange':
      return w.noSuchChange;
    case 'InvalidInput':
      return rejection.problems.map((problem) => problemText(problem, r)).join(' ');
    case 'NotAllowed':
      if (rejection.needs.type === 'roles' && rejection.needs.roles.includes('vocDesk')) return w.deskOnly;
      return authorityText(rejection.needs, r);
    case 'NotNow':
      return w.notNow(r.words.changes.statuses[rejection.status]);
    case 'OwnRequest':
      return w.ownRequest;
    case 'ActionsOpen':
      return w.actionsOpen(rejection.numbers.join(', '));
    case 'WatchRunning':
      return w.watchRunning(dayText(rejection.until, r));
    case 'ActionDoneAlready':
      return w.actionDone(rejection.by.name);
    case 'NoSuchAction':
      return w.noSuchAction;
    case 'NothingChanged':
      return w.nothingChanged;
    case 'StaleTimer':
      return w.stale;
    default:
      return unreachable(rejection);
  }
}

function problemText({ field, problem }: ChangeProblem, r: Reading): string {
  const w = r.words.changes.problems;
  switch (problem.type) {
    case 'trainingAlone':
      return w.trainingAlone;
    case 'needsCoaching':
      return w.needsCoaching;
    default:
      return plainProblemText({ field, problem }, r);
  }
}

/** Sentences at fields, by field name. */
export const changeFieldErrors = (problems: readonly ChangeProblem[], r: Reading): Readonly<Record<string, string>> =>
  Object.fromEntries(problems.map((p) => [p.field, problemText(p, r)]));
