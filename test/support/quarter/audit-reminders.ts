import { type About, isOutdone, isOver, isRung, reached, told } from './audit-pointless.ts';
import { dateOf } from './wall-minutes.ts';
import type { World } from './world.ts';
import { clockOf, type Facts, type Item, type Owed, type Reminder } from './world-facts.ts';
import { type Hours, wallOf } from './world-hours.ts';

const minute = 60_000;
/** A process that was killed at it leaves the message to another for so long. */
const graceMs = 10 * minute;
/** Between drawing a message and Slack's taking it. */
const onTheWayMs = 15_000;
const perDay = 3;
const bundles = [9 * 60 + 30, 14 * 60, 16 * 60 + 30];
const afterOpening = 5;

/** Every list names what is wrong, and is empty when all is well. */
export type ReminderAudit = {
  readonly outsideHours: readonly string[];
  /** Emergencies that did not leave at once. */
  readonly urgentLate: readonly string[];
  readonly overBudget: readonly string[];
  readonly bundledAnyTime: readonly string[];
  readonly toNobody: readonly string[];
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  readonly supersededForNothing: readonly string[];
  readonly leftOutForNothing: readonly string[];
  /** Owed to somebody on a day of their absence. */
  readonly toTheAbsent: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
};

const when = (at: number): string => new Date(at).toISOString().slice(0, 19);
const nameOf = (r: { caseId: number; clock: string; of?: string | null; rung: number }): string =>
  `case ${r.caseId} ${clockOf(r)} ${r.rung}%`;

