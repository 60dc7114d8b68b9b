import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../db/connect.ts';
import { type Audit, audit } from './audit.ts';
import { busyOffice, type Desk } from './busy-office.ts';
import { environment, workspace } from './company.ts';
import type { Location } from './databases.ts';
import { largerCompany } from './larger-company.ts';
import { crew } from './processes.ts';
import { quietLog } from './quiet-log.ts';

export type Chaos = {
  readonly at: Location;
  readonly replicas: number;
  readonly departments: number;
  readonly agents: number;
  readonly kills: number;
  /** Goes on until so many messages have been posted, and all kills have been made. */
  readonly posts: number;
  /** Between two kills, at random. */
  readonly betweenKillsMs: readonly [number, number];
  readonly restMs: { readonly agent: number; readonly member: number };
  /** Share of posts that Slack takes and whose answer it loses. */
  readonly lostAnswers: number;
  readonly withinMs: number;
};

export type Outcome = Audit & {
  readonly kills: number;
  readonly seconds: number;
  /** Cases the agents were told are filed, and that are not there. */
  readonly filedAndGone: readonly string[];
  /** Cases that stand there twice though filed once. */
  readonly filedTwice: readonly string[];
  readonly filed: number;
  /** What a process said that did not start. */
  readonly refusals: readonly string[];
  /** Messages that were looked for before they were posted again. */
  readonly secondTries: number;
};

/** A company at work on Meari in processes of its own, which are killed all the while; then everything is counted. */
export async function chaos(options: Chaos): Promise<Outcome> {
  const began = performance.now();
  const { url, dataDir } = options.at;
  const some = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
  const playbookPath = await largerCompany(dataDir, { departments: options.departments, agents: options.agents });
  let next = (): string => 'http://127.0.0.1:9';
  const { playbook, sandbox } = await workspace({ deliverTo: () => next(), playbook: playbookPath });
  const env = environment({ url, dataDir, apiUrl: sandbox.apiUrl, playbook: playbookPath });
  const staff = crew(env, options.replicas);
  const desks = some(options.departments).map(
    (n): Desk => ({ department: `d${n}`, channel: `C0D${n}`, member: `U0D${n}` }),
  );
  const office = busyOffice(
    sandbox,
    some(options.agents).map((n) => `U0CS${n}`),
    desks,
  );
  const posted = () =>
    desks.reduce(
      (sum, { channel }) => sum + sandbox.state.messages(channel).filter((m) => m.onlyFor === null).length,
      0,
    ) + some(options.agents).reduce((sum, n) => sum + sandbox.state.messages(`D0CS${n}`).length, 0);
  try {
    await staff.start();
    next = staff.next;
    sandbox.faults.set({ dropReplyAfterPost: options.lostAnswers });
    office.begin(options.restMs.agent, options.restMs.member);
    const until = performance.now() + options.withinMs;
    while ((staff.kills() < options.kills || posted() < options.posts) && performance.now() < until) {
      // On a slow machine a start takes its time: killed again before it has worked, it would prove nothing.
      if (staff.present().length < Math.min(2, options.replicas)) {
        await pause(50);
        continue;
      }
      await pause(between(...options.betweenKillsMs));
      const left = options.kills - staff.kills();
      // Now and then all fall together.
      const victims = Math.min(left, Math.random() < 0.1 ? options.replicas : 1);
      await Promise.all(Array.from({ length: victims }, () => staff.kill(Math.random())));
    }
    await office.end();
    sandbox.faults.clear();
    // A lane whose holder was killed opens when the lease ends, after half a minute.
    await allDelivered(staff.next, 120_000);
  } finally {
    await office.end();
    await staff.stop();
  }
  const db = await openDatabase({ ...options.at, log: quietLog() });
  const found = await audit(db, sandbox, playbook);
  const cases = await db.query<{ experience: string; n: number }>(
    `select state->'voice'->>'experience' as experience, count(*) as n from cases group by 1`,
  );
  const [tries] = await db.query<{ n: number }>('select count(*) as n from outbox where attempts > 1');
  await db.close();
  await sandbox.stop();
  const there = new Map(cases.map(({ experience, n }) => [experience, n]));
  return {
    ...found,
    kills: staff.kills(),
    seconds: Math.round((performance.now() - began) / 1000),
    filed: office.filed.length,
    filedAndGone: office.filed.filter((experience) => !there.has(experience)),
    filedTwice: cases.filter(({ n }) => n > 1).map(({ experience }) => experience),
    refusals: staff.refusals.map(({ said }) => said.slice(-600)),
    secondTries: tries?.n ?? 0,
  };
}

const between = (least: number, most: number): number => least + Math.random() * (most - least);

/** Asks the operator's own page until nothing is owed; what is still owed then, the count says. */
export async function allDelivered(address: () => string, withinMs: number): Promise<void> {
  for (const until = performance.now() + withinMs; performance.now() < until; await pause(500)) {
    const metrics = await fetch(new URL('/metrics', address()))
      .then((answer) => answer.text())
      .catch(() => '');
    if (/^meari_outbox_pending 0$/m.test(metrics)) return;
  }
}
