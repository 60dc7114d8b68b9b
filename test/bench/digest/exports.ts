import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

/** How long an export took, and the most that its process held. */
export type Exporting = { readonly ms: number; readonly peakMb: number };

/** Everything, exported as an operator does it: `npm run meari -- export`, built, in a process of its own. */
export async function exporting(databaseUrl: string): Promise<Exporting> {
  const folder = await mkdtemp(join(tmpdir(), 'meari-export-'));
  const { PATH = '', HOME = '' } = process.env;
  try {
    const start = performance.now();
    const child = spawn(process.execPath, ['dist/src/cli.js', 'export', folder], {
      env: { PATH, HOME, DATABASE_URL: databaseUrl, ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64') },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said = `${said}${String(chunk)}`.slice(-500);
    });
    let code: number | null | undefined;
    const ended = new Promise<void>((resolve) =>
      child.once('exit', (exit) => {
        code = exit;
        resolve();
      }),
    );
    let peakMb = 0;
    while (code === undefined) {
      peakMb = Math.max(peakMb, await resident(child.pid));
      await Promise.race([ended, pause(100)]);
    }
    if (code !== 0) throw new Error(`the export ended with ${code}:\n${said}`);
    return { ms: performance.now() - start, peakMb };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Megabytes; none of a process that has just ended. */
async function resident(pid: number | undefined): Promise<number> {
  const found = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]).catch(() => ({ stdout: '0' }));
  return Number(found.stdout) / 1024;
}