/** The reminders of a quarter, from when they were owed to when somebody read them. */
export function auditReminders(world: World, facts: Facts, hours: Hours): ReminderAudit {
  const { playbook, lived, to } = world;
  const { log, reminders, owed, posts } = facts;
  const isExecutive = (id: string) => playbook.people.find((p) => p.id === id)?.roles.includes('executive') === true;
  const outsideHours: string[] = [];
  const bundledAnyTime: string[] = [];
  const toTheAbsent: string[] = [];
  const twice: string[] = [];
  const lost: string[] = [];
  const leftOut: string[] = [];
  let [alone, bundled, urgents, leftOutCount, goneMeanwhile, slowest] = [0, 0, 0, 0, 0, 0];
  const urgentLate: string[] = [];
  /** Messages that came on their own in a person's day, and what the books call singles. */
  const days = new Map<string, { posts: number; booked: Set<number> }>();
  const dayOf = (person: string, at: number) => {
    const key = `${person} ${dateOf(wallOf(person, at, hours).day)}`;
    const day = days.get(key) ?? { posts: 0, booked: new Set<number>() };
    days.set(key, day);
    return day;
  };

  for (const row of owed.filter(({ type }) => type === 'nudges')) {
    const found = posts.get(row.id) ?? [];
    const name = `message ${row.id} to ${row.person} (${row.items.map(nameOf).join(', ')})`;
    if (found.length > 1) twice.push(`${name}: ${found.map(({ at }) => when(at)).join(' and ')}`);
    if (row.state === 'superseded' && found.length > 0) twice.push(`${name} came although it was superseded`);
    if (row.state === 'sent' && found.length === 0) lost.push(`${name} was never in Slack`);
    if (row.state === 'dead') lost.push(`${name} is a dead letter`);
    if (row.state === 'superseded') {
      for (const item of row.items) {
        if (!isOver(item, log, row, to)) leftOut.push(`${name} fell away though nothing was done`);
      }
    }
    const [post] = found;
    if (post === undefined || row.person === null) continue;
    const { person } = row;
    for (const item of row.items) {
      if (row.items.length > 10 || post.says.includes(numberOf(item.caseId))) continue;
      leftOutCount += 1;
      if (!isOver(item, log, row, post.at))
        leftOut.push(`${nameOf(item)} was missing from ${name} at ${when(post.at)}`);
    }
    if (isAway(person, post.at)) {
      goneMeanwhile += 1;
      for (const item of row.items) {
        const owedAt = reached(item, log, post.at);
        if (isAway(person, owedAt)) toTheAbsent.push(`${nameOf(item)} to ${person}, owed ${when(owedAt)}`);
      }
    }
    if (row.items.every(({ urgent }) => urgent) && row.items.length > 0) {
      urgents += 1;
      const item = row.items[0];
      if (item !== undefined && !mayBeUrgent(item, log, post.at)) outsideHours.push(`${name} is no emergency`);
      const { minute: shown } = wallOf(person, post.at, hours);
      const isNight = shown < 8 * 60 || shown >= 22 * 60;
      const waited = item === undefined ? 0 : post.at - reached(item, log, post.at);
      if (!isExecutive(person)) slowest = Math.max(slowest, waited);
      if (!isExecutive(person) && waited > graceMs)
        urgentLate.push(`${name} came ${Math.round(waited / minute)} minutes late`);
      if (isExecutive(person) && isNight && item?.safety !== true) {
        outsideHours.push(`${name} woke an executive at ${when(post.at)}`);
      }
      continue;
    }
    const atWork = hours.works(person, post.at) || hours.works(person, post.at - onTheWayMs);
    // A holiday that was declared a moment ago may not be known everywhere.
    const wasAtWork =
      post.at - hours.changedBefore(post.at) < 2 * minute && hours.works(person, hours.changedBefore(post.at) - 1);
    if (!atWork && !wasAtWork) outsideHours.push(`${name} came at ${when(post.at)}`);
    if (isBundleTime(person, post.at, hours)) bundled += 1;
    else {
      alone += 1;
      dayOf(person, post.at).posts += 1;
    }
  }
  for (const r of reminders) {
    if (r.state === 'single' && r.doneAt !== null) dayOf(r.person, r.doneAt).booked.add(r.doneAt);
    if (r.state === 'bundle' && r.doneAt !== null && !isBundleTime(r.person, r.doneAt, hours)) {
      bundledAnyTime.push(
        `${nameOf(r)} to ${r.person}, owed ${when(r.owedAt)}, for ${when(r.leavesAt)}, left ${when(r.doneAt)}`,
      );
    }
    if (r.state === 'waiting' && r.leavesAt < to - graceMs) lost.push(`${nameOf(r)} waits since ${when(r.leavesAt)}`);
  }

  const over = [...days].filter(([, { posts, booked }]) => posts > perDay || booked.size > perDay);
  const superseded = reminders.filter(({ state }) => state === 'superseded');
  const kept = compared(reminders, owed);
  const otherPosts = auditPosts(facts);
  return {
    outsideHours,
    urgentLate,
    overBudget: over.map(([day, { posts, booked }]) => `${day}: ${posts} messages on their own, ${booked.size} booked`),
    bundledAnyTime,
    toNobody: unreached(log, reminders),
    lost: [...lost, ...kept.lost, ...otherPosts.lost],
    twice: [...twice, ...kept.twice, ...otherPosts.twice],
    supersededForNothing: superseded
      .filter((r) => !isOver(r, log, r, r.doneAt ?? 0) && !isOutdone(r, reminders))
      .map((r) => `${nameOf(r)} to ${r.person}, owed ${when(r.owedAt)}, dropped ${when(r.doneAt ?? 0)}`),
    leftOutForNothing: leftOut,
    toTheAbsent,
    counts: {
      'reminders owed': reminders.length,
      'messages alone': alone,
      'messages at a bundle hour': bundled,
      'urgent messages': urgents,
      superseded: superseded.length,
      'still waiting at the end': reminders.filter(({ state }) => state === 'waiting').length,
      'left out while on their way': leftOutCount,
      'messages to somebody who had gone away meanwhile': goneMeanwhile,
      'seconds from an emergency to its message, at most': Math.round(slowest / 1000),
      'posts of all kinds': [...posts.values()].reduce((sum, list) => sum + list.length, 0),
    },
  };

  function isAway(person: string, at: number): boolean {
    const day = dateOf(wallOf(person, at, hours).day);
    return lived.absences.some((a) => a.person === person && a.from <= day && day <= a.until && a.at < at - minute);
  }
}

