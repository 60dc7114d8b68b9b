import type { KnownBlock } from '@slack/types';
import type { SandboxChannel, SandboxShortcut, SandboxUser } from './protocol.ts';

export type SeedChannel = SandboxChannel & {
  /** The app has not been invited: posting answers `not_in_channel` until it joins. */
  readonly withoutApp?: boolean;
  readonly archived?: boolean;
};

/** A workspace as it is before anybody has said anything. */
export type SandboxSeed = {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  /** IANA name of the zone in which the workspace's clock is read; Seoul's unless given. */
  readonly zone?: string;
  readonly users: readonly SandboxUser[];
  readonly channels: readonly SeedChannel[];
  readonly bot: { readonly userId: string; readonly botId: string; readonly appId: string; readonly name: string };
  readonly commands: readonly { readonly command: string; readonly hint: string }[];
  readonly shortcuts: readonly SandboxShortcut[];
  /** Bot events beyond the ones always delivered (mentions, direct messages, Home opened): 'message.channels', 'user_change'. */
  readonly events?: readonly string[];
  /** Said by the app in a workspace that has no message yet; the conversation is a channel, or a user id for a direct message. */
  readonly messages?: readonly {
    readonly conversation: string;
    readonly text: string;
    readonly blocks?: readonly KnownBlock[];
  }[];
};

/** Only letters that a Slack id has; the direct conversation of a person with the app is named after the person. */
export const directOf = (userId: string): string => `D${userId.slice(1)}`;
