import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/ports/card.ts';
import { mentionCard, welcomeCard } from '../../src/render/list-cards.ts';
import { reading } from '../../src/render/reading.ts';
import { buttonsOf, cardText, labelsOf, menuOf } from '../render/plain.ts';
import { frontDoor, textOf } from '../support/front-door.ts';
import { shipped } from '../support/shipped-playbook.ts';
import { filed, stages } from '../support/stages.ts';

const offersAPerson = (card: Card): boolean =>
  [...buttonsOf(card), ...menuOf(card)].some((action) => action.press.step === 'connect');

describe('talking to a person', () => {
  it('S3-13 one press, and the VOC desk has it in private, with the case it is about', async () => {
    const door = await filed();
    expect(textOf(await door.press('hana', 'connect', 1))).toBe(
      'VOC 조정관에게 전했습니다: 조아람 님, 문한결 님. 대화로 답을 드립니다.',
    );
    expect(door.calls.map((call) => call.to)).toEqual(['aram', 'hangyeol']);
    for (const { card } of door.calls) {
      expect(cardText(card)).toContain('김하나 님이 사람과 이야기하고 싶어 합니다');
      expect(cardText(card)).toContain('VOC-0001');
      expect(labelsOf(card)).toEqual(['보기']);
    }
    expect((await door.history(1)).map(({ event }) => event.type)).toEqual(['CaseFiled', 'CaseRouted']);
  });

  it('S3-13 works without a case, by a button or by typing', async () => {
    const door = frontDoor();
    await door.press('yuna', 'connect', null);
    await door.command('daniel', 'person');
    expect(door.calls).toHaveLength(4);
    expect(textOf(await door.command('daniel', 'person'))).toContain('The VOC desk has it');
  });

  it('S3-13 is offered on home, in the guide, on the welcome, on a mention and on every card that is not finished', async () => {
    const door = frontDoor();
    const r = reading('ko', shipped.zone, shipped, shipped.taxonomies, door.now());
    const [person] = shipped.people.map(({ id, name, department, roles }) => ({ id, name, department, roles }));
    if (person === undefined) throw new Error('a company without people');
    expect(offersAPerson(welcomeCard(r))).toBe(true);
    expect(offersAPerson(mentionCard('계란이 깨졌어요', person, r))).toBe(true);
    expect(offersAPerson(mentionCard('', person, r))).toBe(true);
    const home = await door.says('hana', { type: 'home' });
    const help = await door.command('hana', '도움말');
    expect(home.type === 'home' && offersAPerson(home.card)).toBe(true);
    expect(help.type === 'say' && offersAPerson(help.card)).toBe(true);
    for (const status of ['new', 'routed', 'working', 'held', 'adjudication', 'fixed', 'replied', 'refused'] as const) {
      const company = await stages[status]();
      const cards = [await company.card(1, 'desk'), await company.card(1, 'logistics')];
      expect(cards.some(offersAPerson), status).toBe(true);
    }
  });

  it('somebody of the desk reaches the colleagues, not themselves', async () => {
    const door = frontDoor();
    await door.press('aram', 'connect', null);
    expect(door.calls.map((call) => call.to)).toEqual(['hangyeol']);
  });

  it('where nobody can be reached it says whom to speak to, and promises nothing', async () => {
    const door = frontDoor();
    door.cutOff();
    expect(textOf(await door.press('hana', 'connect', null))).toBe(
      '지금은 전하지 못했습니다. VOC 조정관에게 직접 말을 걸어 주세요: 조아람 님, 문한결 님.',
    );
  });
});
