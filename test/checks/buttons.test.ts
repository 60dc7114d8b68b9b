import { describe, expect, it } from 'vitest';
import type { Status } from '../../src/domain/case/case.ts';
import type { Action } from '../../src/ports/card.ts';
import { buttonsOf, menuOf } from '../render/plain.ts';
import { textOf } from '../support/front-door.ts';
import { shipped } from '../support/shipped-playbook.ts';
import { type FrontDoor, filed, stages } from '../support/stages.ts';

const everybody = shipped.people.map((p) => p.id);
const places = ['logistics', 'quality', 'desk'] as const;
const answered = ['show', 'history', 'why', 'words', 'clocks', 'alike', 'connect'];

const pressable = async (door: FrontDoor, place: string): Promise<readonly Action[]> => {
  const card = await door.card(1, place);
  return [...buttonsOf(card), ...menuOf(card)];
};

/** Whom a press got further than a sentence. */
async function whoCan(action: Action, stage: () => Promise<FrontDoor>): Promise<readonly string[]> {
  const able: string[] = [];
  let door = await stage();
  for (const who of everybody) {
    const reply = await door.press(who, action.press.step, 1, action.press.arg);
    const said = reply.type === 'say' ? reply.card : null;
    const isView =
      answered.includes(action.press.step) && (action.press.step === 'connect' || (said?.blocks.length ?? 0) > 1);
    if (reply.type === 'say' && !isView) continue;
    able.push(who);
    if (reply.type !== 'open-form' && !isView) door = await stage();
  }
  return able;
}

describe('every button on every card', () => {
  it.each(Object.keys(stages) as readonly Status[])('is good for somebody: %s', async (status) => {
    const stage = stages[status];
    for (const place of places) {
      for (const action of await pressable(await stage(), place)) {
        const able = await whoCan(action, stage);
        expect(able, `${action.label} on the card of ${place}`).not.toEqual([]);
      }
    }
  });
});

describe('a press that needs words', () => {
  it('S4-07 an obstacle raised on the card is answered by the lead, from card and word alike', async () => {
    const door = await stages.acknowledged();
    await door.does('hana', 'obstacle', 1, { text: '완충재 예산이 없습니다' });
    const answer = (await pressable(door, 'logistics')).find((a) => a.press.step === 'answer-obstacle');
    expect(answer).toBeDefined();
    await door.does('sechan', 'answer-obstacle', 1, { text: '이번 주에 예산을 드립니다' }, answer?.press.arg);
    expect((await door.case(1)).state.obstacles[0]?.answer?.text).toBe('이번 주에 예산을 드립니다');
    expect(textOf(await door.press('sechan', 'answer-obstacle', 1, '1'))).toContain('이미 오세찬 님이 답했습니다');
  });

  it('anybody may open the severity form and raise it; only lowering is held back, at the form', async () => {
    const door = await filed({ signals: ['B1'] });
    const form = await door.press('hana', 'severity', 1);
    expect(form.type).toBe('open-form');
    const lower = await door.send('hana', form, { signals: [], reason: '손실이 없었습니다' });
    expect(textOf(lower)).toContain('CS 리더');
    await door.does('hana', 'severity', 1, { signals: ['B1', 'C2'], reason: '오늘 월세가 나갑니다' });
    expect((await door.case(1)).state.assessment.tier).toBe('S2');
  });

  it('a form sent back unchanged says that nothing would change', async () => {
    const door = await filed({ signals: ['B1'] });
    const form = await door.press('mirae', 'severity', 1);
    expect(textOf(await door.send('mirae', form, { reason: '다시 보았습니다' }))).toContain('바뀐 것이 없습니다');
  });
});
