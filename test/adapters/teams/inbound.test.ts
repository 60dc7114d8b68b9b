import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawCard } from '../../../adapters/teams/adaptive-card.ts';
import { drawForm } from '../../../adapters/teams/dialogs.ts';
import { decoded, htmlText } from '../../../adapters/teams/html-text.ts';
import { type Inside, inbound } from '../../../adapters/teams/inbound.ts';
import { record } from '../../../adapters/teams/payload.ts';
import { caseId } from '../../../src/domain/ids.ts';
import { instant } from '../../../src/domain/instant.ts';
import { fixture, fixtureNames, type Payload } from './fixture.ts';

const tenant = 'b1f6d1d2-5c8e-4b0a-9d5e-0c1d2e3f4a5b';
const group = '2f1c5a9e-7b3d-4e6f-8a1b-9c0d1e2f3a4b';
const inside: Inside = {
  tenant,
  botId: '6c7e1f2a-0b3d-4c5e-9f8a-1b2c3d4e5f60',
  at: instant(1_795_651_400_000),
  zone: 'Asia/Seoul',
};
const seen = (name: string, change: Payload = {}) => inbound({ ...fixture(name), ...change }, inside);
const user = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const invoke = `teams:${tenant}:invoke:f:7d8a9c40-1b2e-4f3a-8c5d-6e7f8091a2b3`;
const channel = '19:c0ffee00c0ffee00c0ffee00c0ffee00@thread.tacv2';
const sent = {
  type: 'submit',
  step: 'file',
  context: { permalink: 'https://teams.microsoft.com/l/message/x/1' },
  values: { words: '배송이 2주째 안 와요', wants: ['refund', 'prevention'], eta: '1795680000000', same: '' },
};

const atTop = { conversation: { ...record(fixture('message-channel')['conversation']), id: channel } };

