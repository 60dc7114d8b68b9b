import { beforeAll, expect, it } from 'vitest';
import { caseQueries } from '../../db/case-queries.ts';
import { caseStore } from '../../db/case-store.ts';
import type { Database } from '../../db/database.ts';
import { dueList } from '../../db/due-list.ts';
import { leavingStatement } from '../../db/queries/leaving-quietly.ts';
import { ofCustomerStatement } from '../../db/queries/of-customer.ts';
import { dueRowOf } from '../../src/app/due-row.ts';
import type { CaseEvent } from '../../src/domain/case/events.ts';
import { type CaseId, caseId, customerKey } from '../../src/domain/ids.ts';
import { assess } from '../../src/domain/intake/triage.ts';
import { aCause, filing } from '../support/a-change.ts';
import { aPlaybook } from '../support/a-playbook.ts';
import * as say from '../support/case-events.ts';
import { eachDatabase } from '../support/databases.ts';
import { caseAfter } from '../support/given.ts';

const anna = customerKey('key-of-anna');

eachDatabase((engine, open) => {
  let db: Database;
  const file = async (...events: readonly CaseEvent[]): Promise<CaseId> => {
    const due = dueRowOf(caseAfter(...events), aPlaybook, 1);
    const committed = await caseStore(db).commit(filing({ events, due }));
    return committed.ok ? committed.value.caseId : caseId(0);
  };
  const dueOf = async (id: CaseId) =>
    (await db.query<{ kind: string }>('select kind from due where case_id = $1::bigint', [id]))[0]?.kind ?? null;
  const leaving = (signals: readonly string[], kind: 'complaint' | 'inquiry' = 'complaint') =>
    say.filed({ voice: { kind }, assessment: assess(kind, signals, aPlaybook.severity) });

  beforeAll(async () => {
    db = await open();
  });

  it('S4-17 the cases of one customer, newest first, without what was nothing', async () => {
    const first = await file(say.filed({ customer: anna }), say.routedTo());
    await file(say.filed({ customer: customerKey('key-of-berta') }), say.routedTo());
    await file(say.filed(), say.routedTo());
    const nothing = { type: 'CaseVoided', data: { reason: say.masked('시험') }, by: null, at: say.later(2) } as const;
    await file(say.filed({ customer: anna }), nothing);
    const second = await file(say.filed({ customer: anna }), say.routedTo());
    const page = await caseQueries(db).ofCustomer(anna, 1);
    expect(page.cases.map(({ id }) => id)).toEqual([second]);
    expect(page.total).toBe(2);
    expect((await caseQueries(db).ofCustomer(anna, 9)).cases.map(({ id }) => id)).toEqual([second, first]);
  });

  it('S3-09 who may be leaving: minor cases and inquiries, no one louder, nobody from before', async () => {
    const minor = await file(leaving(['H1']), say.routedTo());
    const asking = await file(leaving(['H2', 'B1'], 'inquiry'), say.routedTo());
    await file(leaving(['H2', 'B1']), say.routedTo());
    await file(leaving(['B1']), say.routedTo());
    const since = say.later(-1);
    expect((await caseQueries(db).leavingQuietly(since, 9)).cases.map(({ id }) => id)).toEqual([asking, minor]);
    expect(await caseQueries(db).leavingQuietly(say.later(1), 9)).toEqual({ cases: [], total: 0 });
  });

  it('a closed case is remembered while its customer is still to be called, and no longer', async () => {
    const major = say.filed({ assessment: say.ofTier('S2') });
    const events = [major, ...say.toReplied.slice(1), say.closed()];
    const id = await file(...events);
    expect(await dueOf(id)).toBe('rung happyCall');
    expect(await dueOf(await file(say.filed(), ...say.toReplied.slice(1), say.closed()))).toBeNull();
    const waiting = await caseQueries(db).waitingFor(
      { id: 'duri' as never, name: '박두리', department: null, roles: [] },
      9,
    );
    expect(waiting.cases.map((c) => c.id)).toContain(id);
    await dueList(db).repair();
    expect(await dueOf(id)).toBe('rung happyCall');
    await dueList(db).recount(id, events.length, { ...dueRowOf(caseAfter(...events), aPlaybook, 2) });
    expect(await dueList(db).outdated(2, 100)).not.toContainEqual(expect.objectContaining({ caseId: id }));

    const after = caseAfter(...events, say.happyCalled());
    const committed = await caseStore(db).commit({
      ...filing({ events }),
      caseId: id,
      expectedVersion: events.length,
      causationId: aCause(),
      events: [say.happyCalled()],
      after,
      due: dueRowOf(after, aPlaybook, 1),
    });
    expect(committed.ok).toBe(true);
    expect(await dueOf(id)).toBeNull();
  });

  if (engine === 'postgres') {
    it('over many cases both lists are read over their index', async () => {
      await db.query(`insert into cases (version, status, tier, department, owner_id, customer_owner_id, filer_id, customer_key,
          filed_at, updated_at, ended, leaving, accountable, awaits, state)
        select 1, 'routed', 'S4', 'd', null, 'c', 'f', 'k' || n % 3000, now(), now(), true, n % 200 = 0, null, '{}', '{"status":"routed"}'
          from generate_series(1, 8000) n`);
      await db.query('analyze cases');
      const plan = async (text: string, parameters: readonly (string | number)[]) =>
        JSON.stringify(await db.query(`explain ${text}`, parameters));
      expect(await plan(ofCustomerStatement, ['k7', 10])).toContain('cases_customer');
      expect(await plan(leavingStatement, [0, 10])).toContain('cases_leaving');
    });
  }
});
