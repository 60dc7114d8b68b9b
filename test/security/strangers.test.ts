import { describe, expect, it } from 'vitest';
import { steps } from '../../src/ports/card.ts';
import type { Gesture, Reply } from '../../src/ports/interaction.ts';
import { textOf } from '../support/front-door.ts';
import { stages } from '../support/stages.ts';

const words = ['우리 회사 구성원만', 'people of this company'];
const saysWho = (reply: Reply): boolean => words.some((word) => textOf(reply).includes(word));

describe('somebody who is no colleague', () => {
  it.each(steps.map((step) => [step]))(
    'presses [%s] on a card they can see, and learns whom to speak to',
    async (step) => {
      const door = await stages.working();
      const before = door.owed().length;
      const reply = await door.press('outside', step, 1);
      expect(saysWho(reply)).toBe(true);
      expect(JSON.stringify(reply)).not.toContain('VOC-0001');
      expect(door.owed()).toHaveLength(before);
    },
  );

  it('files nothing, finds nothing and sees nothing by any other way in', async () => {
    const door = await stages.working();
    const before = door.owed().length;
    const gestures: readonly Gesture[] = [
      { type: 'command', text: '1' },
      { type: 'command', text: '찾기 배송' },
      { type: 'command', text: '배송이 안 와요' },
      { type: 'mention', text: '배송이 안 와요', permalink: null, note: null },
      { type: 'file-message', text: '배송이 안 와요', permalink: null },
      { type: 'file' },
      { type: 'home' },
      { type: 'submit', step: 'note', context: { caseId: '1' }, values: { text: '저도 봤습니다' } },
    ];
    for (const gesture of gestures) {
      const reply = await door.says('outside', gesture);
      expect([gesture.type, saysWho(reply)]).toEqual([gesture.type, true]);
    }
    expect(await door.says('outside', { type: 'language', locale: 'en' })).toEqual({ type: 'nothing' });
    expect(door.owed()).toHaveLength(before);
    expect((await door.case(1)).state.notes).toBe(0);
  });
});
