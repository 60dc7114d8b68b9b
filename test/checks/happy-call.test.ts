import { describe, expect, it } from 'vitest';
import { cardText } from '../render/plain.ts';
import { textOf } from '../support/front-door.ts';
import { type FrontDoor, filed, plans } from '../support/stages.ts';

const hour = 3_600_000;

/** An S2 that has been brought to its closing. */
async function closedMajor(reply: Readonly<Record<string, string>> = {}): Promise<FrontDoor> {
  const door = await filed({ signals: ['D2'] });
  const promise = { caller: 'duri', callbackAt: door.at(hour), eta: door.at(24 * hour) };
  await door.does('hana', 'acknowledge', 1, promise);
  await door.does('hana', 'start', 1, plans.start(door));
  await door.does('hana', 'fix', 1, plans.fix);
  await door.does('duri', 'reply', 1, { ...plans.reply, ...reply });
  await door.does('sechan', 'no-change', 1, { reason: '8월에 바꾼 상자가 이 건 뒤에 들어왔습니다' });
  await door.does('mirae', 'close', 1);
  return door;
}
const lastWord = async (door: FrontDoor, who: string): Promise<string> => {
  const word = (await door.words(who)).at(-1);
  return word === undefined ? '' : cardText(word);
};

describe('the happy call', () => {
  it('is asked for when an S2 closes, stands under what waits, and three answers end it', async () => {
    const door = await closedMajor();
    expect(await lastWord(door, 'duri')).toContain('해피콜을 부탁드립니다. 11/30(월) 18:00까지');
    expect(textOf(await door.command('duri', '할일'))).toBe('할 일 1');
    expect(JSON.stringify(await door.says('duri', { type: 'home' }))).toContain('happy-call');
    await door.does('duri', 'happy-call', 1, { answer: 'solved', again: 'no', effort: '2' });
    expect((await door.story(1)).at(-1)).toContain('해피콜: 해결됐다고 하심 · 힘든 정도 2/7');
    expect(JSON.stringify(await door.says('duri', { type: 'home' }))).not.toContain('happy-call');
    expect(textOf(await door.press('duri', 'happy-call', 1))).toContain('해피콜');
  });

  it('"no" brings the case back to work, and whoever owns it hears why', async () => {
    const door = await closedMajor();
    const note = '아직도 깨져서 온다고 하심';
    await door.does('duri', 'happy-call', 1, { answer: 'unsolved', again: 'yes', note });
    expect((await door.case(1)).state.status).toBe('working');
    expect(await lastWord(door, 'hana')).toContain(note);
  });

  it('S1-05 a belief that it will happen again goes to the CS lead', async () => {
    const door = await closedMajor();
    await door.does('duri', 'happy-call', 1, { answer: 'solved', again: 'yes' });
    expect(await lastWord(door, 'mirae')).toContain('또 생길 것이라고 보심');
    expect(await lastWord(door, 'helen')).toContain('expects it to happen again');
  });

  it('S1-05 said at the answer, the card says that it does not close by itself', async () => {
    const door = await filed();
    await door.does('hana', 'acknowledge', 1);
    await door.does('hana', 'start', 1, plans.start(door));
    await door.does('hana', 'fix', 1, plans.fix);
    await door.does('duri', 'reply', 1, { ...plans.reply, again: 'yes' });
    expect(cardText(await door.card(1, 'logistics'))).toContain('저절로 종결되지 않으며');
    expect((await door.story(1)).at(-1)).toContain('또 생길 것이라고 보심');
  });
});
