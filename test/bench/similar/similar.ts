import { caseStore } from '../../../db/case-store.ts';
import type { Database } from '../../../db/database.ts';
import { lookAlikes } from '../../../db/look-alikes.ts';
import { postgresDatabase } from '../../../db/postgres.ts';
import type { MaskedText } from '../../../src/domain/ids.ts';
import { chance } from '../../support/seeded.ts';
import { asAdmin } from '../../support/templates.ts';
import { aCause, filings, now, playbook } from '../support/changes.ts';
import { type Databases, startDatabases } from '../support/databases.ts';
import { compared, type Figure } from '../support/figure.ts';
import { median, p95 } from '../support/median.ts';
import { type Effort, interleaved } from '../support/rounds.ts';
import { filledWith, seed } from './filled.ts';
import { madeVoices, retellings } from './made-voices.ts';

const sizes = { '10k': 10_000, '100k': 100_000, '1M': 1_000_000 } as const;
type Size = keyof typeof sizes;
/** Against the plain index, p95: what each size may take. */
const goals: Readonly<Record<Size, number | null>> = { '10k': null, '100k': 0.25, '1M': 0.05 };
const searches = 40;
const retold = 100;
const { lexicon, ...rules } = playbook.lookAlikes;
const searchIn = (db: Database) => lookAlikes(db, { rules, lexicon: () => lexicon });

/**
 * Earlier cases like a new one among ten thousand, a hundred thousand and a million, all of which may be offered: the
 * product's search beside a plain trigram index on the same texts, how surely it finds a voice told again, and what
 * keeping its index costs whoever files.
 */
export async function similar(effort: Effort): Promise<readonly Figure[]> {
  const databases = await startDatabases(effort);
  try {
    return await measure(effort, databases);
  } finally {
    await databases.stop();
  }
}

async function measure(effort: Effort, databases: Databases): Promise<readonly Figure[]> {
  effort.say(`similar: ${databases.about}`);
  const wanted = (Object.keys(sizes) as Size[]).filter(
    (size) => sizes[size] <= Number(process.env['SIMILAR_MOST'] ?? sizes['1M']),
  );
  const figures: Figure[] = [];
  const slowest = new Map<Size, readonly number[]>();
  for (const size of wanted) {
    const start = performance.now();
    const name = await databases.prepare((url) => filledWith(url, sizes[size]));
    effort.say(`  ${size}: built in ${((performance.now() - start) / 1000).toFixed(0)} s`);
    await databases.on(name, async (url) => {
      const { found, ours95 } = await search(effort, url, size);
      figures.push(...found);
      slowest.set(size, ours95);
    });
    if (size === '100k') figures.push(await databases.on(name, (url) => filing(effort, url)));
  }
  const [few, many] = [slowest.get('100k'), slowest.get('1M')];
  if (few !== undefined && many !== undefined) {
    figures.push(
      compared({
        name: 'look-alikes p95, 1M',
        unit: 'ms',
        ours: many,
        beside: '100k',
        theirs: few,
        goal: { atMost: 2.5 },
      }),
    );
  }
  return figures;
}

async function search(
  effort: Effort,
  url: string,
  size: Size,
): Promise<{ readonly found: readonly Figure[]; readonly ours95: readonly number[] }> {
  const db = postgresDatabase(url);
  const ours = searchIn(db);
  try {
    await ours.upkeep(now);
    // Voices that were not filed, of the same making.
    const asked = madeVoices(seed + 1);
    const middles = { ours: [] as number[], plain: [] as number[] };
    const took = await interleaved(effort, {
      ours: async () => {
        const each = await timed(() => ours.find(soughtAs(asked.next()), 10));
        middles.ours.push(median(each));
        return p95(each);
      },
      plain: async () => {
        const each = await timed(() => plainly(db, asked.next()));
        middles.plain.push(median(each));
        return p95(each);
      },
    });
    const goal = goals[size];
    const beside = 'pg_trgm GIN on the same rows';
    return {
      ours95: took.ours,
      found: [
        compared({ name: `look-alikes p50, ${size}`, unit: 'ms', ours: middles.ours, beside, theirs: middles.plain }),
        compared({
          name: `look-alikes p95, ${size}`,
          unit: 'ms',
          ours: took.ours,
          beside,
          theirs: took.plain,
          ...(goal === null ? {} : { goal: { atMost: goal } }),
        }),
        ...(await recalls(effort, db, size)),
      ],
    };
  } finally {
    await db.close();
  }
}

