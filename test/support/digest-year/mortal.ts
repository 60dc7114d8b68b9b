import type { Database } from '../../../db/database.ts';
import type { Chance } from '../seeded.ts';

/** Thrown to whoever goes on in a process that was killed. */
class Killed extends Error {
  override readonly name = 'Killed';
}

/** How long a process lives: counted in what it asks of the world, so that it may fall between any two of them. */
export type Life = {
  readonly end: () => void;
  /** It falls at the `n`-th thing it asks from now on. */
  readonly endAfter: (n: number) => void;
  readonly isOver: () => boolean;
  /** Asks something of the world. At the end of its life it is asked or not, and nobody hears the answer. */
  readonly ask: <T>(work: () => Promise<T>) => Promise<T>;
};

export function life(c: Chance): Life {
  let left = Number.POSITIVE_INFINITY;
  let isOver = false;
  return {
    end: () => {
      isOver = true;
    },
    endAfter: (n) => {
      left = n;
    },
    isOver: () => isOver,
    ask: async (work) => {
      if (isOver) throw new Killed();
      left -= 1;
      if (left > 0) return work();
      isOver = true;
      if (c.percent(50)) await work();
      throw new Killed();
    },
  };
}

/** The database, as a process that may be killed asks it. */
export const askedBy = (own: Life, db: Database): Database => ({
  ...db,
  query: (text, parameters) => own.ask(() => db.query(text, parameters)),
});
