import { beforeAll, expect, it } from 'vitest';
import { caseStore } from '../../db/case-store.ts';
import type { Database } from '../../db/database.ts';
import { surges as openSurges } from '../../db/surges.ts';
import { type CaseId, caseId, causationId, clusterId, personId } from '../../src/domain/ids.ts';
import { instant, minutes, plus } from '../../src/domain/instant.ts';
import type { Surges } from '../../src/ports/surges.ts';
import { filing, moving } from '../support/a-change.ts';
import { filed } from '../support/case-events.ts';
import { eachDatabase } from '../support/databases.ts';

const later = instant(Date.UTC(2030, 0, 1));

eachDatabase((_, open) => {
  let db: Database;
  let surges: Surges;
  beforeAll(async () => {
    db = await open();
    surges = openSurges(db);
  });

  async function filedIn(surge: CaseId | null): Promise<CaseId> {
    const done = await caseStore(db).commit(filing({ events: [filed(surge === null ? {} : { surge })] }));
    if (!done.ok) throw new Error('not filed');
    return done.value.caseId;
  }

  it('knows what waits behind the case it began with, in the order of its numbers, until it is linked', async () => {
    const head = await filedIn(null);
    const waiting = [await filedIn(head), await filedIn(head), await filedIn(head)];
    await filedIn(null);
    expect(await surges.waiting(head)).toBe(3);
    expect(await surges.all(10)).toContainEqual({ head, waiting: 3 });
    expect(await surges.next(head, null, later, 2)).toEqual(waiting.slice(0, 2));
    expect(await surges.next(head, waiting[1] ?? null, later, 2)).toEqual(waiting.slice(2));
    const [one] = waiting;
    const record = one === undefined ? null : await caseStore(db).load(one);
    if (record === null) throw new Error('it is gone');
    const cluster = clusterId(head);
    const linked = { type: 'CaseLinked', at: record.state.filedAt, by: null, data: { cluster, other: head } } as const;
    await caseStore(db).commit(moving(record.id, record, [linked]));
    expect(await surges.waiting(head)).toBe(2);
    expect(await surges.next(head, null, later, 9)).toEqual(waiting.slice(1));
  });

  it('leaves out what was filed after somebody had said so', async () => {
    const head = await filedIn(null);
    const id = await filedIn(head);
    const record = await caseStore(db).load(id);
    const at = record?.state.filedAt ?? later;
    expect(await surges.next(head, null, at, 9)).toEqual([id]);
    expect(await surges.next(head, null, plus(at, -minutes(1) as ReturnType<typeof minutes>), 9)).toEqual([]);
  });

  it('remembers what somebody said of a surge once, however often it is heard, until it is done', async () => {
    const gathering = {
      causation: causationId('slack:1'),
      head: caseId(7),
      by: personId('aram'),
      at: instant(Date.UTC(2026, 10, 22)),
    };
    await surges.ask(gathering);
    await surges.ask({ ...gathering, by: personId('duri') });
    expect(await surges.asked()).toEqual([gathering]);
    await surges.done(gathering.causation);
    await surges.ask(gathering);
    expect(await surges.asked()).toEqual([]);
  });
});
