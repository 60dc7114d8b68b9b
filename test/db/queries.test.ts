import { beforeAll, describe, expect, it } from 'vitest';
import { caseQueries } from '../../db/case-queries.ts';
import { caseStore } from '../../db/case-store.ts';
import type { Database } from '../../db/database.ts';
import { textArray } from '../../db/literals.ts';
import { outbox } from '../../db/outbox.ts';
import { filedByStatement } from '../../db/queries/filed-by.ts';
import { findStatement } from '../../db/queries/find.ts';
import { givenToStatement } from '../../db/queries/given-to.ts';
import { ownedByStatement } from '../../db/queries/owned-by.ts';
import { refusedStatement } from '../../db/queries/refused.ts';
import { waitingForStatement } from '../../db/queries/waiting-for.ts';
import type { CaseRecord } from '../../src/domain/case/case.ts';
import type { CaseEvent } from '../../src/domain/case/events.ts';
import { sumOf } from '../../src/domain/case/remedies.ts';
import { type CaseId, caseId, customerKey, personId } from '../../src/domain/ids.ts';
import type { Tier } from '../../src/domain/intake/severity.ts';
import type { CaseFilter, CaseQueries, Page } from '../../src/ports/case-queries.ts';
import { cardIn, channel, filing } from '../support/a-change.ts';
import { it as engineering, logistics, people, product, quality, security } from '../support/a-playbook.ts';
import * as say from '../support/case-events.ts';
import { eachDatabase } from '../support/databases.ts';

const everything: CaseFilter = { text: null, department: null, open: false };
const ids = (page: Page): readonly CaseId[] => page.cases.map((record: CaseRecord) => record.id);

