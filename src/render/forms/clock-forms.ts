import { addDays } from '../../domain/calendar.ts';
import type { CaseRecord, FiledCase } from '../../domain/case/case.ts';
import { type SnoozeChoice, snoozeChoices } from '../../domain/case/commands.ts';
import { decide } from '../../domain/case/decide.ts';
import { causationId, type MaskedText } from '../../domain/ids.ts';
import { type Instant, minutes, plus } from '../../domain/instant.ts';
import type { Person } from '../../domain/people.ts';
import { dueAt } from '../../domain/sla/clock-times.ts';
import { type ClockKey, isRunning, runningClock } from '../../domain/sla/sla-clock.ts';
import type { StatutoryRule } from '../../domain/sla/terms.ts';
import { dayIn, partsOf } from '../../domain/zone.ts';
import type { Choice, Form } from '../../ports/form.ts';
import { clockNameOf, dutyName } from '../clock-names.ts';
import type { Reading } from '../reading.ts';
import { clockText, momentText, pastText, soonText } from '../time.ts';
import { choice, momentField, oneLine, pick, prose, select } from './fields.ts';
import { caseForm } from './form-head.ts';
import { suggestedEta } from './starting-times.ts';

/** When a running clock is due, in words; '' where it stands still or does not run. */
function dueText(key: ClockKey, c: FiledCase, r: Reading): string {
  const clock = runningClock(c.sla, key);
  const due = clock === null ? null : dueAt(clock, r.playbook);
  return due === null ? '' : momentText(due, r);
}

/** The moment a choice comes to, as the core would have it; null where it would refuse. */
function snoozedUntil(key: ClockKey, until: SnoozeChoice, c: FiledCase, person: Person, r: Reading): Instant | null {
  const data = { clock: key, until, reason: r.words.fields.snoozeReason as MaskedText };
  const meta = { actor: { type: 'person' as const, person }, at: r.now, causationId: causationId('asked') };
  const decided = decide({ type: 'SnoozeNudges', data, meta }, c, r.playbook);
  const [event] = decided.ok ? decided.value : [];
  return event?.type === 'NudgesSnoozed' ? event.data.until : null;
}

function snoozeLabel(until: SnoozeChoice, at: Instant, c: FiledCase, r: Reading): string {
  const { snoozeHour, snoozeTomorrow, snoozeUrgent } = r.words.fields;
  if (c.assessment.tier === 'S1') return snoozeUrgent(r.playbook.sla.snooze.urgentMinutes, pastText(at, r));
  if (until === 'hour') return snoozeHour(pastText(at, r));
  const isTomorrow = dayIn(at, r.zone) === addDays(dayIn(r.now, r.zone), 1);
  const { hour, minute } = partsOf(at, r.zone);
  return isTomorrow ? snoozeTomorrow(clockText(hour * 60 + minute)) : soonText(at, r);
}

/** What fits before the due moment, as real times; the same moment is offered once. */
function snoozeChoicesFor(key: ClockKey, c: FiledCase, person: Person, r: Reading): readonly Choice[] {
  const offered = new Map<Instant, Choice>();
  for (const until of snoozeChoices) {
    const at = snoozedUntil(key, until, c, person, r);
    if (at !== null && !offered.has(at)) offered.set(at, choice(until, snoozeLabel(until, at, c, r)));
  }
  return [...offered.values()];
}

/** `arg`: the key of the clock whose reminders are to wait. Where no moment is left, the form says so. */
export function snoozeForm(record: CaseRecord, arg: string | undefined, person: Person, r: Reading): Form {
  const { snoozeUntil, snoozeReason } = r.words.fields;
  const c = record.state;
  const key = arg ?? '';
  const fitting = snoozeChoicesFor(key, c, person, r);
  const [first] = fitting;
  const inAnHour = choice('hour', snoozeLabel('hour', plus(r.now, minutes(60)), c, r));
  const choices = first === undefined ? [inAnHour] : fitting;
  const fields = [
    pick('until', snoozeUntil, choices, { initial: first?.value ?? null }),
    oneLine('reason', snoozeReason),
  ];
  const { snooze, noTimeToSnooze } = r.words.forms;
  const says = (first === undefined ? noTimeToSnooze : snooze)(clockNameOf(key, r), dueText(key, c, r));
  return caseForm('snooze', record, fields, r, { says: [says], context: { clock: key } });
}

/** `arg`: the key of the clock that has passed its date; the fix without it. */
export function newDueForm(record: CaseRecord, arg: string | undefined, r: Reading): Form {
  const { newDue, newDueHint, reason } = r.words.fields;
  const c = record.state;
  const key = arg ?? 'fix';
  const fields = [
    momentField('until', newDue, suggestedEta(c.assessment.tier, r), { hint: newDueHint(r.playbook.limits.holdDays) }),
    prose('reason', reason),
  ];
  const says = r.words.forms.newDue(clockNameOf(key, r), dueText(key, c, r));
  return caseForm('new-due', record, fields, r, { says: [says], context: { clock: key } });
}

const isAttached = (rule: StatutoryRule, c: FiledCase): boolean =>
  runningClock(c.sla, `statutory:${rule.code}`) !== null;

/** Duties that a confirmed signal makes likely come first. What runs already is not offered again. */
function dutiesFor(
  c: FiledCase,
  r: Reading,
): { readonly likely: readonly StatutoryRule[]; readonly other: readonly StatutoryRule[] } {
  const rules = r.playbook.sla.statutory.filter((rule) => !isAttached(rule, c));
  const isLikely = (rule: StatutoryRule) => rule.signals.some((code) => c.assessment.confirmed.includes(code));
  return { likely: rules.filter(isLikely), other: rules.filter((rule) => !isLikely(rule)) };
}

/** Null where there is nothing left to attach. */
export function statutoryForm(record: CaseRecord, r: Reading): Form | null {
  const c = record.state;
  const { statutoryDuty, statutorySince, statutorySinceHint } = r.words.fields;
  const { likely, other } = dutiesFor(c, r);
  const choices = [...likely, ...other].map((rule) => choice(rule.code, rule.label[r.locale]));
  if (choices.length === 0) return null;
  const fields = [
    select('code', statutoryDuty, choices, { initial: likely[0]?.code ?? null }),
    momentField('since', statutorySince, c.filedAt, { hint: statutorySinceHint }),
  ];
  return caseForm('statutory', record, fields, r, { says: [r.words.forms.statutory] });
}

/** `arg`: the duty's code; without it, the first that runs. */
export function statutoryDoneForm(record: CaseRecord, arg: string | undefined, r: Reading): Form {
  const { statutoryNote, statutoryNoteHint } = r.words.fields;
  const running = record.state.sla.clocks.find((clock) => clock.name === 'statutory' && isRunning(clock));
  const code = arg ?? running?.of ?? '';
  const fields = [prose('note', statutoryNote, { hint: statutoryNoteHint })];
  const says = code === '' ? [] : [r.words.forms.statutoryDone(dutyName(code, r))];
  return caseForm('statutory-done', record, fields, r, { says, context: { code } });
}
