import { drawCard } from '../../adapters/teams/adaptive-card.ts';
import { drawForm } from '../../adapters/teams/dialogs.ts';
import { type Inside, inbound } from '../../adapters/teams/inbound.ts';
import { instant } from '../../src/domain/instant.ts';
import type { Press } from '../../src/ports/card.ts';
import type { Form } from '../../src/ports/form.ts';
import { fixture, fixtureNames } from '../adapters/teams/fixture.ts';
import type { Entries } from '../support/entries.ts';
import { json } from '../support/slack-inputs.ts';
import { collected, inHalves } from '../support/teams/card-inputs.ts';
import { elementsOf } from '../support/teams/read-card.ts';
import type { CannotSay, InboundUnderTest, Payload } from './inbound.ts';

/** Whose payloads the recorded ones are. */
export const insideTeams: Inside = {
  tenant: 'b1f6d1d2-5c8e-4b0a-9d5e-0c1d2e3f4a5b',
  botId: '6c7e1f2a-0b3d-4c5e-9f8a-1b2c3d4e5f60',
  command: '/voc',
  at: instant(1_795_651_400_000),
  zone: 'Asia/Seoul',
};
const { tenant, botId } = insideTeams;
const inHtml = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const called = (words: string): Payload => ({
  ...fixture('message-channel'),
  text: `<at>메아리</at>&nbsp;${inHtml(words)}`,
});
/** In the channel itself, under no card. */
const atTop = {
  ...json(fixture('message-channel')['conversation']),
  id: '19:c0ffee00c0ffee00c0ffee00c0ffee00@thread.tacv2',
};
const client = { type: 'clientInfo', locale: 'ko-KR', country: 'KR', platform: 'Windows', timezone: 'Asia/Seoul' };

function pressed(press: Press, isHome: boolean): Payload {
  const actions = [{ label: '결정', press }];
  const card = { fallback: 'x', blocks: [{ type: 'actions', actions, overflow: [] }] } as const;
  const drawn = drawCard(card, { dialogs: true, where: isHome ? 'home' : 'message' });
  const button = json(elementsOf(drawn).find(({ type }) => String(type).startsWith('Action.')));
  if (button['type'] === 'Action.Execute') return { ...fixture('card-action-press'), value: { action: button } };
  const { msteams: _, ...data } = json(button['data']);
  return { ...fixture('task-fetch'), value: { data } };
}

function sent(form: Form, entries: Entries, button: number): Payload {
  const card = drawForm(form, { locale: 'ko', zone: insideTeams.zone, formId: 'form-1', where: 'dialog' });
  const action = json(elementsOf(card).filter(({ type }) => type === 'Action.Submit')[button]);
  const { values } = collected(card, inHalves(card, entries));
  return { ...fixture('task-submit'), value: { data: { ...json(action['data']), ...values } } };
}

const chosen = (message: Payload): Payload => {
  const payload = fixture('message-fetch');
  const value = json(payload['value']);
  return { ...payload, value: { ...value, messagePayload: { ...json(value['messagePayload']), ...message } } };
};
const acting = (data: Payload): Payload => ({ ...fixture('card-action-press'), value: { action: { data } } });

export const teamsInbound: InboundUnderTest = {
  read: (payload) => inbound(payload, insideTeams),
  user: { platform: 'teams', tenant, id: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d' },
  at: insideTeams.at,
  command: (words) => ({ ...fixture('message-personal'), text: inHtml(words) }),
  mention: (words) => ({ ...called(words), conversation: atTop }),
  reply: (words) => ({ ...fixture('message-channel'), entities: [client], text: inHtml(words) }),
  replyChanged: (words) => ({ ...fixture('edited'), text: inHtml(words), timestamp: '2026-11-26T00:03:00.000Z' }),
  replyErased: () => {
    const { text: _, channelData, ...rest } = fixture('edited');
    const eventType = 'softDeleteMessage';
    const timestamp = '2026-11-26T00:04:00.000Z';
    return { ...rest, type: 'messageDelete', timestamp, channelData: { ...json(channelData), eventType } };
  },
  mentionInThread: called,
  chosen: (words) => chosen({ body: { contentType: 'html', content: `<div>${inHtml(words)}</div>` } }),
  forwarded: (words) =>
    chosen({
      body: { contentType: 'html', content: '' },
      attachments: [{ contentType: 'messageReference', content: JSON.stringify({ messagePreview: words }) }],
    }),
  filing: () => fixture('compose-fetch'),
  home: () => fixture('installed'),
  press: (press, where) => pressed(press, where === 'home'),
  submit: (form, entries) => sent(form, entries, 0),
  refresh: (form, entries) => sent(form, entries, 1),
  // Nothing is sent.
  languageChanged: () => ({}),
  speaking: (payload, language) => ({
    ...payload,
    locale: language,
    entities: [...(payload['entities'] as readonly Payload[])].map((entity) =>
      entity['type'] === 'clientInfo' ? { ...entity, locale: language } : entity,
    ),
  }),
  redelivered: (payload) => ({ ...payload, timestamp: '2026-11-26T00:01:05.123Z' }),
  byAnother: (payload) => ({
    ...payload,
    id: `${payload['id']}2`,
    from: { id: '29:duri', name: '박두리', aadObjectId: 'duri' },
  }),
  onceMore: (payload) => ({ ...payload, id: `${payload['id']}3` }),
  fromElsewhere: (payload) => ({
    ...payload,
    conversation: { ...json(payload['conversation']), tenantId: 'other' },
    channelData: { ...json(payload['channelData']), tenant: { id: 'other' } },
  }),
  fromABot: () => [
    { ...fixture('message-personal'), from: { id: `28:${botId}` } },
    { ...fixture('message-channel'), entities: [client], from: { id: `28:${botId}` } },
    { ...fixture('message-personal'), from: { id: '28:other', aadObjectId: 'x' } },
    { ...fixture('message-personal'), from: { id: '29:x', aadObjectId: 'x', role: 'bot' } },
  ],
  notOurs: () => [
    ...['channel-created', 'reaction', 'search-query'].map(fixture),
    // Talk of the channel, in no thread.
    { ...fixture('message-channel'), entities: [], conversation: atTop },
    { ...fixture('edited'), conversation: atTop },
    { ...fixture('member-added'), membersAdded: [{ id: '29:duri' }] },
    { ...fixture('installed'), action: 'remove' },
    { ...fixture('installed'), action: 'add-upgrade' },
    acting({ meari: { step: 'explode' } }),
    acting({ x: 1 }),
    acting({ meari: { do: 'submit', id: 'a', form: { step: 'x' } } }),
  ],
  recorded: () => fixtureNames.map(fixture),
};

export const teamsCannotSay: CannotSay = {
  'a client that speaks another language now says so by itself': {
    because: 'a bot is told nothing of a client that is set to another language',
    instead: 'whatever is done in it says so, and what follows is in that language',
  },
};
