import { beforeAll, expect, it } from 'vitest';
import type { Database } from '../../db/database.ts';
import { onCardStatement, reflections } from '../../db/reflections.ts';
import { caseId, departmentCode } from '../../src/domain/ids.ts';
import { day } from '../../src/domain/instant.ts';
import type { Reflections } from '../../src/ports/reflections.ts';
import { logistics, quality } from '../support/a-playbook.ts';
import { eachDatabase } from '../support/databases.ts';
import { memoryReflections } from '../support/memory-reflections.ts';

const [thisWeek, nextWeek] = [day('2026-11-23'), day('2026-11-30')];
const [one, two, three] = [caseId(1), caseId(2), caseId(3)];

/** What the database promises and the double in memory repeats. */
function promises(fresh: () => Reflections, department = logistics): void {
  it('S4-01 the first card of the week in a department asks, as often as it is drawn; no other does', async () => {
    const all = fresh();
    expect(await all.onCard(department, one, thisWeek)).toBe(true);
    expect(await all.onCard(department, two, thisWeek)).toBe(false);
    expect(await all.onCard(department, one, null)).toBe(true);
    expect(await all.onCard(department, two, null)).toBe(false);
    expect(await all.onCard(department, one, thisWeek)).toBe(true);
    expect(await all.onCard(quality, two, thisWeek)).toBe(true);
  });

  it('S4-01 folded, it is gone from its card, and none comes till next week', async () => {
    const all = fresh();
    expect(await all.fold(quality, one)).toBe(false);
    expect(await all.fold(department, one)).toBe(true);
    expect(await all.fold(department, one)).toBe(false);
    expect(await all.onCard(department, one, null)).toBe(false);
    expect(await all.onCard(department, one, thisWeek)).toBe(false);
    expect(await all.onCard(department, three, thisWeek)).toBe(false);
    expect(await all.onCard(department, three, nextWeek)).toBe(true);
    expect(await all.onCard(quality, two, null)).toBe(true);
  });
}

eachDatabase((engine, open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });
  promises(() => reflections(db));

  it('S4-01 of many cards that are posted at once one asks, whichever replica posts it, in both chats of the department', async () => {
    const it = departmentCode('it');
    const posted = Array.from({ length: 20 }, (_, n) => caseId(100 + Math.floor(n / 2)));
    const asked = await Promise.all(posted.map((id) => reflections(db).onCard(it, id, thisWeek)));
    const asking = posted.filter((_, n) => asked[n]);
    expect(asking).toHaveLength(2);
    expect(new Set(asking).size).toBe(1);
  });

  if (engine === 'postgres') {
    it('is one look-up by index, however many weeks have passed', async () => {
      await db.query(`insert into reflections (department, week, case_id)
        select 'd' || n % 20, '2020-01-' || lpad((1 + n / 20 % 28)::text, 2, '0'), 1000 + n from generate_series(0, 500) n
        on conflict do nothing`);
      await db.query(`insert into reflections (department, week, case_id)
        select 'e' || n, '2020-01-01', 10000 + n from generate_series(0, 5000) n`);
      await db.query('analyze reflections');
      const plan = JSON.stringify(await db.query(`explain ${onCardStatement}`, ['e7', 10_007, thisWeek]));
      expect(plan).toContain('reflections_case');
      expect(plan).not.toContain('Seq Scan');
    });
  }
});

const kept = memoryReflections();
promises(() => kept);
