import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStage, type Stage } from './workspace.ts';

describe('a response address', () => {
  let stage: Stage;
  let later = 0;
  let url = '';
  beforeEach(async () => {
    later = 0;
    stage = await openStage({ now: () => Date.now() + later });
    stage.app.command('/voc', async ({ ack, body }) => {
      url = body.response_url;
      await ack();
    });
    await stage.sandbox.act({ as: 'U0HANA', do: 'command', conversation: 'C0VOC', text: '/voc' });
  });
  afterEach(() => stage.stop());

  const answer = async (body: unknown): Promise<readonly [number, string]> => {
    const sent = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(url, sent);
    return [response.status, await response.text()];
  };

  it('takes five answers, for the person alone unless said otherwise, and no sixth', async () => {
    for (let n = 1; n <= 5; n += 1) expect(await answer({ text: `답 ${n}` })).toEqual([200, 'ok']);
    expect(await answer({ text: '여섯' })).toEqual([404, '{"ok":false,"error":"used_url"}']);
    expect(stage.sandbox.state.messages('C0VOC').map((each) => [each.text, each.onlyFor])).toEqual(
      [1, 2, 3, 4, 5].map((n) => [`답 ${n}`, 'U0HANA']),
    );
  });

  it('ends after thirty minutes', async () => {
    later = 30 * 60_000 + 1000;
    expect(await answer({ text: '늦음' })).toEqual([404, '{"ok":false,"error":"expired_url"}']);
  });

  it('refuses an empty answer and blocks that Slack does not know', async () => {
    expect((await answer({ text: '' }))[0]).toBe(500);
    expect(await answer({ text: 'x', blocks: [{ type: 'nonsense' }] })).toEqual([
      400,
      '{"ok":false,"error":"invalid_blocks"}',
    ]);
    expect((await answer('not an object'))[0]).toBe(400);
  });
});
