import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Playbook, PlaybookPerson } from '../../../src/domain/playbook.ts';
import { idOf, teamsOf } from './teams-seed.ts';

const loopback = fileURLToPath(new URL('loopback.cjs', import.meta.url));

/** As people see them in the playground. */
export const groupChat = '매장 협업방';

export type Playground = { readonly url: string; readonly stop: () => Promise<void> };

export type PlaygroundOptions = {
  /** For its configuration and its log. */
  readonly folder: string;
  readonly playbook: Playbook;
  /** Name of the one person who acts. */
  readonly as: string;
  /** Where the bot is. */
  readonly deliverTo: string;
};

/** Microsoft's own stand-in for the Teams client, with a playbook's company in it, on a loopback port of its own. */
export async function playground(options: PlaygroundOptions): Promise<Playground> {
  const { folder, deliverTo } = options;
  const [config, log] = [join(folder, 'playground.yml'), join(folder, 'playground.log')];
  // JSON is YAML, too.
  await writeFile(config, JSON.stringify(worldOf(options)));
  const { PATH = '' } = process.env;
  const cli = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
  const args = ['--app-endpoint', deliverTo, '--channel-id', 'msteams', '--port', '0', '--disable-telemetry'];
  const child = spawn(process.execPath, ['--require', loopback, cli, 'start', ...args], {
    env: {
      PATH,
      TEAMSAPPTESTER_BROWSER: 'none',
      // Or it looks for Azure around it, telemetry or not.
      APPLICATION_INSIGHTS_NO_STATSBEAT: '1',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
      M365_AGENTS_PLAYGROUND_LOGFILE: log,
    },
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const port = await new Promise<string>((resolve, reject) => {
    void ended.then(async () => {
      // What it objects to in its configuration stands in its log only.
      const said = await readFile(log, 'utf8').catch(() => '');
      reject(new Error(`the playground ended before it listened:\n${said}`));
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, found] = /^Listening on (\d+)$/.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}

/** The playground takes exactly one team with one channel besides General, one group chat, and six people. */
function worldOf({ playbook, as }: PlaygroundOptions) {
  const { bot, teams, channels } = teamsOf(playbook);
  const [[team], [channel]] = [teams, channels];
  const me = playbook.people.find(({ name }) => name === as);
  if (me === undefined || team === undefined || channel === undefined) throw new Error(`${as} is not in Teams`);
  return {
    version: '0.1.1',
    tenantId: bot.tenantId,
    bot: { id: `28:${bot.appId}`, name: bot.name },
    currentUser: memberOf(me),
    users: playbook.people
      .filter((person) => person !== me)
      .slice(0, 5)
      .map(memberOf),
    personalChat: { id: 'a:personal' },
    groupChat: { id: '19:group@thread.v2', name: groupChat },
    team: {
      id: team.id,
      name: playbook.company[playbook.locale],
      aadGroupId: team.aadGroupId,
      channels: [{ id: channel.id, name: channel.name }],
    },
  };
}

function memberOf({ id, name, email, chat }: PlaybookPerson) {
  const directoryId = chat.teams ?? idOf(id);
  const address = email ?? `${id}@hanbit.example`;
  return {
    // Teams finds a member by the directory's id as well as by its own; the playground by this one only.
    id: directoryId,
    aadObjectId: directoryId,
    name,
    givenName: name,
    surname: name,
    email: address,
    userPrincipleName: address,
  };
}
