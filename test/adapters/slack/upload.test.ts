import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListeningSandbox } from '../../../adapters/sandbox/listen-sandbox.ts';
import { failureOf } from '../../../adapters/slack/failures.ts';
import { upload } from '../../../adapters/slack/upload.ts';
import { clientOf, openWorkspace } from '../sandbox/workspace.ts';
import { type RecordingApi, recordingApi } from './recording-api.ts';

const csv = '\uFEFFVOC,접수\r\nVOC-0001,11/23\r\n';

describe('a file on its way to Slack', () => {
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
  const bytesOf = async (id: string, name: string) =>
    Buffer.from(await (await fetch(`${sandbox.origin}/sandbox/files/${id}/${name}`)).arrayBuffer()).toString();

  it('is there whole and under its title, and stands in no conversation until a block shows it', async () => {
    const bytes = Buffer.from(csv);
    const id = await upload(clientOf(sandbox), { name: 'a.csv', title: '사례', bytes }, null);
    expect(await bytesOf(id, 'a.csv')).toBe(csv);
    const { file } = await clientOf(sandbox).files.info({ file: id });
    expect(file).toMatchObject({ title: '사례', channels: [] });
  });

  it('is read from the disk and shared where it was asked for', async () => {
    const path = join(tmpdir(), `${randomUUID()}.csv`);
    await writeFile(path, csv);
    const id = await upload(clientOf(sandbox), { name: 'cases.csv', title: '사례', path }, 'C0VOC');
    await rm(path);
    expect(await bytesOf(id, 'cases.csv')).toBe(csv);
    expect(sandbox.state.messages('C0VOC').at(-1)?.files).toEqual([id]);
  });

  it('fails in words that a delivery can act on', async () => {
    const file = { name: 'a.csv', title: '', bytes: Buffer.from(csv) };
    const failing = (work: Promise<unknown>) => work.then(() => null, failureOf);
    expect(await failing(upload(clientOf(sandbox), file, 'C0ALONE'))).toMatchObject({ type: 'forbidden' });

    const slack = clientOf({ ...sandbox, apiUrl: api.apiUrl });
    api.answer('files.getUploadURLExternal', { upload_url: `${sandbox.origin}/sandbox/upload/nothing`, file_id: 'F1' });
    expect(await failing(upload(slack, file, null))).toEqual({ type: 'invalid', reason: 'http 400' });
    api.answer('files.getUploadURLExternal', { upload_url: 'http://127.0.0.1:1/', file_id: 'F1' });
    expect(await failing(upload(slack, file, null))).toMatchObject({ type: expect.stringMatching(/later|unknown/) });
    api.answer('files.getUploadURLExternal', { ok: false, error: 'missing_scope' });
    expect(await failing(upload(slack, file, null))).toEqual({ type: 'forbidden', reason: 'missing_scope' });
    expect(api.calls.filter(({ method }) => method === 'files.completeUploadExternal')).toEqual([]);
  });
});
