import type { Platform } from '../playbook.ts';

/** A message that somebody wrote in chat, under a card of the case. */
export type Said = {
  readonly platform: Platform;
  readonly tenant: string;
  readonly conversation: string;
  readonly message: string;
};

/** What names a message in all of chat. */
export const saidKey = ({ platform, tenant, conversation, message }: Said): string =>
  `${platform}/${tenant}/${conversation}/${message}`;
