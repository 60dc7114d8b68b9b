import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { shipped } from '../support/shipped-playbook.ts';
import { localCredentials } from '../support/teams/local-cloud.ts';
import type { TokenFlaw } from '../support/teams/local-issuer.ts';
import { type Stage, said, teamsStage } from '../support/teams/stage.ts';
import { idOf, smallCompany, teamsOf } from '../support/teams/teams-seed.ts';

const { bot } = smallCompany;
let clock = 1_800_000_000_000;
let stage: Stage;
const place = (name: string): string => stage.double.place(name);

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const echo: Parameters<typeof teamsStage>[0] = async (context) => {
    if (context.activity.type === 'message') await context.sendActivity(`들었습니다: ${context.activity.text}`);
  };
  stage = await teamsStage(echo, { now: () => clock });
});
afterAll(async () => {
  await stage.stop();
  vi.restoreAllMocks();
});
beforeEach(() => {
  // An hour: nothing counts against the rate limits any more.
  clock += 3_600_000;
});

describe('who may speak for Teams, to botbuilder', () => {
  const rows: readonly (readonly [TokenFlaw | 'in order', number])[] = [
    ['in order', 200],
    ['expired two minutes ago', 200],
    ['no token', 401],
    ['another audience', 401],
    ['another issuer', 401],
    ['expired ten minutes ago', 401],
    ['for another service address', 401],
    ['endorsed for another channel', 401],
    ['of an unknown key', 401],
    // The library's own way: what it cannot verify, it takes for a fault of its own.
    ['signed by a foreign key', 500],
    ['unsigned', 500],
    ['valid in ten minutes', 500],
  ];
  it.each(rows)('a token that is %s is answered %i', async (flaw, status) => {
    stage.double.spoilTokens(flaw === 'in order' ? undefined : flaw);
    const delivered = await stage.double.person('hana').send({});
    stage.double.spoilTokens();
    expect(delivered.status).toBe(status);
  });

  it('an activity of another tenant is let through: the tenant is for the bot to look at', async () => {
    const delivered = await stage.double.person('x').send({});
    expect(delivered.status).toBe(200);
  });

  it('an address to answer to that the token does not name is refused', async () => {
    const delivered = await stage.double.person('hana').send({ serviceUrl: 'https://evil.example/teams/' });
    expect(delivered.status).toBe(401);
  });
});

describe('what botbuilder sends', () => {
  it('answers in the chat it was spoken to in', async () => {
    const hana = stage.double.person('hana');
    await hana.say('안녕하세요');
    expect(hana.words().slice(-2)).toEqual(['안녕하세요', '들었습니다: 안녕하세요']);
  });

  it('answers in the thread in which it was named', async () => {
    const hana = stage.double.person('hana');
    const head = await hana.mention('배송이 늦습니다', place('물류'));
    const all = stage.double.read(place('물류'));
    expect(all.find((m) => m.message === head.message)).toMatchObject({ thread: null, text: '메아리 배송이 늦습니다' });
    expect(all.at(-1)).toMatchObject({ thread: head.message });
  });

  it('posts in a channel, answers below the post, and updates it where it stands', async () => {
    const posted = await stage.postIn(place('품질'), '접수');
    expect(posted).toMatchObject({ id: `${place('품질')};messageid=${posted['activityId']}` });
    await stage.send(String(posted['id']), '확인했습니다');
    const edit = said('접수 → 확인');
    await stage.call((c) => c.updateActivity(place('품질'), String(posted['activityId']), edit));
    expect(stage.double.read(place('품질')).map(({ thread, text }) => [thread, text])).toEqual([
      [null, '접수 → 확인'],
      [posted['activityId'], '확인했습니다'],
    ]);
  });

  it('opens one private chat a person, by directory id', async () => {
    const { id } = await stage.chatWith(idOf('yuna'));
    expect(await stage.chatWith(idOf('yuna'))).toEqual({ id });
    await stage.send(String(id), '처리됐습니다');
    expect(stage.double.person('yuna').words()).toEqual(['처리됐습니다']);
  });

  it('reads who is in a team, with the directory id in `objectId`', async () => {
    const page = await stage.call((c) => c.getConversationPagedMembers(place('물류'), { pageSize: 100 }));
    expect(page['members']).toContainEqual(
      expect.objectContaining({ objectId: idOf('hana'), email: 'hana@hanbit.example', name: '김하나' }),
    );
    const one = await stage.call((c) => c.getConversationMember(place('물류'), idOf('hana')));
    expect(one).toMatchObject({ objectId: idOf('hana'), tenantId: bot.tenantId });
  });

  it('logs in once and keeps its token', async () => {
    await stage.postIn(place('물류'), '첫 글');
    const before = stage.double.issuer.logins();
    await stage.postIn(place('물류'), '둘째 글');
    expect(stage.double.issuer.logins()).toBe(before);
  });

  it('logs in nowhere without TLS by the credentials that the SDK makes itself', async () => {
    const own = new ConfigurationServiceClientCredentialFactory({
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppId: bot.appId,
      MicrosoftAppPassword: bot.password,
      MicrosoftAppTenantId: bot.tenantId,
    });
    const { loginUrl, oauthScope } = stage.double.issuer;
    const credentials = await own.createCredentials(bot.appId, oauthScope, loginUrl, false);
    await expect(credentials.signRequest({ headers: new Map() } as never)).rejects.toThrow();
    const local = await localCredentials(bot, stage.double.issuer).createCredentials('', oauthScope, loginUrl, false);
    await expect(local.signRequest({ headers: new Map() } as never)).resolves.toBeDefined();
  });
});

describe("a playbook's company in Teams", () => {
  it('has its people, by the ids the playbook gives them or by ones of their own, and the channels it names', () => {
    const [first, ...others] = shipped.people;
    if (first === undefined) throw new Error('a company without people');
    const known = { ...first, chat: { ...first.chat, teams: idOf('somebody in the directory') } };
    const [department, ...rest] = shipped.departments;
    if (department === undefined) throw new Error('a company without departments');
    const bound = { ...department, channels: { ...department.channels, teams: '19:cs@thread.tacv2' } };
    const seed = teamsOf({ ...shipped, people: [known, ...others], departments: [bound, ...rest] });
    expect(seed.users[0]).toMatchObject({ aadObjectId: idOf('somebody in the directory'), email: first.email });
    expect(new Set(seed.users.map((u) => u.aadObjectId)).size).toBe(shipped.people.length);
    expect(seed.channels).toContainEqual(expect.objectContaining({ id: '19:cs@thread.tacv2' }));
  });
});
