import type { Database } from '../../../db/database.ts';
import { postgresDatabase } from '../../../db/postgres.ts';
import { asAdmin } from '../../support/templates.ts';
import { built } from '../support/built.ts';
import { type Databases, startDatabases } from '../support/databases.ts';
import { compared, type Figure } from '../support/figure.ts';
import { type Effort, interleaved } from '../support/rounds.ts';
import { type Exporting, exporting } from './exports.ts';
import { type Reading, storeWeeks, trendCounted, trendStored, weekly, weeklyByScan, weeklyInTurn } from './readings.ts';
import { tallied } from './tallied.ts';
import { aDay, years } from './years.ts';

const sizes = { '100k': 100_000, '1M': 1_000_000, '3M': 3_000_000 } as const;
type Size = keyof typeof sizes;
/** More cases than these are not exported here: it takes as long as it takes. */
const mostExported = 1_000_000;

/**
 * The executives' weekly digest among a hundred thousand, a million and three million cases of the same density, so that
 * more of them are more years; beside a plain scan of the same rows; the trend over all weeks; what an export takes and
 * holds; and what it costs who files that everything is tallied. Three million want some 16 GB of disk; `DIGEST_MOST`: no
 * more cases than that.
 */
export async function digest(effort: Effort): Promise<readonly Figure[]> {
  await built(effort);
  const databases = await startDatabases(effort);
  try {
    return await measure(effort, databases);
  } finally {
    await databases.stop();
  }
}

async function measure(effort: Effort, databases: Databases): Promise<readonly Figure[]> {
  effort.say(`digest: ${databases.about}`);
  const most = Number(process.env['DIGEST_MOST'] ?? sizes['3M']);
  const wanted = (Object.keys(sizes) as Size[]).filter((size) => sizes[size] <= most);
  const figures: Figure[] = [];
  const prepared = new Map<Size, string>();
  const exported = new Map<Size, Exporting>();
  for (const size of wanted) {
    const start = performance.now();
    const withLog = sizes[size] <= mostExported;
    const name = await databases.prepare((url) => years(url, sizes[size], withLog));
    effort.say(`  ${size}: built in ${((performance.now() - start) / 1000).toFixed(0)} s`);
    prepared.set(size, name);
    if (!withLog) continue;
    const one = await databases.on(name, exporting);
    effort.say(`  ${size}: exported in ${(one.ms / 1000).toFixed(0)} s, with ${one.peakMb.toFixed(0)} MB`);
    exported.set(size, one);
    // Nothing else reads the log, and it is half of what there is on the disk.
    await databases.on(name, forgetLog);
  }
  figures.push(...exports(exported));
  const scanned = prepared.get('1M') ?? prepared.get('100k');
  if (scanned === undefined) throw new RangeError(`DIGEST_MOST is at least ${sizes['100k']}`);
  figures.push(...(await weeks(effort, databases, prepared)));
  figures.push(await databases.on(scanned, (url) => byScan(effort, url, prepared.has('1M') ? '1M' : '100k')));
  const last = wanted.at(-1) ?? '100k';
  figures.push(await databases.on(prepared.get(last) ?? scanned, (url) => trend(effort, url, last)));
  figures.push(await databases.on(prepared.get('100k') ?? scanned, (url) => tallied(effort, url)));
  return figures;
}

const forgetLog = (url: string): Promise<void> =>
  asAdmin(url, async (sql) => {
    await sql.unsafe('set session_replication_role = replica');
    await sql.unsafe('truncate case_events');
  });

async function onDatabase<T>(url: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = postgresDatabase(url);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

/** The digest of a week among the cases of months and of years, by turns. */
async function weeks(
  effort: Effort,
  databases: Databases,
  prepared: ReadonlyMap<Size, string>,
): Promise<readonly Figure[]> {
  const open = await Promise.all(
    [...prepared].map(
      async ([size, name]) => [size, await databases.on(name, async (url) => postgresDatabase(url))] as const,
    ),
  );
  try {
    for (const [, db] of open) await weekly(db);
    const sides = Object.fromEntries(open.map(([size, db]) => [size, () => weekly(db)]));
    const took = await interleaved(effort, sides);
    return open.slice(1).map(([size], i) => {
      const before = open[i]?.[0] ?? size;
      return compared({
        name: `weekly digest, ${size}`,
        unit: 'ms',
        ours: took[size] ?? [],
        beside: before,
        theirs: took[before] ?? [],
        // A hundred thousand are a month: the weeks it is compared with are not all there.
        ...(size === '3M' ? { goal: { atMost: 1.3 } } : {}),
      });
    });
  } finally {
    for (const [, db] of open) await db.close();
  }
}

const byScan = (effort: Effort, url: string, size: Size): Promise<Figure> =>
  onDatabase(url, async (db) => {
    const told = new Set<string>();
    const side = (reading: (of: Database) => Promise<Reading>) => async (): Promise<number> => {
      const { ms, figures } = await reading(db);
      told.add(figures);
      return ms;
    };
    const took = await interleaved(effort, { ours: side(weeklyInTurn), scan: side(weeklyByScan) });
    if (told.size !== 1) throw new Error('the scan came to other figures');
    return compared({
      name: `weekly digest in one session, ${size}`,
      unit: 'ms',
      ours: took.ours,
      beside: 'the same figures without an index',
      theirs: took.scan,
      goal: { atMost: 0.2 },
    });
  });

const trend = (effort: Effort, url: string, size: Size): Promise<Figure> =>
  onDatabase(url, async (db) => {
    const many = Math.ceil(sizes[size] / aDay / 7);
    await storeWeeks(db, many);
    const took = await interleaved(effort, {
      stored: () => trendStored(db, many),
      counted: () => trendCounted(db, many),
    });
    return compared({
      name: `trend over ${many} weeks, ${size}`,
      unit: 'ms',
      ours: took.stored,
      beside: 'summed anew from the tallies',
      theirs: took.counted,
      goal: { atMost: 0.01 },
    });
  });

/** Once each: it takes as long as a round of anything else. */
function exports(exported: ReadonlyMap<Size, Exporting>): readonly Figure[] {
  const [few, many] = [exported.get('100k'), exported.get('1M')];
  if (few === undefined || many === undefined) return [];
  const each = ({ ms }: Exporting, size: Size): readonly number[] => [(ms * 1000) / sizes[size]];
  return [
    compared({
      name: 'export, 1M',
      unit: 'µs a case',
      ours: each(many, '1M'),
      beside: '100k',
      theirs: each(few, '100k'),
      goal: { atMost: 1.3 },
    }),
    compared({
      name: 'export, most memory, 1M',
      unit: 'MB',
      ours: [many.peakMb],
      beside: '100k',
      theirs: [few.peakMb],
      goal: { atMost: 1.25 },
    }),
  ];
}
