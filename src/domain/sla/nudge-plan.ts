import { type Instant, minutes, plus } from '../instant.ts';
import { reachableHours } from '../intake/reach.ts';
import type { Nudge } from '../notices.ts';
import { dayIn, momentAt } from '../zone.ts';
import type { SlaRules } from './terms.ts';
import {
  businessDayAfter,
  endOfWork,
  everyDay,
  isWorked,
  nextWorked,
  startOfWork,
  type WorkingHours,
} from './working-hours.ts';

/*
 * Reminders that people do not mute: within the recipient's working hours, a few at a time, the rest together. An S1
 * waits for nobody but an executive's night.
 */

export type Recipient = { readonly hours: WorkingHours; readonly isExecutive: boolean };

/** When a reminder may leave at the earliest: now, or when its recipient works again. */
export function leavesAt(
  nudge: Pick<Nudge, 'urgent' | 'safety'>,
  at: Instant,
  { hours, isExecutive }: Recipient,
  sla: SlaRules,
): Instant {
  if (nudge.urgent) {
    if (!isExecutive || nudge.safety) return at;
    return nextWorked(at, everyDay(hours.zone, sla.daytime)) ?? at;
  }
  if (isWorked(at, hours)) return at;
  const opening = nextWorked(at, hours);
  return opening === null ? at : plus(opening, minutes(sla.nudges.afterOpening));
}

/**
 * The same, where it asks for a word with the customer: when that customer can be reached, if both can be before it is
 * due. `zone`: the customer's clock.
 */
export function leavesToReach(nudge: Nudge, at: Instant, recipient: Recipient, sla: SlaRules, zone: string): Instant {
  const first = leavesAt(nudge, at, recipient, sla);
  return nudge.urgent ? first : (whenReachable(nudge, first, recipient.hours, zone) ?? first);
}

/** The first moment from then on at which the recipient works and the customer can be reached; null: too late, or none. */
function whenReachable(
  { reach }: Pick<Nudge, 'reach'>,
  from: Instant,
  hours: WorkingHours,
  zone: string,
): Instant | null {
  const customers = reach === undefined ? null : reachableHours(reach.hours, zone);
  if (reach === undefined || customers === null) return null;
  let at: Instant | null = from;
  while (at !== null && at < reach.dueAt) {
    if (!isWorked(at, customers)) at = nextWorked(at, customers);
    else if (!isWorked(at, hours)) at = nextWorked(at, hours);
    else return at;
  }
  return null;
}

/** The next moment at which bundles leave; the next opening where today has no more of them. */
export function nextBundle(at: Instant, hours: WorkingHours, { nudges }: SlaRules): Instant {
  const today = dayIn(at, hours.zone);
  const end = endOfWork(today, hours);
  const later = nudges.bundles
    .map((minute) => momentAt(today, 0, minute, hours.zone))
    .find((moment) => moment > at && end !== null && moment < end && isWorked(moment, hours));
  if (later !== undefined) return later;
  // A night belongs to the day before: the next one may begin today.
  const days = [today, businessDayAfter(today, 1, hours)];
  const openings = days.flatMap((day) => (day === null ? [] : (startOfWork(day, hours) ?? [])));
  const opening = openings.find((moment) => moment > at);
  return opening === undefined ? at : plus(opening, minutes(nudges.afterOpening));
}

export type Waiting<Id> = {
  readonly id: Id;
  readonly nudge: Nudge;
  readonly leavesAt: Instant;
  readonly owedAt: Instant;
};

/** What to do with the reminders of one person that have waited long enough. */
export type NudgePlan<Id> = {
  /** Each leaves alone, uncounted. */
  readonly urgent: readonly Id[];
  /** Leave as one message; `counts` against the day's budget. Null: nothing. */
  readonly together: { readonly ids: readonly Id[]; readonly counts: boolean } | null;
  /** Wait until then. */
  readonly wait: { readonly ids: readonly Id[]; readonly until: Instant } | null;
};

/** `sentToday`: messages that counted, since the recipient's midnight. */
export function planNudges<Id>(
  due: readonly Waiting<Id>[],
  at: Instant,
  recipient: Recipient,
  sentToday: number,
  sla: SlaRules,
): NudgePlan<Id> {
  const idsOf = (of: readonly Waiting<Id>[]): readonly Id[] => of.map(({ id }) => id);
  const urgent = due.filter(({ nudge }) => nudge.urgent && leavesAt(nudge, at, recipient, sla) <= at);
  const rest = due.filter((waiting) => !urgent.includes(waiting));
  const first = rest[0];
  if (first === undefined) return { urgent: idsOf(urgent), together: null, wait: null };
  const { hours } = recipient;
  if (!isWorked(at, hours)) {
    const until = leavesAt(first.nudge, at, recipient, sla);
    // A calendar without working time in sight keeps nobody waiting for ever.
    if (until > at) return { urgent: idsOf(urgent), together: null, wait: { ids: idsOf(rest), until } };
  }
  // What waited for the morning or a bundle leaves with everything else that is due by then, and counts for nothing.
  const isBundle = rest.some((waiting) => waiting.leavesAt > waiting.owedAt);
  if (isBundle || sentToday < sla.nudges.perDay) {
    return { urgent: idsOf(urgent), together: { ids: idsOf(rest), counts: !isBundle }, wait: null };
  }
  return { urgent: idsOf(urgent), together: null, wait: { ids: idsOf(rest), until: nextBundle(at, hours, sla) } };
}
