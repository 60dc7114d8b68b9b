import { openAsBlob } from 'node:fs';
import { WebAPIHTTPError, WebAPIRequestError, type WebClient } from '@slack/web-api';
import { timeoutMs } from './web-client.ts';

/** A file as people see it; one on disk is never read whole. */
export type Upload = {
  /** With the ending by which Slack knows its type. */
  readonly name: string;
  readonly title: string;
} & ({ readonly bytes: Uint8Array } | { readonly path: string });

/** A slow line still carries so many bytes in a millisecond. */
const bytesPerMs = 100;

/**
 * Hands a file to Slack and returns its id. `channel`: the conversation in which it is shared, as a message of its own;
 * null: nowhere, until a block shows it. The SDK's own `filesUploadV2` reads a file whole and logs it byte by byte.
 * @throws what `failureOf` reads.
 */
export async function upload(client: WebClient, file: Upload, channel: string | null): Promise<string> {
  const { name, title } = file;
  const body = 'path' in file ? await openAsBlob(file.path) : new Blob([file.bytes.slice()]);
  const ticket = await client.files.getUploadURLExternal({ filename: name, length: body.size });
  const { upload_url, file_id } = ticket;
  if (upload_url === undefined || file_id === undefined) throw new Error('files.getUploadURLExternal gave no address');
  await send(upload_url, body);
  const files: [{ id: string; title: string }] = [{ id: file_id, title }];
  await client.files.completeUploadExternal(channel === null ? { files } : { files, channel_id: channel });
  return file_id;
}

async function send(url: string, body: Blob): Promise<void> {
  const signal = AbortSignal.timeout(timeoutMs + Math.ceil(body.size / bytesPerMs));
  const answer = await fetch(url, { method: 'POST', body, redirect: 'error', signal }).catch((thrown: unknown) => {
    throw new WebAPIRequestError(thrown instanceof Error ? thrown : new Error(String(thrown)));
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new WebAPIHTTPError(answer.status, answer.statusText, {});
}
