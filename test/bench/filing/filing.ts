import { caseStore } from '../../../db/case-store.ts';
import { postgresDatabase } from '../../../db/postgres.ts';
import type { CaseChange } from '../../../src/ports/case-store.ts';
import { aCause, filings } from '../support/changes.ts';
import { type Databases, migrated, startDatabases } from '../support/databases.ts';
import { compared, type Figure } from '../support/figure.ts';
import { type Effort, interleaved } from '../support/rounds.ts';
import { findPgbench, type Load, pgbench } from './pgbench.ts';
import { type PlainInserts, plainInserts } from './plain-inserts.ts';
import { plainPostgresJs } from './postgres-js.ts';

const goals = [
  { clients: 1, atLeast: 0.7 },
  { clients: 8, atLeast: 0.6 },
  { clients: 32, atLeast: 0.8 },
] as const;

/**
 * Filing a case, the way the product commits it, against plain inserts of the same rows: the case, its two events, its
 * sealed original, what it is found by, what counts of it, its lanes and what is owed. A new copy of an empty database
 * for every measurement.
 */
export async function filing(effort: Effort): Promise<readonly Figure[]> {
  const databases = await startDatabases(effort);
  try {
    return await measure(effort, databases);
  } finally {
    await databases.stop();
  }
}

async function measure(effort: Effort, databases: Databases): Promise<readonly Figure[]> {
  const { seconds, say } = effort;
  const empty = await databases.prepare(migrated);
  const change = await databases.onCopy(empty, aFiling);
  const plain = plainInserts(change);
  const rival = plainly();
  say(`filing: ${databases.about}`);
  say(`  beside it: ${rival.name}, ${plain.statements.length} inserts between begin and commit`);
  await databases.onCopy(empty, (url) => file(change, { url, clients: 8, seconds: 1 }));
  const figures: Figure[] = [];
  for (const { clients, atLeast } of goals) {
    const load = (url: string): Load => ({ url, clients, seconds });
    const { ours, theirs } = await interleaved(effort, {
      ours: () => databases.onCopy(empty, (url) => file(change, load(url))),
      theirs: () => databases.onCopy(empty, (url) => rival.run(plain, load(url))),
    });
    const name = `filing a case, ${clients} ${clients === 1 ? 'client' : 'clients'}`;
    figures.push(compared({ name, unit: 'cases/s', ours, beside: rival.name, theirs, goal: { atLeast } }));
  }
  return figures;
}

function plainly(): { readonly name: string; readonly run: (plain: PlainInserts, load: Load) => Promise<number> } {
  const bin = findPgbench();
  if (bin === null) return { name: 'no pgbench here; postgres.js, plain inserts', run: plainPostgresJs };
  return { name: 'pgbench -M prepared, plain inserts', run: (plain, load) => pgbench(bin, plain, load) };
}

/** The first of the forty voices: broken eggs, a phone number to mask, severity S2; a card and a word are owed. */
async function aFiling(url: string): Promise<CaseChange> {
  const db = postgresDatabase(url);
  try {
    const [first] = await filings(db);
    if (first === undefined) throw new Error('there is no voice');
    return first;
  } finally {
    await db.close();
  }
}

/** Cases a second through the store, with the connections the product uses. */
async function file(change: CaseChange, { url, clients, seconds }: Load): Promise<number> {
  const db = postgresDatabase(url);
  const store = caseStore(db);
  const fileOne = async () => {
    const committed = await store.commit({ ...change, causationId: aCause() });
    if (!committed.ok || committed.value.repeated) throw new Error('a case was not filed');
  };
  try {
    // Connections and prepared statements first, as pgbench does not count connecting either.
    await Promise.all(Array.from({ length: Math.max(clients, 10) }, fileOne));
    const start = performance.now();
    const until = start + seconds * 1000;
    let filed = 0;
    await Promise.all(
      Array.from({ length: clients }, async () => {
        while (performance.now() < until) {
          await fileOne();
          filed += 1;
        }
      }),
    );
    return (filed * 1000) / (performance.now() - start);
  } finally {
    await db.close();
  }
}
