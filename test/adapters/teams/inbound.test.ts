import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decoded, htmlText } from '../../../adapters/teams/html-text.ts';
import { inbound } from '../../../adapters/teams/inbound.ts';
import { insideTeams as inside } from '../../contracts/inbound-teams.ts';
import { fixture, type Payload } from './fixture.ts';

const { tenant } = inside;
const seen = (name: string, change: Payload = {}) => inbound({ ...fixture(name), ...change }, inside);
const user = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const group = '2f1c5a9e-7b3d-4e6f-8a1b-9c0d1e2f3a4b';
const channel = '19:c0ffee00c0ffee00c0ffee00c0ffee00@thread.tacv2';
const invoke = 'invoke:f:7d8a9c40-1b2e-4f3a-8c5d-6e7f8091a2b3';

describe('what people do in Teams', () => {
  it.each([
    ['message-personal', 'message:a:1pL6i0oY3C0K8oAj8personal:1795651260123'],
    ['message-channel', `message:${channel}:1795651260123`],
    ['card-action-press', invoke],
    ['task-fetch', invoke],
    ['task-submit', `form:form-1:${user}`],
    ['task-refresh', invoke],
  ])('is named by what Teams tells apart, a form by whoever sends it: %s', (name, id) => {
    expect(seen(name)?.id).toBe(`teams:${tenant}:${id}`);
  });

  it.each([
    ['/voc 할일', '할일'],
    ['/VOC  찾기 파손\n상자', '찾기 파손\n상자'],
    ['/voc', ''],
    ['/vocal 연습', '/vocal 연습'],
  ])('is the same command with the word before it that Slack asks for: %s', (typed, words) => {
    expect(seen('message-personal', { text: typed })?.gesture).toEqual({ type: 'command', text: words });
  });

  it('names colleagues in a mention, and has the address of the message in its thread', () => {
    expect(seen('message-channel')?.gesture).toMatchObject({
      type: 'mention',
      text: '@박민수 님 고객인데 배송이 2주째 안 와요 <급해요>\n환불 & 사과',
      permalink: `https://teams.microsoft.com/l/message/${channel}/1795651260123?tenantId=${tenant}&groupId=${group}&parentMessageId=1795651200000`,
    });
  });

  it('is a mention in a group chat', () => {
    const address = 'https://teams.microsoft.com/l/message/19:9a0b1c2d3e4f@thread.v2/1795651260123';
    const permalink = `${address}?tenantId=${tenant}&context=%7B%22contextType%22%3A%22chat%22%7D`;
    expect(seen('message-group')?.gesture).toEqual({ type: 'mention', text: '배송이 늦어요', permalink, note: null });
  });

  it('is a press, also from a client of before Action.Execute', () => {
    const press = { type: 'press', press: { step: 'acknowledge', caseId: 142 } };
    expect(seen('message-submit')?.gesture).toEqual(press);
  });

  it.each(['card-action-submit', 'compose-submit'])('is a form that was sent, wherever it stood: %s', (name) => {
    expect(seen(name)?.gesture).toEqual(seen('task-submit')?.gesture);
    expect(seen(name)?.id).toBe(seen('task-submit')?.id);
  });

  it('is a form in a card that asks to be drawn again', () => {
    expect(seen('card-action-refresh')?.gesture).toEqual(seen('task-refresh')?.gesture);
  });

  it('is filing, from the command box too', () => {
    expect(seen('commandbox-fetch')?.gesture).toEqual({ type: 'file' });
  });

  it('reads the words of a chosen message as they were laid out', () => {
    expect(seen('message-fetch')?.gesture).toEqual({
      type: 'file-message',
      text: [
        '@박민수 고객 문의:',
        '',
        '배송이 2주째 안 와요 & 환불 <급함>',
        '',
        '주문 주문서 (https://shop.example/o/1?a=1&b=2)',
        '',
        'https://a.example/',
        '',
        '010-1234-5678 😡',
      ].join('\n'),
      permalink: `https://teams.microsoft.com/l/message/${channel}/1795651200000`,
    });
  });

  it('takes the subject with the words', () => {
    const chosen = (payload: Payload) =>
      seen('message-fetch', { value: { commandContext: 'message', messagePayload: { id: '1', ...payload } } })?.gesture;
    const body = { contentType: 'text', content: '안 와요 &amp; <b>' };
    expect(chosen({ subject: '배송', body })).toMatchObject({ text: '배송\n안 와요 & <b>' });
    expect(chosen({ attachments: [{ contentType: 'messageReference', content: '{' }] })).toMatchObject({ text: '' });
  });

  it('believes no address of a message but those of Teams', () => {
    const linked = (linkToMessage: unknown) =>
      seen('message-fetch', { value: { commandContext: 'message', messagePayload: { id: '1795', linkToMessage } } })
        ?.gesture;
    const made = `https://teams.microsoft.com/l/message/${channel}/1795?tenantId=${tenant}&groupId=${group}&parentMessageId=1795651200000`;
    for (const link of ['https://evil.example/l/message/1', 'javascript:alert(1)', null, 7]) {
      expect(linked(link)).toMatchObject({ permalink: made });
    }
  });

  it('is being met for the first time: Home, once, however it is told', () => {
    expect(seen('member-added')).toEqual(seen('installed'));
  });

  it('knows the language from either place where Teams says it', () => {
    expect(seen('message-personal', { locale: undefined })?.locale).toBe('ko');
    expect(seen('message-personal', { locale: undefined, entities: [] })?.locale).toBeNull();
  });

  it('keeps an invoke without an id apart from every other', () => {
    expect(seen('card-action-press', { id: undefined })?.id).toBe(
      `teams:${tenant}:invoke:2026-11-26T00:01:00.123Z:${user}:1795651200000`,
    );
  });

  it('knows a person by their directory, by Teams where there is none', () => {
    expect(seen('message-personal', { from: { id: '29:guest' } })?.user.id).toBe('29:guest');
  });

  it.each([
    [
      'another tenant',
      { conversation: { ...(fixture('message-personal')['conversation'] as object), tenantId: 'other' } },
    ],
    ['two tenants at once', { channelData: { tenant: { id: 'other' } } }],
    ['no tenant', { conversation: { id: 'a', conversationType: 'personal' }, channelData: {} }],
    ['another channel than Teams, where anybody may call themselves anything', { channelId: 'webchat' }],
    ['no channel', { channelId: undefined }],
  ])('is nothing that comes from %s', (_, change) => {
    expect(seen('message-personal', change)).toBeNull();
  });
});

