import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/ports/interaction.ts';
import { buttonsOf, cardText, linesOf, menuOf } from '../render/plain.ts';
import { textOf } from '../support/front-door.ts';
import { type FrontDoor, filed, plans, stages } from '../support/stages.ts';

const basis = '약관 12조';
const give = (amount: number | string) => ({ amount: String(amount), basis });
const lastOf = <T>(list: readonly T[]): T => {
  const last = list.at(-1);
  if (last === undefined) throw new Error('nothing was said');
  return last;
};
const asking = async (amount = 50_000): Promise<FrontDoor> => {
  const door = await stages.working();
  await door.does('duri', 'remedy', 1, give(amount));
  return door;
};
const remediesOf = async (door: FrontDoor, id = 1) => (await door.case(id)).state.remedies ?? [];
const hintOf = (reply: Reply, field = 'amount'): string => {
  if (reply.type !== 'open-form') throw new Error(`no form: ${textOf(reply)}`);
  return reply.form.fields.find(({ name }) => name === field)?.hint ?? '';
};
/** A second case of the same customer, in work with 김하나. */
const another = async (door: FrontDoor, id: number): Promise<void> => {
  await filed({ customer: '010-0000-1234' }, door);
  await door.does('hana', 'acknowledge', id);
  await door.does('hana', 'start', id, plans.start(door));
};
const twoOfOneCustomer = async (): Promise<FrontDoor> => {
  const door = await filed({ customer: '010-0000-1234' });
  await door.does('hana', 'acknowledge', 1);
  await door.does('hana', 'start', 1, plans.start(door));
  await another(door, 2);
  return door;
};

