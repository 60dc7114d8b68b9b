import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { absences as openAbsences } from '../../../db/absences.ts';
import { openCalendars } from '../../../db/calendars.ts';
import { openDatabase } from '../../../db/connect.ts';
import type { Playbook } from '../../../src/domain/playbook.ts';
import { environment, workspace } from '../company.ts';
import { quietLog } from '../quiet-log.ts';
import { dice as diceOf } from './dice.ts';
import { worldClock } from './world-clock.ts';
import { worldCompany } from './world-company.ts';
import { agenda as agendaOf, life } from './world-life.ts';
import { leap, left, nextOwed, settled } from './world-rest.ts';
import { worldStaff } from './world-staff.ts';

export type WorldOptions = {
  readonly url: string;
  readonly from: string;
  readonly to: string;
  readonly cases: number;
  readonly kills: number;
  readonly seed: number;
  /** Share of Slack's answers that are lost after it has taken the message. */
  readonly lostAnswers: number;
};

const minute = 60_000;
/** While a reminder waits nobody looks away for longer. */
const stepMs = 30 * minute;
/** Until a ring comes after something has become due, at most. */
const lateMs = 2 * minute;
const together = 6;

/**
 * Lives through a stretch of time, killing processes all the while; what is left behind is in the
 * database and in Slack. People act at the front door (`receive`) of one process or the other; absences and holidays go
 * through their ports. The same seed leads to the same people and wishes, not to the same kills: those fall when they fall.
 */
export async function world(options: WorldOptions) {
  const began = performance.now();
  const dice = diceOf(options.seed);
  const dataDir = await mkdtemp(join(tmpdir(), 'meari-world-'));
  const path = await worldCompany(dataDir);
  const { playbook: written, sandbox } = await workspace({ deliverTo: () => 'http://127.0.0.1:9', playbook: path });
  sandbox.faults.set({ rateLimits: false, dropReplyAfterPost: options.lostAnswers });
  const [from, to] = [Date.parse(options.from), Date.parse(options.to)];
  const clock = worldClock(from);
  const db = await openDatabase({ url: options.url, dataDir, log: quietLog() });
  const calendars = await openCalendars(db, { playbook: written, year: new Date(from).getUTCFullYear() });
  const playbook: Playbook = {
    ...written,
    get calendars() {
      return calendars.current();
    },
  };
  const daysOff = calendars.entries().filter(({ removed, spans }) => !removed && spans.length === 0);
  const faults = new Map<string, number>();
  const env = environment({ url: options.url, dataDir, apiUrl: sandbox.apiUrl, playbook: path });
  const staff = await worldStaff(env, 2, clock.ahead, (heard) => {
    const what = heard.did === 'break' ? `broke: ${heard.what}` : `${heard.level}: ${heard.what}`;
    // What the playbook of a fictional company leaves out is told at each start.
    if (/holidays of|world\.yaml/.test(what)) return;
    faults.set(what, (faults.get(what) ?? 0) + 1);
  });
  const agenda = agendaOf();
  const lived = life({
    agenda,
    dice,
    playbook,
    db,
    staff,
    absences: openAbsences(db),
    calendars,
    now: clock.now,
    from,
    to,
    cases: options.cases,
  });
  const killTimes = Array.from({ length: options.kills }, () => from + dice.roll() * (to - from)).sort((a, b) => a - b);
  let [kills, steps, held] = [0, 0, 0];
  let refilling: Promise<void> = Promise.resolve();

  /** Some of the processes fall, mostly in the middle of a sweep or of a delivery. */
  async function strike(): Promise<void> {
    await refilling;
    for (const until = performance.now() + dice.between(20, 200); performance.now() < until; ) {
      const { leased, resting } = await left(db, clock);
      if (leased + resting > 0) break;
    }
    await pause(dice.between(0, 12));
    const fell = await staff.kill(killTimes.length > 1 && dice.chance(0.1) ? 2 : 1, dice.roll());
    kills += fell;
    killTimes.splice(0, fell);
    refilling = staff.refill();
  }

  async function acts(): Promise<void> {
    const due = agenda.take(clock.now()).values();
    await Promise.all(
      Array.from({ length: together }, async () => {
        for (const act of due) await act();
      }),
    );
  }

  try {
    await staff.start();
    while (clock.now() < to) {
      const owed = await nextOwed(db, clock);
      const next = Math.min(owed.at ?? to, agenda.next() ?? to, to);
      const capped = owed.waiting > 0 ? Math.min(next, clock.now() + stepMs) : next;
      await leap(db, clock, staff, Math.max(capped, clock.now()) + dice.between(0, lateMs));
      steps += 1;
      const strikes = (killTimes[0] ?? Infinity) <= clock.now() && next <= clock.now();
      await Promise.all([acts(), staff.ring(), ...(strikes ? [strike()] : [])]);
      while ((await settled(db, clock, staff)) === 'held') {
        held += 1;
        await leap(db, clock, staff, clock.now() + 31_000);
      }
    }
    await refilling;
  } catch (fault) {
    const stuck = await db.query("select * from due where due_at <= now() + $1::float8 * interval '1 ms' limit 3", [
      clock.ahead(),
    ]);
    const about = { at: new Date(clock.now()), seed: options.seed, steps, kills, stuck, faults: [...faults] };
    throw new Error(`the world stopped: ${JSON.stringify(about)}`, { cause: fault });
  } finally {
    await refilling.catch(() => {});
    await staff.stop();
  }
  return {
    db,
    sandbox,
    playbook,
    clock,
    from,
    to,
    lived,
    daysOff,
    faults,
    figures: {
      steps,
      kills,
      'kills that left something in hand': held,
      seconds: Math.round((performance.now() - began) / 1000),
    },
    stop: async () => {
      await db.close();
      await sandbox.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
export type World = Awaited<ReturnType<typeof world>>;
