import type { Database } from '../../../db/database.ts';

class Undone extends Error {}

/**
 * Everything that `work` writes is undone: the next company finds the database as this one did. Far cheaper than a new
 * database, and what is append-only stays so.
 */
export async function inVain(db: Database, work: (db: Database) => Promise<void>): Promise<void> {
  const undone = new Undone();
  const all = db.transaction(async (tx) => {
    // To compile a plan costs more than so few rows give back.
    await tx.query('set local jit = off');
    await work({ ...tx, transaction: (inner) => inner(tx), close: async () => {}, embedded: db.embedded });
    throw undone;
  });
  await all.catch((error: unknown) => {
    if (error !== undone) throw error;
  });
}
