import { describe, expect, it } from 'vitest';
import { isUrgent } from '../../src/domain/sla/responsible.ts';
import { cardText } from '../render/plain.ts';
import { textOf } from '../support/front-door.ts';
import { shipped } from '../support/shipped-playbook.ts';
import { type FrontDoor, filed, plans } from '../support/stages.ts';

const { from } = shipped.lookAlikes.surge;

const outage = (n: number) => ({
  customer: `customer${n}@shop.test`,
  words: '앱이 안 열려요. 결제하던 중에 멈췄습니다',
  experience: '앱이 멈춰 결제를 못 했다',
  signals: ['K2', 'B3', 'C2'],
});

/** So many of one outage, one after another. */
async function pouring(count: number, door?: FrontDoor): Promise<FrontDoor> {
  let at = door ?? (await filed(outage(1)));
  for (let n = door === undefined ? 2 : 1; n <= count; n += 1) at = await filed(outage(n + (door ? 1000 : 0)), at);
  return at;
}
/** What is owed to whom, counted. */
const owedTo = (door: FrontDoor) => {
  const counts = new Map<string, number>();
  for (const { place, notice } of door.owed()) {
    const key = `${place.kind} ${notice.type}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

describe('a surge: many of one outage at once', () => {
  it('the first forty stand in the channel; the others wait behind the first, and no channel fills up', async () => {
    const door = await pouring(from);
    const before = owedTo(door).get('channel card') ?? 0;
    await pouring(30, door);
    expect(owedTo(door).get('channel card')).toBe(before);
    expect((await door.case(from + 1)).state.surge).toBe(1);
    expect(cardText(await door.card(1, 'logistics'))).toContain('같아 보이는 건 30건이 더 있습니다');
  });

  it('whoever filed one hears its number all the same; the lead is called for the first forty, not for the thousandth', async () => {
    const door = await pouring(from);
    const receipts = (who: string) =>
      door.owed().filter(({ person, notice }) => person === who && notice.type === 'word');
    const [filer, lead] = [receipts('duri').length, receipts('sechan').length];
    await pouring(30, door);
    expect(receipts('duri')).toHaveLength(filer + 30);
    expect(receipts('sechan')).toHaveLength(lead);
  });

  it('those who decide hear of it once, with one press for all of them', async () => {
    const door = await pouring(from + 15);
    await door.gather();
    door.pass(120_000);
    await pouring(5, door);
    await door.gather();
    expect([...door.bulletins.keys()]).toEqual(['surge:1']);
    const to = door.bulletins.get('surge:1') ?? [];
    expect(new Set(to.map(({ person }) => person))).toEqual(new Set(['aram', 'hangyeol', 'sechan']));
  });

  it('one press links them all as one problem: confirmed by a person, counted as that many customers, and with no line in the channel for each', async () => {
    const door = await pouring(from + 15);
    const lines = owedTo(door).get('channel story') ?? 0;
    expect(textOf(await door.press('aram', 'gather', 1))).toContain('15건을 같은 문제로 연결하고 있습니다');
    await door.gather();
    await door.count();
    expect((await door.case(from + 15)).state.cluster).toBe(1);
    expect(owedTo(door).get('channel story')).toBeLessThanOrEqual(lines + 2);
    const { figures } = await door.clusters.view((await door.case(1)).state.cluster ?? (0 as never));
    expect(figures?.customers).toBe(16);
    expect(textOf(await door.press('aram', 'gather', 1))).toContain('모아 둔 건이 없습니다');
    await door.gather();
  });

  it('somebody who turns to one of them brings it back: its card, its story, its clocks', async () => {
    const door = await pouring(from + 2);
    door.pass(60_000);
    await door.does('hana', 'acknowledge', from + 2, {
      caller: 'duri',
      callbackAt: door.at(3_600_000),
      eta: door.at(86_400_000),
    });
    expect((await door.case(from + 2)).state.surge).toBeUndefined();
    expect(door.owed().some(({ notice, place }) => notice.type === 'card' && place.kind === 'channel')).toBe(true);
    await door.does('hana', 'start', from + 2, plans.start(door));
    expect((await door.story(from + 2)).length).toBeGreaterThan(1);
  });

  it('what looks the same but comes in over days, or is fewer, is no surge', async () => {
    const door = await pouring(from - 1);
    door.pass(3_600_001);
    await pouring(from - 1, door);
    expect((await door.case(2 * from - 2)).state.surge).toBeUndefined();
  });

  it('reminders of one of them never leave at once, whatever its severity', async () => {
    const door = await pouring(from + 2);
    const { state } = await door.case(from + 2);
    expect(state.assessment.tier).toBe('S1');
    expect(isUrgent({ name: 'acknowledge' }, state)).toBe(false);
    expect(isUrgent({ name: 'acknowledge' }, (await door.case(1)).state)).toBe(true);
  });
});