eachDatabase((engine, open) => {
  let db: Database;
  let queries: CaseQueries;
  const made: Record<string, CaseId> = {};
  const file = async (name: string, ...events: readonly CaseEvent[]): Promise<void> => {
    const committed = await caseStore(db).commit(filing({ events }));
    if (committed.ok) made[name] = committed.value.caseId;
  };
  const of = (...names: readonly string[]) => names.map((name) => made[name] ?? caseId(0));
  const keys = async (name: string): Promise<unknown> =>
    (
      await db.query<{ awaits: unknown }>(
        'select array_to_json(awaits)::text::jsonb as awaits from cases where id = $1',
        [made[name] ?? 0],
      )
    )[0]?.awaits;
  const ofTier = (tier: Tier) => say.filed({ assessment: say.ofTier(tier) });
  const said = (words: string) => say.filed({ voice: { words: say.masked(words) } });

  beforeAll(async () => {
    db = await open();
    queries = caseQueries(db);
    await file('new', say.filed({ filer: people.sora }));
    await file('minor', ofTier('S4'), say.routedTo());
    await file('urgent', ofTier('S1'), say.routedTo());
    await file('owned', ofTier('S2'), say.routedTo(), say.acknowledged());
    await file('offered', say.filed(), say.routedTo(), say.acknowledged(), say.offered());
    await file('praise', say.filed({ assessment: { ...say.noSignals, tier: null } }), say.routedTo());
    await file('deciding', say.filed(), say.routedTo(), say.acknowledged(), say.started(), say.decisionRequested());
    await file('refused', say.filed(), say.routedTo(), say.refusedBy());
    await file(
      'closed',
      said('드론 배송 문의'),
      say.routedTo(),
      say.acknowledged(),
      say.started(),
      say.fixed(),
      say.replied(),
      say.closed(),
    );
    await file('spaced', said('포장 상태가 엉망, 배송 지연도 심각 (주문 A-1234)'), say.routedTo(quality));
    await file('joined', said('배송지연 때문에 100% 망했어요 Refund_please'), say.routedTo(quality));
  });

  describe('what waits for somebody', () => {
    it('waits for a whole department until one acknowledges: most severe first, then oldest, praise last', async () => {
      const page = await queries.waitingFor(people.jiho, 10);
      expect(ids(page)).toEqual(of('urgent', 'minor', 'praise'));
      expect(page.total).toBe(3);
    });

    it('waits for the owner by name, beside what waits for the department', async () => {
      expect(ids(await queries.waitingFor(people.hana, 10))).toEqual(
        of('urgent', 'owned', 'minor', 'offered', 'praise'),
      );
    });

    it('waits for the department that is asked to take it over, too', async () => {
      expect(ids(await queries.waitingFor(people.yuna, 10))).toEqual(of('offered', 'spaced', 'joined'));
    });

    it('waits for a role: the desk for what nobody has, executives for a decision', async () => {
      expect(ids(await queries.waitingFor(people.aram, 10))).toEqual(of('new', 'refused'));
      expect(ids(await queries.waitingFor(people.dain, 10))).toEqual(of('deciding'));
    });

    it('shows no more than asked for, and says how many there are', async () => {
      const page = await queries.waitingFor(people.jiho, 1);
      expect(ids(page)).toEqual(of('urgent'));
      expect(page.total).toBe(3);
    });

    it('is nothing for somebody who owes nothing', async () => {
      expect(await queries.waitingFor(people.bada, 10)).toEqual({ cases: [], total: 0 });
    });
  });

  it('lists what somebody filed, newest first, ended or not', async () => {
    expect(ids(await queries.filedBy(people.sora.id, 10))).toEqual(of('new'));
    const page = await queries.filedBy(people.duri.id, 3);
    expect(ids(page)).toEqual(of('joined', 'spaced', 'closed'));
    expect(page.total).toBe(10);
  });

  it('lists the open cases somebody owns, wherever the next step is', async () => {
    expect(ids(await queries.ownedBy(people.hana.id, 10))).toEqual(of('owned', 'offered', 'deciding'));
    expect(await queries.ownedBy(personId('nobody'), 10)).toEqual({ cases: [], total: 0 });
  });

  describe('finding', () => {
    const found = async (filter: Partial<CaseFilter>) => ids(await queries.find({ ...everything, ...filter }, 10));

    it.each([
      ['배송지연', ['joined', 'spaced']],
      ['배송 지연', ['joined', 'spaced']],
      ['포장 주문', ['spaced']],
      ['a-1234', ['spaced']],
      ['REFUND_PLEASE', ['joined']],
      ['100%', ['joined']],
      ['론', ['closed']],
      ['없는말', []],
      ['%', []],
    ])('finds cases by the words in them, however they are spaced: %s', async (text, names) => {
      expect(await found({ text })).toEqual(of(...names));
    });

    it('narrows by department and to what is still open', async () => {
      expect(await found({ department: quality })).toEqual(of('joined', 'spaced'));
      expect(await found({ text: '드론', open: true })).toEqual([]);
      expect(await found({ text: '드론', department: logistics })).toEqual(of('closed'));
      expect((await queries.find({ ...everything, open: true }, 2)).total).toBe(10);
    });

    it('narrows to what somebody filed', async () => {
      expect(await found({ filer: people.sora.id })).toEqual(of('new'));
      expect(await found({ text: '드론', filer: people.sora.id })).toEqual([]);
    });

    it('shows the newest of everything where nothing is asked', async () => {
      const page = await queries.find(everything, 2);
      expect(ids(page)).toEqual(of('joined', 'spaced'));
      expect(page.total).toBe(11);
    });
  });

  it('S4-07 an obstacle waits for the lead of that department, and for no other lead', async () => {
    await file('stuck', say.filed(), say.routedTo(security), say.obstacleRaised(people.byeol));
    await file(
      'heard',
      say.filed(),
      say.routedTo(engineering),
      say.obstacleRaised(people.bada),
      say.obstacleAnswered(people.sejin),
    );
    expect(ids(await queries.waitingFor({ ...people.taeo, department: null }, 10))).toEqual([]);
    expect(ids(await queries.waitingFor({ ...people.taeo, department: product }, 10))).toEqual([]);
    expect(ids(await queries.waitingFor(people.taeo, 10))).toEqual(of('stuck'));
    expect(await keys('stuck')).toEqual(['department:security', 'role:deptLead@security']);
    expect(await keys('heard')).toEqual(['department:it']);
  });

  it('S4-09 what one customer was given in other cases is found, and nobody else’s', async () => {
    const anna = customerKey('anna');
    const paid = (name: string, ...events: readonly CaseEvent[]) =>
      file(name, say.filed({ customer: anna }), say.routedTo(), say.acknowledged(), say.started(), ...events);
    await paid('first', say.granted(people.duri, { amount: 10_000 }));
    await paid('asked', say.remedyAsked());
    await paid('plain');
    const compensation = { amount: 7_000, basis: say.masked('약관') };
    await paid('older', say.fixed(people.hana, { compensation }));
    await paid('unpaid', say.fixed());
    await file('others', say.filed(), say.routedTo(), say.acknowledged(), say.granted());
    const [first = caseId(0)] = of('first');
    const other = await queries.givenTo(anna, caseId(0));
    expect(other).toHaveLength(3);
    expect(sumOf(other, say.filedAt)).toMatchObject({ amount: 17_000, times: 2 });
    expect(sumOf(await queries.givenTo(anna, first), say.filedAt)).toMatchObject({ amount: 7_000, times: 1 });
    expect(await queries.givenTo(customerKey('nobody'), first)).toEqual([]);
  });

  it('S4-09 a request waits for the lowest role that suffices, of the department where that is its lead', async () => {
    const working = [
      say.filed(),
      say.routedTo(security),
      say.acknowledged(people.byeol, security),
      say.started(people.byeol),
    ];
    await file(
      'request',
      ...working,
      say.remedyAsked(people.duri, { amount: 300_000, before: ['deptLead', 'executive'] }),
    );
    expect(await keys('request')).toEqual(['person:byeol', 'role:deptLead@security']);
  });

  it('what was refused in a month is found by when it was, and not what was taken back', async () => {
    await file('again', say.filed(), say.routedTo(), say.refusedBy(), say.reopened());
    const [from, to] = [say.later(0), say.later(60)];
    expect(ids(await queries.refused(from, to, 10))).toEqual(of('refused'));
    expect((await queries.refused(say.later(31), to, 10)).total).toBe(0);
    expect((await queries.refused(from, say.later(30), 10)).total).toBe(0);
  });

  if (engine === 'postgres') {
    describe('over many cases', () => {
      const plan = async (text: string, parameters: readonly (string | number)[]): Promise<string> =>
        JSON.stringify(await db.query(`explain ${text}`, parameters));

      beforeAll(async () => {
        await db.query(`insert into cases (version, status, tier, department, owner_id, customer_owner_id, filer_id, filed_at,
            updated_at, ended, accountable, awaits, state)
          select 1, 'routed', 'S4', 'd' || n % 40, 'p' || n % 500, 'c', 'f' || n % 500, now(), now(), n % 10 > 0,
            case when n % 10 = 0 then 'department:d' || n % 40 end,
            case when n % 10 = 0 then array['department:d' || n % 40] else '{}' end, '{"status":"routed"}'
            from generate_series(1, 8000) n`);
        await db.query(`insert into case_texts (case_id, text, grams)
          select id, 'x', array[hashtext('g' || id % 300), hashtext('h' || id % 700)] from cases where filer_id like 'f%'`);
        await db.query('analyze cases');
        await db.query('analyze case_texts');
      });

      it('every list is read over its index', async () => {
        expect(await plan(waitingForStatement, [textArray(['department:d20']), 10])).toContain('cases_awaits');
        expect(await plan(filedByStatement, ['f7', 10])).toContain('cases_filer');
        expect(await plan(ownedByStatement, ['p10', 10])).toContain('cases_owner');
        expect(await plan(givenToStatement, ['anna', 0])).toContain('cases_customer');
        expect(await plan(refusedStatement, [0, 1, 10])).toContain('cases_refused');
      });

      it.each([
        ['text', { text: '배송지연' }, 'case_texts_grams'],
        ['department', { department: logistics }, 'cases_department'],
        ['open', { open: true }, 'cases_open'],
        ['nothing', {}, 'cases_pkey'],
      ])('a search by %s is too', async (_, filter, index) => {
        const statement = findStatement({ ...everything, ...filter }, 10);
        const parameters = (statement?.parameters ?? []).map((value) => value as string | number);
        expect(await plan(statement?.text ?? '', parameters)).toContain(index);
      });
    });
  }

  it('find the case of a card by the message it is', async () => {
    const where = { platform: 'slack', tenant: 'T1', conversation: 'C-of-card', message: '17.1' } as const;
    const box = outbox(db);
    const committed = await caseStore(db).commit(filing({ messages: [cardIn(channel('C-of-card'))] }));
    const claim = (await box.claim(100)).find((c) => c.addressed.place.id === 'C-of-card');
    if (claim === undefined || !committed.ok) throw new Error('no card is owed');
    await box.delivered(claim, where);
    expect(await queries.caseOfCard(where)).toBe(committed.value.caseId);
    expect(await queries.caseOfCard({ ...where, message: '17.2' })).toBeNull();
    expect(await queries.caseOfCard({ ...where, tenant: 'T2' })).toBeNull();
  });
});
