import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connector } from '../../../adapters/teams/connector.ts';
import { teamsGateway } from '../../../adapters/teams/gateway.ts';
import { type TeamsAdapter, teamsAdapter } from '../../../adapters/teams/teams-adapter.ts';
import { caseId } from '../../../src/domain/ids.ts';
import { instant } from '../../../src/domain/instant.ts';
import type { Locale } from '../../../src/domain/playbook.ts';
import type { Card } from '../../../src/ports/card.ts';
import type { Form } from '../../../src/ports/form.ts';
import type { Interaction, Reply } from '../../../src/ports/interaction.ts';
import { quietLog } from '../../support/quiet-log.ts';
import { cloudOf, localCredentials } from '../../support/teams/local-cloud.ts';
import type { TokenFlaw } from '../../support/teams/local-issuer.ts';
import { memoryBook } from '../../support/teams/memory-book.ts';
import { type TeamsDouble, teamsDouble } from '../../support/teams/teams-double.ts';
import { idOf } from '../../support/teams/teams-seed.ts';

const said = (text: string): Reply => ({
  type: 'say',
  card: { fallback: text, blocks: [{ type: 'line', spans: [{ type: 'text', text }] }] },
});

/** The door, with a front door behind it that says what it is told to. */
describe('the door for Teams', () => {
  let teams: TeamsDouble;
  let adapter: TeamsAdapter;
  let url = '';
  let answer: (interaction: Interaction) => Promise<Reply> = async () => ({ type: 'nothing' });
  let language: Locale = 'ko';
  const seen: Interaction[] = [];
  const heard: Interaction[] = [];
  const book = memoryBook();
  const known = new Set<string>();
  const log = quietLog();
  const server = createServer((req, res) => void adapter.routes[0]?.handle(req, res));

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
    teams = await teamsDouble({ deliverTo: () => url, timeScale: 0.01 });
    const { bot } = teams.seed;
    const [tenant, appId] = [bot.tenantId, bot.appId];
    const credentials = { appId, password: bot.password, type: 'SingleTenant', tenant } as const;
    const line = connector(credentials, cloudOf(bot, teams.issuer), localCredentials(bot, teams.issuer));
    const gateway = teamsGateway({ tenant, appId, connector: line, book, dialogs: true, log });
    adapter = teamsAdapter({
      fileFor: async () => null,
      tenant,
      appId,
      connector: line,
      gateway,
      book,
      inbox: { first: async (id) => !known.has(id) && known.add(id) !== undefined },
      dialogs: true,
      command: '/voc',
      zone: 'Asia/Seoul',
      receive: async (interaction) => {
        if (interaction.gesture.type === 'language') {
          heard.push(interaction);
          return { type: 'nothing' };
        }
        seen.push(interaction);
        return answer(interaction);
      },
      languageOf: async () => language,
      now: () => instant(Date.now()),
      log,
    });
  });
  afterAll(async () => {
    await adapter.stop();
    server.close();
    await teams.stop();
  });
  afterEach(() => {
    seen.length = 0;
    language = 'ko';
    heard.length = 0;
    teams.spoilTokens();
  });

  const hana = () => teams.person('hana');
  const statuses = () => teams.deliveries.map(({ status }) => status);

  it('lets in what Teams signed, and answers in the chat', async () => {
    answer = async () => said('기다리는 건이 없습니다.');
    await hana().say('대기');
    await expect.poll(() => hana().words().join('\n')).toContain('기다리는 건이 없습니다.');
    expect(seen[0]).toMatchObject({ gesture: { type: 'command', text: '대기' }, user: { id: idOf('hana') } });
  });

  it.each<TokenFlaw>([
    'no token',
    'another audience',
    'another issuer',
    'expired ten minutes ago',
    'valid in ten minutes',
    'signed by a foreign key',
    'of an unknown key',
    'unsigned',
    'for another service address',
    'endorsed for another channel',
  ])('turns away a request with a token that is wrong (%s) with 401, and nobody hears of it', async (flaw) => {
    teams.spoilTokens(flaw);
    await hana()
      .say('대기')
      .catch(() => undefined);
    expect(statuses().at(-1)).toBe(401);
    expect(seen).toEqual([]);
  });

  it('a clock that goes two minutes wrong keeps nobody out', async () => {
    answer = async () => said('네');
    teams.spoilTokens('expired two minutes ago');
    await hana().say('대기');
    expect(statuses().at(-1)).toBe(200);
    expect(seen).toHaveLength(1);
  });

  it('somebody of another tenant is not heard, and where they write from is not remembered', async () => {
    await teams
      .person(idOf('stranger'))
      .say('대기')
      .catch(() => undefined);
    expect(seen).toEqual([]);
    const { tenantId } = teams.seed.bot;
    const stranger = { platform: 'teams', tenant: tenantId, kind: 'person', id: idOf('stranger') } as const;
    expect(await book.reach(stranger)).toBeNull();
  });

  it('what is no activity is refused, and what is too large too', async () => {
    const post = (body: string) => fetch(url, { method: 'POST', body });
    expect((await post('null')).status).toBe(400);
    expect((await post('{')).status).toBe(400);
    expect((await post(`{"type":"${'x'.repeat(1_100_000)}"}`).catch(() => ({ status: 413 }))).status).toBe(413);
    expect((await fetch(url)).status).toBe(405);
  });

  it('an invoke that Teams delivers three times is one interaction, answered each time', async () => {
    answer = async () => ({
      type: 'open-form',
      form: {
        step: 'file',
        title: 'VOC 등록',
        submit: '접수',
        cancel: '취소',
        intro: [],
        fields: [],
        outro: [],
        context: {},
      },
    });
    teams.arriveTimes(3);
    await hana().fileFromCompose();
    teams.arriveTimes(1);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(1);
    expect(seen.every(({ inCall }) => inCall === true)).toBe(true);
    expect(hana().hasForm()).toBe(true);
    const last = teams.deliveries.at(-1);
    expect(last?.status).toBe(200);
    expect(last?.body).toContain('VOC 등록');
  });

  it('its own few words are in the language that somebody reads, whatever their client is set to', async () => {
    const fields = [{ name: 'eta', label: 'ETA', required: true, type: 'moment' }] as const;
    const around = { intro: [], outro: [], context: {} };
    answer = async () => ({
      type: 'open-form',
      form: { step: 'start', title: '처리 시작', submit: '보내기', cancel: '닫기', fields, ...around },
    });
    await teams.person('emily').fileFromCompose();
    expect(teams.deliveries.at(-1)?.body).toContain('ETA (시:분)');
    language = 'en';
    await hana().fileFromCompose();
    expect(teams.deliveries.at(-1)?.body).toContain('ETA (time)');
  });

  it('a work that takes long is answered in time, and says that it goes on', async () => {
    answer = () => new Promise((resolve) => setTimeout(() => resolve({ type: 'nothing' }), 4_000));
    await hana()
      .fileFromCompose()
      .catch(() => undefined);
    expect(teams.deliveries.at(-1)?.body).toContain('저장이 평소보다 오래 걸리고 있습니다');
    expect(Math.max(...(teams.deliveries.at(-1)?.tries ?? []))).toBeLessThan(3_500);
  });

  it('tells the language of a client with the first thing done in it, and again when it is another one', async () => {
    answer = async () => said('네');
    const yuna = teams.person('yuna');
    await yuna.say('대기');
    await yuna.say('내 건');
    yuna.speak('en-US');
    await yuna.say('help');
    await expect.poll(() => seen.length).toBe(3);
    expect(heard.map(({ gesture, locale }) => ({ gesture, locale }))).toEqual([
      { gesture: { type: 'language', locale: 'ko' }, locale: null },
      { gesture: { type: 'language', locale: 'en' }, locale: null },
    ]);
    expect(new Set([...heard, ...seen].map(({ id }) => id)).size).toBe(5);
  });

  it('a window that was opened from Home draws Home again where it stands, also after it was refused once', async () => {
    const home = (words: string): Card => ({
      fallback: words,
      blocks: [
        { type: 'line', spans: [{ type: 'text', text: words }] },
        {
          type: 'actions',
          actions: [{ label: '처리 시작', press: { step: 'start', caseId: caseId(1) } }],
          overflow: [],
        },
      ],
    });
    const form: Form = {
      step: 'start',
      title: '처리 시작',
      submit: '저장',
      cancel: '취소',
      intro: [],
      fields: [{ name: 'plan', label: '계획', required: true, type: 'text', multiline: false, maxLength: 300 }],
      outro: [],
      context: { surface: 'home' },
    };
    const replies: Reply[] = [
      { type: 'home', card: home('할 일 1') },
      { type: 'open-form', form },
      { type: 'field-errors', errors: { plan: '더 자세히 적어 주세요.' } },
      { type: 'done', card: null, home: home('할 일 0') },
    ];
    answer = async () => replies.shift() ?? { type: 'nothing' };
    const hana = teams.person('hana');
    await hana.say('홈');
    await hana.press('처리 시작', hana.direct, '할 일 1');
    await hana.fill({ plan: '바꿉니다' });
    await hana.submit();
    expect(hana.errors()).toEqual({ plan: '더 자세히 적어 주세요.' });
    await hana.submit();
    await expect.poll(() => hana.words().at(-1)).toContain('할 일 0');
    expect(hana.words().join('\n')).not.toContain('할 일 1');
  });

  it('remembers where people and channels are met, and forgets who took the app away', async () => {
    const { tenantId } = teams.seed.bot;
    const yuna = { platform: 'teams', tenant: tenantId, kind: 'person', id: idOf('yuna') } as const;
    answer = async () => ({ type: 'nothing' });
    await teams.install('yuna');
    await expect.poll(async () => (await book.reach(yuna))?.serviceUrl).toBe(teams.serviceUrl);
    await teams.uninstall('yuna');
    await expect.poll(() => book.reach(yuna)).toBeNull();
  });
});
