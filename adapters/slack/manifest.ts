import type { AppsManifestCreateArguments } from '@slack/web-api';
import { eventsPath } from './door.ts';
import { shortcutIds } from './inbound.ts';

export type SlackManifestOptions = {
  /** How the app is called in Slack; at most 35 characters. */
  readonly name: string;
  /** `/voc`. */
  readonly command: string;
  /** Public address of this server, `https://voc.example.com`; null: Socket Mode. */
  readonly requestUrl: string | null;
  /** Whether it is told what people write under its cards without calling it by name; Slack then tells it all of a channel. */
  readonly hearsThreads: boolean;
};

/** Slack takes the whole app from this; `npm run meari -- manifest slack` prints it. */
export function slackManifest({ name, command, requestUrl, hearsThreads }: SlackManifestOptions): Manifest {
  const url = requestUrl === null ? {} : { request_url: new URL(eventsPath, requestUrl).href };
  const commandUrl = requestUrl === null ? {} : { url: new URL(eventsPath, requestUrl).href };
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: {
      name,
      description: '고객의 소리를 받아 답까지 챙깁니다 · Every customer voice gets an answer',
      background_color: '#1f3a5f',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
      bot_user: { display_name: name, always_online: true },
      shortcuts: [
        {
          type: 'message',
          callback_id: shortcutIds.fileMessage,
          name: 'VOC 등록 · File VOC',
          description: '이 메시지를 고객의 소리로 등록합니다 · File this message as a VOC',
        },
        {
          type: 'global',
          callback_id: shortcutIds.file,
          name: '새 VOC 등록 · New VOC',
          description: '고객의 소리를 새로 등록합니다 · File what a customer said',
        },
      ],
      slash_commands: [
        {
          command,
          description: 'VOC 등록·조회 · File and find customer voices',
          usage_hint: '[고객의 말 | VOC-142 | 도움말 | help]',
          should_escape: false,
          ...commandUrl,
        },
      ],
    },
    oauth_config: { scopes: { bot: botScopes.map(([scope]) => scope) } },
    settings: {
      event_subscriptions: { bot_events: [...called, ...(hearsThreads ? overheard : [])], ...url },
      interactivity: { is_enabled: true, ...url },
      org_deploy_enabled: false,
      socket_mode_enabled: requestUrl === null,
      token_rotation_enabled: false,
    },
  };
}

const called = ['app_home_opened', 'app_mention', 'user_change'] as const;
/** All that is written in the channels it is in; only what stands under a card of a case is taken in. */
const overheard = ['message.channels', 'message.groups'] as const;

type Manifest = AppsManifestCreateArguments['manifest'];
type Scopes = NonNullable<NonNullable<Manifest['oauth_config']>['scopes']>;
type BotScope = NonNullable<Scopes['bot']>[number];

/** The least that does the work; each with what would not work without it. */
export const botScopes: readonly (readonly [scope: BotScope, why: string])[] = [
  ['app_mentions:read', 'a mention starts a filing'],
  ['chat:write', 'cards, thread lines, private words'],
  ['commands', 'the slash command and both shortcuts'],
  ['files:write', 'the picture in a digest, and what is exported'],
  ['im:write', 'opens the private conversation with a person'],
  ['users:read', 'names, languages and time zones'],
  ['users:read.email', 'finds a person of the playbook by work e-mail'],
  [
    'channels:history',
    'what is written under a card is a note; after a crash, looks whether a card was posted already',
  ],
  ['groups:history', 'the same in private channels'],
  ['im:history', 'the same in private conversations'],
  ['metadata.message:read', 'the mark on our own messages by which that look finds them'],
];