describe('S4-09 what an agent may give', () => {
  it('S4-09 ₩30,000 is done at once: no approval theatre, it stands on the card and in the history', async () => {
    const door = await stages.working();
    await door.does('duri', 'remedy', 1, give('30,000'));
    expect(await remediesOf(door)).toMatchObject([{ amount: 30_000, basis }]);
    expect(await door.words('mirae')).toEqual([]);
    expect(cardText(await door.card(1, 'logistics'))).toContain('보상: 환불·보상금 30,000원');
    expect(lastOf(await door.story(1))).toContain('바로 보상했습니다: 환불·보상금 30,000원 · 근거: 약관 12조');
  });

  it('S4-09 ₩30,001 becomes a card for the CS leads with three buttons, and the case goes on', async () => {
    const door = await asking(30_001);
    const word = lastOf(await door.words('mirae'));
    expect(buttonsOf(word).map(({ label }) => label)).toEqual(['승인(환불·보상금 30,001원)', '반려', '금액 변경']);
    expect(cardText(word)).toContain('약관 12조');
    expect(await door.words('helen')).toHaveLength(1);
    expect(await door.words('sechan')).toEqual([]);
    expect(cardText(await door.card(1, 'logistics'))).toContain('승인 대기: 환불·보상금 30,001원(박두리 님 요청)');
    await door.does('hana', 'fix', 1, plans.fix);
    expect((await door.case(1)).state.status).toBe('fixed');
  });

  it('S4-09 one press approves, and the one who asked hears of it', async () => {
    const door = await asking();
    await door.does('helen', 'approve-remedy', 1, {}, '1');
    expect(await remediesOf(door)).toMatchObject([{ amount: 50_000, answer: { approved: true, by: { id: 'helen' } } }]);
    expect(cardText(lastOf(await door.words('duri')))).toContain('보상을 승인했습니다: 환불·보상금 50,000원');
    const late = await door.press('mirae', 'approve-remedy', 1, '1');
    expect(textOf(late)).toContain('이미 Helen Park 님이 정했습니다');
  });

  it('S4-09 another amount and a no go with their reason, to the one who asked', async () => {
    const door = await asking();
    await door.does('mirae', 'change-remedy', 1, { amount: '40000', reason: '약관의 한도입니다' }, '1');
    expect(cardText(lastOf(await door.words('duri')))).toContain('금액을 바꿔 승인했습니다: 환불·보상금 40,000원');
    const other = await asking();
    await other.does('mirae', 'decline-remedy', 1, { reason: '사진과 다릅니다' }, '1');
    expect(cardText(lastOf(await other.words('duri')))).toContain('이유: 사진과 다릅니다');
    expect(linesOf(await other.card(1, 'logistics')).join()).not.toContain('보상');
  });

  it('S4-09 an old button approves what it was about, and nothing newer', async () => {
    const door = await asking();
    await door.does('duri', 'withdraw-remedy', 1, { reason: '금액을 다시 봅니다' }, '1');
    await door.does('duri', 'remedy', 1, give(190_000));
    expect(textOf(await door.press('mirae', 'approve-remedy', 1, '1'))).toContain('이미 박두리 님이 정했습니다');
    expect((await remediesOf(door))[1]).not.toHaveProperty('answer');
  });

  it('who may approve is told by name of role to whoever may not, and finds it on Home', async () => {
    const door = await asking(300_000);
    expect(textOf(await door.press('mirae', 'approve-remedy', 1, '1'))).toContain('부서장·임원만');
    const home = await door.says('sechan', { type: 'home' });
    expect(home.type === 'home' && buttonsOf(home.card).map(({ press }) => press.step)).toContain('approve-remedy');
    const notYet = await door.says('dain', { type: 'home' });
    expect(notYet.type === 'home' && buttonsOf(notYet.card).map(({ press }) => press.step)).not.toContain(
      'approve-remedy',
    );
    await door.does('dain', 'approve-remedy', 1, {}, '1');
  });

  it('the form says what is left of one’s limit, in the case and for the customer', async () => {
    const door = await twoOfOneCustomer();
    expect(hintOf(await door.press('duri', 'remedy', 1))).toContain('이 건 30,000원 · 이 고객 90일 100,000원');
    await door.does('duri', 'remedy', 1, give(25_000));
    expect(hintOf(await door.press('emily', 'remedy', 1))).toContain(
      'this case ₩5,000 · this customer, 90 days ₩75,000',
    );
    expect(hintOf(await door.press('duri', 'remedy', 2))).toContain('이 건 30,000원 · 이 고객 90일 75,000원');
    expect(hintOf(await door.press('dain', 'remedy', 2))).toContain('한도가 없습니다');
    expect(hintOf(await door.press('hana', 'remedy', 2))).toContain('승인을 요청합니다');
  });

  it('S3-05 the customer’s sum counts over cases for ninety days, and no longer', async () => {
    const door = await twoOfOneCustomer();
    for (const id of [1, 2]) await door.does('duri', 'remedy', id, give(30_000));
    await another(door, 3);
    await door.does('duri', 'remedy', 3, give(30_000));
    await another(door, 4);
    await door.does('duri', 'remedy', 4, give(10_001));
    expect((await remediesOf(door, 4))[0]).toHaveProperty('before');
    door.pass(91 * 24 * 3_600_000);
    await another(door, 5);
    await door.does('duri', 'remedy', 5, give(30_000));
    expect((await remediesOf(door, 5))[0]).not.toHaveProperty('before');
  });

  it('two people giving in one case at the same moment: the second is counted with the first', async () => {
    const door = await stages.working();
    await Promise.all([door.does('duri', 'remedy', 1, give(20_000)), door.does('emily', 'remedy', 1, give(20_000))]);
    const remedies = await remediesOf(door);
    expect(remedies.map(({ number }) => number)).toEqual([1, 2]);
    expect(remedies.filter(({ before }) => before !== undefined)).toHaveLength(1);
  });
});

