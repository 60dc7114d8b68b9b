import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readBody } from '../../../adapters/sandbox/http/body.ts';
import { type Json, textOf } from '../../../adapters/sandbox/json.ts';
import { list } from '../slack-inputs.ts';
import type { TeamsPerson } from './teams-person.ts';

const consentType = 'application/vnd.microsoft.teams.card.file.consent';
export const infoType = 'application/vnd.microsoft.teams.card.file.info';

export type Offer = { readonly name: string; readonly content: Json };

/** What a message offers to put into somebody's storage; null: it offers no file. */
export function offerIn(activity: Json): Offer | null {
  const [found] = list(activity['attachments']).filter((a) => a['contentType'] === consentType);
  return found === undefined ? null : { name: textOf(found, 'name'), content: found['content'] as Json };
}

/**
 * Agrees to a file, as Teams does it: names an address in the person's own storage, which takes the bytes in one piece and
 * insists on being told how many they are. Null: nothing came.
 */
export async function agreeTo({ name, content }: Offer, person: Pick<TeamsPerson, 'invoke'>, waitMs = 5_000) {
  let came: (bytes: Uint8Array | null) => void = () => undefined;
  const file = new Promise<Uint8Array | null>((done) => {
    came = done;
  });
  const server = createServer((req, res) => {
    void readBody(req, 1 << 26).then((bytes) => {
      const whole = `bytes 0-${bytes.length - 1}/${bytes.length}`;
      const isRight = req.method === 'PUT' && req.headers['content-range'] === whole;
      res.writeHead(isRight ? 201 : 400).end();
      came(isRight ? bytes : null);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const uploadInfo = {
    uploadUrl: `${address}/upload`,
    contentUrl: `https://hanbit.example/personal/${name}`,
    name,
    uniqueId: 'D0C-1',
    fileType: 'zip',
  };
  const value = { type: 'fileUpload', action: 'accept', context: content['acceptContext'] ?? null, uploadInfo };
  const timer = setTimeout(() => came(null), waitMs);
  try {
    await person.invoke('fileConsent/invoke', value as Json);
    return await file;
  } finally {
    clearTimeout(timer);
    server.close();
  }
}
