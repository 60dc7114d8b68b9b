import { spawn } from 'node:child_process';

export type Said = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs one operator command as a process of its own, as `npm run meari` does once it has built, with nothing else in its environment. */
export function runMeari(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Said> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['dist/src/cli.js', ...words], {
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    said.err += String(chunk);
  });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done({ code, ...said }));
  });
}
