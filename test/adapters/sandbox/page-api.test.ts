import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ListeningSandbox } from '../../../adapters/sandbox/listen-sandbox.ts';
import { upload } from '../../../adapters/slack/upload.ts';
import { clientOf, errorOf, openWorkspace } from './workspace.ts';

describe('the page’s side of the sandbox', () => {
  let sandbox: ListeningSandbox;
  let folder = '';
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'page-'));
    mkdirSync(join(folder, 'page', 'fonts'), { recursive: true });
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html><title>page</title>');
    writeFileSync(join(folder, 'page', '.hidden.txt'), 'hidden');
    writeFileSync(join(folder, 'page', 'fonts', 'a.woff2'), 'font');
    sandbox = await openWorkspace({ pageDir: join(folder, 'page') });
  });
  afterEach(async () => {
    await sandbox.stop();
    rmSync(folder, { recursive: true });
  });

  const get = async (path: string): Promise<unknown> => (await fetch(`${sandbox.origin}/sandbox/page/${path}`)).json();
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${sandbox.origin}/sandbox/page/act`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  /** `fetch` neither sends another Host nor leaves a path as it is. */
  const raw = (path: string, headers: Record<string, string> = {}): Promise<number> =>
    new Promise((resolve, reject) => {
      const sent = request(sandbox.origin, { path, headers }, (res) => {
        res.resume();
        resolve(res.statusCode ?? 0);
      });
      sent.on('error', reject);
      sent.end();
    });

  it('shows a person her workspace', async () => {
    expect(await get('workspace?as=U0JUN')).toMatchObject({
      team: { id: 'T0DAON' },
      me: { id: 'U0JUN', locale: 'en' },
      bot: { userId: 'U0BOT', name: '메아리' },
      direct: { id: 'D0JUN', unread: 0 },
      channels: [{ id: 'C0VOC', unread: 0 }, { id: 'C0LOGIS' }, { id: 'C0ALONE' }, { id: 'C0OLD' }],
    });
    expect(await get('workspace')).toMatchObject({ me: { id: 'U0HANA' } });
    expect((await fetch(`${sandbox.origin}/sandbox/page/workspace?as=U0NONE`)).status).toBe(404);
  });

  it('shows a message’s picture from an address of its own, and refuses one of no file', async () => {
    const client = clientOf(sandbox);
    const bytes = Buffer.from('the bytes of a picture');
    const id = await upload(client, { name: '그림.png', title: '그림', bytes }, null);
    const image = { type: 'image', slack_file: { id }, alt_text: '접수 104' } as const;
    await client.chat.postMessage({ channel: 'C0VOC', text: '주간', blocks: [image] });
    const [message] = (await get('messages?as=U0HANA&conversation=C0VOC')) as {
      readonly blocks: readonly { readonly image_url: string; readonly alt_text: string }[];
    }[];
    expect(message?.blocks[0]).toMatchObject({ alt_text: '접수 104' });
    const served = await fetch(`${sandbox.origin}${message?.blocks[0]?.image_url}`);
    expect(Buffer.from(await served.arrayBuffer())).toEqual(bytes);

    const text = await upload(client, { name: 'a.csv', title: 'a', bytes }, null);
    for (const file of ['F0NONE', text]) {
      const blocks = [{ ...image, slack_file: { id: file } }];
      expect(await errorOf(client.chat.postMessage({ channel: 'C0VOC', text: 'x', blocks }))).toBe('invalid_blocks');
    }
  });

  it('counts what a person has not seen: others’ words at the top of a channel, everything said to her alone', async () => {
    const { chat } = clientOf(sandbox);
    const { ts = '' } = await chat.postMessage({ channel: 'C0VOC', text: '하나' });
    await chat.postMessage({ channel: 'C0VOC', text: '답', thread_ts: ts });
    await chat.postMessage({ channel: 'U0HANA', text: '혼자' });
    await post({ as: 'U0JUN', do: 'say', conversation: 'C0VOC', threadTs: null, text: '둘' });
    const counts = async (as: string) => {
      const view = (await get(`workspace?as=${as}`)) as { channels: { unread: number }[]; direct: { unread: number } };
      return [view.channels[0]?.unread, view.direct.unread];
    };
    expect(await counts('U0HANA')).toEqual([2, 1]);
    expect(await counts('U0JUN')).toEqual([0, 0]);
    await post({ as: 'U0HANA', do: 'read', conversation: 'C0VOC' });
    expect(await counts('U0HANA')).toEqual([0, 1]);
  });

  it('lets nobody read another person’s direct conversation', async () => {
    await clientOf(sandbox).chat.postMessage({ channel: 'U0HANA', text: '혼자' });
    expect(await get('messages?as=U0HANA&conversation=D0HANA')).toHaveLength(1);
    expect((await fetch(`${sandbox.origin}/sandbox/page/messages?as=U0JUN&conversation=D0HANA`)).status).toBe(404);
  });

  it('takes what the page has encoded and what a test has typed for the same words', async () => {
    const say = (text: string) => post({ as: 'U0HANA', do: 'say', conversation: 'C0VOC', threadTs: null, text });
    await say('a &lt;b&gt; &amp; <@U0BOT> hana@daon.example https://a.example/x?y=1&amp;z=2.');
    await say('a <b> & @메아리 hana@daon.example https://a.example/x?y=1&z=2.');
    const [first, second] = sandbox.state.messages('C0VOC');
    expect(first?.text).toBe(
      'a &lt;b&gt; &amp; <@U0BOT> <mailto:hana@daon.example|hana@daon.example> <https://a.example/x?y=1&amp;z=2>.',
    );
    expect(second?.text).toBe(first?.text);
  });

  it('lets a person delete her own words only', async () => {
    await post({ as: 'U0HANA', do: 'say', conversation: 'C0VOC', threadTs: null, text: '실수' });
    const { ts } = sandbox.state.messages('C0VOC')[0] ?? { ts: '' };
    const remove = async (as: string) => (await post({ as, do: 'delete', conversation: 'C0VOC', ts })).json();
    expect(await remove('U0JUN')).toMatchObject({ ok: false });
    expect(await remove('U0HANA')).toEqual({ ok: true });
    expect(sandbox.state.messages('C0VOC')).toEqual([]);
  });

  it('tells a page of what its person can see, and of nothing else', async () => {
    const abort = new AbortController();
    const stream = await fetch(`${sandbox.origin}/sandbox/page/events?as=U0JUN`, { signal: abort.signal });
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    const { chat } = clientOf(sandbox);
    await chat.postMessage({ channel: 'U0HANA', text: '남의 것' });
    await chat.postEphemeral({ channel: 'C0VOC', user: 'U0HANA', text: '남의 것' });
    await chat.postMessage({ channel: 'C0LOGIS', text: '모두의 것' });
    const reader = stream.body?.getReader();
    let heard = '';
    while (!heard.includes('C0LOGIS')) heard += new TextDecoder().decode((await reader?.read())?.value);
    expect(heard).toBe(': listening\n\ndata: {"type":"messages","conversation":"C0LOGIS"}\n\n');
    abort.abort();
  });

  it.each([
    ['nothing', {}],
    ['an unknown deed', { as: 'U0HANA', do: 'fly' }],
    ['a deed without its parts', { as: 'U0HANA', do: 'say', conversation: 'C0VOC' }],
    ['an inherited deed', { as: 'U0HANA', do: 'constructor' }],
    ['values that are none', { as: 'U0HANA', do: 'submit', viewId: 'V', values: { a: 'x' } }],
  ])('refuses %s', async (_what, body) => {
    expect((await post(body)).status).toBe(400);
  });

  it('refuses pages and names from elsewhere', async () => {
    const act = { as: 'U0HANA', do: 'open-home' };
    const port = new URL(sandbox.origin).port;
    expect((await post(act, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post(act, { origin: 'null' })).status).toBe(403);
    expect((await post(act, { origin: 'http://127.0.0.1:1' })).status).toBe(403);
    expect((await post(act, { origin: sandbox.origin })).status).toBe(200);
    expect((await post(act, { 'content-type': 'text/plain' })).status).toBe(415);
    expect(await raw('/sandbox/page/workspace', { host: `evil.example:${port}` })).toBe(403);
    expect(await raw('/sandbox/page/workspace', { host: `127.0.0.1.evil.example:${port}` })).toBe(403);
    expect(await raw('/sandbox/page/workspace', { host: `localhost:${port}` })).toBe(200);
    const foreign = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' };
    expect(await raw('/sandbox/page/workspace', foreign)).toBe(403);
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect(await raw('/sandbox/', link)).toBe(200);
  });

  it('serves the built page and nothing beside it', async () => {
    const page = await fetch(`${sandbox.origin}/sandbox/`);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect((await fetch(`${sandbox.origin}/sandbox`)).url).toBe(`${sandbox.origin}/sandbox/`);
    expect((await fetch(`${sandbox.origin}/sandbox/fonts/a.woff2`)).headers.get('content-type')).toBe('font/woff2');
    for (const path of [
      '../secret.txt',
      '..%2fsecret.txt',
      '%2e%2e/secret.txt',
      'fonts/..%2f..%2fsecret.txt',
      '.hidden.txt',
      'none.js',
      'fonts',
      '%00',
      '%zz',
    ]) {
      expect([path, await raw(`/sandbox/${path}`)]).toEqual([path, 404]);
    }
  });

  it('answers a body that is too large, or is no JSON, with a clean refusal', async () => {
    expect((await post({ as: 'U0HANA', do: 'say', text: 'x'.repeat(1_100_000) })).status).toBe(413);
    const broken = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' };
    expect((await fetch(`${sandbox.origin}/sandbox/page/act`, broken)).status).toBe(400);
  });
});
