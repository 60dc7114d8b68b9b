import { setTimeout as sleep } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import type { Result } from '../../src/domain/result.ts';
import type { Log } from '../../src/ports/ambient.ts';
import type { Card } from '../../src/ports/card.ts';
import type { DeliveryFailure } from '../../src/ports/chat-gateway.ts';
import type { Draw, Picture } from '../../src/ports/picture.ts';
import { inTime } from '../in-time.ts';
import { type Attached, type Drawing, drawCard } from './blocks.ts';
import { failureOf } from './failures.ts';
import { upload } from './upload.ts';
import { timeoutMs } from './web-client.ts';

type Sent<T> = Result<T, DeliveryFailure>;
type Send<T> = (drawing: Drawing) => Promise<Sent<T>>;

/** Slack looks at an uploaded picture before a block may show it; mostly it is done within a second. */
const waitsMs = [300, 700, 1_500, 3_000];
/** A digest's picture goes to everybody who reads that language, and again with a post that is tried again. */
const mostRemembered = 50;

/** Sends cards with the pictures that belong to them: drawn, handed to Slack and shown by the file's id. */
export function pictureFrame(client: WebClient, draw: Draw, log: Log) {
  const files = new Map<string, Promise<string>>();

  function fileOf(picture: Picture): Promise<string> {
    const key = JSON.stringify(picture);
    const known = files.get(key);
    if (known !== undefined) return known;
    const file = draw(picture).then((bytes) =>
      upload(client, { name: 'meari.png', title: picture.title, bytes }, null),
    );
    files.set(key, file);
    file.catch(() => files.delete(key));
    for (const oldest of [...files.keys()].slice(0, -mostRemembered)) files.delete(oldest);
    return file;
  }

  /** The picture's file, or null: words alone are better than nothing, whatever went wrong. */
  async function attach(picture: Picture, endsAt: number): Promise<string | null> {
    let reason = 'not in time';
    const file = fileOf(picture).catch((thrown: unknown) => {
      reason = failureOf(thrown)?.reason ?? nameOf(thrown);
      return null;
    });
    const id = await inTime(file, Math.max(0, endsAt - performance.now()));
    if (id === null) log.warn('picture not attached', { reason });
    return id;
  }

  /**
   * `lastAt`: when, on the clock of `performance`, the last post begins at the latest; one with a picture begins earlier,
   * as another may have to follow it. What Slack refused was not posted, so it may be sent again.
   */
  async function send<T>(card: Card, lastAt: number, by: Send<T>): Promise<Sent<T>> {
    const endsAt = lastAt - timeoutMs;
    const pictures = card.blocks.flatMap((block) => (block.type === 'picture' ? [block.picture] : []));
    const attached: Attached = new Map(
      await Promise.all(pictures.map(async (picture) => [picture, await attach(picture, endsAt)] as const)),
    );
    const drawn = drawCard(card, attached);
    let sent = await by(drawn);
    for (const wait of waitsMs) {
      if (!mayBeThePicture(sent, attached) || performance.now() + wait > endsAt) break;
      await sleep(wait);
      sent = await by(drawn);
    }
    if (!mayBeThePicture(sent, attached)) return sent;
    log.warn('picture not attached', { reason: 'Slack did not take it' });
    for (const picture of pictures) files.delete(JSON.stringify(picture));
    return by(drawCard(card, new Map(pictures.map((picture) => [picture, null]))));
  }

  return { send };
}

function mayBeThePicture<T>(sent: Sent<T>, attached: Attached): boolean {
  const isAttached = [...attached.values()].some((file) => file !== null);
  return isAttached && !sent.ok && sent.error.type === 'invalid' && sent.error.reason.startsWith('invalid_blocks');
}

const nameOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : typeof thrown);