describe('what people do in Teams', () => {
  it('is a command in the private chat, with the words as they were typed', () => {
    expect(seen('message-personal')).toEqual({
      id: `teams:${tenant}:message:a:1pL6i0oY3C0K8oAj8personal:1795651260123`,
      user: { platform: 'teams', tenant, id: user },
      locale: 'ko',
      at: inside.at,
      surface: 'elsewhere',
      gesture: { type: 'command', text: 'VOC-0142 보여 줘' },
    });
  });

  it('is a mention in a channel, without the name of the bot, with the address of the message in its thread', () => {
    const address = `https://teams.microsoft.com/l/message/${channel}/1795651260123`;
    expect(seen('message-channel')).toMatchObject({
      id: `teams:${tenant}:message:${channel}:1795651260123`,
      gesture: {
        type: 'mention',
        text: '@박민수 님 고객인데 배송이 2주째 안 와요 <급해요>\n환불 & 사과',
        permalink: `${address}?tenantId=${tenant}&groupId=${group}&parentMessageId=1795651200000`,
      },
    });
  });

  it('is a mention in a group chat', () => {
    const address = 'https://teams.microsoft.com/l/message/19:9a0b1c2d3e4f@thread.v2/1795651260123';
    const permalink = `${address}?tenantId=${tenant}&context=%7B%22contextType%22%3A%22chat%22%7D`;
    expect(seen('message-group')?.gesture).toEqual({ type: 'mention', text: '배송이 늦어요', permalink, note: null });
  });

  it('is a press of a button on a card, however old the client', () => {
    const press = { type: 'press', press: { step: 'acknowledge', caseId: 142 } };
    expect(seen('card-action-press')).toMatchObject({ id: invoke, surface: 'elsewhere', gesture: press });
    expect(seen('message-submit')).toMatchObject({ gesture: press });
  });

  it('is a press that opens a window', () => {
    expect(seen('task-fetch')).toMatchObject({
      id: invoke,
      gesture: { type: 'press', press: { step: 'decide', caseId: 142, arg: '1' } },
    });
  });

  it('is a press on Home, after which Home is drawn again', () => {
    const actions = [{ label: '확인', press: { step: 'acknowledge', caseId: caseId(142) } }] as const;
    const card = { fallback: 'x', blocks: [{ type: 'actions', actions, overflow: [] }] } as const;
    const [row] = drawCard(card, { dialogs: true, where: 'home' }).body;
    const [button] = row?.type === 'ActionSet' ? row.actions : [];
    expect(seen('card-action-press', { value: { action: button } })).toMatchObject({
      surface: 'home',
      gesture: { type: 'press', press: { step: 'acknowledge', caseId: 142 } },
    });
  });

  it.each(['task-submit', 'card-action-submit', 'compose-submit'])('is a form that was sent: %s', (name) => {
    expect(seen(name)).toMatchObject({ id: `teams:${tenant}:form:form-1:${user}`, gesture: sent });
  });

  it('is the same filing when a form is sent again, and another one when somebody else sends it', () => {
    const first = seen('task-submit');
    expect(seen('task-submit', { id: 'f:another' })?.id).toBe(first?.id);
    expect(seen('task-submit', { from: { id: '29:duri', aadObjectId: 'duri' } })?.id).not.toBe(first?.id);
  });

  it('is what was filled into the form that we drew', () => {
    const form = {
      step: 'note',
      title: '메모',
      submit: '저장',
      cancel: '취소',
      intro: [],
      outro: [],
      fields: [{ name: 'text', label: '메모', required: true, type: 'text', multiline: true, maxLength: 300 }],
      context: { caseId: '142' },
    } as const;
    const card = drawForm(form, {
      locale: 'ko',
      zone: inside.zone,
      formId: `teams:${tenant}:invoke:f:1`,
      where: 'dialog',
    });
    const [button] = card.actions ?? [];
    const data = { ...(button && 'data' in button ? button.data : {}), 'field:text': '전화했습니다' };
    expect(seen('task-submit', { value: { data } })?.gesture).toEqual({
      type: 'submit',
      step: 'note',
      context: { caseId: '142' },
      values: { text: '전화했습니다' },
    });
  });

  it.each(['card-action-refresh', 'task-refresh'])('is an open form that asks to be drawn again: %s', (name) => {
    expect(seen(name)).toMatchObject({
      id: invoke,
      gesture: { type: 'refresh', step: 'file', field: 'words', values: { words: '늦어요', wants: [] } },
    });
  });

  it('is filing, from the compose box and from the command box', () => {
    expect(seen('compose-fetch')).toMatchObject({ id: invoke, gesture: { type: 'file' } });
    expect(seen('commandbox-fetch')?.gesture).toEqual({ type: 'file' });
  });

  it('is a message to be filed, in plain words and with its address', () => {
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

  it('takes the subject with the words, and what was forwarded where there are none', () => {
    const chosen = (payload: Payload) =>
      seen('message-fetch', { value: { commandContext: 'message', messagePayload: { id: '1', ...payload } } })?.gesture;
    const body = { contentType: 'text', content: '안 와요 &amp; <b>' };
    expect(chosen({ subject: '배송', body })).toMatchObject({ text: '배송\n안 와요 & <b>' });
    const content = JSON.stringify({ messagePreview: '환불해 주세요' });
    expect(chosen({ attachments: [{ contentType: 'messageReference', content }] })).toMatchObject({
      text: '환불해 주세요',
    });
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
    expect(seen('installed')).toMatchObject({ surface: 'home', gesture: { type: 'home' } });
    expect(seen('member-added')?.id).toBe(seen('installed')?.id);
  });

  it('is a command with and without the word that begins one in Slack', () => {
    const typed = (words: string) => seen('message-personal', { text: words })?.gesture;
    for (const words of ['할일', '/voc 할일', '/VOC  할일'])
      expect(typed(words)).toEqual({ type: 'command', text: '할일' });
    expect(typed('/voc')).toEqual({ type: 'command', text: '' });
    expect(typed('/vocal 안 들려요')).toEqual({ type: 'command', text: '/vocal 안 들려요' });
  });

  it('knows the language where Teams says it', () => {
    expect(seen('message-personal', { locale: 'en-GB' })?.locale).toBe('en');
    expect(seen('message-personal', { locale: 'ja-JP', entities: [] })?.locale).toBeNull();
    expect(seen('message-personal', { locale: undefined })?.locale).toBe('ko');
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
    ['a new post in a channel that the bot is not called in', 'message-channel', { entities: [], ...atTop }],
    ['a channel that the bot was added to', 'channel-created', {}],
    ['somebody else who joins', 'member-added', { membersAdded: [{ id: '29:duri' }] }],
    ['the app being taken away', 'installed', { action: 'remove' }],
    ['an update of the app', 'installed', { action: 'add-upgrade' }],
    ['a reaction', 'reaction', {}],
    ['a post that was edited', 'edited', atTop],
    ['a search that we do not offer', 'search-query', {}],
    ['what the bot says itself', 'message-personal', { from: { id: `28:${inside.botId}` } }],
    ['what another bot says', 'message-personal', { from: { id: '28:other', aadObjectId: 'x' } }],
    ['a button of another time', 'card-action-press', { value: { action: { data: { meari: { step: 'explode' } } } } }],
    ['a card of another app', 'card-action-press', { value: { action: { data: { x: 1 } } } }],
    [
      'a form of another time',
      'task-submit',
      { value: { data: { meari: { do: 'submit', id: 'a', form: { step: 'x' } } } } },
    ],
  ])('is not %s', (_, name, change) => {
    expect(seen(name, change)).toBeNull();
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

  it('never breaks on a payload that has lost its shape', () => {
    const broken = fc.tuple(fc.constantFrom(...fixtureNames), fc.array(fc.nat(), { maxLength: 6 }), fc.jsonValue());
    fc.assert(
      fc.property(broken, ([name, path, value]) => {
        const payload = fixture(name);
        damage(payload, path, value);
        expect(() => inbound(payload, inside)).not.toThrow();
      }),
      { numRuns: 800, interruptAfterTimeLimit: 20_000 },
    );
    for (const junk of [null, 1, 'x', [], {}]) expect(inbound(junk, inside)).toBeNull();
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
