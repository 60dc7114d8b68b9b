import { caseStore } from '../../../db/case-store.ts';
import type { Database } from '../../../db/database.ts';
import { digestBook } from '../../../db/digest-book.ts';
import type { Bulletin } from '../../../src/domain/bulletins.ts';
import type { CaseEvent } from '../../../src/domain/case/events.ts';
import { departmentCode, personId } from '../../../src/domain/ids.ts';
import { type Instant, instant } from '../../../src/domain/instant.ts';
import type { MessageRef } from '../../../src/ports/chat-gateway.ts';
import { filing } from '../a-change.ts';
import { people } from '../a-playbook.ts';
import { acknowledged, filed, fixed, held, routedTo, started } from '../case-events.ts';
import { chance } from '../seeded.ts';
import { life } from './mortal.ts';
import { isWorked, momentAt } from './reckoned.ts';
import { type Replica, replica, workspace } from './replica.ts';
import { choices, type DepartmentName, departments, type Office, offices } from './three-zones.ts';

const minute = 60_000;

/** `until`: when somebody is there again. */
export type Outage = { readonly from: number; readonly until: number };
export type Told = { readonly what: string; readonly at: number };
export type Lived = { readonly told: readonly Told[]; readonly kills: number; readonly faults: readonly string[] };

/**
 * Something to tell on every day and in every month: in each department a case waits for somebody else all the year, an
 * answer is ready for a customer of each who serves them, and one case is filed a month.
 */
export async function somethingToTell(db: Database, from: number, to: number): Promise<void> {
  const store = caseStore(db);
  const file = async (events: readonly CaseEvent[], at: number): Promise<void> => {
    const done = await store.commit(filing({ events: events.map((event) => ({ ...event, at: instant(at) })) }));
    if (!done.ok) throw new Error('not filed');
  };
  const names = (Object.keys(departments) as DepartmentName[]).map(departmentCode);
  const begun = momentAt('seoul', from - 70, 12 * 60);
  const emily = { ...people.duri, id: personId('emily') };
  for (const name of names) {
    await file([filed(), routedTo(name), acknowledged(people.hana, name), started(), held()], begun);
    for (let day = from - 70; day < to; day += 14)
      await file([filed(), routedTo(name)], momentAt('seoul', day, 12 * 60));
  }
  for (const customerOwner of [people.duri, emily]) {
    await file([filed({ customerOwner }), routedTo(), acknowledged(), started(), fixed()], begun);
  }
  for (const choice of choices) await digestBook(db).choose(choice);
}

/**
 * When the two replicas look: just before, at and after each moment at which an office may be told something, of days off as
 * well. During the outage nobody does; it begins with a moment at which what is due is still owed.
 */
export function looks(from: number, to: number, outage: Outage): readonly number[] {
  const all = new Set<number>([outage.until]);
  for (let day = from; day < to; day += 1) {
    for (const [office, { opens }] of Object.entries(offices) as [Office, { opens: number }][]) {
      for (const at of new Set([opens, 9 * 60])) {
        const moment = momentAt(office, day, at);
        for (const look of isWorked(office, day) ? [-1, 0, 2] : [0]) all.add(moment + look * minute);
      }
    }
  }
  return [...all].filter((at) => at <= outage.from || at >= outage.until).sort((a, b) => a - b);
}

/** Lives through the looks, with kills at random; every message that the chat took, with the moment at which it did. */
export async function liveThrough(db: Database, moments: readonly number[], outage: Outage): Promise<Lived> {
  const c = chance(20);
  let clock: Instant = instant(0);
  const posts: { readonly outboxId: string; readonly at: number }[] = [];
  const faults: string[] = [];
  const ref = (outboxId: string): MessageRef => ({ ...workspace, conversation: 'C', message: outboxId });
  const hire = (): Replica => {
    const own = life(c);
    return replica(db, {
      now: () => clock,
      life: own,
      gateway: {
        deliver: ({ outboxId }) => {
          // Whoever stands at the beginning of the outage falls before a word has left.
          if (clock === outage.from) own.end();
          return own.ask(async () => {
            posts.push({ outboxId, at: clock });
            return { ok: true, value: ref(outboxId) };
          });
        },
        find: ({ outboxId }) =>
          own.ask(async () => ({
            ok: true,
            value: posts.some((post) => post.outboxId === outboxId) ? ref(outboxId) : null,
          })),
        sendFile: async () => ({ ok: true, value: 'sent' }),
        profile: async () => null,
      },
    });
  };
  let replicas = [hire(), hire()];
  let kills = 0;
  /** Who falls is started again at once, and looks a minute later. True: somebody fell. */
  const look = async (at: number): Promise<boolean> => {
    clock = instant(at);
    for (const { life: own } of replicas) if (at !== outage.from && c.percent(15)) own.endAfter(1 + c.below(30));
    await Promise.all(replicas.map((one) => one.look()));
    const fallen = replicas.filter(({ life: own }) => own.isOver()).length;
    kills += fallen;
    // What the fallen had in hand is free when their lease has ended.
    if (fallen > 0) await db.query(`update lanes set lease_until = '-infinity' where lease_token is not null`);
    faults.push(...replicas.flatMap((one) => one.faults()));
    replicas = replicas.map((one) => (one.life.isOver() || c.percent(3) ? hire() : one));
    return fallen > 0;
  };
  for (const moment of moments) {
    let at = Math.max(moment, clock);
    while ((await look(at)) && at !== outage.from) at += minute;
  }
  return { told: await named(db, posts), kills, faults };
}

/** What stands in the outbox under the number of each message. */
async function named(db: Database, posts: readonly { readonly outboxId: string; readonly at: number }[]) {
  const rows = await db.query<{ id: number; bulletin: Bulletin; place: string }>(
    `select o.id, o.notice -> 'bulletin' as bulletin, l.place_id as place from outbox o join lanes l on l.key = o.lane`,
  );
  const known = new Map(rows.map((row) => [String(row.id), row]));
  return posts.map(({ outboxId, at }): Told => {
    const row = known.get(outboxId);
    return { what: row === undefined ? outboxId : `${about(row.bulletin)} to ${row.place}`, at };
  });
}

function about(b: Bulletin): string {
  switch (b.about) {
    case 'weekly':
      return `weekly ${b.week}`;
    case 'scorecard':
      return `scorecard ${b.month} ${b.department}`;
    case 'today':
    case 'customers':
      return `${b.about} ${b.day} ${b.department}`;
    case 'surge':
      return `surge ${b.head}`;
    default:
      return `${b.about} ${b.month}`;
  }
}
