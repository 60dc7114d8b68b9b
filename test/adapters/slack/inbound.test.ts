import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inbound } from '../../../adapters/slack/inbound.ts';
import { plainText } from '../../../adapters/slack/slack-text.ts';
import { escaped } from '../../../adapters/slack/text.ts';
import { insideSlack as inside } from '../../contracts/inbound-slack.ts';
import { fixture, type Payload } from './fixture.ts';

const seen = (name: string, change: Payload = {}) => inbound({ ...fixture(name), ...change }, inside);

describe('what people do in Slack', () => {
  it.each([
    ['command', 'trigger:8001.1.cmd'],
    ['block-actions-message', 'press:8002.1.press'],
    ['view-submission', 'view:V0FORM'],
    ['app-mention', 'event:Ev0MENTION'],
  ])('is named by what Slack itself tells apart: %s', (name, id) => {
    expect(seen(name)?.id).toBe(`slack:T0MEARI:${id}`);
  });

  it('is an entry of a menu', () => {
    expect(seen('block-actions-overflow')).toMatchObject({
      gesture: { type: 'press', press: { step: 'transfer', caseId: 142 } },
    });
  });

  it('keeps a press without a trigger apart from every other', () => {
    const { trigger_id: _, ...without } = fixture('block-actions-message');
    expect(inbound(without, inside)?.id).toBe('slack:T0MEARI:press:1795651260.123456:U0KIMHANA:press:acknowledge:0');
  });

  it('is a form with what its inputs hold, under the names of its fields', () => {
    expect(seen('view-submission')?.gesture).toMatchObject({
      step: 'file',
      context: { permalink: 'https://meari-co.slack.com/archives/C0VOC/p1795651000000200' },
      values: { words: '배송이 2주째 안 와요', department: 'logistics', signals: [] },
    });
  });

  it('has the address of a message, made of its conversation and its time', () => {
    expect(seen('message-action')?.gesture).toMatchObject({
      permalink: 'https://meari-co.slack.com/archives/C0VOC/p1795651000000200',
    });
    expect(seen('app-mention')?.gesture).toMatchObject({
      permalink: 'https://meari-co.slack.com/archives/C0VOC/p1795651320000300',
    });
  });

  it('knows the language where Slack says it', () => {
    expect(seen('shortcut', { user: { id: 'U0KIMHANA', locale: 'ko-KR' } })?.locale).toBe('ko');
    expect(seen('shortcut', { user: { id: 'U0KIMHANA', locale: 'en-GB' } })?.locale).toBe('en');
    expect(seen('shortcut', { user: { id: 'U0KIMHANA', locale: 'ja-JP' } })?.locale).toBeNull();
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
    ['<tel:01012345678|010-1234-5678>', '010-1234-5678'],
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
