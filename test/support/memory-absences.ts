import { err, ok } from '../../src/domain/result.ts';
import { type Absence, absenceOf } from '../../src/domain/sla/absence.ts';
import type { Absences } from '../../src/ports/absences.ts';

/** Absences as `db/absences.ts` keeps them, in memory. */
export function memoryAbsences(): Absences {
  let all: readonly Absence[] = [];
  let ids = 0;
  return {
    current: async (from) => all.filter(({ until }) => until >= from).toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    set: async (wanted) => {
      const met = absenceOf(wanted.person, wanted, all);
      if (met !== null) return err(met);
      ids += 1;
      const absence = { id: ids, ...wanted };
      all = [...all, absence];
      return ok(absence);
    },
    end: async (id) => {
      const ended = all.find((a) => a.id === id) ?? null;
      all = all.filter((a) => a.id !== id);
      return ended;
    },
  };
}
