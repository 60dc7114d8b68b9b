import { describe, expect, it } from 'vitest';
import { cardText, linesOf } from '../render/plain.ts';
import { frontDoor, textOf } from '../support/front-door.ts';
import { filed, plans } from '../support/stages.ts';

describe('the command alone', () => {
  it('S0-28 gives a member of a department the guide of five lines, once, and the form from then on', async () => {
    const door = frontDoor();
    const first = await door.command('hana', '');
    expect(first.type).toBe('say');
    if (first.type !== 'say') return;
    expect(linesOf(first.card)).toHaveLength(6);
    expect(cardText(first.card)).toContain('담당: [확인]');
    expect((await door.command('hana', '')).type).toBe('open-form');
    expect((await door.command('hana', '  ')).type).toBe('open-form');
    expect(textOf(await door.command('hana', '도움말'))).toContain('사과보다 해결');
    expect((await door.command('jiho', '')).type).toBe('say');
  });

  it('S0-28 never stands between somebody and what they came to say', async () => {
    const door = frontDoor();
    expect((await door.command('hana', '포장이 다 젖어 있었어요')).type).toBe('open-form');
    expect((await door.command('duri', '')).type).toBe('open-form');
  });

  it('S0-04 shows an executive what waits for a decision, never the form first', async () => {
    const door = await filed();
    await door.does('hana', 'acknowledge', 1);
    await door.does('hana', 'start', 1, plans.start(door));
    await door.does('hana', 'ask-decision', 1, plans.ask(door));
    const reply = await door.command('dain', '');
    expect(reply.type).toBe('say');
    if (reply.type === 'say') expect(cardText(reply.card)).toContain('VOC-0001');
    expect((await door.command('dain', '매장이 추웠어요')).type).toBe('open-form');
  });
});
