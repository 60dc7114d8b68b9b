import { beforeAll, expect, it } from 'vitest';
import { caseQueries } from '../../db/case-queries.ts';
import { caseStore } from '../../db/case-store.ts';
import type { Database } from '../../db/database.ts';
import type { CaseEvent } from '../../src/domain/case/events.ts';
import { type CaseId, caseId } from '../../src/domain/ids.ts';
import type { CaseQueries, Page } from '../../src/ports/case-queries.ts';
import { filing } from '../support/a-change.ts';
import { people, product } from '../support/a-playbook.ts';
import * as say from '../support/case-events.ts';
import { eachDatabase } from '../support/databases.ts';

const ids = (page: Page): readonly CaseId[] => page.cases.map(({ id }) => id);

eachDatabase((_engine, open) => {
  let db: Database;
  let queries: CaseQueries;
  const made: Record<string, CaseId> = {};
  const file = async (name: string, ...events: readonly CaseEvent[]): Promise<void> => {
    const committed = await caseStore(db).commit(filing({ events }));
    if (committed.ok) made[name] = committed.value.caseId;
  };
  const of = (...names: readonly string[]) => names.map((name) => made[name] ?? caseId(0));

  beforeAll(async () => {
    db = await open();
    queries = caseQueries(db);
  });

  const since = say.filedAt;
  const idea = (ideas?: readonly string[]) =>
    say.filed({ voice: { kind: 'suggestion', ...(ideas === undefined ? {} : { ideas }) } });
  const flagged: CaseEvent = {
    type: 'ConductFlagged',
    at: say.later(1),
    by: people.sora,
    data: {
      conduct: {
        level: 1,
        types: ['threat'],
        evidence: say.masked('녹음 3번'),
        by: people.sora,
        at: say.later(1),
        until: say.later(10_000),
      },
    },
  };

  it('S2-18 suggestions with a sort of idea are listed, newest first, and only since then', async () => {
    await file('idea', idea(['small-joy']), say.routedTo(product));
    await file('plain idea', idea(), say.routedTo(product));
    await file('newer idea', idea(['small-joy']), say.routedTo(product));
    const page = await queries.ideas(since, 10);
    expect(ids(page)).toEqual(of('newer idea', 'idea'));
    expect(page.total).toBe(2);
    expect((await queries.ideas(since, 1)).total).toBe(2);
    expect((await queries.ideas(say.later(1), 10)).total).toBe(0);
  });

  it('S4-10 heavy cases are counted for who talks to the customer: critical ones, and those with a flag', async () => {
    const sora = { customerOwner: people.sora };
    await file('first', say.filed({ ...sora, assessment: say.ofTier('S1') }));
    await file('second', say.filed(sora), flagged);
    await file('light', say.filed(sora));
    expect(await queries.heavy(since, 2)).toEqual([{ person: people.sora.id, cases: 2 }]);
    expect(await queries.heavy(since, 3)).toEqual([]);
    expect(await queries.heavy(say.later(1), 1)).toEqual([]);
  });
});
