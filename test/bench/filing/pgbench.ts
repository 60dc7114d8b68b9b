import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { workspace } from '../support/changes.ts';
import type { PlainInserts } from './plain-inserts.ts';

/** Where Debian keeps pgbench; null: not on this machine. */
export function findPgbench(): string | null {
  const config = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  const beside = config.status === 0 ? join(config.stdout.trim(), 'pgbench') : null;
  if (beside !== null && existsSync(beside)) return beside;
  return spawnSync('pgbench', ['--version']).status === 0 ? 'pgbench' : null;
}

/** As a value: within quotes pgbench would take the colons for names. */
const origin = `slack:${workspace.tenant}:view:V`;
/** pgbench has no counter that its clients share; in so wide a range chance is as good. */
const chance = '\\set chance random(1, 9000000000000000000)';

export type Load = { readonly url: string; readonly clients: number; readonly seconds: number };

/** Transactions a second that pgbench gets out of these inserts. @throws Error when one of them failed */
export async function pgbench(bin: string, { statements, values }: PlainInserts, load: Load): Promise<number> {
  const { url, clients, seconds } = load;
  const folder = await mkdtemp(join(tmpdir(), 'meari-pgbench-'));
  try {
    const script = join(folder, 'file-a-case.sql');
    await writeFile(script, scriptOf(statements));
    const { stdout } = await promisify(execFile)(
      bin,
      [
        ...['-n', '-M', 'prepared', '-c', String(clients), '-j', String(Math.min(clients, 2)), '-T', String(seconds)],
        ...Object.entries({ ...values, origin }).flatMap(([name, value]) => ['-D', `${name}=${value}`]),
        ...['-f', script, url],
      ],
      { env: { ...process.env, PGCLIENTENCODING: 'UTF8' } },
    ).catch((fault: { readonly stderr?: string }) => {
      throw new Error(`pgbench went wrong:\n${fault.stderr ?? String(fault)}`);
    });
    const tps = Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1]);
    const failed = Number(/failed transactions: (\d+)/.exec(stdout)?.[1] ?? 0);
    if (!(tps > 0) || failed > 0) throw new Error(`pgbench went wrong:\n${stdout}`);
    return tps;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function scriptOf(statements: readonly string[]): string {
  const [first, ...rest] = statements;
  const filled = rest.map((statement) => `${statement.replaceAll(':cause', '(:origin::text || :chance::text)')};`);
  return [chance, 'begin;', `${first} \\gset`, ...filled, 'commit;', ''].join('\n');
}
