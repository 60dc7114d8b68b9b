import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Company, company } from './company.ts';
import { type Engine, type Fresh, freshDatabase } from './databases.ts';
import { cloudOf, localCredentials } from './teams/local-cloud.ts';
import { playbookInTeams } from './teams/playbook-in-teams.ts';
import { type TeamsDouble, teamsDouble } from './teams/teams-double.ts';
import { teamsOf } from './teams/teams-seed.ts';

export type TwoPlatforms = {
  readonly hanbit: Company;
  readonly teams: TeamsDouble;
  /** The channel in Teams of the department that lives there. */
  readonly channel: string;
  readonly stop: () => Promise<void>;
};

/**
 * One company, in Slack but for one department, which lives in Teams; `besides`: its channel in Slack is there too. On
 * PostgreSQL two replicas take turns, for either platform.
 */
export async function twoPlatforms(
  engine: Engine,
  inTeams: string,
  options: { readonly besides?: boolean } = {},
): Promise<TwoPlatforms> {
  const fresh: Fresh = await freshDatabase(engine);
  const folder = await mkdtemp(join(tmpdir(), 'meari-two-platforms-'));
  const { path, playbook } = await playbookInTeams(folder, [inTeams], options.besides);
  const replicas = engine === 'postgres' ? 2 : 1;
  let hanbit: Company | null = null;
  let turn = 0;
  const teams = await teamsDouble({
    seed: teamsOf(playbook),
    timeScale: 0.01,
    patience: { invokeMs: 15_000, messageMs: 15_000 },
    deliverTo: () => `${hanbit?.replicas[turn++ % replicas]?.url}/api/messages`,
  });
  const { bot } = teams.seed;
  hanbit = await company({
    ...fresh,
    playbook: path,
    replicas,
    env: {
      MICROSOFT_APP_ID: bot.appId,
      MICROSOFT_APP_PASSWORD: bot.password,
      MICROSOFT_APP_TENANT_ID: bot.tenantId,
    },
    teams: { authority: cloudOf(bot, teams.issuer), credentials: localCredentials(bot, teams.issuer) },
  });
  await teams.install(teams.place('제조본부'));
  const members = playbook.people.filter((person) => person.department === inTeams);
  for (const person of members) await teams.install(person.id);
  const there = hanbit;
  return {
    hanbit: there,
    teams,
    channel: playbook.departments.find(({ code }) => code === inTeams)?.channels.teams ?? '',
    stop: async () => {
      await there.stop();
      await teams.stop();
      await fresh.remove();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
