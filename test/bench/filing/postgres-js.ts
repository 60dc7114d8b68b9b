import postgres from 'postgres';
import { workspace } from '../support/changes.ts';
import type { Load } from './pgbench.ts';
import type { PlainInserts } from './plain-inserts.ts';

/** Where there is no pgbench: the same inserts through postgres.js, each prepared and awaited, a connection a client. */
export async function plainPostgresJs(plain: PlainInserts, { url, clients, seconds }: Load): Promise<number> {
  const sql = postgres(url, { max: clients, fetch_types: false, onnotice: () => {} });
  const fileOne = insertsOn(sql, plain);
  try {
    await Promise.all(Array.from({ length: clients }, (_, i) => fileOne(`warm:${i}`)));
    const start = performance.now();
    const until = start + seconds * 1000;
    let filed = 0;
    await Promise.all(
      Array.from({ length: clients }, async () => {
        while (performance.now() < until) {
          filed += 1;
          await fileOne(`slack:${workspace.tenant}:view:V${filed}`);
        }
      }),
    );
    return (filed * 1000) / (performance.now() - start);
  } finally {
    await sql.end();
  }
}

/** Runs the inserts once, in a transaction, for this cause. */
export function insertsOn(sql: postgres.Sql, { statements, values }: PlainInserts): (cause: string) => Promise<void> {
  const prepared = statements.map(numbered);
  return async (cause) => {
    await sql.begin(async (tx) => {
      let id = '';
      for (const { text, names } of prepared) {
        const parameters = names.map((name) => (name === 'id' ? id : name === 'cause' ? cause : (values[name] ?? '')));
        const [row] = await tx.unsafe(text, parameters, { prepare: true });
        if (row !== undefined) id = String(row['id']);
      }
    });
  };
}

/** `:name` becomes `$n`; every value travels as text and is read by the server. */
function numbered(statement: string): { readonly text: string; readonly names: readonly string[] } {
  const names: string[] = [];
  const text = statement.replaceAll(/(?<!:):([a-z]\w*)/g, (_, name: string) => {
    if (!names.includes(name)) names.push(name);
    const cast = name === 'id' ? '::text::bigint' : '::text';
    return `$${names.indexOf(name) + 1}${cast}`;
  });
  return { text, names };
}
