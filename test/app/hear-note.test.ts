import { describe, expect, it } from 'vitest';
import { inTurn } from '../../src/app/in-turn.ts';
import { noteNow } from '../../src/domain/case/thread-notes.ts';
import { instant } from '../../src/domain/instant.ts';
import type { MessageRef } from '../../src/ports/chat-gateway.ts';
import type { ThreadMessage } from '../../src/ports/interaction.ts';
import { textOf } from '../support/front-door.ts';
import { filed } from '../support/stages.ts';

const at = (message: string): MessageRef => ({
  platform: 'slack',
  tenant: 'test',
  conversation: 'C0LOGISTICS',
  message,
});
const note = (text: string | null, change: Partial<ThreadMessage> = {}): ThreadMessage => ({
  under: at('card-1'),
  said: at('9.1'),
  text,
  asOf: instant(1),
  files: 0,
  permalink: null,
  named: [],
  ...change,
});

describe('a message in the thread of a card', () => {
  it('is kept as a note, masked, and nobody is answered', async () => {
    const door = await filed();
    const reply = await door.says('hana', { type: 'note', note: note('고객 번호는 010-1234-5678입니다') });
    expect(reply).toEqual({ type: 'nothing' });
    const kept = noteNow(await door.history(1), at('9.1'));
    expect(kept?.text).toBe('고객 번호는 010-••••-5678입니다');
    expect(kept?.by?.name).toBe('김하나');
  });

  it('names the people it calls as everybody knows them', async () => {
    const door = await filed();
    await door.says('hana', {
      type: 'note',
      note: note('@duri 님 사진 있나요? @U0NOBODY', { named: ['duri', 'U0NOBODY'] }),
    });
    expect(noteNow(await door.history(1), at('9.1'))?.text).toContain('@박두리 님 사진 있나요?');
  });

  it("is nobody's business under what is no card of a case, and of a stranger", async () => {
    const door = await filed();
    const before = (await door.history(1)).length;
    await door.says('hana', { type: 'note', note: note('점심 먹어요', { under: at('1.1') }) });
    await door.says('outsider', { type: 'note', note: note('저도 봤습니다') });
    expect(await door.history(1)).toHaveLength(before);
  });

  it('is confirmed where Meari was called by name, and called with nothing it shows the case', async () => {
    const door = await filed();
    const mention = (text: string) => ({ type: 'mention', text, permalink: null, note: note(text) }) as const;
    expect(textOf(await door.says('hana', mention('사진을 받았습니다')))).toBe('VOC-0001에 메모로 남겼습니다.');
    expect(textOf(await door.says('hana', mention('')))).toContain('VOC-0001');
    expect(noteNow(await door.history(1), at('9.1'))?.text).toBe('사진을 받았습니다');
  });

  it('is kept also after the case has ended, and its end stays', async () => {
    const door = await filed();
    await door.does('duri', 'withdraw', 1, { words: '이제 괜찮아요', cause: '포장' });
    await door.says('hana', { type: 'note', note: note('늦게 봤습니다') });
    expect((await door.case(1)).state.status).toBe('withdrawn');
    expect(noteNow(await door.history(1), at('9.1'))?.text).toBe('늦게 봤습니다');
  });
});

describe('two messages of one thread', () => {
  it('are taken in turn, one that fails included; those of another thread do not wait', async () => {
    const turn = inTurn();
    const done: string[] = [];
    let release = (): void => undefined;
    const first = turn('a', () => new Promise<void>((resolve) => (release = resolve)).then(() => done.push('a1')));
    const failed = turn('a', async () => Promise.reject(new Error('broke')));
    const second = turn('a', async () => done.push('a2'));
    await turn('b', async () => done.push('b1'));
    expect(done).toEqual(['b1']);
    release();
    await expect(failed).rejects.toThrow('broke');
    await Promise.all([first, second]);
    expect(done).toEqual(['b1', 'a1', 'a2']);
  });
});