/** Near 09:30, 14:00 or 16:30 on the reader's wall, or just after work has begun. */
function isBundleTime(person: string, at: number, hours: Hours): boolean {
  const { minute: shown } = wallOf(person, at, hours);
  const late = graceMs / minute;
  if (bundles.some((bundle) => shown >= bundle && shown <= bundle + late)) return true;
  return hours.opensWithin(person, at - (afterOpening + late) * minute, at - (afterOpening - 1) * minute);
}

const numberOf = (caseId: number): string => `VOC-${String(caseId).padStart(4, '0')}`;

/** An S1 when it was owed or since, or what runs round the clock and nobody has acknowledged. */
function mayBeUrgent(item: Item, log: Facts['log'], at: number): boolean {
  let [tier, roundTheClock] = ['', false];
  let was = false;
  for (const event of log.get(item.caseId) ?? []) {
    if (event.at > at) break;
    const assessment = event.data['assessment'] as { tier?: string; roundTheClock?: boolean } | undefined;
    if (assessment !== undefined) [tier, roundTheClock] = [assessment.tier ?? '', assessment.roundTheClock === true];
    was ||= tier === 'S1' || (roundTheClock && (item.clock === 'acknowledge' || item.clock === 'accept'));
  }
  return was;
}

/** Rungs that were reached and of which nobody was ever to hear. */
function unreached(log: Facts['log'], reminders: readonly Reminder[]): readonly string[] {
  const rows = new Map<string, number>();
  const key = (caseId: number, clock: string, rung: number, at: number) => `${caseId} ${clock} ${rung} ${at}`;
  for (const r of reminders) {
    const k = key(r.caseId, clockOf(r), r.rung, r.owedAt);
    rows.set(k, (rows.get(k) ?? 0) + 1);
  }
  return [...log].flatMap(([caseId, events]) =>
    events.filter(isRung).flatMap((event) => {
      const { rung, to } = told(event);
      const isPrivate = to.some((target) => target !== 'thread');
      const heard = rows.get(key(caseId, clockOf(told(event)), rung, event.at)) ?? 0;
      return isPrivate && heard === 0
        ? [`case ${caseId} ${clockOf(told(event))} ${rung}% for ${to.join(', ')} at ${when(event.at)}`]
        : [];
    }),
  );
}

/** What left against what was put into a message: each once. */
function compared(reminders: readonly Reminder[], owed: readonly Owed[]) {
  const count = new Map<string, number>();
  const key = (person: string | null, r: About) => `${person} ${nameOf(r)}`;
  for (const r of reminders) {
    if (r.state !== 'waiting' && r.state !== 'superseded')
      count.set(key(r.person, r), (count.get(key(r.person, r)) ?? 0) + 1);
  }
  for (const { person, items } of owed)
    for (const item of items) count.set(key(person, item), (count.get(key(person, item)) ?? 0) - 1);
  const named = [...count];
  return {
    lost: named.filter(([, n]) => n > 0).map(([name, n]) => `${name} left ${n} times without a message`),
    twice: named.filter(([, n]) => n < 0).map(([name, n]) => `${name} is in ${-n} messages too many`),
  };
}

/** Everything else that is posted: once each, and a card once for its case and place. */
function auditPosts({ owed, posts }: Facts) {
  const lost: string[] = [];
  const twice: string[] = [];
  const cards = new Map<string, number>();
  for (const row of owed) {
    const found = posts.get(row.id)?.length ?? 0;
    const name = `${row.type} ${row.id} of case ${row.caseId} in ${row.lane}`;
    if (row.state === 'pending' || row.state === 'sending') {
      if (row.type !== 'nudges') lost.push(`${name} is ${row.state}`);
    } else if (row.type === 'card') {
      const card = `card of case ${row.caseId} in ${row.lane}`;
      cards.set(card, (cards.get(card) ?? 0) + found);
    } else if (row.type === 'bulletin' && row.state === 'superseded') {
      // It had nothing to tell when it would have left.
      if (found > 0) twice.push(name);
    } else if (row.type !== 'nudges') {
      if (found > 1) twice.push(name);
      if (found === 0) lost.push(name);
    }
  }
  for (const [card, n] of cards) {
    if (n === 0) lost.push(card);
    if (n > 1) twice.push(`${card}: ${n} times`);
  }
  return { lost, twice };
}
