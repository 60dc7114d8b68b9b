import { describe, expect, it } from 'vitest';
import { cardText, linesOf } from '../render/plain.ts';
import { textOf } from '../support/front-door.ts';
import { filed, stages } from '../support/stages.ts';

describe('what it cost the customer', () => {
  it('S0-08 a third contact, passed on and explained again is "고객 노력 5" on the card, and [왜 이 등급?] says why', async () => {
    const door = await filed({ signals: ['F2'], struggled: ['handover', 'explained'] });
    expect(cardText(await door.card(1, 'logistics'))).toContain('고객 노력 5');
    const why = await door.press('hana', 'why', 1);
    expect(textOf(why)).toContain('고객 노력 5점 = 다시 연락 2번(2) + 담당 바뀜(1) + 다시 설명(2)');
    expect((await door.story(1))[0]).toContain('고객이 들인 수고: 다시 연락, 담당 바뀜, 다시 설명');
  });

  it('S0-08 a case that cost the customer nothing does not speak of it', async () => {
    const door = await filed();
    expect(cardText(await door.card(1, 'logistics'))).not.toContain('고객 노력');
    expect(textOf(await door.press('hana', 'why', 1))).not.toContain('고객 노력');
  });

  it('S1-07 who had to explain it again when we called adds two, and the story names it', async () => {
    const door = await stages.working();
    await door.does('duri', 'contact', 1, {
      channel: 'phone',
      gist: '내일 알려 드린다고 했습니다',
      struggled: ['explained'],
    });
    expect(cardText(await door.card(1, 'logistics'))).toContain('고객 노력 2');
    expect((await door.story(1)).at(-1)).toContain('고객이 들인 수고: 다시 설명');
  });

  it('S4-15 twelve minutes in the phone menu are one point, and the answer begins with thanks', async () => {
    const door = await filed({ channel: 'ars', waited: '12' });
    expect(linesOf(await door.card(1, 'logistics')).join('\n')).toContain('고객 노력 1');
    await door.does('hana', 'acknowledge', 1);
    await door.does('hana', 'start', 1, { plan: '포장 바꾸기', eta: door.at(3_600_000) });
    await door.does('hana', 'fix', 1, {
      fixType: 'solved',
      done: '바꿨습니다',
      evidence: '사진 3장',
      rootCause: 'product/packaging',
    });
    const said = JSON.stringify(await door.press('duri', 'reply', 1));
    expect(said).toContain('사과보다 먼저');
    expect(said).toContain('감사드려 주세요');
  });

  it('a number of minutes that is none is asked for again at its field, and nothing typed is lost', async () => {
    const door = await filed();
    const form = await door.command('duri', '또 늦었어요');
    const answer = await door.send('duri', form, {
      channel: 'phone',
      kind: 'complaint',
      experience: '또 늦었다',
      wants: ['refund'],
      department: 'logistics',
      waited: '-3',
    });
    expect(textOf(answer)).toContain('waited:');
  });
});
