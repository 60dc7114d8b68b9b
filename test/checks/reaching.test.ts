import { describe, expect, it } from 'vitest';
import { cardText, formText } from '../render/plain.ts';
import { labelledVoice } from '../support/fixtures.ts';
import { textOf } from '../support/front-door.ts';
import { type FrontDoor, filed, stages } from '../support/stages.ts';

const hour = 3_600_000;
const contacting = async (door: FrontDoor) => {
  const form = await door.press('duri', 'contact', 1);
  if (form.type !== 'open-form') throw new Error(textOf(form));
  return formText(form.form);
};

describe('when a customer wants to be reached', () => {
  it('S3-07 the long letter: suggested at filing, and at 20:50 the press is answered with the hours', async () => {
    const door = await filed({ words: labelledVoice(25).text });
    expect((await door.case(1)).state.reach).toMatchObject({ week: [1, 2, 3, 4, 5], span: { from: 600, to: 720 } });
    expect(cardText(await door.card(1, 'logistics'))).toContain('연락 평일 10–12시, 전화');
    expect(await contacting(door)).not.toContain('연락 가능 시간이 아닙니다');
    door.pass(10 * hour + 50 * 60_000);
    expect(await contacting(door)).toContain('지금은 연락 가능 시간이 아닙니다(10–12시)');
  });

  it('S3-07 on a day that does not suit, the days are named', async () => {
    const door = await filed({ reach: '주말 10-12시' });
    expect(await contacting(door)).toContain('지금은 연락 가능 시간이 아닙니다(주말 10–12시)');
  });

  it('S3-07 who has called all the same records it, and answering says so too', async () => {
    const door = await stages.fixed();
    await door.does('duri', 'contact', 1, { channel: 'phone', gist: '통화했습니다', reach: '주말 10-12시' });
    expect((await door.case(1)).state.reach?.words).toBe('주말 10-12시');
    const form = await door.press('duri', 'reply', 1);
    expect(form.type === 'open-form' ? formText(form.form) : '').toContain('연락 가능 시간이 아닙니다');
    await door.does('duri', 'contact', 1, { channel: 'phone', gist: '또 통화했습니다' });
    expect((await door.story(1)).at(-1)).toContain('또 통화했습니다');
  });

  it('S3-07 what is written there is masked, a change is in the story, and an emptied field means at any time', async () => {
    const door = await filed({ reach: '평일 10-12시, 010-0000-1234로 전화' });
    expect((await door.case(1)).state.reach?.words).toBe('평일 10-12시, 010-••••-1234로 전화');
    expect((await door.story(1))[0]).toContain('연락 가능: 평일 10–12시, 전화');
    await door.does('duri', 'contact', 1, { channel: 'phone', gist: '통화', reach: '' });
    expect((await door.case(1)).state.reach).toBeUndefined();
    expect((await door.story(1)).at(-1)).toContain('연락 가능 시간을 지움');
  });

  it('hours that cannot be read are kept as they were written, and hold nobody up', async () => {
    const door = await filed({ reach: '아이가 잘 때는 말고요' });
    expect(cardText(await door.card(1, 'logistics'))).toContain('연락 아이가 잘 때는 말고요');
    expect(await contacting(door)).not.toContain('연락 가능 시간이 아닙니다');
  });
});
