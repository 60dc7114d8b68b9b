import { cp, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Bundles the page into static files, its font included, so that it asks nobody outside for anything.
 * `tsx adapters/sandbox/page/build.ts [folder]`; the folder is dist/adapters/sandbox/page unless told otherwise.
 */
export async function buildPage(folder: string): Promise<void> {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const font = join(
    dirname(createRequire(import.meta.url).resolve('pretendard/package.json')),
    'dist/web/variable/woff2/PretendardVariable.woff2',
  );
  await mkdir(join(folder, 'fonts'), { recursive: true });
  await Promise.all([
    build({
      entryPoints: { app: join(here, 'main.tsx') },
      outdir: folder,
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
      jsx: 'automatic',
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'warning',
    }),
    build({
      entryPoints: { app: join(here, 'styles', 'app.css') },
      outdir: folder,
      bundle: true,
      minify: true,
      external: ['./fonts/*'],
      target: 'es2022',
      logLevel: 'warning',
    }),
    cp(join(here, 'index.html'), join(folder, 'index.html')),
    cp(join(here, 'favicon.svg'), join(folder, 'favicon.svg')),
    cp(font, join(folder, 'fonts', 'PretendardVariable.woff2')),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await buildPage(process.argv[2] ?? fileURLToPath(new URL('../../../dist/adapters/sandbox/page/', import.meta.url)));
