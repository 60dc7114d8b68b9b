import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Inside, inbound } from '../../../adapters/slack/inbound.ts';
import { plainText } from '../../../adapters/slack/slack-text.ts';
import { escaped } from '../../../adapters/slack/text.ts';
import { instant } from '../../../src/domain/instant.ts';
import { fixture, fixtureNames, type Payload } from './fixture.ts';

const inside: Inside = {
  tenant: 'T0MEARI',
  domain: 'meari-co',
  botUserId: 'U0BOT',
  command: '/voc',
  at: instant(1_795_651_400_000),
};
const seen = (name: string, change: Payload = {}) => inbound({ ...fixture(name), ...change }, inside);
const hana = { platform: 'slack', tenant: 'T0MEARI', id: 'U0KIMHANA' };

describe('what people do in Slack', () => {
  it('is a command with the words as they were typed', () => {
    expect(seen('command')).toEqual({
      id: 'slack:T0MEARI:trigger:8001.1.cmd',
      user: hana,
      locale: null,
      at: inside.at,
      surface: 'elsewhere',
      gesture: { type: 'command', text: '배송이 2주째 안 와요 <급해요> & 환불' },
    });
  });

  it('is a press of a button on a card', () => {
    expect(seen('block-actions-message')).toMatchObject({
      id: 'slack:T0MEARI:press:8002.1.press',
      gesture: { type: 'press', press: { step: 'acknowledge', caseId: 142 } },
    });
  });

  it('is an entry of a menu', () => {
    expect(seen('block-actions-overflow')).toMatchObject({
      gesture: { type: 'press', press: { step: 'transfer', caseId: 142 } },
    });
  });

  it('is a press on Home, after which Home is drawn again', () => {
    expect(seen('block-actions-home')).toMatchObject({ surface: 'home', gesture: { type: 'press' } });
  });

  it('keeps a press without a trigger apart from every other', () => {
    const { trigger_id: _, ...without } = fixture('block-actions-message');
    expect(inbound(without, inside)?.id).toBe('slack:T0MEARI:press:1795651260.123456:U0KIMHANA:press:acknowledge:0');
  });

  it('is a form that was sent, and sent again it is the same filing', () => {
    const first = seen('view-submission');
    const again = seen('view-submission', { trigger_id: 'another' });
    expect(first).toMatchObject({
      id: 'slack:T0MEARI:view:V0FORM',
      gesture: {
        type: 'submit',
        step: 'file',
        context: { permalink: 'https://meari-co.slack.com/archives/C0VOC/p1795651000000200' },
        values: { words: '배송이 2주째 안 와요', department: 'logistics', signals: [] },
      },
    });
    expect(again?.id).toBe(first?.id);
  });

  it('is a change in an open form', () => {
    expect(seen('block-actions-refresh')).toMatchObject({
      gesture: { type: 'refresh', step: 'file', field: 'words', values: { words: '배송이 2주째 안 와요' } },
    });
  });

  it('is a message to be filed, in plain words and with its address', () => {
    expect(seen('message-action')?.gesture).toEqual({
      type: 'file-message',
      text: '@박민수 고객 문의: 배송이 2주째 안 와요 & 환불 <급함> 주문 (https://shop.example/o/1?a=1&b=2) 010-1234-5678',
      permalink: 'https://meari-co.slack.com/archives/C0VOC/p1795651000000200',
    });
  });

  it('takes the words of an attachment where a message has none of its own', () => {
    const message = { ts: '1795651000.000200', text: '', attachments: [{ fallback: '전달: 환불해 주세요' }] };
    expect(seen('message-action', { message })?.gesture).toMatchObject({ text: '전달: 환불해 주세요' });
  });

  it('is a mention, without the name of the bot', () => {
    expect(seen('app-mention')).toMatchObject({
      id: 'slack:T0MEARI:event:Ev0MENTION',
      gesture: {
        type: 'mention',
        text: '배송이 2주째 안 와요',
        permalink: 'https://meari-co.slack.com/archives/C0VOC/p1795651320000300',
      },
    });
  });

  it('is the global shortcut, or a look at Home', () => {
    expect(seen('shortcut')?.gesture).toEqual({ type: 'file' });
    expect(seen('app-home-opened')).toMatchObject({ surface: 'home', gesture: { type: 'home' } });
  });

  it('knows the language where Slack says it', () => {
    expect(seen('shortcut', { user: { id: 'U0KIMHANA', locale: 'ko-KR' } })?.locale).toBe('ko');
    expect(seen('shortcut', { user: { id: 'U0KIMHANA', locale: 'en-GB' } })?.locale).toBe('en');
    expect(seen('shortcut', { user: { id: 'U0KIMHANA', locale: 'ja-JP' } })?.locale).toBeNull();
  });

  it.each([
    ['a closed form', 'view-closed', {}],
    [
      'the messages tab of the app',
      'app-home-opened',
      { event: { type: 'app_home_opened', user: 'U0KIMHANA', tab: 'messages' } },
    ],
    ['another command', 'command', { command: '/other' }],
    ['a shortcut of another app', 'shortcut', { callback_id: 'other' }],
    ['what the bot says itself', 'app-mention', { event: { type: 'app_mention', user: 'U0BOT', text: 'x' } }],
    ['what another bot says', 'app-mention', { event: { type: 'app_mention', user: 'U1', bot_id: 'B1', text: 'x' } }],
    [
      'a button of another time',
      'block-actions-message',
      { actions: [{ action_id: 'press:explode:0', value: 'explode|1' }] },
    ],
    ['a form of another time', 'view-submission', { view: { id: 'V1', private_metadata: '{"step":"explode"}' } }],
  ])('is not %s', (_, name, change) => {
    expect(seen(name, change)).toBeNull();
  });

  it('never breaks on a payload that has lost its shape', () => {
    const broken = fc.tuple(fc.constantFrom(...fixtureNames), fc.array(fc.nat(), { maxLength: 4 }), fc.jsonValue());
    fc.assert(
      fc.property(broken, ([name, path, value]) => {
        const payload = fixture(name);
        damage(payload, path, value);
        expect(() => inbound(payload, inside)).not.toThrow();
      }),
      { numRuns: 500, interruptAfterTimeLimit: 20_000 },
    );
    for (const junk of [null, 1, 'x', [], {}]) expect(inbound(junk, inside)).toBeNull();
  });
});

