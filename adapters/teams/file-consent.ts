import type { OutgoingFile } from '../../src/ports/chat-gateway.ts';
import { record, text } from '../payload.ts';

/* A bot puts no file into a chat: it offers one, the person agrees, and Teams names an address in their own storage. */

const consentType = 'application/vnd.microsoft.teams.card.file.consent';
const infoType = 'application/vnd.microsoft.teams.card.file.info';
/** Tells our own offers from those of whatever else may come back here. */
const mark = 'meari-file';

/** What is offered. Nothing of the file waits here: what is agreed to is made again from its ticket, by any process. */
export const offerOf = ({ name, title, bytes, ticket }: OutgoingFile) => ({
  type: 'message',
  summary: title,
  attachments: [
    {
      contentType: consentType,
      name,
      content: {
        description: title,
        sizeInBytes: bytes.length,
        acceptContext: { of: mark, ticket },
        declineContext: { of: mark },
      },
    },
  ],
});

/** Where an agreed file goes. */
export type Target = {
  readonly uploadUrl: string;
  readonly contentUrl: string;
  readonly uniqueId: string;
  readonly fileType: string;
};
export type Consent =
  | { readonly agreed: false }
  | { readonly agreed: true; readonly ticket: string; readonly target: Target };

/** What somebody answered to an offer of ours; null: this is no such answer. */
export function consentIn(activity: Readonly<Record<string, unknown>>): Consent | null {
  if (activity['type'] !== 'invoke' || activity['name'] !== 'fileConsent/invoke') return null;
  const value = record(activity['value']);
  const context = record(value['context']);
  if (context['of'] !== mark) return null;
  const ticket = text(context['ticket']);
  const info = record(value['uploadInfo']);
  const uploadUrl = text(info['uploadUrl']);
  if (value['action'] !== 'accept' || ticket === null || uploadUrl === null) return { agreed: false };
  const target = {
    uploadUrl,
    contentUrl: text(info['contentUrl']) ?? '',
    uniqueId: text(info['uniqueId']) ?? '',
    fileType: text(info['fileType']) ?? 'zip',
  };
  return { agreed: true, ticket, target };
}

/** The file as it stands in the chat once it is there. */
export const fileShown = ({ contentUrl, uniqueId, fileType }: Target, name: string) => ({
  type: 'message',
  summary: name,
  attachments: [{ contentType: infoType, contentUrl, name, content: { uniqueId, fileType } }],
});

/** A slow line still carries so many bytes in a millisecond. */
const bytesPerMs = 100;
const timeoutMs = 15_000;

/** Fills the address that Teams named; it is signed for this one file. @throws where it is not taken */
export async function put({ uploadUrl }: Target, bytes: Uint8Array): Promise<void> {
  const answer = await fetch(uploadUrl, {
    method: 'PUT',
    headers: {
      'content-type': 'application/octet-stream',
      'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
    },
    body: bytes.slice(),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs + Math.ceil(bytes.length / bytesPerMs)),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`the storage answered ${answer.status}`);
}
