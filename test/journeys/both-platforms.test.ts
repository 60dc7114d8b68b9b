import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseId } from '../../src/domain/ids.ts';
import { wordsIn } from '../../src/render/words/locales.ts';
import { type Company, company } from '../support/company.ts';
import { type Engine, engines, type Fresh, freshDatabase } from '../support/databases.ts';
import { filePlainly } from '../support/plain-filing.ts';
import { cloudOf, localCredentials } from '../support/teams/local-cloud.ts';
import { playbookInTeams } from '../support/teams/playbook-in-teams.ts';
import { type TeamsDouble, teamsDouble } from '../support/teams/teams-double.ts';
import { teamsOf } from '../support/teams/teams-seed.ts';

const wait = { timeout: 15_000 };
const { labels } = wordsIn('ko').steps;

/** CS lives in Slack, logistics in Teams. */
describe.each(engines)('one case across two platforms, on %s', (engine: Engine) => {
  let fresh: Fresh;
  let hanbit: Company;
  let teams: TeamsDouble;
  let folder: string;

  beforeAll(async () => {
    fresh = await freshDatabase(engine);
    folder = await mkdtemp(join(tmpdir(), 'meari-both-'));
    const { path, playbook } = await playbookInTeams(folder, ['logistics']);
    let turn = 0;
    teams = await teamsDouble({
      seed: teamsOf(playbook),
      timeScale: 0.01,
      patience: { invokeMs: 15_000, messageMs: 15_000 },
      deliverTo: () => `${hanbit.replicas[turn++ % hanbit.replicas.length]?.url}/api/messages`,
    });
    const { bot } = teams.seed;
    hanbit = await company({
      ...fresh,
      playbook: path,
      replicas: engine === 'postgres' ? 2 : 1,
      env: {
        MICROSOFT_APP_ID: bot.appId,
        MICROSOFT_APP_PASSWORD: bot.password,
        MICROSOFT_APP_TENANT_ID: bot.tenantId,
      },
      teams: { authority: cloudOf(bot, teams.issuer), credentials: localCredentials(bot, teams.issuer) },
    });
    await teams.install(teams.place('제조본부'));
    for (const person of ['hana', 'sechan']) await teams.install(person);
  });
  afterAll(async () => {
    await hanbit.stop();
    await teams.stop();
    await fresh.remove();
    await rm(folder, { recursive: true, force: true });
  });

  const channel = () => teams.place('물류');
  const now = async () => (await hanbit.replicas[0]?.store.load(caseId(1)))?.state;
  const shown = () =>
    teams
      .read(channel())
      .map(({ text }) => text)
      .join('\n');

  it('filed in Slack, it shows a card in the channel that its department has in Teams', async () => {
    await filePlainly(hanbit.person('U0DURI'), 'logistics', '상자가 젖어 있었다');
    await hanbit.settled();
    expect(shown()).toContain('VOC-0001');
    expect(shown()).toContain('상자가 젖어 있었다');
  });

  it('acknowledged in Teams, the filer hears of it in Slack and the card changes where it stands', async () => {
    const hana = teams.person('hana');
    await hana.press(labels.acknowledge, channel());
    await expect.poll(async () => (await now())?.status, wait).toBe('acknowledged');
    await hanbit.settled();
    expect(hanbit.person('U0DURI').words().join('\n')).toContain('김하나 님이 확인했습니다');
    expect(shown()).toContain('김하나 님');
  });

  it('started and fixed in Teams through its windows', async () => {
    const hana = teams.person('hana');
    await hana.press(labels.start, channel());
    await hana.fill({ plan: '완충재를 바꿉니다' });
    await hana.submit();
    await expect.poll(async () => (await now())?.status, wait).toBe('working');
    await hanbit.settled();
    await hana.press(labels.fix, channel());
    await hana.fill({
      fixType: 'solved',
      done: '새 상자로 다시 보냈습니다',
      evidence: '송장 6012-3344',
      rootCause: 'product/packaging',
    });
    await hana.submit();
    await expect.poll(async () => (await now())?.status, wait).toBe('fixed');
    await hanbit.settled();
  });

  it('answered in Slack and closed there, Teams sees the end', async () => {
    const duri = hanbit.person('U0DURI');
    await duri.press(labels.reply, duri.direct);
    await duri.fill({ channel: 'phone', gist: '다시 보내 드렸다고 말씀드렸습니다', verdict: 'accepted' });
    await duri.submit();
    await hanbit.settled();
    await hanbit.person('U0MIRAE').press(labels.close, hanbit.person('U0MIRAE').direct);
    await expect.poll(async () => (await now())?.status, wait).toBe('closed');
    await hanbit.settled();
    expect(shown()).toContain('종결');
  });

  it('filed in Teams, a department in Slack owns and fixes it, and the filer hears of it in Teams', async () => {
    const hana = teams.person('hana');
    await hana.fileFromCompose();
    await hana.fill({
      words: '앱에서 결제가 두 번 됐다고 하십니다',
      channel: 'phone',
      kind: 'complaint',
      experience: '결제가 두 번 됐다',
      wants: ['refund'],
      department: 'quality',
      signals: [],
    });
    await hana.submit();
    await hanbit.settled();
    expect(hana.words().join('\n')).toContain('VOC-0002');
    const yuna = hanbit.person('U0YUNA');
    await yuna.press(labels.acknowledge, 'C0QUALITY', 'VOC-0002');
    await hanbit.settled();
    await expect.poll(() => hana.words().join('\n'), wait).toContain('강유나 님이 확인했습니다');
  });

  it('what one person asks to see goes to them alone, not into the channel', async () => {
    const sechan = teams.person('sechan');
    const before = teams.read(channel()).length;
    await sechan.press(labels.history, channel(), 'VOC-0001');
    await expect.poll(() => sechan.words().join('\n'), wait).toContain('송장 6012-3344');
    expect(teams.read(channel())).toHaveLength(before);
  });
});
