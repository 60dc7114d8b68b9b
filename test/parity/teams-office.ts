import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Company, company } from '../support/company.ts';
import { freshDatabase } from '../support/databases.ts';
import { movedTime } from '../support/moved-time.ts';
import { cloudOf, localCredentials } from '../support/teams/local-cloud.ts';
import { wholeCompanyInTeams } from '../support/teams/playbook-in-teams.ts';
import { type TeamsDouble, teamsDouble } from '../support/teams/teams-double.ts';
import { idOf, teamsOf } from '../support/teams/teams-seed.ts';
import { inTeams } from './in-teams.ts';
import type { Office } from './office.ts';
import { opening } from './opening.ts';
import type { Where } from './person.ts';

const stranger = {
  aadObjectId: idOf('stranger'),
  name: '나그네',
  email: 'x@other.example',
  locale: 'ko-KR',
  isGuest: true,
};
const colleague = {
  aadObjectId: idOf('saebom'),
  name: '한새봄',
  email: 'saebom@hanbit.example',
  locale: 'ko-KR',
};
/** An empty variable counts as unset. */
const withoutSlack = { SLACK_BOT_TOKEN: '', SLACK_SIGNING_SECRET: '', SLACK_API_URL: '' };

/** The company in Teams, Slack off. */
export async function teamsOffice(): Promise<Office> {
  const fresh = await freshDatabase('embedded');
  const folder = await mkdtemp(join(tmpdir(), 'meari-in-teams-'));
  const { path, playbook } = await wholeCompanyInTeams(folder);
  const seed = teamsOf(playbook);
  const time = movedTime(opening);
  let hanbit: Company | null = null;
  const teams: TeamsDouble = await teamsDouble({
    seed: { ...seed, users: [...seed.users, stranger, colleague] },
    // Its pace is on trial elsewhere.
    timeScale: 0.001,
    patience: { invokeMs: 15_000, messageMs: 15_000 },
    deliverTo: () => `${hanbit?.replicas[0]?.url}/api/messages`,
  });
  const { bot } = teams.seed;
  hanbit = await company({
    ...fresh,
    playbook: path,
    clock: time.now,
    gapMs: 1,
    env: {
      ...withoutSlack,
      MICROSOFT_APP_ID: bot.appId,
      MICROSOFT_APP_PASSWORD: bot.password,
      MICROSOFT_APP_TENANT_ID: bot.tenantId,
    },
    teams: { authority: cloudOf(bot, teams.issuer), credentials: localCredentials(bot, teams.issuer) },
  });
  const { replicas, settled, stop } = hanbit;
  const [meari] = replicas;
  if (meari === undefined) throw new Error('nobody is at work');
  await teams.install(teams.place('제조본부'));
  // What the team grants with the app.
  teams.hearAll(true);
  const channelOf = (where: Where): string => {
    const { channels } = playbook.departments.find(({ code }) => code === where) ?? playbook.desk;
    return channels.teams ?? where;
  };
  return {
    platform: 'teams',
    tenant: bot.tenantId,
    meari,
    playbook,
    person: (id) => inTeams(teams, playbook.people.find((person) => person.id === id)?.chat.teams ?? id, channelOf),
    colleague: () => inTeams(teams, colleague.aadObjectId, channelOf),
    stranger: () => inTeams(teams, stranger.aadObjectId, channelOf),
    channel: (where) => teams.read(channelOf(where)),
    arriveTimes: teams.arriveTimes,
    time,
    settled,
    stop: async () => {
      await stop();
      await teams.stop();
      await fresh.remove();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
