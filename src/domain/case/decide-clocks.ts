import { addDays } from '../calendar.ts';
import { type Instant, minutes, plus } from '../instant.ts';
import { hasRole, isLead, isMember, type Person } from '../people.ts';
import type { Playbook } from '../playbook.ts';
import { unreachable } from '../result.ts';
import { calendarHolding, calendarOf, dueAt } from '../sla/clock-times.ts';
import { rungReaders } from '../sla/responsible.ts';
import { runningClock, type SlaClock } from '../sla/sla-clock.ts';
import { businessDayAfter, businessDaysUntil } from '../sla/working-hours.ts';
import { dayIn, momentAt } from '../zone.ts';
import { mustHaveRole, mustLead } from './authority.ts';
import type { FiledCase } from './case.ts';
import { departmentHolding, hasEnded } from './case.ts';
import { checks } from './checks.ts';
import { type SnoozeChoice, snoozeChoices } from './commands.ts';
import type { Asked, DataOf, Decision } from './decision.ts';
import { happened, invalid, refused } from './decision.ts';
import { notNow } from './not-now.ts';

/**
 * "Remind me later": never past the due moment, a few times per clock, and the clock runs on. Whoever the reminder went
 * to may put it off, and their lead; what has climbed above them they may not.
 */
export function snoozeNudges(data: DataOf<'SnoozeNudges'>, c: FiledCase, asked: Asked): Decision {
  if (hasEnded(c)) return notNow('SnoozeNudges', c);
  const clock = runningClock(c.sla, data.clock);
  if (clock === null) return refused({ type: 'ClockNotRunning', clock: data.clock });
  const { person, at, by, playbook } = asked;
  if (!owesTheStep(person, clock, c)) return refused({ type: 'NotAllowed', needs: { type: 'involved' } });
  const isUrgent = c.assessment.tier === 'S1';
  const most = isUrgent ? 1 : playbook.sla.snooze.most;
  if ((clock.snoozes ?? []).length >= most) return refused({ type: 'SnoozedEnough', most });
  const due = dueAt(clock, playbook);
  const untilOf = (choice: SnoozeChoice): Instant | null =>
    isUrgent ? plus(at, minutes(playbook.sla.snooze.urgentMinutes)) : snoozedUntil(choice, at, person, clock, playbook);
  const fits = (until: Instant | null): boolean => until !== null && due !== null && until <= due;
  // Where no moment is left, a form would be filled in for nothing.
  if (!snoozeChoices.some((choice) => fits(untilOf(choice))))
    return refused({ type: 'SnoozePastDue', dueAt: due ?? at });

  const check = checks(asked);
  const choice = check.given('until', data.until);
  if (choice !== null && !snoozeChoices.includes(choice)) check.report('until', { type: 'unknown' });
  const reason = check.text('reason', data.reason);
  if (choice === null || reason === null || check.problems.length > 0) return invalid(check.problems);
  const until = untilOf(choice);
  if (until === null || !fits(until)) return refused({ type: 'SnoozePastDue', dueAt: due ?? at });
  return happened({ type: 'NudgesSnoozed', at, by, data: { clock: data.clock, until, reason } });
}

function owesTheStep(person: Person, clock: SlaClock, c: FiledCase): boolean {
  return rungReaders(clock, ['owner', 'lead'], c).some((reader) => {
    switch (reader.to) {
      case 'person':
        return reader.person === person.id;
      case 'duty':
        return isMember(person, reader.department);
      case 'role':
        return reader.department === null ? hasRole(person, reader.role) : isLead(person, reader.department);
      default:
        return unreachable(reader);
    }
  });
}

/** In an hour; at today's last bundle; at the first bundle of the next business day. */
function snoozedUntil(
  choice: SnoozeChoice,
  at: Instant,
  person: Person,
  clock: SlaClock,
  playbook: Playbook,
): Instant | null {
  if (choice === 'hour') return plus(at, minutes(60));
  const { bundles } = playbook.sla.nudges;
  const hours =
    person.department === null ? calendarOf(clock.hours, playbook) : calendarHolding(person.department, playbook);
  const today = dayIn(at, hours.zone);
  const isToday = choice === 'today';
  const day = isToday ? today : businessDayAfter(today, 1, hours);
  const minute = isToday ? bundles.at(-1) : bundles[0];
  if (day === null || minute === undefined) return null;
  const until = momentAt(day, 0, minute, hours.zone);
  return until > at ? until : null;
}

