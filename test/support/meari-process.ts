import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export type MeariProcess = { readonly url: string; readonly child: ChildProcess; readonly stop: () => Promise<void> };

/** Starts `node dist/src/main.js` as `npm start` does and waits until it says that it is ready. */
export async function startMeari(env: Readonly<Record<string, string>>): Promise<MeariProcess> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['dist/src/main.js'], {
    env: { PATH, HOME, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stderr.on('data', (data) => said.push(String(data)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    void ended.then(() => reject(new Error(`Meari ended before it was ready:\n${said.join('')}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(`${line}\n`);
      const { msg, url: at } = JSON.parse(line) as { msg?: string; url?: string };
      if (msg === 'ready' && at !== undefined) resolve(at);
    });
  });
  return {
    url,
    child,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
