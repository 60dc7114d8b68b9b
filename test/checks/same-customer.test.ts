import { describe, expect, it } from 'vitest';
import { startingValues } from '../../src/app/form-values.ts';
import type { Reply } from '../../src/ports/interaction.ts';
import { cardText, formText } from '../render/plain.ts';
import { frontDoor, textOf } from '../support/front-door.ts';
import { filed } from '../support/stages.ts';

const day = 24 * 3_600_000;
const formOf = (reply: Reply) => {
  if (reply.type !== 'open-form' && reply.type !== 'redraw-form') throw new Error(textOf(reply));
  return reply.form;
};
const signalsOf = (reply: Reply) => startingValues(formOf(reply))['signals'];
const phone = '010-0000-1234';

describe('the same customer again', () => {
  it('S4-17 the second case of a customer says so, however the number is written and whichever department has it', async () => {
    const door = await filed({ customer: phone });
    await filed({ customer: '+82 10 0000 1234', department: 'quality' }, door);
    expect(cardText(await door.card(1, 'logistics'))).not.toContain('이 고객의 이전 VOC');
    expect(cardText(await door.card(2, 'quality'))).toContain('이 고객의 이전 VOC 1건');
    const list = await door.press('duri', 'customer', 2);
    expect(list.type === 'say' ? cardText(list.card) : '').toContain('VOC-0001');
    expect(JSON.stringify(await door.command('duri', 'VOC-2'))).toContain('이전 VOC');
  });

  it('S4-17 other customers, and those nobody named, have no history; who may not see a case does not see it there', async () => {
    const door = await filed({ customer: phone });
    await filed({ customer: '010-9999-1234', department: 'quality' }, door);
    await filed({ department: 'quality' }, door);
    await filed({ customer: phone, department: 'quality' }, door);
    for (const id of [2, 3]) expect(cardText(await door.card(id, 'quality'))).not.toContain('이전 VOC');
    expect(textOf(await door.press('yuna', 'customer', 4))).not.toContain('VOC-0001');
    expect(textOf(await door.press('yuna', 'customer', 1))).not.toContain('VOC-0004');
  });

  it('S4-17 nothing of the customer is stored but the pseudonym', async () => {
    const door = await filed({ customer: phone });
    await filed({ customer: phone }, door);
    const { state } = await door.case(2);
    expect(state.earlier).toEqual([1]);
    expect(JSON.stringify({ ...state, customer: null })).not.toMatch(/0000-?1234/);
  });

  it('S0-06 a second contact is ticked in advance, and a third, as soon as the customer is known; a person decides', async () => {
    const door = frontDoor();
    const words = `배송이 늦어요. ${phone}`;
    expect(signalsOf(await door.command('duri', words))).toEqual([]);
    await filed({ words }, door);
    const second = await door.command('duri', words);
    expect(signalsOf(second)).toEqual(['F1']);
    expect(formText(formOf(second))).toContain('이 고객의 이전 VOC 1건: VOC-0001');
    await filed({ words, signals: [] }, door);
    expect((await door.case(2)).state.assessment.confirmed).toEqual([]);
    expect(signalsOf(await door.command('duri', words))).toEqual(['F2']);
  });

  it('S0-06 typing who it is into the open form is enough', async () => {
    const door = await filed({ customer: phone });
    const form = await door.command('duri', '배송이 늦어요');
    expect(signalsOf(form)).toEqual([]);
    expect(signalsOf(await door.refresh('duri', form, { customer: phone }, 'customer'))).toEqual(['F1']);
  });

  it('a case of last spring is shown, but is no second contact', async () => {
    const door = await filed({ customer: phone });
    door.pass(120 * day);
    const form = await door.command('duri', `배송이 늦어요. ${phone}`);
    expect(signalsOf(form)).toEqual([]);
    expect(formText(formOf(form))).toContain('이 고객의 이전 VOC 1건');
  });

  it('who files sees how many there are, and the numbers only of those they may see', async () => {
    const door = await filed({ customer: phone });
    const said = formText(formOf(await door.command('haram', `배송이 늦어요. ${phone}`)));
    expect(said).toContain('이 고객의 이전 VOC 1건');
    expect(said).not.toContain('VOC-0001');
  });
});
