import { drawCard, drawHome } from '../../adapters/slack/blocks.ts';
import { isForeign } from '../../adapters/slack/door.ts';
import { fieldId } from '../../adapters/slack/form-state.ts';
import { type Inside, inbound, shortcutIds } from '../../adapters/slack/inbound.ts';
import { drawForm } from '../../adapters/slack/modals.ts';
import { escaped } from '../../adapters/slack/text.ts';
import { instant } from '../../src/domain/instant.ts';
import type { Press } from '../../src/ports/card.ts';
import type { Form } from '../../src/ports/form.ts';
import { fixture, fixtureNames } from '../adapters/slack/fixture.ts';
import type { Entries } from '../support/entries.ts';
import { inputsIn, json, list, stateOf } from '../support/slack-inputs.ts';
import type { CannotSay, InboundUnderTest, Payload } from './inbound.ts';

/** Whose payloads the recorded ones are. */
export const insideSlack: Inside = {
  tenant: 'T0MEARI',
  domain: 'meari-co',
  botUserId: 'U0BOT',
  command: '/voc',
  at: instant(1_795_651_400_000),
};
const { tenant, botUserId } = insideSlack;

const event = (name: string, change: Payload): Payload => {
  const payload = fixture(name);
  return { ...payload, event: { ...json(payload['event']), ...change } };
};
/** What happened later is an event of another id. */
const afterwards = (change: Payload): Payload => ({
  ...event('app-mention', { ...change, event_ts: change['ts'] }),
  event_id: `Ev${change['ts']}`,
});

/** Under a card, a moment after it. */
const inThread = { thread_ts: '1795651200.000100' };
const reply = { ...inThread, type: 'message', user: 'U0KIMHANA', ts: '1795651320.000300' };

function pressed(press: Press, isHome: boolean): Payload {
  const card = {
    fallback: 'x',
    blocks: [{ type: 'actions', actions: [{ label: '결정', press }], overflow: [] }],
  } as const;
  const { blocks } = isHome ? drawHome(card) : drawCard(card);
  const [button] = list(blocks).flatMap((block) => list(block['elements']));
  return { ...fixture(isHome ? 'block-actions-home' : 'block-actions-message'), actions: [button] };
}

function viewOf(form: Form, entries: Entries): Payload {
  const view = drawForm(form);
  const recorded = json(fixture('view-submission')['view']);
  return { ...recorded, ...view, state: { values: stateOf(inputsIn(view.blocks), entries) } };
}

const withUser = (payload: Payload, id: string): Payload => {
  const { user, user_id, event: inner, view } = payload;
  return {
    ...payload,
    ...(user === undefined ? {} : { user: { ...json(user), id } }),
    ...(user_id === undefined ? {} : { user_id: id }),
    ...(inner === undefined ? {} : { event: { ...json(inner), user: id } }),
    // Everybody's window is their own.
    ...(view === undefined ? {} : { view: { ...json(view), id: `V${id}` } }),
  };
};
const withTrigger = (payload: Payload, to: string): Payload => ({
  ...payload,
  ...(payload['trigger_id'] === undefined ? {} : { trigger_id: to }),
  ...(payload['event_id'] === undefined ? {} : { event_id: to }),
});

export const slackInbound: InboundUnderTest = {
  read: (payload) =>
    payload !== null && typeof payload === 'object' && isForeign(json(payload), tenant)
      ? null
      : inbound(payload, insideSlack),
  user: { platform: 'slack', tenant, id: 'U0KIMHANA' },
  at: insideSlack.at,
  command: (words) => ({ ...fixture('command'), text: escaped(words) }),
  mention: (words) => event('app-mention', { text: `<@${botUserId}> ${escaped(words)}` }),
  reply: (words) => event('app-mention', { ...reply, text: escaped(words) }),
  replyChanged: (words) =>
    afterwards({
      ...inThread,
      type: 'message',
      subtype: 'message_changed',
      message: { ...reply, text: escaped(words), edited: { user: 'U0KIMHANA', ts: '1795651400.000000' } },
      previous_message: { ...reply, text: '' },
      ts: '1795651400.000400',
    }),
  replyErased: () =>
    afterwards({
      ...inThread,
      type: 'message',
      subtype: 'message_deleted',
      previous_message: reply,
      ts: '1795651410.000400',
    }),
  mentionInThread: (words) => event('app-mention', { ...inThread, text: `<@${botUserId}> ${escaped(words)}` }),
  chosen: (words) => {
    const payload = fixture('message-action');
    return { ...payload, message: { ...json(payload['message']), text: escaped(words) } };
  },
  forwarded: (words) => ({
    ...fixture('message-action'),
    message: { ts: '1795651000.000200', text: '', attachments: [{ fallback: words }] },
  }),
  filing: () => fixture('shortcut'),
  home: () => fixture('app-home-opened'),
  press: (press, where) => pressed(press, where === 'home'),
  submit: (form, entries) => ({ ...fixture('view-submission'), view: viewOf(form, entries) }),
  refresh: (form, entries, field) => ({
    ...fixture('block-actions-refresh'),
    view: viewOf(form, entries),
    actions: [{ type: 'plain_text_input', action_id: fieldId(field), action_ts: '1795651290.123456' }],
  }),
  languageChanged: (locale) => {
    const user = { id: 'U0KIMHANA', locale: locale === 'ko' ? 'ko-KR' : 'en-US' };
    return event('app-home-opened', { type: 'user_change', user });
  },
  // Nothing in what Slack sends says it.
  speaking: (payload) => payload,
  redelivered: (payload) => ({ ...payload, event_time: 1_795_651_380 }),
  byAnother: (payload) => withTrigger(withUser(payload, 'U0DURI'), '9001.1.duri'),
  onceMore: (payload) => withTrigger(payload, '9002.1.again'),
  fromElsewhere: (payload) => ({
    ...payload,
    ...(payload['team_id'] === undefined ? { team: { id: 'T0OTHER' } } : { team_id: 'T0OTHER', authorizations: [] }),
    ...(payload['view'] === undefined ? {} : { view: { ...json(payload['view']), app_installed_team_id: 'T0OTHER' } }),
  }),
  fromABot: () => [
    event('app-mention', { ...reply, user: botUserId }),
    event('app-mention', { user: botUserId }),
    event('app-mention', { user: 'U1', bot_id: 'B1' }),
  ],
  notOurs: () => [
    fixture('view-closed'),
    fixture('url-verification'),
    event('app-home-opened', { tab: 'messages' }),
    // Talk of the channel, in no thread.
    event('app-mention', { type: 'message', text: '점심 뭐 먹죠' }),
    { ...fixture('command'), command: '/other' },
    { ...fixture('shortcut'), callback_id: 'other' },
    { ...fixture('message-action'), callback_id: shortcutIds.file },
    { ...fixture('block-actions-message'), actions: [{ action_id: 'press:explode:0', value: 'explode|1' }] },
    { ...fixture('block-actions-message'), actions: [{ action_id: 'theirs', value: 'acknowledge|1' }] },
    { ...fixture('view-submission'), view: { id: 'V1', private_metadata: '{"step":"explode"}' } },
  ],
  recorded: () => fixtureNames.map(fixture),
};

export const slackCannotSay: CannotSay = {
  'whatever is done says in which language the client speaks; one that Meari does not speak is none': {
    because: 'a payload does not say in which language its sender’s client speaks',
    instead: 'the language is asked for when Meari meets somebody, and Slack tells when it changes',
  },
};
