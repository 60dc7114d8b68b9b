import { caseStore } from '../../../db/case-store.ts';
import { postgresDatabase } from '../../../db/postgres.ts';
import { aCause, filings } from '../support/changes.ts';
import { compared, type Figure } from '../support/figure.ts';
import { type Effort, interleaved } from '../support/rounds.ts';

const clients = 8;

/** Cases a second that are filed with what counts of them, and without: what the figures cost who files. */
export async function tallied(effort: Effort, url: string): Promise<Figure> {
  const db = postgresDatabase(url);
  const store = caseStore(db);
  try {
    const [model] = await filings(db);
    if (model === undefined) throw new Error('there is no voice');
    const forATime = async (tallies: typeof model.tallies): Promise<number> => {
      const start = performance.now();
      let filed = 0;
      await Promise.all(
        Array.from({ length: clients }, async () => {
          while (performance.now() - start < effort.seconds * 1000) {
            const done = await store.commit({ ...model, tallies, causationId: aCause() });
            if (!done.ok || done.value.repeated) throw new Error('a case was not filed');
            filed += 1;
          }
        }),
      );
      return (filed * 1000) / (performance.now() - start);
    };
    await forATime(model.tallies);
    const speed = await interleaved(effort, {
      tallied: () => forATime(model.tallies),
      untallied: () => forATime([]),
    });
    return compared({
      name: `filing with ${model.tallies.length} tallies, ${clients} clients`,
      unit: 'cases/s',
      ours: speed.tallied,
      beside: 'without any',
      theirs: speed.untallied,
      goal: { atLeast: 0.85 },
    });
  } finally {
    await db.close();
  }
}
