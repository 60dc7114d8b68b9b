import { describe, expect, it } from 'vitest';
import type { FiledCase } from '../../src/domain/case/case.ts';
import { runningClock } from '../../src/domain/sla/sla-clock.ts';
import { textOf } from '../support/front-door.ts';
import { type FrontDoor, filed, plans, stages } from '../support/stages.ts';

const hour = 3_600_000;
const contact = { channel: 'phone', gist: '오늘 안에 다시 보낸다고 알렸습니다' };
const lastStory = async (door: FrontDoor) => (await door.story(1)).at(-1);
const stateOf = async (door: FrontDoor): Promise<FiledCase> => (await door.case(1)).state;
/** A major case in work: its fix is due on Thursday at 18:00. */
const major = async () => {
  const door = await filed({ signals: ['C2', 'B1'] });
  await door.does('hana', 'acknowledge', 1, { caller: 'duri', callbackAt: door.at(hour), eta: door.at(48 * hour) });
  await door.does('hana', 'start', 1, plans.start(door));
  return door;
};

describe('what people press about time', () => {
  it('the customer is told how it stands; the story keeps how and when', async () => {
    const door = await stages.working();
    await door.does('duri', 'contact', 1, contact);
    expect(await lastStory(door)).toContain(
      '박두리 님 · 고객에게 연락했습니다(전화, 11/23(월) 10:00): 오늘 안에 다시 보낸다고',
    );
    expect(runningClock((await stateOf(door)).sla, 'interim')).not.toBeNull();
    expect(textOf(await door.press('hana', 'contact', 1))).toContain('상담사·CS 리더만 할 수 있습니다');
  });

  it('what a customer can be recognised by is masked there too', async () => {
    const door = await stages.working();
    await door.does('duri', 'contact', 1, { ...contact, gist: '010-1234-5678로 다시 전화드리기로 했습니다' });
    expect(await lastStory(door)).not.toContain('1234-5678');
  });

  it('an owner contains a major case, and says with one press that they are still on it', async () => {
    const door = await major();
    await door.does('hana', 'contain', 1, { measure: '같은 상자의 출고를 멈췄습니다' });
    expect(await lastStory(door)).toContain('임시조치를 했습니다: 같은 상자의 출고를 멈췄습니다');
    expect((await door.press('hana', 'progress', 1)).type).toBe('nothing');
    expect(await lastStory(door)).toContain('김하나 님 · 진행하고 있습니다.');
  });

  it('a reminder is put off twice, with a reason, and then no more', async () => {
    const door = await major();
    for (const until of ['hour', 'tomorrow']) {
      await door.does('hana', 'snooze', 1, { until, reason: '협력사의 답을 기다립니다' }, 'fix');
    }
    expect(await lastStory(door)).toContain(
      '처리 알림을 11/24(화) 09:30까지 미뤘습니다. 이유: 협력사의 답을 기다립니다',
    );
    expect(textOf(await door.press('hana', 'snooze', 1, 'fix'))).toBe(
      '이 알림은 2번까지 미룰 수 있습니다. 어려운 점이 있으면 [막힌 점]으로 알려 주세요.',
    );
    expect(textOf(await door.press('hana', 'snooze', 1, 'obstacle:7'))).toBe(
      '지금은 ‘막힌 점 7 답변’에 걸린 기한이 없습니다. 이미 마쳤을 수 있으니 카드에서 확인해 주세요.',
    );
  });

  it('past its last moment a reminder cannot be put off, and the form keeps what was typed', async () => {
    const door = await major();
    door.pass((3 * 24 + 6) * hour + hour / 2);
    const form = await door.press('hana', 'snooze', 1, 'fix');
    door.pass(hour);
    expect(textOf(await door.send('hana', form, { until: 'hour', reason: '조금 더 걸립니다' }))).toContain(
      '기한이 11/26(목) 18:00이라 그 뒤로는 미룰 수 없습니다.',
    );
  });

  it('where no later moment is left, no form opens', async () => {
    const door = await major();
    door.pass((3 * 24 + 7) * hour + hour / 2);
    expect(textOf(await door.press('hana', 'snooze', 1, 'fix'))).toContain('그 뒤로는 미룰 수 없습니다.');
  });

  it('the lead gives a new date once the first has passed, and not before', async () => {
    const door = await major();
    expect(textOf(await door.press('sechan', 'new-due', 1))).toContain(
      '기한은 11/26(목) 18:00이고 아직 지나지 않았습니다.',
    );
    door.pass(4 * 24 * hour);
    await door.does('sechan', 'new-due', 1, { until: door.at(48 * hour), reason: '완충재가 일요일에 들어옵니다' });
    expect(await lastStory(door)).toContain(
      '처리 · 새 기한은 11/29(일) 10:00입니다. 이유: 완충재가 일요일에 들어옵니다',
    );
    const far = await door.press('sechan', 'new-due', 1);
    const late = await door.send('sechan', far, { until: door.at(40 * 24 * hour), reason: '더 걸립니다' });
    expect(textOf(late)).toBe('until: 오늘부터 10영업일 안에서 골라 주세요.');
  });

  it('a duty of law keeps the case from being closed until it is said to be met', async () => {
    const door = await stages.replied();
    await door.does('duri', 'statutory', 1, { code: 'privacy_leak' });
    expect(await lastStory(door)).toContain('개인정보 유출 신고·통지');
    expect(textOf(await door.press('mirae', 'close', 1))).toBe(
      '법정 기한이 남아 있습니다. [법정 기한 완료]를 적은 뒤 종결할 수 있습니다.',
    );
    await door.does('eunsol', 'statutory-done', 1, { note: '위원회에 신고했습니다' }, 'privacy_leak');
    await door.does('mirae', 'close', 1);
    expect((await stateOf(door)).status).toBe('closed');
  });

  it('a field that was left open is asked for in its own words', async () => {
    const door = await stages.working();
    const form = await door.press('duri', 'contact', 1);
    expect(textOf(await door.send('duri', form, {}))).toBe(
      'channel: 어떻게 연락했는지 골라 주세요.\ngist: 고객에게 전한 것을 적어 주세요.',
    );
    const duty = await door.press('duri', 'statutory', 1);
    expect(textOf(await door.send('duri', duty, {}))).toBe('code: 어떤 의무인지 골라 주세요.');
  });
});
