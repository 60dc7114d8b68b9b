import { type CaseRecord, ownerOf } from '../domain/case/case.ts';
import { isChangeAnswered } from '../domain/case/change-answer.ts';
import { caseNumber, type PersonId } from '../domain/ids.ts';
import type { Nudge } from '../domain/notices.ts';
import { unreachable } from '../domain/result.ts';
import { lastContact } from '../domain/sla/last-contact.ts';
import { goesBy, isOverdue, presentClock } from '../domain/sla/present-clock.ts';
import { clockIn, keyOf, runningClock, type SlaClock } from '../domain/sla/sla-clock.ts';
import { dayIn } from '../domain/zone.ts';
import { taskOf } from './case-lines.ts';
import { clockUntil, leftText } from './clock-lines.ts';
import { clockName, dutyName } from './clock-names.ts';
import { inLine } from './excerpt.ts';
import { severityLabel } from './labels.ts';
import { type ReminderTo, remindedAs } from './nudge-reader.ts';
import type { Reading } from './reading.ts';
import { requestLine } from './remedy-lines.ts';
import { dayText, momentText } from './time.ts';

/** One reminder, with everything that is said of it. */
export type Reminder = {
  readonly record: CaseRecord;
  readonly clock: SlaClock;
  readonly rung: number;
  readonly recipient: PersonId;
  readonly as: ReminderTo;
  readonly late: boolean;
};

export type NudgeItem = { readonly record: CaseRecord; readonly nudge: Nudge };

const rank = { S1: 1, S2: 2, S3: 3, S4: 4 } as const;

/** Most urgent first: what is overdue, then by severity, then by due moment. Of one clock only its highest rung. */
export function remindersOf(items: readonly NudgeItem[], recipient: PersonId, r: Reading): readonly Reminder[] {
  const found = new Map<string, Reminder>();
  for (const { record, nudge } of items) {
    const key = keyOf(clockIn(nudge));
    const clock = runningClock(record.state.sla, key);
    const known = found.get(`${record.id} ${key}`);
    if (clock === null || (known !== undefined && known.rung >= nudge.rung)) continue;
    found.set(`${record.id} ${key}`, {
      record,
      clock,
      rung: nudge.rung,
      recipient,
      as: remindedAs(nudge, record.state, recipient, r.playbook),
      // Nobody has promised to speak: a silence is asked about, and is not late.
      late: clock.name !== 'silence' && isOverdue(clock, r.now, r.playbook),
    });
  }
  const tier = ({ record }: Reminder): number => rank[record.state.assessment.tier ?? 'S4'];
  const due = ({ clock }: Reminder): number => goesBy(clock, r.playbook) ?? Number.POSITIVE_INFINITY;
  return [...found.values()].sort(
    (a, b) => Number(b.late) - Number(a.late) || tier(a) - tier(b) || Math.sign(due(a) - due(b)) || 0,
  );
}

/** `VOC-0413 · ◆ S2 중대 · ▲ 기한 지남`. */
export const headOf = ({ record, late }: Reminder, r: Reading): string =>
  [
    caseNumber(record.id),
    ...(record.state.assessment.tier === null ? [] : [severityLabel(record.state.assessment, r)]),
    ...(late ? [r.words.time.overdue] : []),
  ].join(' · ');

/** The clock is the one that the present step of the case goes by. */
function timesTheStep({ record, clock }: Reminder): boolean {
  const present = presentClock(record.state);
  return present !== null && keyOf(present) === keyOf(clock);
}

/** What is to be done: the step of the card where the clock is its own, else what the clock times. */
export function whatOf(reminder: Reminder, r: Reading): string {
  const task = timesTheStep(reminder) ? taskOf(reminder.record.state, r) : null;
  return task?.what ?? clockName(reminder.clock, r);
}

export const untilOf = ({ clock }: Reminder, r: Reading): string =>
  clockUntil(clock, r) ?? r.words.card.undecided.notYet;

const byCustomerService: readonly SlaClock['name'][] = [
  'contact',
  'interim',
  'reply',
  'customerSilence',
  'happyCall',
  'statutory',
];

/** Who owes the step, for whoever is reminded as somebody else; null where it is no single person. */
export function whoOf(reminder: Reminder, r: Reading): string | null {
  if (reminder.as === 'owner') return null;
  const { clock } = reminder;
  const c = reminder.record.state;
  // Several may answer a request: none of them is the one who owes it.
  if (clock.name === 'approve') return null;
  if (timesTheStep(reminder)) return taskOf(c, r)?.who ?? null;
  const who = byCustomerService.includes(clock.name) ? c.customerOwner : ownerOf(c);
  return who === null ? null : r.words.glossary.person(who.name);
}

/** What stands in the way, or what is asked for, where the reminder is about that; null otherwise. */
export function subjectOf({ record, clock }: Reminder, r: Reading): string | null {
  if (clock.name === 'approve') return requestLine(record.state, r);
  const obstacle = clock.name === 'obstacle' && record.state.obstacles.find((o) => String(o.number) === clock.of);
  return obstacle ? r.words.card.status.obstacle(obstacle.number, inLine(obstacle.text, 200)) : null;
}

/** What is asked for. `mayChoose`: there are several ways on to choose from. */
export function askOf(reminder: Reminder, mayChoose: boolean, r: Reading): string {
  const { clock, as, record } = reminder;
  const w = r.words.nudges;
  if (clock.name === 'statutory' && clock.of !== undefined) {
    return w.statutory(dutyName(clock.of, r), momentText(clock.from, r), untilOf(reminder, r));
  }
  if (clock.name === 'approve' && as !== 'asker') return w.approve;
  if (clock.name === 'protection') return r.words.protection.owed.asked(r.playbook.protection.breakMinutes);
  if (clock.name === 'share') return r.words.light.owed.praiseOfTeam;
  if (clock.name === 'silence' && as !== 'owner') return w.silenceLead;
  if (as === 'owner') {
    if (clock.name === 'silence') return w.silence;
    if (clock.name === 'customerSilence') return w.customerSilence;
    if (clock.name === 'close') return isChangeAnswered(record.state) ? w.close : r.words.changes.answer.owed;
    if (clock.name === 'happyCall') return r.words.happyCall.nudge;
    if (clock.name === 'interim') {
      const last = lastContact(record.state);
      return w.interim(last === null ? null : dayText(dayIn(last, r.zone), r));
    }
  }
  return plainAsk(reminder, mayChoose, r);
}

function plainAsk(reminder: Reminder, mayChoose: boolean, r: Reading): string {
  const { clock, as, rung, late } = reminder;
  const w = r.words.nudges;
  const left = leftText(clock, r);
  switch (as) {
    case 'owner':
      return late || left === null ? w.stuck : w.ahead(left);
    case 'asker':
      return w.asker;
    case 'lead':
    case 'csLead':
      if (late) return rung >= 150 && mayChoose ? w.choose : w.help;
      return left === null ? w.help : w.aheadLead(left);
    case 'executive':
      return clock.name === 'acknowledge' || clock.name === 'accept' ? w.unowned : w.executive;
    default:
      return unreachable(as);
  }
}
