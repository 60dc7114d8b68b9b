import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawer } from '../../../adapters/pictures/draw.ts';
import type { ListeningSandbox } from '../../../adapters/sandbox/listen-sandbox.ts';
import type { StoredMessage } from '../../../adapters/sandbox/messages.ts';
import { slackGateway } from '../../../adapters/slack/gateway.ts';
import { instant } from '../../../src/domain/instant.ts';
import type { Delivery } from '../../../src/ports/chat-gateway.ts';
import type { Draw, Picture } from '../../../src/ports/picture.ts';
import { pictureText } from '../../../src/render/picture-text.ts';
import { type FaultyProxy, faultyProxy } from '../../support/faulty-proxy.ts';
import { lintBlocks } from '../../support/lint-blocks.ts';
import { funnelOf } from '../../support/pictures-of.ts';
import { quietLog } from '../../support/quiet-log.ts';
import { botToken, openWorkspace, seed } from '../sandbox/workspace.ts';

const week = funnelOf([104, 98, 91, 88, 9, 3, 1]);
const sorry = '그림을 붙이지 못했습니다. 같은 내용은 글로 있습니다.';

describe('a message with a picture, in Slack', () => {
  let sandbox: ListeningSandbox;
  let line: FaultyProxy;
  beforeEach(async () => {
    sandbox = await openWorkspace();
    sandbox.faults.set({ rateLimits: false });
    line = await faultyProxy(sandbox.apiUrl);
  });
  afterEach(async () => {
    await line.stop();
    await sandbox.stop();
  });

  const gatewayWith = (draw: Draw = drawer()) => {
    const log = quietLog();
    const tenant = seed.team.id;
    return { log, ...slackGateway({ token: botToken, apiUrl: line.apiUrl, tenant, enterprise: null, draw, log }) };
  };
  const weekly = (picture: Picture = week, more: Partial<Delivery> = {}): Delivery => ({
    outboxId: 'ob-weekly',
    place: { platform: 'slack', tenant: seed.team.id, kind: 'channel', id: 'C0VOC' },
    card: {
      fallback: '주간 VOC',
      blocks: [
        { type: 'line', spans: [{ type: 'text', text: '접수는 줄었습니다.' }] },
        { type: 'picture', picture, alt: pictureText(picture) },
      ],
    },
    replaces: null,
    thread: null,
    ...more,
  });
  const posted = (): readonly StoredMessage[] => sandbox.state.messages('C0VOC');
  const imageIn = (message: StoredMessage | undefined) => message?.blocks.find(({ type }) => type === 'image');
  const wordsIn = (message: StoredMessage | undefined) => JSON.stringify(message?.blocks);
  const pathOf = (message: StoredMessage | undefined) => {
    const file = imageIn(message)?.['slack_file'] as { readonly id: string } | undefined;
    return `${sandbox.origin}/sandbox/files/${file?.id}/meari.png`;
  };
  const timesOf = (method: string) => line.calls.filter((call) => call === method).length;

  it('shows it with the same content in words, and the bytes are the picture', async () => {
    expect(await gatewayWith().deliver(weekly())).toMatchObject({ ok: true });
    const [message] = posted();
    expect(lintBlocks(message?.blocks ?? [], 'message', message?.text)).toEqual([]);
    expect(imageIn(message)).toMatchObject({ alt_text: pictureText(week) });
    const served = await fetch(pathOf(message));
    expect(served.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await served.arrayBuffer())).toEqual(Buffer.from(await drawer()(week)));
  });

  it('is drawn and uploaded once for everybody who gets the same, and anew where it changed', async () => {
    const gateway = gatewayWith();
    await gateway.deliver(weekly());
    await gateway.deliver(weekly(funnelOf([104, 98, 91, 88, 9, 3, 1]), { outboxId: 'ob-2' }));
    expect(timesOf('files.completeUploadExternal')).toBe(1);
    const sent = await gateway.deliver(weekly());
    await gateway.deliver(weekly(funnelOf([105]), { replaces: sent.ok ? sent.value : null }));
    expect(timesOf('files.completeUploadExternal')).toBe(2);
    expect(imageIn(posted().at(-1))).toMatchObject({ alt_text: expect.stringContaining('접수 105') });
  });

  it('waits for Slack to look at the file, and posts once', async () => {
    sandbox.faults.set({ unreadyPictures: 2 });
    expect(await gatewayWith().deliver(weekly())).toMatchObject({ ok: true });
    expect(timesOf('chat.postMessage')).toBe(3);
    expect(posted()).toHaveLength(1);
    expect(imageIn(posted()[0])).toBeDefined();
  });

  it.each([
    ['cannot be drawn', (): void => undefined, (): Promise<Uint8Array> => Promise.reject(new Error('no font'))],
    ['cannot be announced', () => line.next('files.getUploadURLExternal', { type: 'status', status: 500 })],
    ['is not taken', () => line.next('files.completeUploadExternal', { type: 'limit', retryAfterSeconds: 30 })],
    ['is never looked at', () => sandbox.faults.set({ unreadyPictures: 9 })],
  ] as const)('goes in words alone and says so where the picture %s', async (_, breaks, draw?: Draw) => {
    const { deliver, log } = gatewayWith(draw);
    breaks();
    expect(await deliver(weekly())).toMatchObject({ ok: true });
    expect(posted()).toHaveLength(1);
    expect(imageIn(posted()[0])).toBeUndefined();
    expect(wordsIn(posted()[0])).toContain('접수는 줄었습니다.');
    expect(wordsIn(posted()[0])).toContain(sorry);
    expect(log.lines.filter(({ what }) => what === 'picture not attached')).toMatchObject([{ level: 'warn' }]);
  });

  it('says so in the language of the message, and tries again with the next one', async () => {
    const gateway = gatewayWith();
    line.next('files.getUploadURLExternal', { type: 'status', status: 500 });
    const english = funnelOf([104], 'en');
    await gateway.deliver(weekly(english));
    expect(wordsIn(posted()[0])).toContain('The picture could not be attached. The words here say the same.');
    await gateway.deliver(weekly(english, { outboxId: 'ob-next' }));
    expect(imageIn(posted()[1])).toBeDefined();
  });

  it('is found after a lost answer, and is not posted a second time', async () => {
    const gateway = gatewayWith();
    line.next('chat.postMessage', { type: 'lose-answer' });
    expect(await gateway.deliver(weekly())).toMatchObject({ ok: false, error: { type: 'unknown' } });
    const found = await gateway.find(weekly(), instant(Date.now() - 60_000));
    expect(found).toMatchObject({ ok: true, value: { message: posted()[0]?.ts } });
    expect(posted()).toHaveLength(1);
  });
});
