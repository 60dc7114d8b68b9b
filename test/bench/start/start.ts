import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMeari } from '../../support/meari-process.ts';
import { alone } from '../support/alone.ts';
import { built } from '../support/built.ts';
import { compared, type Figure } from '../support/figure.ts';
import { type Effort, interleaved } from '../support/rounds.ts';

/**
 * From `node dist/src/main.js` with nothing configured (embedded, sandbox) to the line that says it is ready, against a
 * Node that only opens the embedded database. First: there is no database yet. Warm: there is one.
 */
export async function start(effort: Effort): Promise<readonly Figure[]> {
  await built(effort);
  effort.say('start: embedded database, sandbox');
  const folders: string[] = [];
  const folder = async (): Promise<string> => {
    const made = await mkdtemp(join(tmpdir(), 'meari-start-'));
    folders.push(made);
    return made;
  };
  try {
    const first = await interleaved(effort, {
      'Meari, first': async () => startOfMeari(await folder()),
      'database, first': async () => startOfDatabase(join(await folder(), 'database')),
    });
    const ours = await folder();
    const theirs = join(await folder(), 'database');
    await startOfMeari(ours);
    await startOfDatabase(theirs);
    const warm = await interleaved(effort, {
      'Meari, warm': () => startOfMeari(ours),
      'database, warm': () => startOfDatabase(theirs),
    });
    const beside = { unit: 's', beside: 'the embedded database alone' };
    return [
      compared({
        name: 'start to ready, first',
        ours: first['Meari, first'],
        theirs: first['database, first'],
        ...beside,
      }),
      compared({
        name: 'start to ready, warm',
        ours: warm['Meari, warm'],
        theirs: warm['database, warm'],
        goal: { atMost: 2 },
        ...beside,
      }),
    ];
  } finally {
    await Promise.all(folders.map((made) => rm(made, { recursive: true, force: true })));
  }
}

/** Seconds. */
async function startOfMeari(dataDir: string): Promise<number> {
  const begun = performance.now();
  const meari = await startMeari({ DATA_DIR: dataDir });
  const took = (performance.now() - begun) / 1000;
  await meari.stop();
  return took;
}

/** Seconds. */
async function startOfDatabase(directory: string): Promise<number> {
  const begun = performance.now();
  const { ended } = await alone(new URL('./pglite-alone.js', import.meta.url), directory);
  const took = (performance.now() - begun) / 1000;
  await ended;
  return took;
}
