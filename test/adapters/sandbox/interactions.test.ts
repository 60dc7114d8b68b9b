import type { BlockAction, ViewSubmitAction } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { button, clientOf, modal, openStage, type Stage, section, typed } from './workspace.ts';

describe.each([
  { way: 'HTTP', socketMode: false },
  { way: 'a socket', socketMode: true },
])('a real Bolt app, reached over $way', ({ socketMode }) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage({ socketMode, ackMs: 1500 });
  });
  afterEach(() => stage.stop());

  const command = (text: string) => stage.sandbox.act({ as: 'U0HANA', do: 'command', conversation: 'C0VOC', text });
  const press = (ts: string, as = 'U0HANA') =>
    stage.sandbox.act({
      as,
      do: 'press',
      container: { type: 'message', conversation: 'C0VOC', ts },
      blockId: 'steps',
      action: { type: 'button', action_id: 'acknowledge', value: 'VOC-0001' },
      values: {},
    });
  const top = (as = 'U0HANA') => stage.sandbox.state.modals(as).at(-1);
  const openModal = async (extra: object = {}) => {
    stage.app.command('/voc', async ({ ack, client, body }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: modal('고객의 소리', extra) });
    });
    await command('/voc');
    for (let tries = 0; !top() && tries < 50; tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    return top()?.id ?? '';
  };
  const submit = (viewId: string, text: string) =>
    stage.sandbox.act({ as: 'U0HANA', do: 'submit', viewId, values: typed(text) });

  it('hears a command with its words, and what it acknowledges is seen by that person only', async () => {
    const heard: string[] = [];
    stage.app.command('/voc', async ({ ack, body }) => {
      heard.push(body.text, body.user_id, body.channel_id, body.channel_name);
      await ack('접수 방법입니다');
    });
    expect(await command('/voc  help a&b')).toEqual({ ok: true });
    expect(heard).toEqual(['help a&amp;b', 'U0HANA', 'C0VOC', 'voc']);
    expect(stage.sandbox.state.messages('C0VOC')).toMatchObject([{ text: '접수 방법입니다', onlyFor: 'U0HANA' }]);
  });

  it('answers a command for everybody where it says so', async () => {
    stage.app.command('/voc', async ({ ack }) => ack({ response_type: 'in_channel', blocks: [section('모두')] }));
    await command('/voc');
    expect(stage.sandbox.state.messages('C0VOC')).toMatchObject([{ onlyFor: null, blocks: [{ type: 'section' }] }]);
  });

  it('shows the person Slack’s error when a command is answered too late, wrongly or by nobody', async () => {
    stage.app.command('/slow', async () => undefined);
    stage.app.command('/voc', async ({ ack }) => ack({ blocks: [{ type: 'nonsense' } as never] }));
    const late = await stage.sandbox.act({ as: 'U0JUN', do: 'command', conversation: 'C0VOC', text: '/slow' });
    expect(late).toEqual({ ok: false, error: '/slow failed with the error "operation_timeout".' });
    expect(await command('/voc')).toEqual({ ok: false, error: expect.stringContaining('invalid_blocks') });
    expect(await command('/nope')).toEqual({ ok: false, error: expect.stringContaining('/nope') });
  });

  it('hears a press with the message it was made on', async () => {
    const heard: BlockAction[] = [];
    stage.app.action<BlockAction>('acknowledge', async ({ ack, body }) => {
      heard.push(body);
      await ack();
    });
    const client = clientOf(stage.sandbox);
    const { ts = '' } = await client.chat.postMessage({
      channel: 'C0VOC',
      text: '카드',
      blocks: [button('acknowledge')],
    });
    expect(await press(ts)).toEqual({ ok: true });
    expect(heard[0]).toMatchObject({
      type: 'block_actions',
      team: { id: 'T0DAON', domain: 'daon' },
      enterprise: null,
      is_enterprise_install: false,
      user: { id: 'U0HANA', team_id: 'T0DAON' },
      api_app_id: 'A0BOT',
      channel: { id: 'C0VOC', name: 'voc' },
      container: { type: 'message', message_ts: ts, channel_id: 'C0VOC', is_ephemeral: false },
      message: { ts, text: '카드', bot_id: 'B0BOT' },
      actions: [{ type: 'button', action_id: 'acknowledge', block_id: 'steps', value: 'VOC-0001' }],
      state: { values: {} },
    });
    expect(heard[0]?.response_url).toMatch(/\/sandbox\/response\//);
  });

  it('refuses a press on a button that has gone, and on another person’s private message', async () => {
    const client = clientOf(stage.sandbox);
    const { ts = '' } = await client.chat.postMessage({ channel: 'C0VOC', text: '카드', blocks: [section('끝')] });
    expect((await press(ts)).ok).toBe(false);
    const hidden = { channel: 'C0VOC', user: 'U0HANA', text: '나만', blocks: [button('acknowledge')] };
    const { message_ts = '' } = await client.chat.postEphemeral(hidden);
    expect((await press(message_ts, 'U0JUN')).ok).toBe(false);
  });

  it('shows the person an error when nobody takes a press', async () => {
    const client = clientOf(stage.sandbox);
    const { ts = '' } = await client.chat.postMessage({
      channel: 'C0VOC',
      text: '카드',
      blocks: [button('acknowledge')],
    });
    expect(await press(ts)).toMatchObject({ ok: false, error: expect.stringContaining('operation_timeout') });
  });

  it('replaces a private message, posts beside it and deletes it through its response address', async () => {
    stage.app.action('acknowledge', async ({ ack, respond }) => {
      await ack();
      await respond({ replace_original: true, text: '바뀜', blocks: [button('again')] });
    });
    stage.app.action('again', async ({ ack, respond }) => {
      await ack();
      await respond({ response_type: 'in_channel', text: '모두에게' });
      await respond({ delete_original: true });
    });
    const hidden = { channel: 'C0VOC', user: 'U0HANA', text: '나만', blocks: [button('acknowledge')] };
    const { message_ts: ts = '' } = await clientOf(stage.sandbox).chat.postEphemeral(hidden);
    await press(ts);
    await expect
      .poll(() => stage.sandbox.state.messages('C0VOC'))
      .toMatchObject([{ ts, text: '바뀜', onlyFor: 'U0HANA' }]);
    await stage.sandbox.act({
      as: 'U0HANA',
      do: 'press',
      container: { type: 'message', conversation: 'C0VOC', ts },
      blockId: 'steps',
      action: { type: 'button', action_id: 'again' },
      values: {},
    });
    await expect.poll(() => stage.sandbox.state.messages('C0VOC')).toMatchObject([{ text: '모두에게', onlyFor: null }]);
  });

  it('opens a modal, is told what was filled in, and closes it with an empty answer', async () => {
    const heard: ViewSubmitAction[] = [];
    stage.app.view('filing', async ({ ack, body }) => {
      heard.push(body as ViewSubmitAction);
      await ack();
    });
    const viewId = await openModal({ private_metadata: '{"a":1}' });
    expect(await submit(viewId, '파손')).toEqual({ ok: true });
    expect(heard[0]).toMatchObject({
      type: 'view_submission',
      user: { id: 'U0HANA' },
      view: {
        id: viewId,
        callback_id: 'filing',
        private_metadata: '{"a":1}',
        root_view_id: viewId,
        previous_view_id: null,
        state: { values: { title: { text: { type: 'plain_text_input', value: '파손' } } } },
      },
      response_urls: [],
    });
    expect(top()).toBeUndefined();
  });

  it('refuses by itself what Slack’s own client refuses: a missing or too long field', async () => {
    stage.app.view('filing', async ({ ack }) => ack());
    const viewId = await openModal();
    await submit(viewId, '');
    expect(top()?.errors).toEqual({ title: '필수 항목을 입력해 주세요.' });
    await submit(viewId, '열한 글자가 넘는 제목입니다');
    expect(top()?.errors).toEqual({ title: '10자 이하로 입력해 주세요.' });
  });

  it('shows the app’s errors at the field and keeps what was typed', async () => {
    stage.app.view('filing', async ({ ack }) => ack({ response_action: 'errors', errors: { title: '다시' } }));
    const viewId = await openModal();
    expect(await submit(viewId, '파손')).toEqual({ ok: true });
    expect(top()).toMatchObject({ id: viewId, errors: { title: '다시' }, values: typed('파손') });
  });

  it('replaces, stacks and clears modals as the app answers', async () => {
    let answer: object = { response_action: 'update', view: modal('둘째') };
    stage.app.view('filing', async ({ ack }) => ack(answer as never));
    const first = await openModal();
    const before = top()?.hash;
    await submit(first, '파손');
    expect(top()).toMatchObject({ id: first, view: { title: { text: '둘째' } } });
    expect(top()?.hash).not.toBe(before);
    answer = { response_action: 'push', view: modal('셋째') };
    await submit(first, '파손');
    const second = top();
    expect(second).toMatchObject({ previousId: first, rootId: first, view: { title: { text: '셋째' } } });
    await submit(second?.id ?? '', '파손');
    expect(stage.sandbox.state.modals('U0HANA')).toHaveLength(3);
    expect((await submit(top()?.id ?? '', '파손')).ok).toBe(false);
    answer = { response_action: 'clear' };
    await submit(top()?.id ?? '', '파손');
    expect(stage.sandbox.state.modals('U0HANA')).toEqual([]);
  });

  it('keeps a modal open, with its words, when the app answers nothing or nonsense', async () => {
    let answer: object | null = { response_action: 'errors', errors: { nowhere: '없는 칸' } };
    stage.app.view('filing', async ({ ack }) => {
      if (answer) await ack(answer as never);
    });
    const viewId = await openModal();
    expect((await submit(viewId, '파손')).ok).toBe(false);
    answer = null;
    expect((await submit(viewId, '파손')).ok).toBe(false);
    expect(top()).toMatchObject({ id: viewId, values: typed('파손') });
  });

  it('is told of a closed modal only where it asked to be', async () => {
    const closed: string[] = [];
    stage.app.view({ type: 'view_closed', callback_id: 'filing' }, async ({ ack, body }) => {
      closed.push(body.view.id);
      await ack();
    });
    const close = (viewId: string) => stage.sandbox.act({ as: 'U0HANA', do: 'close', viewId });
    await close(await openModal());
    expect([closed, top()]).toEqual([[], undefined]);
    stage.app.command('/slow', async ({ ack, client, body }) => {
      await client.views.open({ trigger_id: body.trigger_id, view: modal('듣는 화면', { notify_on_close: true }) });
      await ack();
    });
    await command('/slow');
    const viewId = top()?.id ?? '';
    await close(viewId);
    expect(closed).toEqual([viewId]);
  });

  it('hears shortcuts: a message’s with the message, a global one without a channel', async () => {
    const heard: object[] = [];
    stage.app.shortcut('file', async ({ ack, body }) => {
      heard.push(body);
      await ack();
    });
    stage.app.shortcut('new', async ({ ack, body }) => {
      heard.push(body);
      await ack();
    });
    await stage.sandbox.act({
      as: 'U0JUN',
      do: 'say',
      conversation: 'C0VOC',
      threadTs: null,
      text: '파손 문의 <급함>',
    });
    const ts = stage.sandbox.state.messages('C0VOC')[0]?.ts ?? '';
    const shortcut = { as: 'U0HANA', do: 'message-shortcut', callbackId: 'file', conversation: 'C0VOC' } as const;
    expect(await stage.sandbox.act({ ...shortcut, ts })).toEqual({ ok: true });
    expect(await stage.sandbox.act({ as: 'U0HANA', do: 'global-shortcut', callbackId: 'new' })).toEqual({ ok: true });
    expect(heard[0]).toMatchObject({
      type: 'message_action',
      channel: { id: 'C0VOC' },
      message: { ts, user: 'U0JUN', text: '파손 문의 &lt;급함&gt;' },
      response_url: expect.stringContaining('/response/'),
    });
    expect(heard[1]).toMatchObject({ type: 'shortcut', callback_id: 'new', user: { id: 'U0HANA' } });
    expect(heard[1]).not.toHaveProperty('channel');
    const hidden = { channel: 'C0VOC', user: 'U0HANA', text: '나만' };
    const { message_ts = '' } = await clientOf(stage.sandbox).chat.postEphemeral(hidden);
    expect((await stage.sandbox.act({ ...shortcut, ts: message_ts })).ok).toBe(false);
  });

  it('hears a mention in a channel, and everything in its own conversation', async () => {
    const heard: string[] = [];
    stage.app.event('app_mention', async ({ event }) => void heard.push(`mention ${event.text}`));
    stage.app.message(
      async ({ message }) => void heard.push(`${message.channel_type} ${'text' in message ? message.text : ''}`),
    );
    const say = (conversation: string, text: string) =>
      stage.sandbox.act({ as: 'U0HANA', do: 'say', conversation, threadTs: null, text });
    await say('C0VOC', '우리끼리 하는 말');
    await say('C0VOC', '@메아리 도와주세요');
    await say('D0HANA', '안녕하세요');
    await expect
      .poll(() => [...heard].sort())
      .toEqual(['channel <@U0BOT> 도와주세요', 'im 안녕하세요', 'mention <@U0BOT> 도와주세요']);
  });

  it('draws a person’s Home when she opens it, and hears presses there', async () => {
    const heard: BlockAction[] = [];
    stage.app.event('app_home_opened', async ({ event, client }) => {
      await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [button('acknowledge')] } });
    });
    stage.app.action<BlockAction>('acknowledge', async ({ ack, body }) => {
      heard.push(body);
      await ack();
    });
    await stage.sandbox.act({ as: 'U0JUN', do: 'open-home' });
    await expect.poll(() => stage.sandbox.state.home('U0JUN')).toMatchObject({ view: { type: 'home' } });
    const viewId = stage.sandbox.state.home('U0JUN')?.id ?? '';
    const container = { type: 'view', viewId } as const;
    const action = { action_id: 'acknowledge' };
    await stage.sandbox.act({ as: 'U0JUN', do: 'press', container, blockId: 'steps', action, values: {} });
    expect(heard[0]).toMatchObject({
      container: { type: 'view', view_id: viewId },
      view: { type: 'home', id: viewId },
    });
    expect(stage.sandbox.state.home('U0HANA')).toBeNull();
  });

  it('gets every delivery as often as the fault switch says, with the same identity', async () => {
    const ids: unknown[] = [];
    stage.app.event('app_mention', async ({ body }) => void ids.push(body.event_id));
    stage.sandbox.faults.set({ duplicateDelivery: 3 });
    await stage.sandbox.act({ as: 'U0HANA', do: 'say', conversation: 'C0VOC', threadTs: null, text: '@메아리 하나' });
    await expect.poll(() => ids.length).toBe(3);
    expect(new Set(ids).size).toBe(1);
  });
});
