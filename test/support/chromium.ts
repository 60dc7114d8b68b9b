import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/**
 * A real Chromium for tests. In this order: `CHROMIUM_PATH`, one the system has, the one that comes with the npm
 * package `@sparticuz/chromium` (works as root and without nss/nspr on the machine).
 */

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--lang=ko-KR',
];

const systemPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const screens = fileURLToPath(new URL('../.out/screens/', import.meta.url));
const run = promisify(execFile);

/** Starts the browser. Close it yourself. Throws when no Chromium can be started, naming what was tried. */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env['CHROMIUM_PATH'] ?? systemPlaces.find((place) => existsSync(place));
  if (own !== undefined) return chromium.launch({ executablePath: own, args: flags });
  const folder = await unpacked();
  const executablePath = join(folder, 'chromium');
  const env = { ...process.env, FONTCONFIG_PATH: process.env['FONTCONFIG_PATH'] ?? fontsOf(folder) };
  try {
    return await chromium.launch({ executablePath, args: flags, env: defined(env) });
  } catch (error) {
    if (!String(error).includes('shared libraries')) throw error;
    // A machine without nss and nspr: the package brings them.
    const libraries = [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
    return chromium.launch({ executablePath, args: flags, env: defined({ ...env, LD_LIBRARY_PATH: libraries }) });
  }
}

/** A fresh profile: Korean, Seoul time, 1280 × 800 unless told otherwise. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  return context.newPage();
}

/** Writes `test/.out/screens/<name>.png` and returns its path. Waits for the fonts. */
export async function screenshot(page: Page, name: string): Promise<string> {
  await mkdir(screens, { recursive: true });
  const path = join(screens, `${name}.png`);
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  return path;
}

/** The package unpacks into the temporary folder without a lock, so each process unpacks beside and renames. */
async function unpacked(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const about: unknown = JSON.parse(await readFile(join(dirname(entry), '..', '..', 'package.json'), 'utf8'));
  const version = typeof about === 'object' && about !== null && 'version' in about ? String(about.version) : 'unknown';
  const folder = join(tmpdir(), `meari-chromium-${version}`);
  if (existsSync(folder)) return folder;
  const beside = await mkdtemp(join(tmpdir(), 'meari-chromium-'));
  // Named like Lambda so that the libraries are unpacked too.
  const env = { ...process.env, TMPDIR: beside, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
  const script = `require(${JSON.stringify(entry)}).executablePath().catch((e) => { console.error(e); process.exit(1); })`;
  await run(process.execPath, ['-e', script], { env });
  try {
    await rename(beside, folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function fontsOf(folder: string): string | undefined {
  return existsSync('/etc/fonts/fonts.conf') ? undefined : join(folder, 'fonts');
}

function defined(env: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined));
}
