import { type Json, textOf } from '../../../adapters/sandbox/json.ts';
import { activitiesOf, type Spot } from './activities.ts';
import { type CardEntries, collected, fieldOf, fieldsOf, inHalves, suggestedIn } from './card-inputs.ts';
import { type Conversations, type TeamsMessage, userMri } from './conversations.ts';
import type { TeamsDelivery } from './delivery.ts';
import { dialogs } from './dialog.ts';
import { pressIn } from './press.ts';
import { cardsOf, readableCard, readableMessage } from './read-card.ts';
import type { TeamsSeed, TeamsUser } from './teams-seed.ts';

export type PersonContext = {
  readonly seed: TeamsSeed;
  readonly serviceUrl: string;
  readonly conversations: Conversations;
  readonly delivery: TeamsDelivery;
  /** Whether the bot hears what nobody said to it in a channel (ChannelMessage.Read.Group). */
  readonly hearsAll: () => boolean;
};

/** Where a message stands. */
export type MessageAt = { readonly conversation: string; readonly message: string };

/** Somebody at work in Teams, doing through Teams' own payloads what its client lets them do. */
export function teamsPerson(user: TeamsUser, context: PersonContext) {
  const { conversations, delivery } = context;
  /** As their client says it; it may be set to another one. */
  let locale = user.locale;
  const activities = activitiesOf(user, { ...context, locale: () => locale });
  const mri = userMri(user);
  const direct = conversations.direct(user);
  const dialog = dialogs(user.name);

  function spotOf(id: string): Spot {
    const spot = activities.spot(id);
    if (spot === null) throw new Error(`${user.name} sees no conversation ${id}`);
    return spot;
  }

  /** Cards as this person sees them: their own view of them, where an answer gave them one. */
  const cardsFor = (message: TeamsMessage): readonly Json[] => {
    const own = message.views.get(mri);
    return own === undefined ? cardsOf(message.activity) : [own];
  };
  const wordsOf = (message: TeamsMessage): string => readableMessage(message.activity, cardsFor(message));

  async function write(text: string, to: string, mentions: boolean): Promise<MessageAt> {
    const spot = spotOf(to);
    const { conversation } = spot;
    const content = activities.said(text, mentions);
    const { id } = conversations.post(conversation.id, mri, spot.thread, { type: 'message', ...content });
    const heard = conversation.kind === 'personal' || mentions || context.hearsAll();
    const thread = conversation.kind === 'personal' ? null : (spot.thread ?? id);
    if (heard) await delivery.tell(activities.message({ conversation, thread }, id, content));
    return { conversation: conversation.id, message: id };
  }

  function mine(at: MessageAt): { readonly spot: Spot; readonly heard: boolean; readonly mentions: boolean } {
    const message = conversations.message(at.conversation, at.message);
    if (message?.from !== mri) throw new Error(`${user.name} wrote no ${at.message}`);
    const { conversation } = spotOf(at.conversation);
    const mentions = textOf(message.activity, 'text').startsWith('<at>');
    const personal = conversation.kind === 'personal';
    const spot = { conversation, thread: personal ? null : (message.thread ?? message.id) };
    return { spot, heard: personal || mentions || context.hearsAll(), mentions };
  }

  async function extension(commandId: string, commandContext: string, spot: Spot, messagePayload: Json | null) {
    const command = {
      commandId,
      commandContext,
      context: { theme: 'default' },
      ...(messagePayload === null ? {} : { messagePayload }),
    };
    const source = commandContext === 'message' ? 'message' : 'compose';
    const answer = await delivery.ask(activities.invoke(spot, 'composeExtension/fetchTask', command, null, source));
    dialog.follow(answer, { spot, on: null, command });
  }

  async function submit(title: string | null = null): Promise<void> {
    const { origin } = dialog.current();
    const data = dialog.submission(title);
    if (data === null) return;
    const answer = await delivery.ask(
      origin.command === null
        ? activities.invoke(origin.spot, 'task/submit', { data, context: { theme: 'default' } }, origin.on)
        : activities.invoke(origin.spot, 'composeExtension/submitAction', { ...origin.command, data }, null, 'compose'),
    );
    dialog.follow(answer, origin);
  }

  /** `only`: on this message and no other. */
  const presser = (conversation: string, entries: CardEntries, only: string | null) => ({
    name: user.name,
    messages: () =>
      conversations
        .messages(spotOf(conversation).conversation.id)
        .filter((message) => only === null || message.id === only),
    cards: cardsFor,
    words: wordsOf,
    spot: () => spotOf(conversation),
    show: (message: string, card: Json) =>
      void conversations.show(spotOf(conversation).conversation.id, message, mri, card),
    say: (text: string) => write(text, conversation, false).then(() => undefined),
    activities,
    delivery,
    dialog,
    nextId: conversations.nextId,
    values: (card: Json) => collected(card, inHalves(card, entries)),
  });

  return {
    ...user,
    id: user.aadObjectId,
    mri,
    /** The personal chat with the bot. */
    direct,
    /** Words to the bot in the personal chat. */
    say: (text: string) => write(text, direct, false),
    /** Words in a channel, or in a thread of it (`…;messageid=…`), to the bot by name. */
    mention: (text: string, to: string) => write(text, to, true),
    /** Words in a channel that are not meant for the bot. */
    write: (text: string, to: string) => write(text, to, false),
    edit: async (at: MessageAt, text: string): Promise<void> => {
      const { spot, heard, mentions } = mine(at);
      const content = activities.said(text, mentions);
      conversations.replace(at.conversation, at.message, { type: 'message', ...content });
      if (heard) await delivery.tell(activities.edited(spot, at.message, content));
    },
    erase: async (at: MessageAt): Promise<void> => {
      const { spot, heard } = mine(at);
      conversations.remove(at.conversation, at.message);
      if (heard) await delivery.tell(activities.erased(spot, at.message));
    },
    /** The button with this title, as soon as it can be seen; the newest message first, `about` a case if given. */
    press: (title: string, conversation = direct, about = '', entries: CardEntries = {}): Promise<void> =>
      pressIn(presser(conversation, entries, null), title, about),
    /** Forms that stand in cards, newest first: as this person sees them, which is where a press may have put one. */
    cardForms: (conversation = direct): readonly { readonly message: string; readonly card: Json }[] =>
      conversations
        .messages(spotOf(conversation).conversation.id)
        .toReversed()
        .flatMap((message) => cardsFor(message).map((card) => ({ message: message.id, card })))
        .filter(({ card }) => fieldsOf(card).length > 0),
    /** Fills in such a form and presses its button. */
    sendCard: (message: string, title: string, entries: CardEntries, conversation = direct): Promise<void> =>
      pressIn(presser(conversation, entries, message), title, ''),
    /** Sets the client to another language; Teams tells nobody. */
    speak: (another: string): void => {
      locale = another;
    },
    fill: async (entries: CardEntries): Promise<void> => dialog.enter(entries),
    /** Presses the dialog's button of this title, or the one that is meant to send it. */
    submit,
    close: (): void => dialog.close(),
    hasForm: (): boolean => dialog.isOpen(),
    /** The card in the open window. */
    card: (): Json => dialog.current().card,
    fields: () => fieldsOf(dialog.current().card),
    /** What a field starts with. */
    suggested: (named: string): string => suggestedIn(fieldOf(dialog.current().card, named)),
    formTitle: (): string => dialog.current().title,
    formText: (): string => readableCard(dialog.current().card),
    /** Sentences at fields, by field name; what concerns the whole form under ''. */
    errors: () => dialog.errors(),
    /** What this person alone was shown: sentences that took a dialog's place, answers to presses. */
    shown: dialog.shown,
    /** "More actions" on a message, then the bot's command. */
    fileMessage: async ({ conversation, message }: MessageAt, commandId = 'file-message'): Promise<void> => {
      const found = conversations.message(conversation, message);
      if (found === null) throw new Error(`there is no message ${message} in ${conversation}`);
      const spot = { ...spotOf(conversation), thread: found.thread ?? found.id };
      const author = conversations.userBy(found.from);
      await extension(commandId, 'message', spot, activities.payload(spot, found, author, wordsOf(found)));
    },
    /** The bot's command below the box where a message is written. */
    fileFromCompose: (commandId = 'file', conversation = direct) =>
      extension(commandId, 'compose', spotOf(conversation), null),
    /** What stands in a conversation, message by message, as this person sees it. */
    words: (conversation = direct): readonly string[] =>
      conversations.messages(spotOf(conversation).conversation.id).map(wordsOf),
    /** The whole invoke, for payloads that no button sends. */
    invoke: (name: string, value: Json, conversation = direct): Promise<Json> =>
      delivery.ask(activities.invoke(spotOf(conversation), name, value, null)),
    /** Words to the bot with something else around them than Teams would send: another address to answer to. */
    send: (odd: Json) => {
      const content = activities.said('?', false);
      const { id } = conversations.post(direct, mri, null, { type: 'message', ...content });
      return delivery.deliver({ ...activities.message(spotOf(direct), id, content), ...odd });
    },
  };
}
export type TeamsPerson = ReturnType<typeof teamsPerson>;
