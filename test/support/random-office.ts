import type { Day } from '../../src/domain/instant.ts';
import type { Calendar, Playbook } from '../../src/domain/playbook.ts';
import type { CommonClock, Rung, RungTarget, SlaRules, Target } from '../../src/domain/sla/terms.ts';
import type { Span } from '../../src/domain/sla/working-hours.ts';
import { aPlaybook } from './a-playbook.ts';
import { dayOfNumber, numberOf } from './brute-time.ts';
import { type Chance, chance } from './seeded.ts';
import { slaRules } from './sla-rules.ts';

/** Half of them change their clocks, one by half an hour, one lies half an hour off. */
export const zones = [
  'Asia/Seoul',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'America/Sao_Paulo',
] as const;

const span = (from: number, to: number): Span => ({ from: from * 60, to: to * 60 });

/** Ways to work a day. */
const shifts: readonly (readonly Span[])[] = [
  [span(9, 12), span(13, 18)],
  [span(8.5, 17.25)],
  [span(9, 13)],
  [span(22, 30)],
  [span(18, 22), span(22.5, 26.5)],
  [span(0, 24)],
  [span(6, 14), span(14, 22), span(22, 30)],
  [span(1, 3.5), span(9, 12)],
  [
    { from: 547, to: 719 },
    { from: 781, to: 1083 },
  ],
];

function randomCalendar(code: string, c: Chance): Calendar {
  const usual = c.pick(shifts);
  const other = c.pick(shifts);
  const week = Array.from({ length: 7 }, (_, weekday) => {
    const isWeekend = weekday === 0 || weekday === 6;
    if (isWeekend ? c.percent(80) : c.percent(6)) return [];
    return c.percent(85) ? usual : other;
  });
  if (week.every((spans) => spans.length === 0)) week[1] = usual;
  const days = new Map<Day, readonly Span[]>();
  const first = numberOf('2026-01-01' as Day);
  for (let n = c.between(0, 90); n > 0; n -= 1) {
    const day = dayOfNumber(first + c.below(730));
    days.set(day, c.percent(60) ? [] : c.pick(shifts));
  }
  // A long rest now and then.
  if (c.percent(40)) {
    const from = first + c.below(600);
    for (let n = 0; n < c.between(3, 12); n += 1) days.set(dayOfNumber(from + n), []);
  }
  return { code, name: { ko: code, en: code }, zone: c.pick(zones), week, holidays: [], days };
}

function randomTarget(c: Chance): Target {
  switch (c.below(4)) {
    case 0:
      return { unit: 'working', minutes: c.pick([5, 30, 45, 120, 240, 333, 480, 960, 1441]) };
    case 1:
      return { unit: 'wall', minutes: c.pick([1, 7, 30, 120, 480, 1440, 4320]) };
    case 2:
      return { unit: 'daytime', minutes: c.pick([10, 61, 240, 840, 1500]) };
    default:
      return { unit: 'days', days: c.between(1, 8) };
  }
}

const targets: readonly (readonly RungTarget[])[] = [
  ['thread'],
  ['owner'],
  ['owner', 'lead'],
  ['lead', 'csLead'],
  ['executive'],
];

function randomLadder(c: Chance): readonly Rung[] {
  const at = [10, 33, 43, 50, 67, 80, 90, 99, 100, 101, 120, 150, 175, 200, 300].filter(() => c.percent(35));
  return (at.length === 0 ? [100] : at).map((percent) => ({ at: percent, to: c.pick(targets) }));
}

const randomly = <K extends string, V, W>(of: Readonly<Partial<Record<K, V>>>, make: (value: V) => W) =>
  Object.fromEntries(Object.entries(of).map(([key, value]) => [key, make(value as V)])) as Record<K, W>;

/** Other promises than those that ship. */
function randomRules(c: Chance): SlaRules {
  // An acknowledgement may repeat for days: not every few seconds.
  const anew = (target: Target): Target => {
    const next = randomTarget(c);
    return 'minutes' in next && next.minutes < 30 && 'minutes' in target ? { ...next, minutes: 30 } : next;
  };
  return {
    ...slaRules,
    tiers: {
      S1: randomly(slaRules.tiers.S1, anew),
      S2: randomly(slaRules.tiers.S2, anew),
      S3: randomly(slaRules.tiers.S3, anew),
      S4: randomly(slaRules.tiers.S4, anew),
    },
    common: randomly<CommonClock, Target, Target>(slaRules.common, anew),
    ladder: randomLadder(c),
    ladders: randomly(slaRules.ladders, () => randomLadder(c)),
    urgent: { ladder: randomLadder(c), repeat: c.pick([50, 100]) },
    reopened: c.pick([0.3, 0.5, 1]),
    daytime: c.pick([
      { from: 480, to: 1320 },
      { from: 0, to: 1440 },
      { from: 150, to: 175 },
    ]),
  };
}

/** A company anywhere on earth: each seed another. */
export function randomOffice(seed: number): Playbook {
  const c = chance(seed * 7919 + 17);
  const calendars = ['a', 'b', 'c', 'd'].map((code) => randomCalendar(code, c));
  return {
    ...aPlaybook,
    zone: c.pick(zones),
    calendars,
    departments: aPlaybook.departments.map((d) => ({ ...d, calendar: c.pick(calendars).code })),
    sla: c.percent(50) ? slaRules : randomRules(c),
  };
}
