import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { embeddedTemplate, postgresTemplate, type Templates } from './templates.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Socket at which test files ask for a database engine. */
    databases: string;
  }
}

/**
 * One real server and one embedded template for the whole run, made when the first test file asks: a run that needs no
 * database starts none.
 */
export function setup(project: TestProject): () => Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'meari-test-'));
  const made: { postgres?: ReturnType<typeof postgresTemplate>; embedded?: ReturnType<typeof embeddedTemplate> } = {};
  const make = async (engine: keyof Templates): Promise<string> => {
    if (engine === 'postgres') {
      made.postgres ??= postgresTemplate();
      return JSON.stringify((await made.postgres).template);
    }
    made.embedded ??= embeddedTemplate(directory);
    return JSON.stringify(await made.embedded);
  };
  const broker = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', (asked) => {
      const engine = String(asked).trim() === 'postgres' ? 'postgres' : 'embedded';
      make(engine).then(
        (template) => socket.end(template),
        (error: unknown) =>
          socket.end(JSON.stringify({ failed: error instanceof Error ? error.message : String(error) })),
      );
    });
  });
  const path = join(directory, 'databases');
  broker.listen(path);
  project.provide('databases', path);
  return async () => {
    broker.close();
    await made.postgres?.then(
      (server) => server.stop(),
      () => {},
    );
    await made.embedded?.catch(() => {});
    rmSync(directory, { recursive: true, force: true });
  };
}