/** The date has passed: the lead says by when it will be done after all. The first date stays what was promised. */
export function setNewDue(data: DataOf<'SetNewDue'>, c: FiledCase, asked: Asked): Decision {
  if (hasEnded(c)) return notNow('SetNewDue', c);
  const clock = runningClock(c.sla, data.clock);
  if (clock === null) return refused({ type: 'ClockNotRunning', clock: data.clock });
  const { person, at, by, playbook } = asked;
  const department = departmentHolding(c);
  const objection = department === null ? mustHaveRole(person, 'vocDesk') : mustLead(person, department);
  if (objection !== null) return refused(objection);
  const due = dueAt(clock, playbook);
  // What stands still has no date to replace.
  if (due === null) return refused({ type: 'ClockNotRunning', clock: data.clock });
  if (due > at) return refused({ type: 'NotYetDue', dueAt: due });

  const check = checks(asked);
  const until = check.ahead('until', check.given('until', data.until));
  const hours = calendarHolding(department, playbook);
  const most = playbook.limits.holdDays;
  const tooFar = until !== null && businessDaysUntil(dayIn(at, hours.zone), dayIn(until, hours.zone), hours) > most;
  if (tooFar) check.report('until', { type: 'tooManyBusinessDays', most });
  const reason = check.text('reason', data.reason);
  if (until === null || reason === null || check.problems.length > 0) return invalid(check.problems);
  return happened({ type: 'NewDueSet', at, by, data: { clock: data.clock, until, reason } });
}

/** CS, legal or the privacy officer ticks a duty set by law or contract: reminders, not advice. */
export function attachStatutory(data: DataOf<'AttachStatutory'>, c: FiledCase, asked: Asked): Decision {
  if (hasEnded(c)) return notNow('AttachStatutory', c);
  // Nothing is timed here: praise, and what is older than the clocks.
  if (c.sla.terms === null) return refused({ type: 'ClockNotRunning', clock: 'statutory' });
  const { person, at, by, playbook } = asked;
  const objection = mayTimeDuties(person, playbook)
    ? null
    : mustHaveRole(person, 'csAgent', 'csLead', 'privacyOfficer', 'vocDesk');
  if (objection !== null) return refused(objection);
  const check = checks(asked);
  const code = check.given('code', data.code);
  const rule = playbook.sla.statutory.find((r) => r.code === code);
  if (code !== null && rule === undefined) check.report('code', { type: 'unknown' });
  const since = check.given('since', data.since);
  if (since !== null && since > at) check.report('since', { type: 'inTheFuture' });
  if (since !== null && dayIn(since, playbook.zone) < addDays(dayIn(at, playbook.zone), -365)) {
    check.report('since', { type: 'unknown' });
  }
  if (rule === undefined || since === null || check.problems.length > 0) return invalid(check.problems);
  if (runningClock(c.sla, `statutory:${rule.code}`) !== null) return refused({ type: 'NothingChanged' });
  return happened({ type: 'StatutoryAttached', at, by, data: { code: rule.code, since, target: rule.target } });
}

/** Done, and how: which closes a gate of the case. */
export function dischargeStatutory(data: DataOf<'DischargeStatutory'>, c: FiledCase, asked: Asked): Decision {
  const clock = runningClock(c.sla, `statutory:${data.code}`);
  if (clock === null) return refused({ type: 'ClockNotRunning', clock: `statutory:${data.code}` });
  const { person, at, by, playbook } = asked;
  const objection = mayTimeDuties(person, playbook) ? null : mustHaveRole(person, 'csLead', 'privacyOfficer');
  if (objection !== null) return refused(objection);
  const check = checks(asked);
  const note = check.text('note', data.note);
  if (note === null) return invalid(check.problems);
  return happened({ type: 'StatutoryDischarged', at, by, data: { code: data.code, note } });
}

/** Members of a department called legal know such duties as well as anybody. */
const mayTimeDuties = ({ department }: Person, { departments }: Playbook): boolean =>
  department !== null && departments.some((d) => d.code === department && d.code === 'legal');
