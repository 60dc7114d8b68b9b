import { describe, expect, it } from 'vitest';
import { cardText } from '../render/plain.ts';
import { frontDoor, textOf } from '../support/front-door.ts';

const day = 24 * 3_600_000;

describe('Meari itself', () => {
  it('S4-02 an opinion in quotes is a voice of employee with the bot’s team, and whoever said it gets a receipt', async () => {
    const door = frontDoor();
    await door.command('hana', '의견 "버튼이 너무 많아요"');
    const { state } = await door.case(1);
    expect(state).toMatchObject({
      voice: { kind: 'voe', words: '버튼이 너무 많아요' },
      department: 'it',
      status: 'routed',
    });
    const [word] = await door.words('hana');
    expect(word === undefined ? '' : cardText(word)).toContain('VOC-0001 접수했습니다');
  });

  it('S4-02 without quotes, and from the button, it is a form: nobody’s complaint is taken for one by its first word', async () => {
    const door = frontDoor();
    const form = await door.command('duri', '의견 드립니다. 배송이 늦어요');
    expect(form.type === 'open-form' ? form.form.step : textOf(form)).toBe('opinion');
    await expect(door.case(1)).rejects.toThrow('there is no case');
    const empty = await door.press('haram', 'opinion', null);
    expect(textOf(await door.send('haram', empty, { words: ' ' }))).toContain('words:');
    expect((await door.send('haram', empty, { words: '할 일이 한눈에 보여서 좋아요' })).type).toBe('done');
    expect((await door.case(1)).state.voice.kind).toBe('voe');
    expect(JSON.stringify(await door.command('jiho', '도움말'))).toContain('"opinion"');
  });

  it('S3-01 once a quarter, in working hours, the VOC desk is asked to look at the categories', async () => {
    const door = frontDoor();
    const asked = () => door.calls.filter(({ card }) => cardText(card).includes('분류 살펴보기')).map(({ to }) => to);
    await door.remindDesk();
    expect(asked()).toEqual([]);
    // Monday 2026-11-23 → Friday 2027-01-01, a holiday everywhere but in a playbook without any; then the Monday after.
    door.pass(42 * day);
    await door.remindDesk();
    await door.remindDesk();
    expect(asked().sort()).toEqual(['aram', 'hangyeol']);
    expect(door.calls.map(({ card }) => cardText(card)).join()).toContain('2027년 1분기');
    door.pass(4 * day);
    await door.remindDesk();
    expect(asked()).toHaveLength(2);
    door.pass(84 * day);
    await door.remindDesk();
    expect(asked()).toHaveLength(4);
  });

  it('S3-01 at night nobody is asked', async () => {
    const door = frontDoor();
    door.pass(42 * day + 12 * 3_600_000);
    await door.remindDesk();
    expect(door.calls).toEqual([]);
  });
});
