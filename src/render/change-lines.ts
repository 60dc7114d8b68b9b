import { type Change, type ChangeRecord, isOver } from '../domain/change/change.ts';
import { nextMark } from '../domain/change/next-due.ts';
import { caseId, caseNumber, changeNumber } from '../domain/ids.ts';
import { days, plus } from '../domain/instant.ts';
import { unreachable } from '../domain/result.ts';
import { goesBy, isOverdue } from '../domain/sla/present-clock.ts';
import { isRunning, type SlaClock } from '../domain/sla/sla-clock.ts';
import { dayIn } from '../domain/zone.ts';
import type { ClusterView } from '../ports/clusters.ts';
import { clusterName } from './cluster-lines.ts';
import { inLine } from './excerpt.ts';
import { departmentName } from './labels.ts';
import type { Reading } from './reading.ts';
import { dayText, momentText } from './time.ts';

/** What a change is called: by what becomes different; until somebody has said that, by its problem. */
export const changeTitle = ({ state, id }: ChangeRecord, cluster: ClusterView | null, r: Reading): string =>
  state.proposal === null
    ? r.words.changes.untitled(cluster === null ? caseNumber(caseId(state.from)) : clusterName(cluster))
    : inLine(state.proposal.title, 120) || changeNumber(id);

/** The running clock that is due first: what the change waits for. */
export function presentChangeClock(c: Change, r: Reading): SlaClock | null {
  const due = (clock: SlaClock): number => goesBy(clock, r.playbook) ?? Number.POSITIVE_INFINITY;
  // What is in force waits for its verdict; what is still to be done elsewhere goes by its own day.
  const running = c.sla.clocks.filter(
    (clock) => isRunning(clock) && (c.status !== 'deployed' || clock.name === 'verify'),
  );
  return running.reduce<SlaClock | null>((first, one) => (first === null || due(one) < due(first) ? one : first), null);
}

/** Who says whether what was proposed is to be done. */
export const judgeText = (c: Change, r: Reading): string =>
  c.proposal?.byLead === true
    ? r.words.glossary.roles.executive
    : r.words.changes.answer.who(departmentName(c.department, r));

/** Who does what until when; always said while the change is open. */
export function changeTask(
  c: Change,
  r: Reading,
): { readonly who: string; readonly what: string; readonly until: string } | null {
  if (isOver(c)) return null;
  const { tasks, nobody } = r.words.changes;
  const { desk, person } = r.words.glossary;
  const clock = presentChangeClock(c, r);
  const by = clock === null ? null : goesBy(clock, r.playbook);
  const until = by === null ? nobody : r.words.time.until(momentText(by, r));
  const lead = r.words.changes.answer.who(departmentName(c.department, r));
  const owner = c.owner === null ? lead : person(c.owner.name);
  switch (c.status) {
    case 'demanded':
      return { who: lead, what: tasks.propose, until };
    case 'proposed':
      return { who: judgeText(c, r), what: tasks.judge, until };
    case 'accepted':
      return { who: owner, what: tasks.prepare, until };
    case 'planned':
    case 'doing': {
      const done = c.actions.filter((action) => action.done !== null).length;
      return { who: owner, what: tasks.do(done, c.actions.length), until };
    }
    case 'deployed': {
      const { told = 0, marks = [] } = c.deployment ?? {};
      const isWatching = told < marks.length;
      const next = nextMark(c, r.playbook);
      if (!isWatching || next === null) return { who: desk, what: tasks.verify, until };
      const what = tasks.watch(told, marks.length, dayText(dayIn(next, r.zone), r));
      return { who: desk, what, until: watchedUntil(c, r) ?? until };
    }
    case 'effective':
    case 'partial':
    case 'declined':
      return null;
    default:
      return unreachable(c.status);
  }
}

/** The day on which the watch ends. */
function watchedUntil({ deployment }: Change, r: Reading): string | null {
  const last = deployment?.marks.at(-1);
  if (deployment === null || last === undefined) return null;
  return r.words.time.until(dayText(dayIn(plus(deployment.deployedAt, days(last)), r.zone), r));
}

export const isLate = (c: Change, r: Reading): boolean => isOverdue(presentChangeClock(c, r), r.now, r.playbook);

/** `CHG-0012 · 개선과제 · 진행 · 상판 모서리 보호대 1개 추가`. */
export function changeHead(record: ChangeRecord, cluster: ClusterView | null, r: Reading): string {
  const w = r.words.changes;
  const head = w.head(changeNumber(record.id), changeTitle(record, cluster, r), w.statuses[record.state.status]);
  return isLate(record.state, r) ? `${head} · ${r.words.time.overdue}` : head;
}

/** How many complained before, and lately: what the watch has told so far; null before that. */
export function watchedText({ deployment }: Change, r: Reading): string | null {
  if (deployment === null || deployment.since === undefined) return null;
  const { baseline, since } = deployment;
  return r.words.changes.watched(baseline, since, shareText(baseline, since, r));
}

/** How many before, how many since: `▼83 %`. */
export function shareText(before: number, since: number, r: Reading): string {
  const percent = before === 0 ? 0 : Math.round(((before - since) * 100) / before);
  return r.words.changes.share(percent);
}

export function actionLine({ number, kind, what, owner, due, done }: Change['actions'][number], r: Reading): string {
  const w = r.words.changes;
  const said = w.action(number, w.kinds[kind], inLine(what, 120), owner.name, dayText(due, r));
  return done === null ? said : w.actionDone(said);
}

export const meansText = (codes: readonly string[], r: Reading): string =>
  codes
    .map((code) => r.playbook.learning.change.means.find((m) => m.code === code)?.label[r.locale] ?? code)
    .join(', ');
