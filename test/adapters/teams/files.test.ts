import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../../../adapters/sandbox/json.ts';
import { connector } from '../../../adapters/teams/connector.ts';
import { teamsGateway } from '../../../adapters/teams/gateway.ts';
import { type TeamsAdapter, teamsAdapter } from '../../../adapters/teams/teams-adapter.ts';
import { instant } from '../../../src/domain/instant.ts';
import type { ChatGateway, OutgoingFile } from '../../../src/ports/chat-gateway.ts';
import type { ExternalUser } from '../../../src/ports/interaction.ts';
import { quietLog } from '../../support/quiet-log.ts';
import { list } from '../../support/slack-inputs.ts';
import { cloudOf, localCredentials } from '../../support/teams/local-cloud.ts';
import { memoryBook } from '../../support/teams/memory-book.ts';
import { agreeTo, infoType, type Offer, offerIn } from '../../support/teams/own-storage.ts';
import { type TeamsDouble, teamsDouble } from '../../support/teams/teams-double.ts';
import { idOf } from '../../support/teams/teams-seed.ts';

const bytes = Buffer.from('PK whole');
const zip: OutgoingFile = { name: 'voc-2026-11.zip', title: 'VOC 2026-11 · 2건', bytes, ticket: '2026-11' };

describe('a file for somebody in Teams', () => {
  let teams: TeamsDouble;
  let adapter: TeamsAdapter;
  let gateway: ChatGateway;
  let url = '';
  let fileFor: (user: ExternalUser, ticket: string) => Promise<OutgoingFile | null> = async () => zip;
  const asked: { readonly user: string; readonly ticket: string }[] = [];
  const known = new Set<string>();
  const server = createServer((req, res) => void adapter.routes[0]?.handle(req, res));
  const hana = () => teams.person('hana');
  const place = () =>
    ({ platform: 'teams', tenant: teams.seed.bot.tenantId, kind: 'person', id: idOf('hana') }) as const;
  const here = (): readonly Json[] => teams.messages(hana().direct).map(({ activity }) => activity);

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
    teams = await teamsDouble({ deliverTo: () => url, timeScale: 0.01 });
    const { bot } = teams.seed;
    const [tenant, appId, log, book] = [bot.tenantId, bot.appId, quietLog(), memoryBook()];
    const credentials = { appId, password: bot.password, type: 'SingleTenant', tenant } as const;
    const line = connector(credentials, cloudOf(bot, teams.issuer), localCredentials(bot, teams.issuer));
    const ground = { tenant, appId, connector: line, book, dialogs: true, log };
    gateway = teamsGateway(ground);
    adapter = teamsAdapter({
      ...ground,
      gateway,
      inbox: { first: async (id) => !known.has(id) && known.add(id) !== undefined },
      command: '/voc',
      zone: 'Asia/Seoul',
      receive: async () => ({ type: 'nothing' }),
      languageOf: async () => 'ko',
      fileFor: (user, ticket) => {
        asked.push({ user: user.id, ticket });
        return fileFor(user, ticket);
      },
      now: () => instant(Date.now()),
    });
    await hana().say('안녕하세요');
  });
  afterAll(async () => {
    await adapter.stop();
    server.close();
    await teams.stop();
  });
  beforeEach(() => {
    asked.length = 0;
    fileFor = async () => zip;
  });

  async function offered(): Promise<Offer> {
    expect(await gateway.sendFile(place(), zip)).toEqual({ ok: true, value: 'offered' });
    const offer = here()
      .flatMap((activity) => offerIn(activity) ?? [])
      .at(-1);
    if (offer === undefined) throw new Error('no file was offered');
    return offer;
  }

  it('is offered with its name and size, and holds nothing of the file itself', async () => {
    const offer = await offered();
    expect(offer).toMatchObject({
      name: 'voc-2026-11.zip',
      content: { description: zip.title, sizeInBytes: bytes.length },
    });
    expect(JSON.stringify(offer)).not.toContain('PK whole');
    expect(asked).toEqual([]);
  });

  it('is made for whoever agrees, put where Teams says, and then stands in the chat', async () => {
    const came = await agreeTo(await offered(), hana());
    expect(Buffer.from(came ?? []).toString()).toBe('PK whole');
    expect(asked).toEqual([{ user: idOf('hana'), ticket: '2026-11' }]);
    const shown = () =>
      here()
        .flatMap((activity) => list(activity['attachments']))
        .findLast((a) => a['contentType'] === infoType);
    await expect
      .poll(shown)
      .toMatchObject({ name: 'voc-2026-11.zip', content: { uniqueId: 'D0C-1', fileType: 'zip' } });
  });

  it('is put there once, however often Teams says that somebody agreed', async () => {
    const offer = await offered();
    teams.arriveTimes(3);
    await agreeTo(offer, hana());
    teams.arriveTimes(1);
    expect(asked).toHaveLength(1);
  });

  it('is given to nobody who may not have it by now, and they are told', async () => {
    fileFor = async () => null;
    expect(await agreeTo(await offered(), hana(), 200)).toBeNull();
    await expect.poll(() => hana().words().at(-1)).toContain('지금 드릴 수 없습니다');
  });

  it('that its storage does not take is said, and can be asked for again', async () => {
    const { content } = await offered();
    const uploadInfo = { uploadUrl: 'http://127.0.0.1:9/', contentUrl: '', name: '', uniqueId: '', fileType: 'zip' };
    const context = content['acceptContext'] ?? null;
    await hana().invoke('fileConsent/invoke', { type: 'fileUpload', action: 'accept', context, uploadInfo } as Json);
    await expect.poll(() => hana().words().at(-1)).toContain('파일을 넣지 못했습니다');
  });

  it('is not made where somebody declines, nor for an offer that is not ours, nor in a channel', async () => {
    const { content } = await offered();
    const context = content['acceptContext'] ?? null;
    const value = { type: 'fileUpload', action: 'accept', context, uploadInfo: { uploadUrl: 'http://127.0.0.1:9/' } };
    await hana().invoke('fileConsent/invoke', {
      ...value,
      action: 'decline',
      context: content['declineContext'] ?? null,
    } as Json);
    for (const [odd, where] of [
      [{ ...value, context: { of: 'another bot', ticket: '2026' } }, hana().direct],
      [value, teams.seed.channels[0]?.id ?? ''],
    ] as const) {
      await hana()
        .invoke('fileConsent/invoke', odd as Json, where)
        .catch(() => undefined);
    }
    expect(asked).toEqual([]);
  });
});
