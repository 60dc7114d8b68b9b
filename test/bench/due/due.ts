import { type Databases, startDatabases } from '../support/databases.ts';
import { compared, type Figure } from '../support/figure.ts';
import { type Effort, interleaved } from '../support/rounds.ts';
import { claims, fireWithoutVacuum, fullScan, idleLooks } from './looks.ts';
import { dueAtOnce, openCases } from './open-cases.ts';
import { type Sweeper, sweeper } from './sweeper.ts';

const sizes = { '10k open': 10_000, '100k open': 100_000, '1M open': 1_000_000 } as const;
type Size = keyof typeof sizes;
const firings = 100_000;
/** More have no room among ten thousand cases. */
const mostRounds = 8;

/**
 * What time costs: a thousand cases are due among ten thousand, a hundred thousand and a million open ones. The sweep is
 * the product's own, from the claim to the commit; a claim and an idle look are measured alone too.
 */
export async function due(effort: Effort): Promise<readonly Figure[]> {
  const databases = await startDatabases(effort);
  try {
    return await measure({ ...effort, rounds: Math.min(effort.rounds, mostRounds) }, databases);
  } finally {
    await databases.stop();
  }
}

async function measure(effort: Effort, databases: Databases): Promise<readonly Figure[]> {
  effort.say(`due: ${dueAtOnce} due cases; ${databases.about}`);
  const build = async (size: Size): Promise<string> => {
    const start = performance.now();
    const amount = { open: sizes[size], batches: effort.rounds + 1 };
    const name = await databases.prepare((url) => openCases(url, amount));
    effort.say(`  ${size}: built in ${((performance.now() - start) / 1000).toFixed(0)} s`);
    return name;
  };
  const few = await build('10k open');
  const many = await build('100k open');
  const most = await build('1M open');
  const afterFirings = await databases.onCopy(many, (fresh) =>
    databases.onCopy(many, (fired) => bloat(effort, fresh, fired)),
  );
  const growth = await databases.on(few, (a) =>
    databases.on(many, (b) =>
      databases.on(most, (c) => sweeps(effort, { '10k open': a, '100k open': b, '1M open': c })),
    ),
  );
  const looks = await databases.on(most, (url) => atAMillion(effort, url));
  return [...growth, ...looks, ...afterFirings];
}

async function sweeps(effort: Effort, urls: Readonly<Record<Size, string>>): Promise<readonly Figure[]> {
  return withSweepers(urls, async (open) => {
    // Connections, prepared statements and the caches of the directory first.
    for (const one of Object.values(open)) await one.sweep();
    const took = await interleaved(effort, {
      '10k open': open['10k open'].sweep,
      '100k open': open['100k open'].sweep,
      '1M open': open['1M open'].sweep,
    });
    const beside = { unit: 'µs a case', beside: '10k open', theirs: took['10k open'] };
    return [
      compared({ name: 'due sweep, 100k open', ours: took['100k open'], ...beside }),
      compared({ name: 'due sweep, 1M open', ours: took['1M open'], ...beside, goal: { atMost: 1.5 } }),
    ];
  });
}

async function atAMillion(effort: Effort, url: string): Promise<readonly Figure[]> {
  return withSweepers({ million: url }, async ({ million }) => {
    await claims(million, effort.seconds);
    const took = await interleaved(effort, {
      claim: () => claims(million, effort.seconds),
      scan: () => fullScan(million),
    });
    const idle: { readonly look: number; readonly ask: number }[] = [];
    for (let round = 0; round < effort.rounds; round += 1) idle.push(await idleLooks(url, effort.seconds));
    return [
      compared({
        name: 'due claim of 100, 1M open',
        unit: 'ms',
        ours: took.claim,
        beside: 'full scan of the table',
        theirs: took.scan,
        goal: { atMost: 0.02 },
      }),
      compared({
        name: 'due look that finds nothing, 1M open',
        unit: 'ms',
        ours: idle.map(({ look }) => look),
        beside: 'select 1 on the same connection',
        theirs: idle.map(({ ask }) => ask),
        goal: { atMost: 2 },
      }),
    ];
  });
}

async function bloat(effort: Effort, fresh: string, fired: string): Promise<readonly Figure[]> {
  return withSweepers({ fresh, fired }, async (open) => {
    await fireWithoutVacuum(open.fired, firings);
    for (const one of Object.values(open)) await claims(one, effort.seconds);
    const took = await interleaved(effort, {
      fired: () => claims(open.fired, effort.seconds),
      fresh: async () => {
        await open.fresh.db.query('vacuum due');
        return claims(open.fresh, effort.seconds);
      },
    });
    return [
      compared({
        name: `due claim of 100, ${firings / 1000}k fired, no vacuum`,
        unit: 'ms',
        ours: took.fired,
        beside: 'nothing fired',
        theirs: took.fresh,
        goal: { atMost: 1.5 },
      }),
    ];
  });
}

async function withSweepers<Name extends string, T>(
  urls: Readonly<Record<Name, string>>,
  work: (open: Readonly<Record<Name, Sweeper>>) => Promise<T>,
): Promise<T> {
  const names = Object.keys(urls) as Name[];
  const open = Object.fromEntries(names.map((name) => [name, sweeper(urls[name])])) as Record<Name, Sweeper>;
  try {
    return await work(open);
  } finally {
    for (const name of names) await open[name].close();
  }
}
