import { beforeAll, describe, expect, it } from 'vitest';
import { absences } from '../../db/absences.ts';
import type { Database } from '../../db/database.ts';
import { personId } from '../../src/domain/ids.ts';
import { day } from '../../src/domain/instant.ts';
import type { Absence } from '../../src/domain/sla/absence.ts';
import { eachDatabase } from '../support/databases.ts';

const away = (person: string, from: string, until: string, delegate: string | null = null): Omit<Absence, 'id'> => ({
  person: personId(person),
  from: day(from),
  until: day(until),
  delegate: delegate === null ? null : personId(delegate),
  setBy: personId(person),
});

eachDatabase((_, open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });

  describe('absences', () => {
    it('are there for every replica, earliest first, until their last day is over', async () => {
      const one = absences(db);
      const later = await one.set(away('hana', '2026-12-07', '2026-12-08'));
      const first = await one.set({ ...away('jiho', '2026-11-24', '2026-11-28', 'hana'), setBy: personId('sechan') });
      if (!first.ok || !later.ok) throw new Error('not set');
      expect(first.value).toEqual({
        id: first.value.id,
        ...away('jiho', '2026-11-24', '2026-11-28', 'hana'),
        setBy: 'sechan',
      });
      expect(await absences(db).current(day('2026-11-28'))).toEqual([first.value, later.value]);
      expect(await one.current(day('2026-11-29'))).toEqual([later.value]);
    });

    it('of one person never share a day; those of two people may', async () => {
      const one = absences(db);
      const known = await one.set(away('bada', '2027-01-11', '2027-01-15'));
      if (!known.ok) throw new Error('not set');
      const meeting = [
        '2027-01-04 2027-01-11',
        '2027-01-12 2027-01-13',
        '2027-01-15 2027-01-20',
        '2027-01-01 2027-02-01',
      ];
      for (const days of meeting) {
        const [from = '', until = ''] = days.split(' ');
        expect(await one.set(away('bada', from, until))).toEqual({ ok: false, error: known.value });
      }
      expect((await one.set(away('bada', '2027-01-16', '2027-01-16'))).ok).toBe(true);
      expect((await one.set(away('sejin', '2027-01-11', '2027-01-15'))).ok).toBe(true);
    });

    it('written at the same moment still never share a day', async () => {
      const one = absences(db);
      const tries = await Promise.all(
        Array.from({ length: 8 }, (_, i) => one.set(away('narae', '2027-03-01', `2027-03-0${i + 1}`))),
      );
      expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    });

    it('are ended once', async () => {
      const one = absences(db);
      const set = await one.set(away('yuna', '2027-04-05', '2027-04-09'));
      if (!set.ok) throw new Error('not set');
      expect(await one.end(set.value.id)).toEqual(set.value);
      expect(await one.end(set.value.id)).toBeNull();
      expect((await one.current(day('2027-04-05'))).map(({ person }) => person)).not.toContain('yuna');
    });
  });
});
