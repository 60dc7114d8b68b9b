import { describe, expect, it } from 'vitest';
import { nextDue } from '../../src/domain/sla/next-due.ts';
import { rungReaders } from '../../src/domain/sla/responsible.ts';
import { cardText } from '../render/plain.ts';
import { textOf } from '../support/front-door.ts';
import { shipped } from '../support/shipped-playbook.ts';
import { type FrontDoor, filed, plans } from '../support/stages.ts';

const hour = 3_600_000;
const reason = '8월에 바꾼 상자가 이 건 뒤에 들어왔습니다';
const proposal = {
  title: '유리병에 종이 완충재 두 겹',
  means: ['process'],
  rootCause: 'product/packaging',
  effect: '파손 불만이 4분의 1로',
  department: 'logistics',
};

/** The customer has been told, and is content. */
async function replied(door: FrontDoor, n = 1): Promise<void> {
  const promise = { caller: 'duri', callbackAt: door.at(hour), eta: door.at(24 * hour) };
  await door.does('hana', 'acknowledge', n, promise);
  await door.does('hana', 'start', n, plans.start(door));
  await door.does('hana', 'fix', n, plans.fix);
  await door.does('duri', 'reply', n, plans.reply);
}
const major = async (): Promise<FrontDoor> => {
  const door = await filed({ signals: ['D2'] });
  await replied(door);
  return door;
};
const status = async (door: FrontDoor, n = 1) => (await door.case(n)).state.status;
const nextOf = async (door: FrontDoor) => nextDue((await door.case(1)).state, shipped)?.kind;
const closing = async (door: FrontDoor, n = 1) => textOf(await door.press('mirae', 'close', n));
const lastWord = async (door: FrontDoor, who: string): Promise<string> => {
  const word = (await door.words(who)).at(-1);
  return word === undefined ? '' : cardText(word);
};

describe('what was severe, or came again and again', () => {
  it('closes only with a process change or a signed "no change", and the card says who owes that', async () => {
    const door = await major();
    expect(await closing(door)).toContain('무엇이 달라지는지 아직');
    expect(await status(door)).toBe('replied');
    const card = cardText(await door.card(1, 'logistics'));
    expect(card).toContain('물류 부서장');
    expect(card).toContain('개선 제안 또는 ‘변경 없음’ 사유');
    expect(await lastWord(door, 'sechan')).toContain('무엇을 바꿀지 제안하거나');
  });

  it('does not close by itself either: whoever leads the department is reminded, and after their answer it closes by itself', async () => {
    const door = await major();
    expect(await nextOf(door)).toMatch(/^rung close$/);
    const { state } = await door.case(1);
    expect(rungReaders({ name: 'close' }, ['owner'], state)).toEqual([
      { to: 'role', role: 'deptLead', department: 'logistics' },
    ]);
    await door.does('sechan', 'no-change', 1, { reason });
    expect(await nextOf(door)).toBe('close');
    expect((await door.story(1)).join('\n')).toContain(`‘변경 없음’으로 정했습니다. ${reason}`);
  });

  it('"no change" is signed by the lead of the department or a CS lead, with a reason, once, and only where it is asked', async () => {
    const door = await major();
    expect(textOf(await door.press('hana', 'no-change', 1))).toContain('물류 부서장만');
    expect(textOf(await door.press('yuna', 'no-change', 1))).toContain('물류 부서장만');
    const form = await door.press('sechan', 'no-change', 1);
    expect(textOf(await door.send('sechan', form, { reason: ' ' }))).toContain('적어 주세요');
    await door.does('mirae', 'no-change', 1, { reason });
    expect(textOf(await door.press('sechan', 'no-change', 1))).toContain('이미 답한 건');
    await door.does('mirae', 'close', 1);
    const light = await filed();
    await replied(light);
    expect(textOf(await light.press('sechan', 'no-change', 1))).toContain('묻지 않는 건');
    await light.does('mirae', 'close', 1);
  });

  it('a change proposed for it answers by itself, also where it is declined with its reason', async () => {
    const door = await major();
    await door.does('hana', 'propose', 1, proposal);
    await door.count();
    expect(cardText(await door.card(1, 'logistics'))).toContain('CHG-0001로 이어짐');
    await door.does('mirae', 'close', 1);
    expect(await lastWord(door, 'duri')).toContain('바꾸기로 한 것: 유리병에 종이 완충재 두 겹');

    const other = await major();
    await other.does('hana', 'propose', 1, proposal);
    await other.does('sechan', 'decline-change', 1, { reason: '출고 12만 건에 1건, 0.001 %입니다' }, '1');
    await other.count();
    await other.does('mirae', 'close', 1);
  });

  it('one that is opened again asks afresh: what was said before counts no more', async () => {
    const door = await major();
    await door.does('hana', 'propose', 1, proposal);
    await door.count();
    await door.does('mirae', 'close', 1);
    await door.does('duri', 'reopen', 1, { reason: '또 깨져서 왔다고 합니다' });
    await door.does('hana', 'fix', 1, plans.fix);
    await door.does('duri', 'reply', 1, plans.reply);
    await door.count();
    expect(await closing(door)).toContain('무엇이 달라지는지 아직');
    await door.does('sechan', 'no-change', 1, { reason: 'CHG-0001이 다음 주에 시행됩니다' });
    await door.does('mirae', 'close', 1);
  });

  it('a light case of a problem at 경계 asks too; a change that is only demanded is no answer yet', async () => {
    const door = await filed({ customer: 'customer1@shop.test', signals: ['B2'] });
    for (let n = 2; n <= 10; n += 1) {
      await filed({ customer: `customer${n}@shop.test`, signals: ['B2'] }, door);
      await door.press('duri', 'same', n, '1');
    }
    await door.count();
    await replied(door, 3);
    expect(await closing(door, 3)).toContain('무엇이 달라지는지 아직');
    await door.does('hana', 'propose', 1, proposal, '1');
    await door.count();
    await door.does('mirae', 'close', 3);
  });

  it('taking the link back takes the change with it, and the case is what it was', async () => {
    const door = await filed({ customer: 'customer1@shop.test', signals: ['D2'] });
    await filed({ customer: 'customer2@shop.test', signals: ['D2'] }, door);
    const before = (await door.case(2)).state;
    await door.does('hana', 'propose', 1, proposal);
    await door.press('duri', 'same', 2, '1');
    await door.count();
    expect((await door.case(2)).state.changeAnswer).toEqual({ type: 'change', change: 1 });
    await door.press('duri', 'unlink', 2);
    const { sla: _clocks, ...after } = (await door.case(2)).state;
    const { sla: _before, ...was } = before;
    expect(after).toEqual(was);
  });
});
