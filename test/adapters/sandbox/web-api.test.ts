import { afterEach, describe, expect, it } from 'vitest';
import type { ListeningSandbox } from '../../../adapters/sandbox/listen-sandbox.ts';
import { appToken, botToken, clientOf, errorOf, openWorkspace, section } from './workspace.ts';

let sandbox: ListeningSandbox;
afterEach(() => sandbox.stop());

const raw = async (
  method: string,
  init: RequestInit = {},
): Promise<{ status: number; body: Record<string, unknown> }> => {
  const response = await fetch(`${sandbox.apiUrl}${method}`, { method: 'POST', ...init });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

describe('the Web API of the sandbox', () => {
  it('knows its app by the bot token, in a header or a field, form or JSON', async () => {
    sandbox = await openWorkspace();
    expect(await clientOf(sandbox).auth.test()).toMatchObject({ team_id: 'T0DAON', user_id: 'U0BOT', bot_id: 'B0BOT' });
    expect((await raw('auth.test')).body).toMatchObject({ ok: false, error: 'not_authed' });
    expect(await errorOf(clientOf(sandbox, 'xoxb-wrong').auth.test())).toBe('invalid_auth');
    const json = { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token: botToken }) };
    expect((await raw('auth.test', json)).body['ok']).toBe(true);
  });

  it('answers a method it does not know at once, and not with a 404 that its client would try again', async () => {
    sandbox = await openWorkspace();
    const unknown = await raw('dnd.info', { headers: { authorization: `Bearer ${botToken}` } });
    expect(unknown).toMatchObject({ status: 200, body: { ok: false, error: 'unknown_method' } });
  });

  it('opens sockets for the app token only', async () => {
    sandbox = await openWorkspace();
    expect(await errorOf(clientOf(sandbox).apps.connections.open())).toBe('not_allowed_token_type');
    const { url } = await clientOf(sandbox, appToken).apps.connections.open();
    expect(url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/sandbox\/socket\?ticket=/);
  });

  it('posts into a channel by id or name and to a person, and refuses where Slack would', async () => {
    sandbox = await openWorkspace();
    const { chat } = clientOf(sandbox);
    expect(await chat.postMessage({ channel: '#물류', text: '안녕하세요' })).toMatchObject({ channel: 'C0LOGIS' });
    expect(await chat.postMessage({ channel: 'U0HANA', text: '안녕하세요' })).toMatchObject({ channel: 'D0HANA' });
    expect(await errorOf(chat.postMessage({ channel: 'C0NONE', text: 'x' }))).toBe('channel_not_found');
    expect(await errorOf(chat.postMessage({ channel: 'C0ALONE', text: 'x' }))).toBe('not_in_channel');
    expect(await errorOf(chat.postMessage({ channel: 'C0OLD', text: 'x' }))).toBe('is_archived');
    expect(await errorOf(chat.postMessage({ channel: 'C0VOC', text: '' }))).toBe('no_text');
    expect(await errorOf(chat.postMessage({ channel: 'C0VOC', text: 'x', thread_ts: '1.000001' }))).toBe(
      'thread_not_found',
    );
  });

  it('lets the app into a channel that it joins', async () => {
    sandbox = await openWorkspace();
    const client = clientOf(sandbox);
    await client.conversations.join({ channel: 'C0ALONE' });
    expect(await errorOf(client.chat.postMessage({ channel: 'C0ALONE', text: 'x' }))).toBe('ok');
  });

  it('cuts a text above 40,000 characters and says so, but refuses it in an update', async () => {
    sandbox = await openWorkspace();
    const { chat } = clientOf(sandbox);
    const posted = await chat.postMessage({ channel: 'C0VOC', text: '가'.repeat(40_001) });
    expect(posted.message?.text).toHaveLength(40_000);
    expect(posted).toMatchObject({ warning: 'message_truncated' });
    const update = chat.update({ channel: 'C0VOC', ts: posted.ts ?? '', text: 'x'.repeat(40_001) });
    expect(await errorOf(update)).toBe('msg_too_long');
  });

  it('changes and deletes only what the app itself has said', async () => {
    sandbox = await openWorkspace();
    const { chat } = clientOf(sandbox);
    await sandbox.act({ as: 'U0HANA', do: 'say', conversation: 'C0VOC', threadTs: null, text: '배송이 늦어요' });
    const hers = sandbox.state.messages('C0VOC')[0]?.ts ?? '';
    expect(await errorOf(chat.update({ channel: 'C0VOC', ts: hers, text: 'x' }))).toBe('cant_update_message');
    expect(await errorOf(chat.delete({ channel: 'C0VOC', ts: hers }))).toBe('cant_delete_message');
    expect(await errorOf(chat.update({ channel: 'C0VOC', ts: '1.000000', text: 'x' }))).toBe('message_not_found');
    const { ts = '' } = await chat.postMessage({ channel: 'C0VOC', text: '하나', blocks: [section('하나')] });
    await chat.update({ channel: 'C0VOC', ts, text: '둘' });
    expect(sandbox.state.messages('C0VOC').at(-1)).toMatchObject({ ts, text: '둘', blocks: [{ type: 'section' }] });
    await chat.delete({ channel: 'C0VOC', ts });
    expect(sandbox.state.messages('C0VOC')).toHaveLength(1);
  });

  it('keeps a thread hanging on something when its head is deleted', async () => {
    sandbox = await openWorkspace();
    const client = clientOf(sandbox);
    const { ts = '' } = await client.chat.postMessage({ channel: 'C0VOC', text: '머리' });
    await client.chat.postMessage({ channel: 'C0VOC', text: '답', thread_ts: ts });
    await client.chat.delete({ channel: 'C0VOC', ts });
    const { messages } = await client.conversations.replies({ channel: 'C0VOC', ts });
    expect(messages?.map((each) => ('subtype' in each ? each.subtype : each.text))).toEqual(['tombstone', '답']);
    expect(await errorOf(client.chat.update({ channel: 'C0VOC', ts, text: 'x' }))).toBe('message_not_found');
  });

  it('tells a history newest first, without replies, and metadata only where it is asked for', async () => {
    sandbox = await openWorkspace();
    const client = clientOf(sandbox);
    const metadata = { event_type: 'outbox', event_payload: { id: 'n-1' } };
    const { ts = '' } = await client.chat.postMessage({ channel: 'C0VOC', text: '하나', metadata });
    await client.chat.postMessage({ channel: 'C0VOC', text: '답', thread_ts: ts });
    await client.chat.postMessage({ channel: 'C0VOC', text: '둘' });
    const plain = await client.conversations.history({ channel: 'C0VOC' });
    expect(plain.messages?.map((each) => each.text)).toEqual(['둘', '하나']);
    expect(plain.messages?.[1]).toMatchObject({ reply_count: 1, thread_ts: ts });
    expect(plain.messages?.[1]).not.toHaveProperty('metadata');
    const full = await client.conversations.history({
      channel: 'C0VOC',
      oldest: ts,
      inclusive: true,
      include_all_metadata: true,
    });
    expect(full.messages?.[1]).toMatchObject({ metadata });
    const later = await client.conversations.history({ channel: 'C0VOC', oldest: ts });
    expect(later.messages?.map((each) => each.text)).toEqual(['둘']);
  });

  it('hands out long lists page by page', async () => {
    sandbox = await openWorkspace();
    const client = clientOf(sandbox);
    for (const text of ['1', '2', '3', '4', '5']) await client.chat.postMessage({ channel: 'C0VOC', text });
    const seen: string[] = [];
    for await (const page of client.paginate('conversations.history', { channel: 'C0VOC', limit: 2 })) {
      const { messages = [] } = page as { messages?: { text: string }[] };
      seen.push(messages.map((each) => each.text).join(''));
    }
    expect(seen).toEqual(['54', '32', '1']);
    expect(await errorOf(client.users.list({ cursor: 'nonsense' }))).toBe('invalid_cursor');
  });

  it('shows an ephemeral message to its person and to no API', async () => {
    sandbox = await openWorkspace();
    const client = clientOf(sandbox);
    await client.chat.postEphemeral({ channel: 'C0VOC', user: 'U0HANA', text: '나만' });
    expect((await client.conversations.history({ channel: 'C0VOC' })).messages).toEqual([]);
    const shown = async (as: string): Promise<unknown> =>
      (await fetch(`${sandbox.origin}/sandbox/page/messages?as=${as}&conversation=C0VOC`)).json();
    expect(await shown('U0HANA')).toMatchObject([{ text: '나만', onlyFor: 'U0HANA' }]);
    expect(await shown('U0JUN')).toEqual([]);
    expect(await errorOf(client.chat.postEphemeral({ channel: 'C0VOC', user: 'U0NONE', text: 'x' }))).toBe(
      'user_not_in_channel',
    );
  });

  it('finds people by id and by e-mail, in the language they speak now', async () => {
    sandbox = await openWorkspace();
    const { users } = clientOf(sandbox);
    expect((await users.lookupByEmail({ email: 'Hana@daon.example' })).user?.id).toBe('U0HANA');
    expect(await errorOf(users.lookupByEmail({ email: 'no@daon.example' }))).toBe('users_not_found');
    expect(await errorOf(users.info({ user: 'U0NONE' }))).toBe('user_not_found');
    expect(await users.info({ user: 'U0HANA', include_locale: true })).toMatchObject({ user: { locale: 'ko-KR' } });
    await sandbox.act({ as: 'U0HANA', do: 'speak', locale: 'en' });
    expect(await users.info({ user: 'U0HANA', include_locale: true })).toMatchObject({ user: { locale: 'en-US' } });
    expect((await users.list({})).members?.map((each) => each.id)).toEqual(['U0HANA', 'U0JUN', 'U0BOT']);
  });

  it('opens the direct conversation with a person', async () => {
    sandbox = await openWorkspace();
    const { conversations } = clientOf(sandbox);
    expect((await conversations.open({ users: 'U0JUN' })).channel?.id).toBe('D0JUN');
    expect(await errorOf(conversations.open({ users: 'U0NONE' }))).toBe('user_not_found');
    expect((await conversations.info({ channel: 'C0VOC' })).channel).toMatchObject({ name: 'voc', is_member: true });
    expect((await conversations.members({ channel: 'D0JUN' })).members).toEqual(['U0JUN', 'U0BOT']);
    expect((await conversations.list({ exclude_archived: true })).channels?.map((each) => each.name)).not.toContain(
      'old',
    );
  });

  it('takes a reaction once', async () => {
    sandbox = await openWorkspace();
    const { chat, reactions } = clientOf(sandbox);
    const { ts = '' } = await chat.postMessage({ channel: 'C0VOC', text: 'x' });
    const eyes = { channel: 'C0VOC', timestamp: ts, name: 'eyes' };
    expect(await errorOf(reactions.add(eyes))).toBe('ok');
    expect(await errorOf(reactions.add(eyes))).toBe('already_reacted');
  });

  it('gives a permalink that opens the page at the message', async () => {
    sandbox = await openWorkspace();
    const { chat } = clientOf(sandbox);
    const { ts = '' } = await chat.postMessage({ channel: 'C0VOC', text: 'x' });
    const { permalink = '' } = await chat.getPermalink({ channel: 'C0VOC', message_ts: ts });
    expect(permalink).toBe(`${sandbox.origin}/sandbox/archives/C0VOC/p${ts.replace('.', '')}`);
    const opened = await fetch(permalink, { redirect: 'manual' });
    expect(opened.headers.get('location')).toBe(`/sandbox/?conversation=C0VOC&ts=${ts}`);
  });

  it('takes files the way that Slack’s own client sends them, and serves them back', async () => {
    sandbox = await openWorkspace();
    const client = clientOf(sandbox);
    const bytes = Buffer.from([137, 80, 78, 71, 0, 255, 10, 13]);
    await client.filesUploadV2({ channel_id: 'C0VOC', file: bytes, filename: '사진.png', initial_comment: '증빙' });
    const view = await fetch(`${sandbox.origin}/sandbox/page/messages?as=U0JUN&conversation=C0VOC`);
    const [message] = (await view.json()) as { text: string; files: { id: string; url: string; mimetype: string }[] }[];
    expect(message).toMatchObject({ text: '증빙', files: [{ title: '사진.png', mimetype: 'image/png' }] });
    const served = await fetch(`${sandbox.origin}${message?.files[0]?.url}`);
    expect(served.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await served.arrayBuffer())).toEqual(bytes);
    expect((await client.files.info({ file: message?.files[0]?.id ?? '' })).file?.size).toBe(8);
  });

  it('never shows an uploaded page as a page', async () => {
    sandbox = await openWorkspace();
    const client = clientOf(sandbox);
    await client.filesUploadV2({ channel_id: 'C0VOC', content: '<script>alert(1)</script>', filename: 'a.html' });
    const file = sandbox.state.messages('C0VOC')[0]?.files[0] ?? '';
    const served = await fetch(`${sandbox.origin}/sandbox/files/${file}/a.html`);
    expect(served.headers.get('content-type')).toBe('application/octet-stream');
    expect(served.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  it('refuses an upload of another length than announced, and one nobody announced', async () => {
    sandbox = await openWorkspace();
    const { upload_url = '' } = await clientOf(sandbox).files.getUploadURLExternal({ filename: 'a.txt', length: 3 });
    expect((await fetch(upload_url, { method: 'POST', body: 'four' })).status).toBe(400);
    expect((await fetch(upload_url, { method: 'POST', body: 'abc' })).status).toBe(200);
    expect((await fetch(`${sandbox.origin}/sandbox/upload/unknown`, { method: 'POST', body: 'abc' })).status).toBe(400);
  });
});
