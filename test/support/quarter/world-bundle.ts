import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const entry = fileURLToPath(new URL('./world-child.ts', import.meta.url));
const beside = fileURLToPath(new URL('../../../node_modules/.cache/meari/', import.meta.url));

/**
 * The process of the simulation from the sources, as one file: it starts in a third of the time, and is started hundreds
 * of times. Where a source asks where it stands it is told its own place.
 */
export async function worldBundle(): Promise<string> {
  mkdirSync(beside, { recursive: true });
  const outfile = join(beside, `world-${process.pid}.mjs`);
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'silent',
    plugins: [
      {
        name: 'own-place',
        setup: ({ onLoad }) => {
          onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
            contents: (await readFile(path, 'utf8')).replaceAll(
              'import.meta.url',
              JSON.stringify(pathToFileURL(path).href),
            ),
            loader: 'ts',
          }));
        },
      },
    ],
  });
  return outfile;
}
