import { clockOf, type Fact, type Facts, type Owed, type Reminder } from './world-facts.ts';

/*
 * When a reminder has become pointless, read from the log alone: what it asked for was done or put off, or a higher rung
 * says more.
 */

const minute = 60_000;
const ended = ['CaseClosed', 'CaseMerged', 'CaseWithdrawn', 'CaseVoided', 'RefusalCountersigned'];
/** What makes each clock's reminder pointless: what was asked for, or what lets it wait or begin anew. */
const over: Readonly<Record<string, readonly string[]>> = {
  acknowledge: [
    'CaseAcknowledged',
    'TransferAccepted',
    'AdjudicationOpened',
    'CaseRefused',
    'CaseRouted',
    'CaseAdjudicated',
  ],
  accept: ['TransferAccepted', 'TransferDeclined', 'TransferOffered', 'AdjudicationOpened', 'CaseRefused'],
  contact: ['CustomerContacted', 'CustomerReplied'],
  plan: ['WorkStarted', 'CaseFixed'],
  containment: ['CaseContained', 'CaseFixed'],
  fix: ['CaseFixed', 'CaseHeld', 'CaseRefused', 'CaseReopened'],
  rootCause: ['CaseFixed'],
  interim: ['CustomerContacted', 'CustomerReplied', 'CaseFixed', 'CaseHeld', 'CaseReopened', 'CaseRefused'],
  reply: ['CustomerReplied', 'CaseReopened'],
  silence: [
    'ProgressConfirmed',
    'OwnerReassigned',
    'WorkStarted',
    'TransferAccepted',
    'CaseHeld',
    'CaseResumed',
    'DecisionRequested',
    'DecisionMade',
    'CaseFixed',
    'CaseContained',
    'NoteAdded',
    'CaseReopened',
    'CaseRefused',
    'RefusalOverturned',
    'AdjudicationOpened',
  ],
  adjudicate: ['CaseAdjudicated'],
  countersign: ['RefusalCountersigned', 'RefusalOverturned', 'CaseReopened'],
  close: ['CaseReopened'],
  happyCall: ['HappyCallMade', 'CaseReopened'],
  customerSilence: ['CaseResumed', 'CaseFixed', 'CaseRefused'],
  decide: ['DecisionMade', 'CaseFixed', 'CaseRefused'],
  obstacle: ['ObstacleAnswered'],
  statutory: ['StatutoryDischarged'],
};

export type About = Pick<Reminder, 'caseId' | 'clock' | 'rung'> & { readonly of?: string | null };

/** Whether, after it was owed and by a moment, it was done, put off, or outdone by a higher rung. */
export function isOver(about: About, log: Facts['log'], since: Owed | Reminder, by: number): boolean {
  const key = clockOf(about);
  const from = 'owedAt' in since ? since.owedAt : reached(about, log, by);
  return (log.get(about.caseId) ?? []).some((event) => {
    if (event.at < from || event.at > by + minute) return false;
    if (ended.includes(event.type) || (over[about.clock] ?? []).includes(event.type)) return true;
    if (event.type === 'NudgesSnoozed') return about.rung < 100 && event.data['clock'] === key;
    if (event.type === 'NewDueSet') return event.data['clock'] === key;
    if (event.type === 'SeverityReassessed') return event.data['terms'] !== undefined;
    return isRung(event) && clockOf(told(event)) === key && told(event).rung > about.rung;
  });
}

/** When the rung of a message was reached last before a moment. */
export function reached(about: About, log: Facts['log'], by: number): number {
  const events = (log.get(about.caseId) ?? []).filter(
    (e) => isRung(e) && e.at <= by && clockOf(told(e)) === clockOf(about) && told(e).rung === about.rung,
  );
  return events.at(-1)?.at ?? 0;
}

export const isRung = ({ type }: Fact): boolean => type === 'CaseNudged' || type === 'CaseEscalated';
export const told = ({ data }: Fact) => data as { clock: string; of?: string; rung: number; to: readonly string[] };

/** A later reminder of the same clock waited beside it, for the same person. */
export const isOutdone = (r: Reminder, all: readonly Reminder[]): boolean =>
  all.some(
    (o) =>
      o.id > r.id &&
      o.person === r.person &&
      o.caseId === r.caseId &&
      clockOf(o) === clockOf(r) &&
      o.owedAt <= (r.doneAt ?? 0),
  );
