import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/ports/interaction.ts';
import { buttonsOf, cardText } from '../render/plain.ts';
import { stages } from '../support/stages.ts';

const steps = (reply: Reply): readonly string[] => {
  if (reply.type !== 'home') throw new Error('no Home');
  return buttonsOf(reply.card).map((button) => button.press.step);
};

describe('S4-07 what somebody is stuck on', () => {
  it('stands on the Home of the department lead, with the button to answer it, and goes when it is answered', async () => {
    const door = await stages.working();
    const home = () => door.says('sechan', { type: 'home' });
    expect(steps(await home())).not.toContain('answer-obstacle');
    await door.does('hana', 'obstacle', 1, { text: '재고가 없습니다' });
    expect(steps(await home())).toContain('answer-obstacle');
    await door.does('sechan', 'answer-obstacle', 1, { text: '옆 창고에서 보냅니다' }, '1');
    expect(steps(await home())).not.toContain('answer-obstacle');
  });

  it('stands on no other lead’s Home', async () => {
    const door = await stages.working();
    await door.does('hana', 'obstacle', 1, { text: '재고가 없습니다' });
    const home = await door.says('dongmin', { type: 'home' });
    expect(steps(home)).not.toContain('answer-obstacle');
    expect(home.type === 'home' && cardText(home.card)).not.toContain('VOC-0001');
  });

  it('stands with the executives where the lead is stuck, and not with the lead', async () => {
    const door = await stages.working();
    await door.does('sechan', 'obstacle', 1, { text: '사람이 모자랍니다' });
    expect(steps(await door.says('dain', { type: 'home' }))).toContain('answer-obstacle');
    expect(steps(await door.says('sechan', { type: 'home' }))).not.toContain('answer-obstacle');
  });
});
