import type { CaseRecord } from '../domain/case/case.ts';
import { caseNumber } from '../domain/ids.ts';
import { dueAt } from '../domain/sla/clock-times.ts';
import { goesBy, isOverdue } from '../domain/sla/present-clock.ts';
import { isPaused, isRunning, type SlaClock } from '../domain/sla/sla-clock.ts';
import { ladderOf } from '../domain/sla/terms.ts';
import { fixCalendar, timeInDepartments } from '../domain/sla/time-in-departments.ts';
import type { Card, CardBlock } from '../ports/card.ts';
import { clockUntil, leftText } from './clock-lines.ts';
import { clockName } from './clock-names.ts';
import { aside, bold, card, heading, line, text } from './drawing.ts';
import { inLine } from './excerpt.ts';
import { departmentName } from './labels.ts';
import type { Reading } from './reading.ts';
import { clockText, dayText, lengthText, momentText } from './time.ts';

/** Clocks that one message holds, and characters of what has happened to each. */
const room = 20;
const told = 450;

/** Every promise of a case: how much time, until when, how it stands; and where the time went. */
export function clocksCard(record: CaseRecord, r: Reading): Card {
  const w = r.words.clocks;
  const title = w.title(caseNumber(record.id));
  // What colleagues owe each other is nobody else's to watch.
  const clocks = inOrder(
    record.state.sla.clocks.filter(({ name }) => name !== 'protection'),
    r,
  );
  if (clocks.length === 0) return card(`${title} · ${w.none}`, [heading(title), line(text(w.none))]);
  const shown = clocks.slice(0, room);
  const hidden = clocks.length - shown.length;
  const [first] = shown;
  return card(first === undefined ? title : `${title} · ${clockLine(first, r).join(' ')}`, [
    heading(title),
    ...shown.flatMap((clock) => about(clock, record, r)),
    ...(hidden > 0 ? [aside(text(w.earlier(hidden)))] : []),
    ...departments(record, r),
  ]);
}

/** What runs comes first, the next due moment on top; then what is over, the latest on top. */
function inOrder(clocks: readonly SlaClock[], r: Reading): readonly SlaClock[] {
  const due = (clock: SlaClock): number => goesBy(clock, r.playbook) ?? Number.MAX_SAFE_INTEGER;
  const running = clocks.filter(isRunning).toSorted((a, b) => due(a) - due(b));
  const over = clocks.filter((clock) => !isRunning(clock));
  return [...running, ...over.toSorted((a, b) => (b.ended?.at ?? 0) - (a.ended?.at ?? 0))];
}

/** `처리` and `3영업일 · 11/23(월) 08:00부터 · 11/26(목) 18:00까지 · 남은 시간 업무시간 …`. */
function clockLine(clock: SlaClock, r: Reading): readonly [string, string] {
  const until = clockUntil(clock, r);
  const parts = [
    targetText(clock, r),
    r.words.time.since(momentText(clock.from, r)),
    ...(until === null ? [] : [until]),
    stateText(clock, r),
  ];
  return [clockName(clock, r), parts.join(' · ')];
}

function about(clock: SlaClock, record: CaseRecord, r: Reading): readonly CardBlock[] {
  const [name, said] = clockLine(clock, r);
  const more = history(clock, record, r);
  return [
    line(bold(name), text(` ${said}`)),
    ...(more.length === 0 ? [] : [aside(text(inLine(more.join(' · '), told)))]),
  ];
}

/** `4업무시간`, `3영업일`, `30분(밤·휴일 포함)`. */
function targetText({ target }: SlaClock, r: Reading): string {
  const w = r.words.clocks.target;
  switch (target.unit) {
    case 'days':
      return w.days(target.days);
    case 'until':
      return w.until(dayText(target.day, r));
    case 'daytime': {
      const { from, to } = r.playbook.sla.daytime;
      return w.daytime(minutesText(target.minutes, r), clockText(from), clockText(to));
    }
    case 'wall':
    case 'working':
      return w[target.unit](minutesText(target.minutes, r));
  }
}

const minutesText = (n: number, r: Reading): string => r.words.time.length(Math.floor(n / 60), n % 60);

function stateText(clock: SlaClock, r: Reading): string {
  const w = r.words.clocks.state;
  const { ended } = clock;
  if (ended !== undefined) {
    const due = dueAt(clock, r.playbook);
    const when = momentText(ended.at, r);
    if (!ended.met) return w.dropped(when);
    return due !== null && ended.at > due ? w.late(when) : w.kept(when);
  }
  if (isOverdue(clock, r.now, r.playbook)) return r.words.time.overdue;
  const pause = clock.pauses?.at(-1);
  if (isPaused(clock) && pause !== undefined) return w.standsStill(momentText(pause.from, r));
  const left = leftText(clock, r);
  return left === null ? w.noWorkingTime : w.left(left);
}

/** When it stood still, was put off, got another date; and how far its reminders have climbed. */
function history({ pauses, snoozes, newDues, reached, name }: SlaClock, record: CaseRecord, r: Reading) {
  const w = r.words.clocks;
  const who = r.words.glossary.person;
  const { terms } = record.state.sla;
  const rungs = terms === null ? [] : ladderOf(name, terms).filter(({ at }) => at <= reached);
  return [
    ...(pauses ?? []).flatMap(({ from, to }) =>
      to === null ? [] : [w.paused(momentText(from, r), momentText(to, r))],
    ),
    ...((snoozes ?? []).length > 0 ? [w.snoozed((snoozes ?? []).length)] : []),
    ...(snoozes ?? []).map((s) => w.snooze(who(s.by.name), momentText(s.until, r), inLine(s.reason, 80))),
    ...(newDues ?? []).slice(-5).map((n) => w.newDue(who(n.by.name), momentText(n.until, r), inLine(n.reason, 80))),
    ...(rungs.length > 0 ? [w.reached(rungs.map(({ at }) => `${at}%`).join(', '))] : []),
  ];
}

function departments(record: CaseRecord, r: Reading): readonly CardBlock[] {
  const c = record.state;
  const spent = timeInDepartments(c, r.now, r.playbook).filter(({ time }) => time > 0);
  if (spent.length === 0) return [];
  const w = r.words.clocks;
  const parts = spent.map(({ department, time }) => {
    const name = department === null ? r.words.glossary.desk : departmentName(department, r);
    return `${name} ${lengthText(time, r)}`;
  });
  return [
    line(bold(w.departments), text(` ${parts.join(' · ')}`)),
    aside(text(w.departmentsHint(fixCalendar(c, r.playbook).name[r.locale]))),
  ];
}
