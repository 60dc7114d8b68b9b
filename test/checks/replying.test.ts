import { describe, expect, it } from 'vitest';
import { startingValues } from '../../src/app/form-values.ts';
import type { Reply } from '../../src/ports/interaction.ts';
import { formText } from '../render/plain.ts';
import { textOf } from '../support/front-door.ts';
import { filed, stages } from '../support/stages.ts';

const formOf = (reply: Reply) => {
  if (reply.type !== 'redraw-form' && reply.type !== 'open-form') throw new Error(`no form: ${textOf(reply)}`);
  return reply.form;
};

describe('a reply is looked over before a person sends it', () => {
  it('S1-08 three apologies and no date: two things to look at, inside the form, with the draft as it was', async () => {
    const door = await stages.fixed();
    const draft = '죄송합니다. 정말 죄송합니다. 거듭 사과드립니다.';
    const checked = formOf(await door.send('duri', await door.press('duri', 'draft', 1), { draft }));
    expect(formText(checked)).toContain('살펴볼 점 2가지');
    expect(formText(checked)).toContain('사과가 3번 나옵니다');
    expect(formText(checked)).toContain('언제까지(날짜·시각)');
    expect(startingValues(checked)['draft']).toBe(draft);
  });

  it('S1-08 mended in the same form, nothing is left, and the good order stood there all the time', async () => {
    const door = await stages.fixed();
    const form = await door.press('duri', 'draft', 1);
    expect(formText(formOf(form))).toContain('누가 무엇을 언제까지');
    const first = await door.send('duri', form, { draft: '죄송합니다. 거듭 죄송합니다.' });
    const draft =
      '깨진 채 도착해 죄송합니다. 교환이나 환불 가운데 고르실 수 있고, 11/26(목) 15시까지 물류팀이 보냅니다.';
    const second = formOf(await door.send('duri', first, { draft }));
    expect(formText(second)).toContain('살펴볼 점이 없습니다');
  });

  it('S3-02 "사랑합니다 고객님, 커피 나오셨습니다" is two things to look at', async () => {
    const door = await filed();
    const form = await door.press('duri', 'draft', 1);
    const checked = formOf(await door.send('duri', form, { draft: '사랑합니다 고객님, 커피 나오셨습니다' }));
    expect(formText(checked)).toContain('살펴볼 점 2가지');
  });

  it('what the case knows need not be asked again', async () => {
    const door = await filed({ words: '주문번호 20261008-0071234 계란이 깨졌어요' });
    const form = await door.press('duri', 'draft', 1);
    const checked = formOf(await door.send('duri', form, { draft: '주문번호를 알려 주세요' }));
    expect(formText(checked)).toContain('이미 건에 있습니다: 주문번호');
  });

  it('S0-21 the draft goes nowhere: no event, nothing owed to anybody', async () => {
    const door = await stages.fixed();
    const [events, owed] = [(await door.history(1)).length, door.owed().length];
    await door.send('duri', await door.press('duri', 'draft', 1), { draft: '내일 10시에 전화드립니다' });
    expect([(await door.history(1)).length, door.owed().length]).toEqual([events, owed]);
  });

  it('is for those who talk to customers: a department is told who does', async () => {
    const door = await stages.fixed();
    expect(textOf(await door.press('hana', 'draft', 1))).toContain('상담사·CS 리더만 할 수 있습니다');
    expect(textOf(await door.press('duri', 'draft', 99))).toContain('그 번호의 건이 없습니다');
  });
});
