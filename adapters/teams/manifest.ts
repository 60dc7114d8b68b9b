import { strToU8, zipSync } from 'fflate';

export type TeamsManifestOptions = {
  readonly appId: string;
  /** Public address of this server, `https://voc.example.com`: what the app's page says of who runs it. */
  readonly url: string;
  /** `major.minor.patch`: Teams takes an upload as new only under a higher one. */
  readonly version: string;
  /** Whether it is told what people write under its cards without calling it by name; Teams then tells it all of a channel. */
  readonly hearsThreads: boolean;
};

const teamsVersion = '1.19';

/**
 * What Teams is told of the app. One permission beyond a bot's own, which a team grants with the app: to hear its channels'
 * messages, of which only what stands under a card is taken in. None to act as anybody. Names and descriptions keep to the lengths Teams takes.
 */
export const teamsManifest = ({ appId, url, version, hearsThreads }: TeamsManifestOptions) => ({
  $schema: `https://developer.microsoft.com/json-schemas/teams/v${teamsVersion}/MicrosoftTeams.schema.json`,
  manifestVersion: teamsVersion,
  version,
  id: appId,
  developer: { name: 'Meari', websiteUrl: url, privacyUrl: url, termsOfUseUrl: url },
  name: { short: '메아리', full: '메아리 Meari · Voice of customer' },
  description: {
    short: '고객의 소리를 받아 답까지 챙깁니다 · Every customer voice gets an answer',
    full:
      '고객의 소리를 채팅에서 등록하면 담당 부서가 이름을 걸고 확인하고, 고치고, 고객에게 답할 때까지 챙깁니다. ' +
      'File what a customer said from chat: the owning department acknowledges it by name, fixes it, and the customer is told.',
  },
  icons: { color: 'color.png', outline: 'outline.png' },
  accentColor: '#0F6B62',
  bots: [
    {
      botId: appId,
      scopes: ['personal', 'team', 'groupChat'],
      supportsFiles: true,
      isNotificationOnly: false,
      commandLists: [
        {
          scopes: ['personal'],
          commands: [
            { title: '홈', description: '나를 기다리는 건, 등록한 건, 담당하는 건 · Your own page' },
            { title: '대기', description: '나를 기다리는 건 · What waits for me' },
            { title: '내 건', description: '내가 등록한 건 · What I filed' },
            { title: '도움말', description: '무엇을 할 수 있나요 · What you can do here' },
          ],
        },
      ],
    },
  ],
  composeExtensions: [
    {
      botId: appId,
      commands: [
        {
          id: 'file',
          type: 'action',
          title: 'VOC 등록 · File VOC',
          description: '이 메시지나 새 글을 고객의 소리로 등록합니다 · File a customer’s words',
          context: ['compose', 'commandBox', 'message'],
          fetchTask: true,
        },
      ],
    },
  ],
  ...(hearsThreads ? overhearing(appId) : {}),
  validDomains: [],
});

const overhearing = (appId: string) => ({
  webApplicationInfo: { id: appId, resource: 'https://meari.invalid' },
  authorization: {
    permissions: { resourceSpecific: [{ name: 'ChannelMessage.Read.Group', type: 'Application' as const }] },
  },
});

export type TeamsIcons = { readonly color: Uint8Array; readonly outline: Uint8Array };

/** The app package as Teams takes it: the manifest and both icons, flat in one archive. */
export const teamsPackage = (options: TeamsManifestOptions, icons: TeamsIcons): Uint8Array =>
  zipSync({
    'manifest.json': strToU8(JSON.stringify(teamsManifest(options), null, 2)),
    'color.png': icons.color,
    'outline.png': icons.outline,
  });
