import { describe, expect, it } from 'vitest';
import { buttonsOf, cardText, labelsOf, menuOf } from '../render/plain.ts';
import { textOf } from '../support/front-door.ts';
import { filed, plans, stages } from '../support/stages.ts';

const lastOf = <T>(list: readonly T[]): T => {
  const last = list.at(-1);
  if (last === undefined) throw new Error('nothing was said');
  return last;
};

describe('what somebody writes reaches whom it is for', () => {
  it('S2-04 the VOC desk reads the whole refusal before it signs: evidence, why not reasonable, what the customer hears', async () => {
    const door = await stages.refused();
    for (const card of [await door.card(1, 'desk'), lastOf(await door.words('aram'))]) {
      for (const part of [plans.refuse.evidence, plans.refuse.whyUnreasonable, plans.refuse.explanation]) {
        expect(cardText(card)).toContain(part);
      }
    }
  });

  it('S2-04 when the refusal stands, who talks to the customer gets the words for it', async () => {
    const door = await stages.refused();
    await door.does('aram', 'countersign', 1);
    const word = cardText(lastOf(await door.words('duri')));
    expect(word).toContain(plans.refuse.explanation);
    expect(word).toContain('고객에게 이 설명을 전해 주세요.');
    expect((await door.case(1)).state.status).toBe('refused');
  });

  it('the story keeps the cause of a complaint and the words the customer was told', async () => {
    const door = await stages.replied();
    const story = (await door.story(1)).join('\n');
    expect(story).toContain('원인: 제품 › 포장');
    expect(story).toContain(plans.reply.gist);
  });

  it('S0-26 that information was missing stands in the story of an inquiry', async () => {
    const door = await filed({ kind: 'inquiry' });
    await door.does('hana', 'acknowledge', 1);
    await door.does('hana', 'start', 1, plans.start(door));
    const fix = { ...plans.fix, fixType: 'informed', rootCause: '', informationMissing: 'yes' };
    await door.does('hana', 'fix', 1, fix);
    expect(lastOf(await door.story(1))).toContain('안내가 부족해서 생긴 문의');
  });

  it('S2-10 the card says at which touchpoint it broke', async () => {
    const door = await filed({ touchpoint: 'last' });
    expect(cardText(await door.card(1, 'logistics'))).toContain('접점: 마무리');
  });

  it('S0-23 the card announces the call until the customer has been told, and no longer', async () => {
    const door = await filed({ signals: ['B1'] });
    await door.does('hana', 'acknowledge', 1, { caller: 'duri', callbackAt: door.at(3_600_000) });
    await door.does('hana', 'start', 1, plans.start(door));
    await door.does('hana', 'fix', 1, plans.fix);
    expect(cardText(await door.card(1, 'logistics'))).toContain('박두리 님이 11/23(월) 11:00에 전화합니다');
    await door.does('duri', 'reply', 1, plans.reply);
    expect(cardText(await door.card(1, 'logistics'))).not.toContain('전화합니다');
  });

  it('a call whose time has passed is told as what was agreed, not as what is to come', async () => {
    const door = await filed({ signals: ['B1'] });
    await door.does('hana', 'acknowledge', 1, { caller: 'duri', callbackAt: door.at(3_600_000) });
    door.pass(7_200_000);
    expect(cardText(await door.card(1, 'logistics'))).toContain('박두리 님이 11/23(월) 11:00에 전화하기로 했습니다');
  });

  it('praise has no severity, so none is offered to change', async () => {
    const steps = async (kind: string) => {
      const door = await filed({ kind });
      return menuOf(await door.card(1, 'logistics')).map((action) => action.press.step);
    };
    expect(await steps('praise')).not.toContain('severity');
    expect(await steps('complaint')).toContain('severity');
  });

  it('after the second dissatisfied verdict both leads are asked to settle it together', async () => {
    const door = await stages.fixed();
    await door.does('duri', 'reply', 1, { ...plans.reply, verdict: 'dissatisfied' });
    const before = [...(await door.words('mirae')), ...(await door.words('sechan'))];
    expect(before.filter((word) => cardText(word).includes('함께'))).toEqual([]);
    await door.does('hana', 'fix', 1, plans.fix);
    await door.does('duri', 'reply', 1, { ...plans.reply, verdict: 'dissatisfied' });
    for (const lead of ['mirae', 'sechan']) {
      expect(cardText(lastOf(await door.words(lead)))).toContain('CS 리더와 부서장이 함께');
    }
  });

  it('S4-07 an obstacle on a case without a department reaches the VOC desk, with the button to answer it', async () => {
    const door = await stages.new();
    await door.does('duri', 'obstacle', 1, { text: '어느 부서인지 모르겠습니다' });
    expect(labelsOf(lastOf(await door.words('aram')))).toEqual(['막힌 점 답변']);
    await door.does('aram', 'answer-obstacle', 1, { text: '물류로 정하겠습니다' }, '1');
  });

  it('S4-07 what blocks a lead is brought before the executives', async () => {
    const door = await stages.working();
    await door.does('sechan', 'obstacle', 1, { text: '사람이 모자랍니다' });
    expect(await door.words('sechan')).toEqual([]);
    const [button] = buttonsOf(lastOf(await door.words('dain')));
    expect(button?.press).toMatchObject({ step: 'answer-obstacle', arg: '1' });
    await door.does('dain', 'answer-obstacle', 1, { text: '두 사람을 보냅니다' }, '1');
    expect(textOf(await door.press('laura', 'answer-obstacle', 1, '1'))).toContain('already answered');
  });

  it('phishing is proposed to information security when the desk names a department', async () => {
    const door = await filed({
      words: 'Your account is suspended. Re-verify your password at the link.',
      kind: 'void',
      department: 'logistics',
    });
    expect((await door.case(1)).state.status).toBe('new');
    const form = await door.press('aram', 'route', 1);
    expect(form).toMatchObject({
      type: 'open-form',
      form: { fields: [{ name: 'department', initial: 'security' }, {}] },
    });
  });
});
