import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/connect.ts';
import type { Database } from '../../db/database.ts';
import { type Fresh, freshDatabase } from '../support/databases.ts';
import { type Lived, liveThrough, looks, somethingToTell } from '../support/digest-year/live.ts';
import { momentAt, numberOf, reckoned } from '../support/digest-year/reckoned.ts';
import { quietLog } from '../support/quiet-log.ts';

/** Clocks are changed in two of the three zones, on different days. */
const [from, to] = [numberOf('2026-10-01'), numberOf('2027-10-01')];
/** From a Monday at nine in Seoul, when the week is owed and not yet told, to the Thursday after. */
const outage = {
  from: momentAt('seoul', numberOf('2027-03-08'), 9 * 60),
  until: momentAt('seoul', numberOf('2027-03-11'), 10 * 60),
};
/** Whoever falls at the moment itself is there again a minute later. */
const soon = 10 * 60_000;

const read = (at: number): string => new Date(at).toISOString().slice(0, 16);
const moments = looks(from, to, outage);
const [begins = 0] = moments;
const isOut = (at: number): boolean => at >= outage.from && at < outage.until;

describe('a year of digests, from two replicas that are killed and started again, for a company in three zones', () => {
  let fresh: Fresh;
  let db: Database;
  let lived: Lived;
  // What came due within a fortnight before Meari was there is told on its first day.
  const owed = reckoned(from - 14, to).filter(({ at, until }) => at >= begins || until === null);
  const due = owed.filter(({ at, until }) => until === null || !isOut(at) || until > outage.until);

  beforeAll(async () => {
    fresh = await freshDatabase('postgres');
    db = await openDatabase({ ...fresh, log: quietLog() });
    await somethingToTell(db, from, to);
    lived = await liveThrough(db, moments, outage);
  }, 180_000);
  afterAll(async () => {
    await db.close();
    await fresh.remove();
  });

  it('many a kill hits a replica in the middle, and nothing else goes wrong', () => {
    expect(lived.kills).toBeGreaterThan(200);
    expect(lived.faults).toEqual([]);
  });

  it('each digest is told once, and none is missing', () => {
    expect(lived.told.map(({ what }) => what).sort()).toEqual(due.map(({ what }) => what).sort());
  });

  it('none comes before its moment, and each follows it at once, or the end of the outage', () => {
    const told = new Map(due.map(({ what, at }) => [what, isOut(at) ? outage.until : Math.max(at, begins)]));
    const off = lived.told.filter(({ what, at }) => {
      const moment = told.get(what) ?? Number.NaN;
      return !(at >= moment && at <= moment + soon);
    });
    expect(off.map(({ what, at }) => `${what} at ${read(at)}`)).toEqual([]);
  });

  it('what is about a day is told while that day lasts', () => {
    const ends = new Map(owed.map(({ what, until }) => [what, until]));
    expect(lived.told.filter(({ what, at }) => at >= (ends.get(what) ?? Number.POSITIVE_INFINITY))).toEqual([]);
  });
});