describe('paying the same customer again', () => {
  it('S1-13 is said where it is given and where it is approved: the how many-th time, and what it comes to', async () => {
    const door = await twoOfOneCustomer();
    await door.does('duri', 'remedy', 1, give(30_000));
    await door.does('duri', 'remedy', 2, give(20_000));
    expect(cardText(await door.card(2, 'logistics'))).toContain('이 고객에게 90일 동안 2번째, 합계 50,000원');
    await another(door, 3);
    await door.does('duri', 'remedy', 3, give(60_000));
    expect(cardText(lastOf(await door.words('mirae')))).toContain('이 고객에게 90일 동안 3번째, 합계 110,000원');
  });

  it('S1-13 the first time nothing is said of it', async () => {
    const door = await twoOfOneCustomer();
    await door.does('duri', 'remedy', 1, give(30_000));
    expect(cardText(await door.card(1, 'logistics'))).not.toContain('번째');
  });
});

describe('a fix that pays', () => {
  it('S3-05 finds what was given filled in, and is told how to get more', async () => {
    const door = await stages.working();
    await door.does('duri', 'remedy', 1, give(30_000));
    const form = await door.press('hana', 'fix', 1);
    expect(hintOf(form)).toContain('지금은 30,000원까지입니다');
    const sent = { ...plans.fix, fixType: 'replaced' };
    const refused = await door.send('hana', form, { ...sent, amount: '45000' });
    expect(textOf(refused)).toContain('[바로 보상]으로 먼저 승인을 받아 주세요');
    await door.send('hana', form, sent);
    expect((await door.case(1)).state).toMatchObject({ fix: { compensation: { amount: 30_000, basis } } });
  });

  it('S0-25 without a basis it is refused at the field, for a claim as for anything', async () => {
    const door = await filed({ kind: 'claim' });
    await door.does('hana', 'acknowledge', 1);
    await door.does('hana', 'start', 1, plans.start(door));
    await door.does('duri', 'remedy', 1, give(30_000));
    const form = await door.press('hana', 'fix', 1);
    const refused = await door.send('hana', form, { ...plans.fix, fixType: 'compensated', basis: '' });
    expect(refused).toMatchObject({ type: 'field-errors', errors: { basis: expect.stringContaining('보상 근거') } });
  });

  it('closing waits for the answer to a request, in words that say what to do', async () => {
    const door = await stages.replied();
    await door.does('duri', 'remedy', 1, give(50_000));
    expect(textOf(await door.press('mirae', 'close', 1))).toContain('보상에 근거나 승인이 남아 있습니다');
    await door.does('mirae', 'approve-remedy', 1, {}, '1');
    await door.does('helen', 'close', 1);
  });
});

describe('what was noted wrongly', () => {
  it('is taken back by who gave it, with a reason; the card forgets it and the history does not', async () => {
    const door = await stages.working();
    await door.does('duri', 'remedy', 1, give(30_000));
    const own = await door.command('duri', 'VOC-1');
    expect(own.type === 'say' && menuOf(own.card).map(({ press }) => press.step)).toContain('withdraw-remedy');
    await door.does('duri', 'withdraw-remedy', 1, { reason: '다른 건에 적을 것이었습니다' });
    expect(cardText(await door.card(1, 'logistics'))).not.toContain('보상:');
    const story = await door.story(1);
    expect(lastOf(story)).toContain('보상을 거두었습니다: 환불·보상금 30,000원. 이유: 다른 건에 적을 것이었습니다');
    expect(story.join('\n')).toContain('바로 보상했습니다');
  });

  it('a card never grows past eight lines for it', async () => {
    const door = await filed({ signals: ['D2'], opinion: '상자가 얇습니다', customer: '010-0000-1234' });
    await door.does('hana', 'acknowledge', 1, {
      eta: door.at(7_200_000),
      caller: 'duri',
      callbackAt: door.at(3_600_000),
    });
    await door.does('hana', 'start', 1, plans.start(door));
    await door.does('hana', 'obstacle', 1, { text: '재고가 없습니다' });
    await door.does('duri', 'remedy', 1, give(30_000));
    await door.does('duri', 'remedy', 1, give(50_000));
    const card = await door.card(1, 'logistics');
    expect(linesOf(card).length).toBeLessThanOrEqual(8);
    expect(cardText(card)).toContain('승인 대기');
    expect(cardText(card)).toContain('막힌 점 1');
  });
});