const soughtAs = (text: string) => ({
  words: text as MaskedText,
  experience: text as MaskedText,
  kind: 'complaint' as const,
  touchpoint: null,
  department: null,
  except: [],
  at: now,
});

async function timed(work: () => Promise<unknown>): Promise<readonly number[]> {
  const took: number[] = [];
  for (let i = 0; i < searches; i += 1) {
    const start = performance.now();
    await work();
    took.push(performance.now() - start);
  }
  return took;
}

const plainly = (db: Database, text: string): Promise<readonly { readonly case_id: number }[]> =>
  db.query('select case_id from plain where text % $1::text order by similarity(text, $1::text) desc limit 10', [text]);

/** Of a hundred filed voices told again, how many are among the ten found, beside the plain index. */
async function recalls(effort: Effort, db: Database, size: Size): Promise<readonly Figure[]> {
  const ours = searchIn(db);
  const figures: Figure[] = [];
  for (const [name, retell] of Object.entries(retellings)) {
    const random = chance(7);
    const [mine, plain] = [[] as number[], [] as number[]];
    for (let i = 0; i < retold; i += 1) {
      const id = 1 + random.below(sizes[size]);
      const [row] = await db.query<{ text: string }>('select text from plain where case_id = $1::bigint', [id]);
      const text = retell(row?.text ?? '', random);
      mine.push((await ours.find(soughtAs(text), 10)).some((found) => found.id === id) ? 1 : 0);
      // A few suffice: the plain index takes a second each among a million.
      if (i < searches) plain.push((await plainly(db, text)).some((found) => found.case_id === id) ? 1 : 0);
    }
    const share = (hits: readonly number[]) => hits.reduce((sum, hit) => sum + hit, 0) / hits.length;
    effort.say(`  ${size} ${name}: ${share(mine)} against ${share(plain)}`);
    figures.push({
      name: `look-alikes recall@10, ${name}, ${size}`,
      value: share(mine),
      unit: 'of all',
      beside: `all of them; pg_trgm GIN: ${share(plain).toFixed(2)}`,
      ratio: share(mine),
      goal: { atLeast: 0.98 },
    });
  }
  return figures;
}

/** Cases a second where the index of look-alikes is kept, and where it is not. */
async function filing(effort: Effort, url: string): Promise<Figure> {
  const db = postgresDatabase(url);
  const store = caseStore(db);
  const next = madeVoices(seed + 2);
  try {
    const [model] = await filings(db);
    if (model === undefined) throw new Error('there is no voice');
    const forATime = async (): Promise<number> => {
      const start = performance.now();
      let filed = 0;
      while (performance.now() - start < effort.seconds * 1000) {
        await Promise.all(
          Array.from({ length: 8 }, async () => {
            const words = next.next() as MaskedText;
            const after = { ...model.after, voice: { ...model.after.voice, words, experience: words } };
            const done = await store.commit({ ...model, after, causationId: aCause() });
            if (!done.ok) throw new Error('a case was not filed');
            filed += 1;
          }),
        );
      }
      return (filed * 1000) / (performance.now() - start);
    };
    await asAdmin(url, (sql) => sql.unsafe(`select setval(pg_get_serial_sequence('cases', 'id'), 10000000)`));
    await forATime();
    const speed = await interleaved(effort, {
      kept: forATime,
      without: async () => {
        await asAdmin(url, (sql) => sql.unsafe('drop index look_alikes_grams'));
        const reached = await forATime();
        await asAdmin(url, (sql) => sql.unsafe('create index look_alikes_grams on look_alikes using gin (grams)'));
        return reached;
      },
    });
    return compared({
      name: 'filing with the index of look-alikes, 100k',
      unit: 'cases/s',
      ours: speed.kept,
      beside: 'without it',
      theirs: speed.without,
      goal: { atLeast: 0.85 },
    });
  } finally {
    await db.close();
  }
}
