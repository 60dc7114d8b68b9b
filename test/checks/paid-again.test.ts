import { describe, expect, it } from 'vitest';
import { cardText } from '../render/plain.ts';
import { type FrontDoor, filed } from '../support/stages.ts';

const day = 24 * 3_600_000;
const said = '보상 반복, 원인 미해결';
const basis = '약관 12조';
const proposal = {
  title: '유리병에 종이 완충재 두 겹',
  means: ['process'],
  rootCause: 'product/packaging',
  effect: '파손 불만이 4분의 1로',
};

/** So many customers with one problem, linked, and each of them given something once. */
async function paid(count: number): Promise<FrontDoor> {
  const door = await filed({ customer: 'customer1@shop.test' });
  for (let n = 1; n <= count; n += 1) {
    if (n > 1) {
      await filed({ customer: `customer${n}@shop.test` }, door);
      await door.press('duri', 'same', n, '1');
    }
    await door.does('hana', 'acknowledge', n);
    await door.does('duri', 'remedy', n, { amount: '10000', basis });
  }
  await door.count();
  return door;
}
const cardOf = async (door: FrontDoor, n: number): Promise<string> => cardText(await door.card(n, 'logistics'));
async function alikeOf(door: FrontDoor, n: number): Promise<string> {
  const reply = await door.press('hana', 'alike', n);
  return reply.type === 'say' ? cardText(reply.card) : '';
}

describe('paying for one cause again and again', () => {
  it('S1-13 five compensations for one problem and no change: its cards and [비슷한 건] say so', async () => {
    expect(await cardOf(await paid(4), 1)).not.toContain(said);
    const door = await paid(5);
    for (const n of [1, 5]) expect(await cardOf(door, n)).toContain(said);
    expect(await alikeOf(door, 3)).toContain(said);
  });

  it('S1-13 the cards are drawn anew when the fifth is given, and when it is taken back as noted wrongly', async () => {
    const door = await paid(4);
    await door.does('duri', 'remedy', 2, { amount: '10000', basis });
    const before = door.clusters.owed.length;
    await door.count();
    expect(door.clusters.owed.slice(before).map(({ record }) => Number(record.id))).toEqual([4, 3, 2, 1]);
    expect(await cardOf(door, 4)).toContain(said);
    await door.does('duri', 'withdraw-remedy', 2, { reason: '두 번 적었습니다' }, '2');
    await door.count();
    expect(await cardOf(door, 4)).not.toContain(said);
  });

  it('S1-13 what is only asked for has not been given yet', async () => {
    const door = await paid(4);
    await door.does('duri', 'remedy', 1, { amount: '50000', basis });
    await door.count();
    expect(await cardOf(door, 1)).not.toContain(said);
    await door.does('mirae', 'approve-remedy', 1, {}, '2');
    await door.count();
    expect(await cardOf(door, 1)).toContain(said);
  });

  it('S1-13 a proposed change answers it; one that is declined leaves the cause where it was', async () => {
    const door = await paid(5);
    await door.does('hana', 'propose', 1, proposal);
    await door.count();
    expect(await cardOf(door, 1)).not.toContain(said);
    await door.does('sechan', 'decline-change', 1, { reason: '90일 동안 5건, 0.4 %입니다' }, '1');
    await door.count();
    expect(await cardOf(door, 1)).toContain(said);
  });

  it('S1-13 only what lies in the ninety days counts', async () => {
    const door = await paid(5);
    door.pass(91 * day);
    await filed({ customer: 'late@shop.test' }, door);
    await door.press('duri', 'same', 6, '1');
    await door.count();
    expect(await cardOf(door, 6)).not.toContain(said);
  });
});
