import { absences as openAbsences } from '../../../db/absences.ts';
import { caseStore } from '../../../db/case-store.ts';
import type { Database } from '../../../db/database.ts';
import { dueList } from '../../../db/due-list.ts';
import { postgresDatabase } from '../../../db/postgres.ts';
import { addressWith } from '../../../src/app/address.ts';
import { type HandleCommand, handleCommandWith } from '../../../src/app/handle-command.ts';
import { sweepDue } from '../../../src/app/sweep-due.ts';
import { addDays } from '../../../src/domain/calendar.ts';
import type { Duration } from '../../../src/domain/instant.ts';
import { dayIn } from '../../../src/domain/zone.ts';
import type { DueList } from '../../../src/ports/due-list.ts';
import { quietLog } from '../../support/quiet-log.ts';
import { directoryOn, playbook, workspace } from '../support/changes.ts';
import { dueAtOnce, moment } from './open-cases.ts';

export type Sweeper = {
  readonly db: Database;
  readonly list: DueList;
  /** The next batch becomes due. */
  readonly release: () => Promise<void>;
  /** Whatever of the batches is due no longer is. */
  readonly park: () => Promise<void>;
  /** Deals with a batch as the product does; microseconds a case. */
  readonly sweep: () => Promise<number>;
  readonly close: () => Promise<void>;
};

/** How far time is moved now, so that it is `moment` however long the measuring has taken. */
export const ahead = (): Duration => (moment - Date.now()) as Duration;

/** The product's own sweep, put together as `wire.ts` does. Only the chat is not there. */
export function sweeper(url: string): Sweeper {
  const db = postgresDatabase(url);
  const store = caseStore(db);
  const list = dueList(db);
  const away = openAbsences(db);
  const log = quietLog();
  const address = addressWith({
    playbook,
    directory: directoryOn(db),
    absences: (at) => away.current(addDays(dayIn(at, playbook.zone), -1)),
    workspaces: () => [workspace],
    log,
  });
  const door = handleCommandWith({ store, playbook, address, calendars: () => 1, committed: () => {} });
  let fired = 0;
  const handle: HandleCommand = async (order) => {
    const handled = await door(order);
    if (handled.type === 'done' && !handled.repeated) fired += 1;
    return handled;
  };
  let released = 0;

  async function release(): Promise<void> {
    const [batch] = await db.query<{ due: number }>(
      `with released as (
         update due set due_at = p.due_at, rests_until = '-infinity' from parked p
          where p.batch = $1::int % (select 1 + max(batch) from parked) and due.case_id = p.id returning 1)
       select count(*) as due from released`,
      [released++],
    );
    if (batch?.due !== dueAtOnce) throw new Error(`${batch?.due} cases are due, not ${dueAtOnce}`);
  }

  return {
    db,
    list,
    release,
    park: async () => {
      await db.query(`update due set due_at = 'infinity' where due_at <= to_timestamp($1::float8 / 1000)`, [moment]);
    },
    sweep: async () => {
      await release();
      fired = 0;
      const start = performance.now();
      await sweepDue({ dueList: list, store, handle, playbook, calendars: () => 1, now: () => moment, ahead, log });
      const took = performance.now() - start;
      if (fired !== dueAtOnce) throw new Error(`${fired} of ${dueAtOnce} due cases were fired: ${log.lines[0]?.what}`);
      return (took * 1000) / dueAtOnce;
    },
    close: () => db.close(),
  };
}
