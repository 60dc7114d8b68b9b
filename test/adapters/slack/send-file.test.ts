import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListeningSandbox } from '../../../adapters/sandbox/listen-sandbox.ts';
import { slackGateway } from '../../../adapters/slack/gateway.ts';
import type { OutgoingFile } from '../../../src/ports/chat-gateway.ts';
import { quietLog } from '../../support/quiet-log.ts';
import { botToken, openWorkspace } from '../sandbox/workspace.ts';
import { type RecordingApi, recordingApi } from './recording-api.ts';

const zip: OutgoingFile = {
  name: 'voc-2026-11.zip',
  title: 'VOC 2026-11 · 2건',
  bytes: Buffer.from('PK whole'),
  ticket: '2026-11',
};

describe('a file for somebody in Slack', () => {
  let sandbox: ListeningSandbox;
  let api: RecordingApi;
  beforeAll(async () => {
    sandbox = await openWorkspace();
    api = await recordingApi();
  });
  afterAll(async () => {
    await sandbox.stop();
    await api.stop();
  });
  const gatewayTo = (apiUrl: string) =>
    slackGateway({
      token: botToken,
      apiUrl,
      tenant: 'T0DAON',
      enterprise: null,
      draw: async () => new Uint8Array(),
      log: quietLog(),
    });
  const place = (id: string) => ({ platform: 'slack', tenant: 'T0DAON', kind: 'person', id }) as const;

  it('comes into the conversation they alone have with the bot, also where only their work e-mail is known', async () => {
    for (const id of ['U0HANA', 'hana@daon.example']) {
      expect(await gatewayTo(sandbox.apiUrl).sendFile(place(id), zip)).toEqual({ ok: true, value: 'sent' });
    }
    const shared = sandbox.state.messages('D0HANA').flatMap(({ files }) => files);
    expect(shared).toHaveLength(2);
    const page = await fetch(`${sandbox.origin}/sandbox/files/${shared[0]}/voc-2026-11.zip`);
    expect(await page.text()).toBe('PK whole');
  });

  it('that cannot be handed over fails in words that somebody can act on', async () => {
    api.answer('conversations.open', { channel: { id: 'D1' } });
    api.answer('files.getUploadURLExternal', { ok: false, error: 'missing_scope' });
    expect(await gatewayTo(api.apiUrl).sendFile(place('U1'), zip)).toEqual({
      ok: false,
      error: { type: 'forbidden', reason: 'missing_scope' },
    });
    expect(await gatewayTo(sandbox.apiUrl).sendFile(place('nobody@daon.example'), zip)).toMatchObject({ ok: false });
  });
});
