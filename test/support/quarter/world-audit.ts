import { writeFileSync } from 'node:fs';
import { caseStore } from '../../../db/case-store.ts';
import { hasEnded } from '../../../src/domain/case/case.ts';
import { caseId } from '../../../src/domain/ids.ts';
import { nextDue } from '../../../src/domain/sla/next-due.ts';
import { auditLadders, type LadderAudit } from './audit-ladders.ts';
import { auditReminders, type ReminderAudit } from './audit-reminders.ts';
import type { World } from './world.ts';
import { type Facts, factsOf } from './world-facts.ts';
import { hoursIn } from './world-hours.ts';

export type WorldAudit = Omit<ReminderAudit, 'counts'> &
  Omit<LadderAudit, 'counts'> & {
    /** Rows of the due list that lie in the past, or say something else than their case. */
    readonly overdue: readonly string[];
    readonly counts: Readonly<Record<string, number>>;
  };

/** Everything that was promised, against everything that people saw. */
export async function auditWorld(world: World): Promise<WorldAudit> {
  const facts = await factsOf(world);
  const hours = hoursIn(world.playbook, world.daysOff, world.lived.holidays);
  const { counts: ofReminders, ...reminders } = auditReminders(world, facts, hours);
  const { counts: ofLadders, ...ladders } = auditLadders(world, facts, hours);
  const { due, open } = await auditDue(world);
  const events = [...facts.log.values()].flat();
  keep(world, facts);
  return {
    ...reminders,
    ...ladders,
    overdue: due,
    counts: {
      cases: facts.log.size,
      'open at the end': open,
      events: events.length,
      'steps of people': [...world.lived.taken.values()].reduce((sum, n) => sum + n, 0),
      refused: [...world.lived.refused.values()].reduce((sum, n) => sum + n, 0),
      absences: world.lived.absences.length,
      'changes of holidays': world.lived.holidays.length,
      'rungs reached': events.filter(({ type }) => type === 'CaseNudged' || type === 'CaseEscalated').length,
      'rungs passed over': events.flatMap(({ data }) => (data['skipped'] as readonly number[] | undefined) ?? [])
        .length,
      ...ofReminders,
      ...ofLadders,
      ...world.figures,
    },
  };
}

/** For whoever has to find out what happened: `WORLD_DUMP=/tmp/world.json npm run soak`. */
function keep({ lived }: World, { log, reminders, owed, posts }: Facts): void {
  const path = process.env['WORLD_DUMP'];
  if (path === undefined) return;
  const { absences, holidays } = lived;
  writeFileSync(
    path,
    JSON.stringify({ events: [...log.values()].flat(), reminders, owed, posts: [...posts], absences, holidays }),
  );
}

async function auditDue({ db, playbook, clock }: World) {
  const rows = await db.query<{ id: number; due_at: number | null; kind: string | null; broke: number | null }>(
    `select c.id, case when d.due_at < 'infinity' then d.due_at end as due_at, d.kind, d.broke from cases c left join due d on d.case_id = c.id`,
  );
  const store = caseStore(db);
  const due: string[] = [];
  let open = 0;
  for (const row of rows) {
    const record = await store.load(caseId(row.id));
    const next = record === null ? null : nextDue(record.state, playbook);
    // Whoever was told of the end may still be owed a call.
    if (record === null || (hasEnded(record.state) && next === null)) {
      if (row.kind !== null) due.push(`case ${row.id} has ended and is on the list`);
      continue;
    }
    open += Number(!hasEnded(record.state));
    if (row.kind === null) due.push(`case ${row.id} is not on the list`);
    else if ((next?.at ?? null) !== row.due_at)
      due.push(`case ${row.id}: ${row.due_at} on the list, ${next?.at} by the case`);
    if (row.due_at !== null && row.due_at <= clock.now() - 60_000)
      due.push(`case ${row.id} is due since ${new Date(row.due_at).toISOString()}`);
    if ((row.broke ?? 0) > 0) due.push(`case ${row.id} broke ${row.broke} times`);
  }
  return { due, open };
}

/** What the quarter came to, so that it can be quoted; and of what is wrong, everything. */
export function tellWorld(title: string, { counts, ...lists }: WorldAudit, faults: ReadonlyMap<string, number>): void {
  const wide = Math.max(...Object.keys(counts).map((name) => name.length));
  const lines = Object.entries(counts).map(([name, n]) => `  ${name.padEnd(wide)} ${String(n).padStart(8)}`);
  const wrong = Object.entries(lists).map(
    ([name, list]) => `  ${name.padEnd(wide)} ${String(list.length).padStart(8)}`,
  );
  const said = [...faults].map(([what, n]) => `  ${n} × ${what}`);
  process.stdout.write(
    `${[title, ...lines, '  — what must be nothing —', ...wrong, '  — what the processes said —', ...said].join('\n')}\n`,
  );
  for (const [name, list] of Object.entries(lists)) {
    for (const each of list.slice(0, 40)) process.stdout.write(`  ${name}: ${each}\n`);
  }
}
