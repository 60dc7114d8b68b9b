import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Effort } from './rounds.ts';

let building: Promise<unknown> | null = null;

/** `dist` as `npm start` would build it now; once a run. */
export async function built({ say }: Effort): Promise<void> {
  if (building === null) say('  building, as npm start does');
  building ??= promisify(execFile)('npm', ['run', '-s', 'build']);
  await building;
}
