import { describe, expect, it } from 'vitest';
import { botScopes, slackManifest } from '../../../adapters/slack/manifest.ts';

const http = slackManifest({
  name: '메아리',
  command: '/voc',
  requestUrl: 'https://voc.example.com/base',
  hearsThreads: true,
});
const socket = slackManifest({ name: '메아리', command: '/voc', requestUrl: null, hearsThreads: false });

describe('the Slack app manifest', () => {
  it.each([
    ['HTTP', http],
    ['Socket Mode', socket],
  ])('for %s keeps to every length Slack allows', (_, manifest) => {
    const { display_information: shown, features } = manifest;
    expect(shown.name.length).toBeLessThanOrEqual(35);
    expect(shown.description?.length ?? 0).toBeLessThanOrEqual(140);
    expect(shown.background_color).toMatch(/^#[0-9a-f]{6}$/);
    expect(features?.shortcuts).toHaveLength(2);
    for (const shortcut of features?.shortcuts ?? []) {
      expect(shortcut.name.length).toBeLessThanOrEqual(24);
      expect(shortcut.description.length).toBeLessThanOrEqual(150);
      expect(shortcut.callback_id).toMatch(/^[a-z_]{1,255}$/);
    }
    for (const command of features?.slash_commands ?? []) {
      expect(command.command).toMatch(/^\/[a-z]{1,31}$/);
      expect(command.description.length).toBeLessThanOrEqual(2_000);
      expect(command.usage_hint?.length ?? 0).toBeLessThanOrEqual(1_000);
    }
    expect(JSON.parse(JSON.stringify(manifest))).toEqual(manifest);
  });

  it('over HTTP sends everything to one address', () => {
    const url = 'https://voc.example.com/slack/events';
    expect(http.settings).toMatchObject({
      event_subscriptions: { request_url: url },
      interactivity: { request_url: url },
      socket_mode_enabled: false,
    });
    expect(http.features?.slash_commands?.[0]).toMatchObject({ url });
  });

  it('is told of what people write in its channels only where it is to hear threads', () => {
    const eventsOf = ({ settings }: typeof http) => settings?.event_subscriptions?.bot_events ?? [];
    expect(eventsOf(http).filter((event) => event.startsWith('message.'))).toEqual([
      'message.channels',
      'message.groups',
    ]);
    expect(eventsOf(socket).filter((event) => event.startsWith('message.'))).toEqual([]);
  });

  it('over Socket Mode names no address', () => {
    expect(JSON.stringify(socket)).not.toContain('url');
    expect(socket.settings?.socket_mode_enabled).toBe(true);
  });

  it('asks for no scope without a reason', () => {
    expect(http.oauth_config?.scopes?.bot).toEqual(botScopes.map(([scope]) => scope));
    for (const [, why] of botScopes) expect(why.length).toBeGreaterThan(10);
    expect(new Set(botScopes.map(([scope]) => scope)).size).toBe(botScopes.length);
  });
});
