import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../../db/database.ts';
import type { WorldClock } from './world-clock.ts';
import type { WorldStaff } from './world-staff.ts';

/*
 * When everything that is due has been dealt with, and how time leaps. Leases, back-offs and rests go by the database's
 * own clock, which nobody can move: a leap pulls them nearer by as much, so that half a minute is half a minute.
 */

/** What is left to do now. `leased`: under way, or its holder was killed; `shut`: a lane that waits for its hour. */
export type Left = {
  readonly due: number;
  readonly resting: number;
  readonly outdated: number;
  readonly leaving: number;
  readonly open: number;
  readonly leased: number;
  readonly shut: number;
  readonly pending: number;
};

const leftStatement = `
with lane as (
  select l.lease_until >= now() as leased, l.next_at > now() + interval '1 s' as shut
    from (select distinct lane from outbox where state in ('pending', 'sending')) o join lanes l on l.key = o.lane
)
select
  (select count(*) from due where due_at <= now() + $1::float8 * interval '1 ms' and rests_until <= now()) as due,
  (select count(*) from due where due_at <= now() + $1::float8 * interval '1 ms' and rests_until > now()) as resting,
  (select count(*) from due where calendars < (select version from calendar_state) and rests_until <= now()) as outdated,
  (select count(*) from nudges where state = 'waiting' and leaves_at <= now() + $1::float8 * interval '1 ms') as leaving,
  (select count(*) from lane where not leased and not shut) as open,
  (select count(*) from lane where leased) as leased,
  (select count(*) from lane where not leased and shut) as shut,
  (select count(*) from outbox where state in ('pending', 'sending')) as pending`;

const leapStatement = `
with lane as (
  update lanes set next_at = next_at - $1::float8 * interval '1 ms', lease_until = lease_until - $1::float8 * interval '1 ms'
   where next_at > now() or lease_until > now()
)
update due set rests_until = rests_until - $1::float8 * interval '1 ms' where rests_until > now()`;

const nextStatement = `
select extract(epoch from least(
    (select min(due_at) from due where due_at < 'infinity'),
    (select min(leaves_at) from nudges where state = 'waiting'),
    (select min(l.next_at) + $1::float8 * interval '1 ms' from lanes l where l.next_at > now()
        and exists (select from outbox o where o.lane = l.key and o.state in ('pending', 'sending')))
  ))::float8 * 1000 as next,
  (select count(*) from nudges where state = 'waiting') as waiting`;

/** A killed process's leases are known by nothing having moved for so long. */
const stillMs = 400;
const patienceMs = 60_000;

export const left = async (db: Database, clock: WorldClock): Promise<Left> => {
  const [row] = await db.query<Left>(leftStatement, [clock.ahead()]);
  if (row === undefined) throw new Error('nothing is left, not even a row');
  return row;
};

/** The next moment at which the database owes something, and how many reminders wait. */
export async function nextOwed(db: Database, clock: WorldClock) {
  const [row] = await db.query<{ next: number | null; waiting: number }>(nextStatement, [clock.ahead()]);
  return { at: row?.next ?? null, waiting: row?.waiting ?? 0 };
}

/** Time leaps; everybody is told. */
export async function leap(db: Database, clock: WorldClock, staff: WorldStaff, to: number): Promise<void> {
  const by = clock.leapTo(to);
  staff.tellTime();
  if (by > 0) await db.query(leapStatement, [by]);
}

/**
 * Resolves when nothing is left to do: `done`; or when what is left is in the hands of somebody who was killed: `held`.
 * @throws when neither comes to be.
 */
export async function settled(db: Database, clock: WorldClock, staff: WorldStaff): Promise<'done' | 'held'> {
  const began = performance.now();
  let seen = '';
  let since = began;
  for (;;) {
    const now = await left(db, clock);
    const { due, resting, outdated, leaving, open, leased } = now;
    if (due + outdated + leaving + open + leased + resting === 0) return 'done';
    const sight = JSON.stringify(now);
    if (sight !== seen) [seen, since] = [sight, performance.now()];
    const onlyHeld = due + outdated + leaving + open === 0;
    if (onlyHeld && performance.now() - since > stillMs) return 'held';
    if (performance.now() - began > patienceMs) throw new Error(`never comes to rest: ${sight}`);
    if (due + outdated + leaving > 0) await staff.ring();
    else await pause(3);
  }
}
