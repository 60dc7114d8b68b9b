import type { Rung, Target, Terms } from '../../../src/domain/sla/terms.ts';
import { everyMinute, momentAfter, untilEndOfDay } from './wall-minutes.ts';
import type { World } from './world.ts';
import type { Fact, Facts } from './world-facts.ts';
import type { Hours } from './world-hours.ts';

/*
 * The two promises that every case makes, to be acknowledged and to be fixed, counted minute by minute from the log: was
 * every rung told when its time had come, and not before; and did a case that nobody touched ever fall silent?
 */

const minute = 60_000;
/** A ring comes a minute late; after a kill another process needs a while. */
const graceMs = 5 * minute;
/** Minutes are counted whole. */
const roundingMs = 2 * minute;

export type LadderAudit = {
  readonly early: readonly string[];
  readonly late: readonly string[];
  readonly untold: readonly string[];
  /** Past twice its time with no word to an executive. */
  readonly silent: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
};

/** By what a promise is counted; a new severity or another department changes it. */
type Counted = {
  readonly target: Target;
  readonly department: string | null;
  readonly pauses: readonly { readonly from: number; readonly to: number | null }[];
  /** When that changed last. */
  readonly changedAt: number;
};

/** One promise from its beginning to its end, as the log tells it. */
type Stretch = {
  readonly caseId: number;
  readonly name: 'acknowledge' | 'fix';
  readonly from: number;
  target: Target;
  rungs: readonly Rung[];
  repeat: number | null;
  department: string | null;
  readonly pauses: { readonly from: number; to: number | null }[];
  /** `by`: what it was counted by then. */
  readonly told: {
    readonly at: number;
    readonly rung: number;
    readonly skipped: readonly number[];
    readonly by: Counted;
  }[];
  /** When what it was counted by changed last. */
  changedAt: number;
  /** Somebody put its reminders off: what follows is not compared. */
  putOff: boolean;
  endedAt: number | null;
};

const when = (at: number): string => new Date(at).toISOString().slice(0, 19);
const nameOf = (s: Stretch): string => `case ${s.caseId} ${s.name} from ${when(s.from)}`;

export function auditLadders({ to }: World, { log }: Facts, hours: Hours): LadderAudit {
  const [early, late, untold, silent]: [string[], string[], string[], string[]] = [[], [], [], []];
  const lateness: number[] = [];
  let [compared, putOff, past] = [0, 0, 0];
  for (const [caseId, events] of log) {
    for (const stretch of stretchesOf(caseId, events)) {
      const end = stretch.endedAt ?? to;
      const momentOf = (percent: number, asOf: number, by: Counted = stretch): number | null =>
        reachedAt(stretch.from, by, percent, asOf, hours);
      const twice = momentOf(200, end);
      const hasTop = stretch.rungs.some(({ at }) => at === 200);
      if (hasTop && !stretch.putOff && twice !== null && twice < end - graceMs) {
        past += 1;
        if (!stretch.told.some(({ rung, skipped }) => rung >= 200 || skipped.includes(200))) {
          silent.push(`${nameOf(stretch)}: twice its time had passed at ${when(twice)}`);
        }
      }
      if (stretch.putOff) {
        putOff += 1;
        continue;
      }
      compared += 1;
      const toldRungs = new Set(stretch.told.flatMap(({ rung, skipped }) => [rung, ...skipped]));
      for (const { at, rung, by } of stretch.told) {
        const moment = momentOf(rung, at, by);
        if (moment === null || at < moment - roundingMs) {
          early.push(
            `${nameOf(stretch)}: ${rung}% told at ${when(at)}, reached at ${moment === null ? 'never' : when(moment)}`,
          );
          continue;
        }
        const changed = Math.max(by.changedAt, hours.changedBefore(at));
        const delay = at - Math.max(moment, changed);
        lateness.push(Math.max(0, delay));
        if (delay > graceMs) late.push(`${nameOf(stretch)}: ${rung}% told at ${when(at)}, reached at ${when(moment)}`);
      }
      for (const { at: rung } of stretch.rungs) {
        const moment = momentOf(rung, end);
        const above = [...toldRungs].some((other) => other > rung);
        if (!toldRungs.has(rung) && !above && moment !== null && moment < end - graceMs) {
          untold.push(`${nameOf(stretch)}: ${rung}% reached at ${when(moment)}, never told`);
        }
      }
    }
  }
  lateness.sort((a, b) => a - b);
  return {
    early,
    late,
    untold,
    silent,
    counts: {
      'promises compared': compared,
      'rungs compared': lateness.length,
      'promises put off, not compared': putOff,
      'promises past twice their time': past,
      'seconds from rung to word, median': Math.round((lateness[Math.floor(lateness.length / 2)] ?? 0) / 1000),
      'seconds from rung to word, at most': Math.round((lateness.at(-1) ?? 0) / 1000),
    },
  };
}

