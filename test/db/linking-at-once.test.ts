import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/connect.ts';
import type { Database } from '../../db/database.ts';
import type { CaseId } from '../../src/domain/ids.ts';
import type { Reply } from '../../src/ports/interaction.ts';
import { type FrontDesk, frontDesk } from '../parity/front-desk.ts';
import { type Company, company } from '../support/company.ts';
import { type Fresh, freshDatabase } from '../support/databases.ts';
import { textOf } from '../support/front-door.ts';
import { quietLog } from '../support/quiet-log.ts';

/** How often each race is run: who is faster is not for a test to say. */
const rounds = 8;

// Only a real server has several sessions; two processes' worth of wiring stand on one database.
describe('people who say what is the same problem at once', () => {
  let fresh: Fresh;
  let hanbit: Company;
  let db: Database;
  let customers = 0;
  let [here, there]: readonly FrontDesk[] = [];
  beforeAll(async () => {
    fresh = await freshDatabase('postgres');
    db = await openDatabase({ ...fresh, log: quietLog() });
    hanbit = await company({ ...fresh, replicas: 2, gapMs: 0 });
    hanbit.sandbox.faults.set({ rateLimits: false });
    [here, there] = hanbit.replicas.map((meari, i) =>
      frontDesk({ meari, playbook: hanbit.playbook, platform: 'slack', tenant: 'T0SANDBOX' }, `race-${i}`),
    );
  });
  afterAll(async () => {
    await hanbit.stop();
    await db.close();
    await fresh.remove();
  });

  const desks = () => {
    if (here === undefined || there === undefined) throw new Error('nobody is at work');
    return [here, there] as const;
  };
  const file = (values = {}) => {
    customers += 1;
    return desks()[0].file({ customer: `customer${customers}@shop.test`, signals: ['B1'], ...values });
  };
  const files = async (n: number): Promise<readonly CaseId[]> => {
    const found: CaseId[] = [];
    for (let i = 0; i < n; i += 1) found.push(await file());
    return found;
  };
  const counted = async () => {
    for (const meari of hanbit.replicas) await meari.keepTime.tick();
  };
  const same = (desk: FrontDesk, who: string, a: CaseId, b: CaseId) => desk.press(who, 'same', a, String(b));
  const clusterOf = async (id: CaseId) => (await hanbit.replicas[0]?.store.load(id))?.state.cluster;
  const rootOf = async (id: CaseId): Promise<number | null> => {
    const [row] = await db.query<{ id: number | null }>(
      `with recursive up as (
         select cluster_id as id from cases where id = $1::bigint
         union all select c.parent_id from clusters c join up on c.id = up.id where c.parent_id is not null)
       select min(id) as id from up`,
      [id],
    );
    return row?.id ?? null;
  };
  /** Everything that belongs together, as the tables have it. */
  const together = async (ids: readonly CaseId[]) => new Set(await Promise.all(ids.map(rootOf)));
  const sentences = (replies: readonly Reply[]) => replies.map(textOf);
  const noFault = (replies: readonly Reply[]) => {
    for (const said of sentences(replies)) expect(said).not.toContain('처리하지 못했습니다');
  };

  it('three cases linked by two people at once are one problem', async () => {
    const [one, two] = desks();
    for (let n = 0; n < rounds; n += 1) {
      const [a, b, c] = (await files(3)) as [CaseId, CaseId, CaseId];
      const replies = await Promise.all([same(one, 'aram', b, a), same(two, 'duri', b, c)]);
      noFault(replies);
      for (const said of sentences(replies)) expect(said).toContain('같은 문제로 연결했습니다');
      expect((await together([a, b, c])).size).toBe(1);
    }
  });

  it('one links while another takes a link back: nobody is left in a cluster alone', async () => {
    const [one, two] = desks();
    for (let n = 0; n < rounds; n += 1) {
      const [a, b, c] = (await files(3)) as [CaseId, CaseId, CaseId];
      await same(one, 'aram', b, a);
      const replies = await Promise.all([same(one, 'aram', c, a), two.press('hangyeol', 'unlink', b)]);
      noFault(replies);
      expect(await clusterOf(b)).toBeUndefined();
      expect(await clusterOf(c)).toBe(await clusterOf(a));
    }
  });

  it('two who take the same link back at once leave both cases free', async () => {
    const [one, two] = desks();
    for (let n = 0; n < rounds; n += 1) {
      const [a, b] = (await files(2)) as [CaseId, CaseId];
      await same(one, 'aram', b, a);
      noFault(await Promise.all([one.press('aram', 'unlink', a), two.press('hangyeol', 'unlink', b)]));
      expect([await clusterOf(a), await clusterOf(b)]).toEqual([undefined, undefined]);
    }
  });

  it('two clusters joined in opposite directions at once are one, in one direction, and the second hears that they are', async () => {
    const [one, two] = desks();
    for (let n = 0; n < rounds; n += 1) {
      const [a, b, c, d] = (await files(4)) as [CaseId, CaseId, CaseId, CaseId];
      await same(one, 'aram', b, a);
      await same(one, 'aram', d, c);
      const replies = await Promise.all([same(one, 'aram', a, c), same(two, 'hangyeol', c, a)]);
      noFault(replies);
      expect(sentences(replies).filter((said) => said.includes('합쳤습니다'))).toHaveLength(1);
      expect(sentences(replies).filter((said) => said.includes('이미 같은 문제'))).toHaveLength(1);
      expect(await together([a, b, c, d])).toEqual(new Set([a]));
    }
  });

  it('three clusters joined in a ring at once are one', async () => {
    const [one, two] = desks();
    for (let n = 0; n < rounds; n += 1) {
      const ids = await files(6);
      const [a, b, c, d, e, f] = ids as [CaseId, CaseId, CaseId, CaseId, CaseId, CaseId];
      for (const [x, y] of [
        [a, b],
        [c, d],
        [e, f],
      ] as const)
        await same(one, 'aram', y, x);
      const replies = await Promise.all([
        same(one, 'aram', a, c),
        same(two, 'hangyeol', c, e),
        same(one, 'aram', e, a),
      ]);
      noFault(replies);
      expect(await together(ids)).toEqual(new Set([a]));
    }
  });

  it('the only case of a cluster becomes void while another is linked with it: what is void counts nothing', async () => {
    const [one, two] = desks();
    for (let n = 0; n < rounds; n += 1) {
      const junk = await file({ department: 'desk', customer: '' });
      const other = await file();
      const replies = await Promise.all([
        same(one, 'aram', other, junk),
        two.does('hangyeol', 'void', junk, { reason: '광고 문자' }).then(() => null),
      ]);
      await counted();
      const [linked] = replies;
      noFault([linked]);
      const [row] = await db.query<{ customers: number | null }>(
        `select (figures ->> 'customers')::int as customers from clusters where id = $1::bigint`,
        [Math.min(junk, other)],
      );
      expect(row?.customers ?? 0).toBeLessThanOrEqual(1);
      const late = textOf(await same(two, 'hangyeol', await file(), junk));
      expect(late).toContain('연결하지 않습니다');
    }
  });

  it('two who propose for a problem that waits for one: one proposal, one demand, and the second hears of the first', async () => {
    const [one, two] = desks();
    const proposal = {
      title: '유리병에 종이 완충재 두 겹',
      means: ['process'],
      rootCause: 'product/packaging',
      effect: '파손 불만이 4분의 1로',
      department: 'logistics',
    };
    for (let n = 0; n < 3; n += 1) {
      const [a, b] = [await file({ signals: ['A3'] }), await file()];
      await same(one, 'aram', b, a);
      await counted();
      const asked = await db.query<{ id: number; status: string }>(
        'select id, status from changes where cluster_id = $1::bigint',
        [a],
      );
      expect(asked.map(({ status }) => status)).toEqual(['demanded']);
      const both = await Promise.allSettled([
        one.does('jiho', 'propose', a, proposal),
        two.does('hana', 'propose', b, proposal),
      ]);
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const refused = both.find((each) => each.status === 'rejected');
      expect(String(refused?.reason)).toContain('지금은 ‘제안’ 상태');
      const changes = await db.query('select id, status from changes where cluster_id = any($1::bigint[])', [
        `{${a},${b}}`,
      ]);
      expect(changes).toEqual([{ id: asked[0]?.id, status: 'proposed' }]);
    }
  });
});
