import { createHmac, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileJournal } from '../adapters/sandbox/journal.ts';
import type { ClockJump, SandboxUser } from '../adapters/sandbox/protocol.ts';
import { createSandbox } from '../adapters/sandbox/sandbox.ts';
import type { SandboxSeed } from '../adapters/sandbox/seed.ts';
import { drawCard } from '../adapters/slack/blocks.ts';
import { slackManifest } from '../adapters/slack/manifest.ts';
import type { Config } from './config.ts';
import { type Instant, instant } from './domain/instant.ts';
import { departmentOf, type Locale, locales, type Playbook, type PlaybookPerson } from './domain/playbook.ts';
import type { Route } from './ports/http.ts';
import { welcomeCard } from './render/list-cards.ts';
import { reading } from './render/reading.ts';
import { wordsIn } from './render/words/locales.ts';

const base = '/sandbox';
const lobby = { id: 'C0START', name: '시작하기' };

/** `/` leads to the sandbox's page while the sandbox is on. */
export const sandboxRoot: Route = {
  path: '/',
  loopbackOnly: true,
  handle: (req, res) => {
    if (req.url === '/' || req.url?.startsWith('/?') === true) res.writeHead(302, { location: `${base}/` }).end();
    else res.writeHead(404).end();
  },
};

/** Where the sandbox's clock can be moved to: the moments that mean something to the company. */
type Jumps = (now: Instant) => readonly ClockJump[];

/**
 * A local Slack with the playbook's company in it: people, channels, one welcome card. What happens there is kept in `DATA_DIR`.
 * Time in it goes by its own `clock`, which a person moves on; `jumps` are offered to that person beside an hour and a day.
 */
export function openSandbox(config: Config, origin: string, now: Instant, jumps: Jumps = () => []) {
  const secret = randomBytes(32);
  const named = (what: string) => createHmac('sha256', secret).update(what).digest('hex');
  const access = {
    token: `xoxb-sandbox-${named('bot')}`,
    signingSecret: named('signing'),
    appToken: null,
    apiUrl: `${origin}${base}/api/`,
  };
  const sandbox = createSandbox({
    base,
    origin: () => origin,
    deliverTo: () => `${origin}/slack/events`,
    seed: companyOf(config.playbook, now),
    signingSecret: access.signingSecret,
    botToken: access.token,
    appToken: null,
    persist: fileJournal(join(config.dataDir, 'sandbox.jsonl')),
    pageDir: pageDir(),
    jumps: (at) => jumps(instant(at)),
  });
  return { ...sandbox, access };
}

/** The page is built into `dist`; from sources (`npm run dev`, tests) it is found there too. */
function pageDir(): string | null {
  const here = dirname(fileURLToPath(import.meta.url));
  const places = [join(here, '../adapters/sandbox/page'), join(here, '../dist/adapters/sandbox/page')];
  return places.find((place) => existsSync(join(place, 'app.js'))) ?? null;
}

/** The workspace of a playbook's company; `now` dates its one welcome card, null leaves it out. */
export function companyOf(playbook: Playbook, now: Instant | null): SandboxSeed {
  const channel = (id: string | undefined, name: string) => (id === undefined ? [] : [{ id, name }]);
  return {
    team: { id: 'T0SANDBOX', name: playbook.company[playbook.locale], domain: 'sandbox' },
    zone: playbook.zone,
    users: playbook.people.flatMap((person) => userOf(playbook, person)),
    channels: [
      lobby,
      ...channel(playbook.desk.channels.slack, 'voc-desk'),
      ...channel(playbook.kudos.channels.slack, 'voc-kudos'),
      ...playbook.departments.flatMap((d) =>
        channel(d.channels.slack, `voc-${d.name[playbook.locale]}`.replaceAll(/[\s·]+/g, '-')),
      ),
    ],
    bot: { userId: 'U0MEARI', botId: 'B0MEARI', appId: 'A0MEARI', name: '메아리' },
    ...surfaces(),
    events: ['message.channels', 'user_change'],
    messages: now === null ? [] : [{ conversation: lobby.id, ...drawCard(welcome(playbook, now)) }],
  };
}

function welcome(playbook: Playbook, now: Instant) {
  const others = locales.filter((locale) => locale !== playbook.locale);
  const read = (locale: Locale) => reading(locale, playbook.zone, playbook, playbook.taxonomies, now);
  return welcomeCard(read(playbook.locale), ...others.map(read));
}

/** What the app's own manifest registers: the sandbox offers the same. */
function surfaces(): Pick<SandboxSeed, 'commands' | 'shortcuts'> {
  const { slash_commands, shortcuts } =
    slackManifest({ name: 'Meari', command: '/voc', requestUrl: null, hearsThreads: true }).features ?? {};
  return {
    commands: (slash_commands ?? []).map(({ command, usage_hint }) => ({ command, hint: usage_hint ?? '' })),
    shortcuts: (shortcuts ?? []).map(({ callback_id, name, type }) => ({ callbackId: callback_id, name, type })),
  };
}

function userOf(playbook: Playbook, person: PlaybookPerson): readonly SandboxUser[] {
  const id = person.chat.slack;
  if (id === undefined) return [];
  const title = (locale: Locale): string => {
    const department = person.department === null ? null : departmentOf(playbook, person.department);
    const roles = person.roles.map((role) => wordsIn(locale).glossary.roles[role]);
    return [department?.name[locale], ...roles].filter((part) => part !== undefined).join(' · ');
  };
  const { name, email, locale } = person;
  return [{ id, name, email, locale, title: { ko: title('ko'), en: title('en') } }];
}
