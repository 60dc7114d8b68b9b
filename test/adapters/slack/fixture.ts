import { readFileSync } from 'node:fs';

export type Payload = Record<string, unknown>;

/** A payload as Slack sends it, from `test/fixtures/slack`; its own copy each time. */
export const fixture = (name: string): Payload =>
  JSON.parse(readFileSync(new URL(`../../fixtures/slack/${name}.json`, import.meta.url), 'utf8')) as Payload;

export const fixtureNames = [
  'command',
  'block-actions-message',
  'block-actions-overflow',
  'block-actions-home',
  'block-actions-refresh',
  'view-submission',
  'view-closed',
  'message-action',
  'shortcut',
  'app-mention',
  'app-home-opened',
  'url-verification',
] as const;
