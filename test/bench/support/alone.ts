import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type Alone = { readonly child: ChildProcess; readonly ended: Promise<void> };

/**
 * A plain JavaScript file in a Node of its own, as soon as it says `ready`. Nothing is between: a loader for TypeScript
 * would weigh in what is measured.
 */
export async function alone(file: URL, ...args: readonly string[]): Promise<Alone> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [fileURLToPath(file), ...args], {
    env: { PATH, HOME },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    void ended.then(() => reject(new Error(`${file.pathname} ended before it was ready`)));
    createInterface({ input: child.stdout }).on('line', (line) => line === 'ready' && resolve());
  });
  return { child, ended };
}
