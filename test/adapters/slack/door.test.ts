import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signed } from '../../support/slack-signing.ts';
import { fixture, fixtureNames } from './fixture.ts';
import { type Running, runningAdapter, secret } from './running-adapter.ts';

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';
const seconds = () => Math.floor(Date.now() / 1_000);

describe('the door to Slack', () => {
  let running: Running;
  beforeAll(async () => {
    running = await runningAdapter();
  });
  afterAll(() => running.stop());
  beforeEach(() => {
    running.log.length = 0;
    running.received.length = 0;
  });
  const post = (body: string, headers: Record<string, string>) => fetch(running.url, { method: 'POST', body, headers });
  const postSigned = (body: string, type: string) => {
    const { headers } = signed(body, secret, type);
    return post(body, headers);
  };

  it('answers a challenge, so that the address can be entered in Slack', async () => {
    const answer = await running.send(fixture('url-verification'));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ challenge: fixture('url-verification')['challenge'] });
  });

  it('turns away what is signed with another secret, or not at all', async () => {
    const { body, headers } = signed(JSON.stringify(fixture('app-mention')), 'another secret', json);
    expect((await post(body, headers)).status).toBe(401);
    expect((await post(body, { 'content-type': json })).status).toBe(401);
    const changed = signed(body, secret, json);
    expect((await post(`${body} `, changed.headers)).status).toBe(401);
    expect(running.received).toEqual([]);
  });

  it('turns away what is more than five minutes old, however well signed', async () => {
    expect((await running.send(fixture('app-mention'), seconds() - 301)).status).toBe(401);
    expect((await running.send(fixture('block-actions-message'), seconds() - 301)).status).toBe(401);
    expect((await running.send(fixture('app-mention'), seconds() - 200)).status).toBe(200);
    expect(running.received).toHaveLength(1);
  });

  it.each([
    ['no JSON', '고객 김하나 010-1234-5678', json],
    ['half a JSON', '{"event":{"text":"010-1234-5678', json],
    ['a payload that is no JSON', `payload=${encodeURIComponent('{"x":010-1234-5678')}`, form],
    ['null', 'null', json],
    ['a null payload', 'payload=null', form],
    ['nothing', '', json],
    ['a list', '[1]', json],
    ['a sentence', '"010-1234-5678"', json],
    ['some other JSON', '{"hello":"010-1234-5678"}', json],
    ['an event without a type', '{"event":{"text":"010-1234-5678"}}', json],
    ['a press by nobody', `payload=${encodeURIComponent('{"type":"block_actions","actions":[]}')}`, form],
  ])('answers %s at once with a 4xx and one line that quotes nothing', async (_, body, type) => {
    const began = Date.now();
    const answer = await postSigned(body, type);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(Date.now() - began).toBeLessThan(1_000);
    expect(running.log.filter((line) => line.level !== 'info')).toHaveLength(1);
    expect(JSON.stringify(running.log)).not.toMatch(/1234|김하나/);
    expect(running.received).toEqual([]);
  });

  it('refuses a body no payload can be that large', async () => {
    const answer = await postSigned(`"${'x'.repeat(2_100_000)}"`, json).catch(() => null);
    expect(answer?.status ?? 413).toBe(413);
    expect((await running.send(fixture('shortcut'))).status).toBe(200);
  });

  it('knows one path and one method', async () => {
    expect((await fetch(running.url)).status).toBe(405);
    expect((await fetch(`${running.url}/else`, { method: 'POST' })).status).toBe(404);
  });

  it('says yes to a workspace it does not know, and does nothing', async () => {
    for (const name of ['app-mention', 'command', 'view-submission', 'block-actions-message'] as const) {
      const foreign = JSON.parse(JSON.stringify(fixture(name)).replaceAll('T0MEARI', 'T0OTHER'));
      const answer = await running.send(foreign);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toBe('');
    }
    expect(running.received).toEqual([]);
  });

  it.each(fixtureNames)('acknowledges %s long before three seconds', async (name) => {
    const began = Date.now();
    expect((await running.send(fixture(name))).status).toBe(200);
    expect(Date.now() - began).toBeLessThan(1_000);
  });

  it.each([
    ['a command', { ...fixture('command'), command: '/unknown' }],
    ['a button', { ...fixture('block-actions-message'), actions: [{ type: 'button', action_id: 'what' }] }],
    ['a shortcut', { ...fixture('shortcut'), callback_id: 'what' }],
    ['a window', { ...fixture('view-submission'), view: { id: 'V9', callback_id: 'what', private_metadata: '' } }],
    [
      'a request for choices',
      { ...fixture('block-actions-message'), type: 'block_suggestion', actions: undefined, value: 'x' },
    ],
    ['an event', { ...fixture('app-mention'), event: { type: 'reaction_added', user: 'U1' } }],
  ])('acknowledges %s nobody knows, and does nothing', async (_, payload) => {
    const began = Date.now();
    expect((await running.send(payload)).status).toBe(200);
    expect(Date.now() - began).toBeLessThan(1_000);
    expect(running.received).toEqual([]);
  });

  it('takes a form whose type names a charset', async () => {
    const { body, headers } = signed(
      new URLSearchParams({ payload: JSON.stringify(fixture('shortcut')) }).toString(),
      secret,
      `${form};charset=utf-8`,
    );
    expect((await post(body, headers)).status).toBe(200);
    expect(running.received).toHaveLength(1);
  });

  it('hands on a redelivery under the same id', async () => {
    for (const name of ['app-mention', 'view-submission', 'command', 'block-actions-message'] as const) {
      running.received.length = 0;
      for (let i = 0; i < 3; i += 1) await running.send(fixture(name));
      expect(running.received).toHaveLength(3);
      expect(new Set(running.received.map(({ id }) => id)).size).toBe(1);
    }
  });
});
