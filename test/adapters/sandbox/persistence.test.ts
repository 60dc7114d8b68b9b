import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileJournal } from '../../../adapters/sandbox/journal.ts';
import { clientOf, openWorkspace, seed } from './workspace.ts';

describe('a workspace that is kept', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const path = () => join(folder, 'inner', 'sandbox.jsonl');
  const open = (extra: object = {}) => openWorkspace({ persist: fileJournal(path()), ...extra });

  it('has every message, edit, deletion, language and file after a restart, and time goes on', async () => {
    const before = await open();
    const client = clientOf(before);
    const { ts = '' } = await client.chat.postMessage({
      channel: 'C0VOC',
      text: '하나',
      metadata: { event_type: 'o', event_payload: { id: '1' } },
    });
    await client.chat.update({ channel: 'C0VOC', ts, text: '둘' });
    const gone = await client.chat.postMessage({ channel: 'C0VOC', text: '지울 것' });
    await client.chat.delete({ channel: 'C0VOC', ts: gone.ts ?? '' });
    await client.filesUploadV2({ channel_id: 'C0LOGIS', content: 'abc', filename: 'a.txt' });
    await client.views.publish({ user_id: 'U0HANA', view: { type: 'home', blocks: [] } });
    await before.act({ as: 'U0HANA', do: 'speak', locale: 'en' });
    const told = before.state.messages('C0VOC');
    await before.stop();

    const after = await open();
    expect(after.state.messages('C0VOC')).toEqual(told);
    expect(after.state.home('U0HANA')).not.toBeNull();
    expect((await clientOf(after).users.info({ user: 'U0HANA', include_locale: true })).user).toMatchObject({
      locale: 'en-US',
    });
    const file = after.state.messages('C0LOGIS')[0]?.files[0] ?? '';
    expect((await clientOf(after).files.info({ file })).file?.name).toBe('a.txt');
    await after.stop();
  });

  it('gives later messages later time stamps even when the clock went back', async () => {
    const before = await open({ now: () => 1_800_000_000_000 });
    const first = await clientOf(before).chat.postMessage({ channel: 'C0VOC', text: '하나' });
    await before.stop();
    const after = await open({ now: () => 1_700_000_000_000 });
    const second = await clientOf(after).chat.postMessage({ channel: 'C0VOC', text: '둘' });
    expect((second.ts ?? '') > (first.ts ?? '')).toBe(true);
    await after.stop();
  });

  it('has each message on disk by the time the app hears that it was posted', async () => {
    const sandbox = await open();
    await clientOf(sandbox).chat.postMessage({ channel: 'C0VOC', text: '남는 말' });
    expect(readFileSync(path(), 'utf8')).toContain('남는 말');
    await sandbox.stop();
  });

  it('reads over a line that a crash has torn', async () => {
    const before = await open();
    await clientOf(before).chat.postMessage({ channel: 'C0VOC', text: '하나' });
    await before.stop();
    appendFileSync(path(), '["messages","C0VOC 18000');
    const after = await open();
    await clientOf(after).chat.postMessage({ channel: 'C0VOC', text: '둘' });
    await after.stop();
    const again = await open();
    expect(again.state.messages('C0VOC').map((each) => each.text)).toEqual(['하나', '둘']);
    await again.stop();
  });

  it('says its welcome once, in an empty workspace only', async () => {
    const welcome = { ...seed, messages: [{ conversation: 'voc', text: '환영합니다' }] };
    for (let start = 0; start < 2; start += 1) {
      const sandbox = await open({ seed: welcome });
      expect(sandbox.state.messages('C0VOC').map((each) => each.text)).toEqual(['환영합니다']);
      await sandbox.stop();
    }
  });
});
