import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../../db/connect.ts';
import type { Database } from '../../db/database.ts';
import { exportReads } from '../../db/export.ts';
import { monthsTo, weeksTo } from '../../src/app/digests/draw-digest.ts';
import { day } from '../../src/domain/instant.ts';
import type { Month } from '../../src/domain/month.ts';
import { calendarHolding } from '../../src/domain/sla/clock-times.ts';
import { type Fresh, freshDatabase } from '../support/databases.ts';
import { exported } from '../support/exported.ts';
import { quietLog } from '../support/quiet-log.ts';
import { departments } from '../support/recount/case-steps.ts';
import { figuresFrom, weekSumsFrom } from '../support/recount/figures.ts';
import { inVain } from '../support/recount/in-vain.ts';
import { daysLived, lived } from '../support/recount/lived.ts';
import { scorecardFrom } from '../support/recount/scorecard.ts';
import { conversionFrom, screenFrom } from '../support/recount/screen.ts';
import { dayAfter, dayThere, mondayOf, monthOf, tablesIn, weekOf } from '../support/recount/tables.ts';
import { telling } from '../support/recount/told.ts';
import { chance } from '../support/seeded.ts';

const companies = 200;
/** At once: the database has more than one pair of hands. */
const lanes = 3;
/** Signals that say a customer may be leaving, in the order of the playbook. */
const leaving = ['H2', 'H1'];

/** The real server alone: an embedded database needs ten times as long for as much, and sums are compared on both elsewhere. */
let db: Database;
let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase('postgres');
  db = await openDatabase({ ...fresh, log: quietLog() });
});
afterAll(async () => {
  await db.close();
  await fresh.remove();
});

/** What Meari tells of a week, a month and every department, beside what the export's rows come to. */
async function toldAndCounted(own: Database, seed: number) {
  const { playbook, from, at } = await lived(own, seed);
  const { zone } = playbook;
  const { rows } = await exported(exportReads(own), { playbook, now: at });
  const tables = tablesIn(rows);
  const tells = telling(own, playbook, at);
  const c = chance(seed * 13 + 1);
  const someDay = (): string => dayAfter(dayThere(from, zone), c.between(20, daysLived + 3));
  const monday = mondayOf(someDay());
  const month = someDay().slice(0, 7);
  const week = (n: number) => weekOf(dayAfter(monday, -7 * n), zone);
  const whole = monthOf(month, zone);
  const before = monthOf(dayAfter(whole.from, -1).slice(0, 7), zone);
  const home = calendarHolding(null, playbook).zone;
  const last = dayAfter(mondayOf(dayThere(at, zone)), -7);
  const told = {
    week: await tells.screen(weeksTo(day(monday), zone)),
    month: await tells.screen(monthsTo(month as Month, zone)),
    scorecards: await Promise.all(departments.map((code) => tells.scorecard(code, month as Month))),
    conversion: await tells.conversion(),
  };
  const counted = {
    week: {
      figures: figuresFrom(tables, [week(0), week(1), week(2), week(3), week(4)]),
      ...screenFrom(tables, week(0), at, leaving),
    },
    month: { figures: figuresFrom(tables, [whole, before]), ...screenFrom(tables, whole, at, leaving) },
    scorecards: departments.map((code) => {
      const there = monthOf(month, calendarHolding(code, playbook).zone);
      return { department: code, ...scorecardFrom(tables, code, there, at) };
    }),
    conversion: conversionFrom(tables, at, home),
  };
  const kept = (await tells.weeks()).map(({ week: of, department, sums }) => ({ of, department, sums }));
  const keptAnew = kept.map(({ of, department }) => {
    return { of, department, sums: weekSumsFrom(tables, weekOf(of, zone), department) };
  });
  expect(kept.filter(({ department }) => department === null).map(({ of }) => of)).toEqual(
    [0, 1, 2, 3, 4].map((n) => dayAfter(last, -7 * n)),
  );
  return { told: { seed, ...told, kept }, counted: { seed, ...counted, kept: keptAnew } };
}

/** A department's month is compared with nothing, and a case that was none has no department that it would count for. */
const neverTold = /^\.scorecards\.(figures\.(\w+\.before|spread)|honest\.voided)$/;

/** The names of all figures that are more than nothing. */
function sayingSomething(of: unknown, path = ''): readonly string[] {
  if (typeof of === 'object' && of !== null) {
    return Object.entries(of).flatMap(([key, value]) =>
      sayingSomething(value, Array.isArray(of) ? path : `${path}.${key}`),
    );
  }
  return of === 0 || of === null || of === false ? [] : [path];
}
const names = (of: unknown, path = ''): readonly string[] =>
  typeof of === 'object' && of !== null
    ? Object.entries(of).flatMap(([key, value]) => names(value, Array.isArray(of) ? path : `${path}.${key}`))
    : [path];

it('every figure that is told is what the exported rows come to, in two hundred companies anywhere on earth', async () => {
  const all = new Set<string>();
  const said = new Set<string>();
  const seeds = Array.from({ length: companies }, (_, n) => n + 1).values();
  const lane = async (): Promise<void> => {
    for (const seed of seeds) {
      await inVain(db, async (own) => {
        const { told, counted } = await toldAndCounted(own, seed);
        expect(told).toEqual(counted);
        for (const name of names(counted)) all.add(name);
        for (const name of sayingSomething(counted)) said.add(name);
      });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  // Everything would agree about companies in which nothing happens.
  const silent = [...all].filter((name) => ![...said].some((known) => known === name || known.startsWith(`${name}.`)));
  expect(silent.filter((name) => !neverTold.test(name))).toEqual([]);
}, 600_000);
