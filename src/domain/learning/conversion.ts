import { fewest } from '../figures/share.ts';
import type { ClusterId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { Playbook } from '../playbook.ts';
import { type Quarter, quarterIn } from '../quarter.ts';
import { calendarHolding } from '../sla/clock-times.ts';
import { businessDayAfter, endOfWork } from '../sla/working-hours.ts';
import { dayIn } from '../zone.ts';

/** Business days in which a warning is to become an accepted change. A definition, not a setting: quarters are compared by it. */
export const conversionDays = 20;

/** A problem that reached 주의, with everything that was found to be the same one. */
export type Warned = { readonly clusters: readonly ClusterId[]; readonly at: Instant };
/** A change about a cluster was accepted. */
export type Acceptance = { readonly cluster: ClusterId; readonly at: Instant };

/** 불만→변화 전환: of the problems that reached 주의 in a quarter, how many have an accepted change within 20 business days. */
export type Conversion = {
  readonly quarter: Quarter;
  readonly warned: number;
  readonly changed: number;
  /** Without an accepted change, and with time left for one. */
  readonly open: number;
  /** Null: too few for a share. */
  readonly percent: number | null;
};

/**
 * A problem counts in the quarter in which it first reached 주의: one that time let fall and that comes back is a relapse,
 * which has a figure of its own. What has still time is counted as everything else, and said.
 */
export function conversionOf(
  warned: readonly Warned[],
  accepted: readonly Acceptance[],
  now: Instant,
  playbook: Playbook,
): Conversion {
  const hours = calendarHolding(null, playbook);
  const dues = warned.map(({ clusters, at }) => {
    const due = conversionDue(at, playbook);
    return { due, isChanged: accepted.some(({ cluster, at }) => clusters.includes(cluster) && at <= due) };
  });
  const changed = dues.filter(({ isChanged }) => isChanged).length;
  return {
    quarter: quarterIn(now, hours.zone),
    warned: dues.length,
    changed,
    open: dues.filter(({ due, isChanged }) => !isChanged && due > now).length,
    percent: dues.length < fewest ? null : Math.round((changed * 100) / dues.length),
  };
}

/** By when a problem that was warned of at that moment is to have its accepted change. */
export function conversionDue(at: Instant, playbook: Playbook): Instant {
  const hours = calendarHolding(null, playbook);
  const last = businessDayAfter(dayIn(at, hours.zone), conversionDays, hours);
  return (last === null ? null : endOfWork(last, hours)) ?? at;
}