/** When so many percent have passed, by what was known of the calendar at a moment. */
function reachedAt(
  from: number,
  { target, department, pauses }: Counted,
  percent: number,
  asOf: number,
  hours: Hours,
): number | null {
  const counted = target.unit === 'wall' ? everyMinute : hours.ofDepartment(department, asOf);
  const length = 'minutes' in target ? target.minutes : untilEndOfDay(from, target.days, counted);
  return length === null ? null : momentAfter(from, (length * percent) / 100, counted, pauses);
}

const rungsFor = (name: Stretch['name'], terms: Terms): readonly Rung[] => terms.ladders[name] ?? terms.ladder;

/** Reads the log of a case: which of the two promises ran when, by what, and what was told of it. */
function stretchesOf(caseId: number, events: readonly Fact[]): readonly Stretch[] {
  const all: Stretch[] = [];
  const running = new Map<Stretch['name'], Stretch>();
  let terms: Terms | null = null;
  let department: string | null = null;
  let reopened = false;

  const start = (name: Stretch['name'], at: number, target: Target | null | undefined, of = department): void => {
    stop(name, at);
    if (terms === null || target == null) return;
    const stretch: Stretch = {
      caseId,
      name,
      from: at,
      target,
      rungs: rungsFor(name, terms),
      repeat: terms.repeat,
      department: of,
      pauses: [],
      told: [],
      changedAt: at,
      putOff: false,
      endedAt: null,
    };
    all.push(stretch);
    running.set(name, stretch);
  };
  const stop = (name: Stretch['name'], at: number): void => {
    const stretch = running.get(name);
    if (stretch !== undefined) stretch.endedAt = at;
    running.delete(name);
  };
  const pause = (at: number): void => {
    const fix = running.get('fix');
    if (fix !== undefined && fix.pauses.at(-1)?.to !== null) fix.pauses.push({ from: at, to: null });
  };
  const resume = (at: number): void => {
    const fix = running.get('fix');
    const open = fix?.pauses.at(-1);
    if (fix === undefined || open === undefined || open.to !== null) return;
    open.to = at;
    fix.changedAt = at;
  };

  for (const { type, at, data } of events) {
    switch (type) {
      case 'CaseFiled':
        terms = (data['terms'] as Terms | null | undefined) ?? null;
        start('acknowledge', at, terms?.targets.acknowledge);
        start('fix', at, terms?.targets.fix);
        break;
      case 'CaseRouted': {
        department = String(data['department']);
        const fix = running.get('fix');
        if (fix !== undefined) [fix.department, fix.changedAt] = [department, at];
        start('acknowledge', at, terms?.targets.acknowledge);
        break;
      }
      case 'CaseAdjudicated':
        start('acknowledge', at, terms?.targets.acknowledge, String(data['department']));
        break;
      case 'CaseAcknowledged':
      case 'TransferAccepted':
      case 'AdjudicationOpened':
        stop('acknowledge', at);
        break;
      case 'CaseHeld':
        if ((data['hold'] as { forCustomer?: true }).forCustomer === true) pause(at);
        break;
      case 'CaseResumed':
      case 'RefusalOverturned':
        resume(at);
        break;
      case 'CaseRefused':
        stop('acknowledge', at);
        pause(at);
        break;
      case 'CaseFixed':
        stop('fix', at);
        break;
      case 'CaseReopened': {
        const of = all.findLast(({ name }) => name === 'fix')?.department ?? department;
        reopened = true;
        start('fix', at, terms?.reopened, of);
        break;
      }
      case 'SeverityReassessed': {
        const changed = data['terms'] as Terms | null | undefined;
        if (changed === undefined) break;
        terms = changed;
        for (const [name, stretch] of running) {
          if (terms === null) stop(name, at);
          else {
            const target = terms.targets[name];
            if (target !== undefined && !(name === 'fix' && reopened)) stretch.target = target;
            [stretch.rungs, stretch.repeat, stretch.changedAt] = [rungsFor(name, terms), terms.repeat, at];
          }
        }
        break;
      }
      case 'NudgesSnoozed':
      case 'NewDueSet': {
        const stretch = [...running.values()].find(({ name }) => name === data['clock']);
        if (stretch !== undefined) stretch.putOff = true;
        break;
      }
      case 'CaseNudged':
      case 'CaseEscalated': {
        const stretch = [...running.values()].find(({ name }) => name === data['clock']);
        if (stretch === undefined) break;
        const { target, department: of, pauses, changedAt } = stretch;
        const by = { target, department: of, pauses: pauses.map((p) => ({ ...p })), changedAt };
        stretch.told.push({ at, rung: Number(data['rung']), skipped: data['skipped'] as readonly number[], by });
        break;
      }
      case 'CaseClosed':
      case 'CaseMerged':
      case 'CaseWithdrawn':
      case 'CaseVoided':
      case 'RefusalCountersigned':
        stop('acknowledge', at);
        stop('fix', at);
        break;
    }
  }
  return all;
}
