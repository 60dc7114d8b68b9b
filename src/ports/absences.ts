import type { Day } from '../domain/instant.ts';
import type { Result } from '../domain/result.ts';
import type { Absence } from '../domain/sla/absence.ts';

/** Who is away, and who stands in. */
export type Absences = {
  /** Everybody's, of those that last until this day or longer; earliest first. Few enough to be read at once. */
  readonly current: (from: Day) => Promise<readonly Absence[]>;
  /**
   * Refused where the person is away already on one of the days, with that absence: two delegates for one day would
   * leave it to chance who is reminded. @throws DatabaseFault
   */
  readonly set: (absence: Omit<Absence, 'id'>) => Promise<Result<Absence, Absence>>;
  /** Null: it had been ended before. @throws DatabaseFault */
  readonly end: (id: number) => Promise<Absence | null>;
};
