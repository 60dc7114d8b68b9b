import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { causationId } from '../../../src/domain/ids.ts';
import { instant } from '../../../src/domain/instant.ts';
import { launchBrowser } from '../chromium.ts';
import { type Company, company } from '../company.ts';
import { freshDatabase } from '../databases.ts';
import { noCredentials } from './no-credentials.ts';
import { playground } from './playground.ts';
import { playgroundCompany } from './playground-company.ts';
import { type PlaygroundDesk, playgroundDesk } from './playground-desk.ts';
import { botRegistration as bot, idOf } from './teams-seed.ts';

export type PlaygroundStage = {
  readonly hanbit: Company;
  readonly at: PlaygroundDesk;
  readonly stop: () => Promise<void>;
};

/**
 * 정미래, who leads customer service, in front of Microsoft's own playground, and everybody else in Slack. The playground
 * opens windows for message extensions only, so every other form stands in its card.
 */
export async function playgroundStage(clock?: () => number): Promise<PlaygroundStage> {
  const folder = await mkdtemp(join(tmpdir(), 'meari-playground-'));
  const { path, playbook } = await playgroundCompany(folder);
  const fresh = await freshDatabase('postgres');
  const hanbit = await company({
    ...fresh,
    playbook: path,
    env: {
      MICROSOFT_APP_ID: bot.appId,
      MICROSOFT_APP_PASSWORD: bot.password,
      MICROSOFT_APP_TENANT_ID: bot.tenantId,
    },
    teams: { credentials: noCredentials, dialogs: false },
    ...(clock === undefined ? {} : { clock }),
  });
  // The playground's client is an English one, whoever sits in front of it: she has said that she reads Korean.
  await hanbit.replicas[0]?.receive({
    id: causationId('teams:she-reads-korean'),
    user: { platform: 'teams', tenant: bot.tenantId, id: idOf('mirae') },
    locale: null,
    at: instant((clock ?? Date.now)()),
    surface: 'elsewhere',
    gesture: { type: 'command', text: '언어 ko' },
  });
  const deliverTo = `${hanbit.replicas[0]?.url}/api/messages`;
  const [teams, browser] = await Promise.all([
    playground({ folder, playbook, as: '정미래', deliverTo }),
    launchBrowser(),
  ]);
  const at = await playgroundDesk(browser, teams.url);
  return {
    hanbit,
    at,
    stop: async () => {
      await browser.close();
      await teams.stop();
      await hanbit.stop();
      await fresh.remove();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