describe('text from Slack', () => {
  it.each([
    ['<@U1>', '@U1'],
    ['<@U1|kim>', '@kim'],
    ['<#C1|voc>', '#voc'],
    ['<!here>', '@here'],
    ['<!subteam^S1|@cs>', '@cs'],
    ['<!date^1392734382^{date}|2월 18일>', '2월 18일'],
    ['<https://a.example/x>', 'https://a.example/x'],
    ['<http://a.example|a.example>', 'a.example'],
    ['<https://a.example|여기>', '여기 (https://a.example)'],
    ['<mailto:a@b.example|a@b.example>', 'a@b.example'],
    ['&amp;lt; &lt;b&gt;', '&lt; <b>'],
  ])('%s reads %s', (encoded, plain) => {
    expect(plainText(encoded)).toBe(plain);
  });

  it('comes back as it was written, whatever a person writes', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        expect(plainText(escaped(words))).toBe(words);
      }),
    );
  });
});

/** Puts `value` somewhere inside. */
function damage(payload: Payload, path: readonly number[], value: unknown): void {
  let here: Payload = payload;
  for (const [i, step] of path.entries()) {
    const keys = Object.keys(here);
    const key = keys[step % Math.max(1, keys.length)];
    if (key === undefined) return;
    const next = here[key];
    if (i === path.length - 1 || typeof next !== 'object' || next === null) {
      here[key] = value;
      return;
    }
    here = next as Payload;
  }
}