describe('HTML from Teams', () => {
  it.each([
    ['<p>하나</p><p>둘</p>', '하나\n\n둘'],
    ['하나<br>둘<br/>셋', '하나\n둘\n셋'],
    ['<div>하나\n  둘</div>', '하나 둘'],
    ['<at id="0">메아리</at> 안녕', '@메아리 안녕'],
    ['<span itemtype="http://schema.skype.com/Mention" itemid="0">김하나</span>&nbsp;님', '@김하나 님'],
    ['<a href="https://a.example/x">여기</a>', '여기 (https://a.example/x)'],
    ['<a href="http://a.example/">a.example</a>', 'a.example'],
    ['<a href="https://a.example"></a>', 'https://a.example'],
    ['<a href="javascript:alert(1)">누르기</a>', '누르기'],
    ['<a href="mailto:a@b.example">a@b.example</a>', 'a@b.example'],
    ['<table><tr><td>가</td><td>나</td></tr></table>', '가 나'],
    ['<emoji alt="🙂"></emoji><img alt="사진" src="x">', '🙂사진'],
    ['<script>alert(1)</script><style>p{}</style>말', '말'],
    ['a < b &amp;&lt; c', 'a < b &< c'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['<!-- 숨김 -->보임<!-- 끝없는', '보임'],
    ['<attachment id="1"></attachment>', ''],
    ['&#44032;&#xAC01;&#0;&#xD800;&nosuch;', '가각\uFFFD\uFFFD&nosuch;'],
  ])('%s reads %s', (html, plain) => {
    expect(htmlText(html)).toBe(plain);
  });

  it('comes back as it was written, whatever a person writes', () => {
    const escaped = (s: string) => s.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    fc.assert(
      fc.property(fc.string(), (words) => {
        expect(decoded(escaped(words))).toBe(words);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (words) => {
        expect(htmlText(`<p>${escaped(words)}</p>`)).toBe(words.replace(/ +/g, ' ').trim());
      }),
    );
  });

  // Read in more than one pass, any of these would outlast the test's own patience many times over.
  it('is read to its end however hostile, and no further than a message can be long', () => {
    for (const part of ['<', '<a href="', '<p', '&', '<!--', '</', '<at>', ' ', '\n', '<br>']) {
      expect(htmlText(part.repeat(100_000)).length).toBeLessThanOrEqual(200_000);
    }
  });
});
