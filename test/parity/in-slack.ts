import type { ListeningSandbox } from '../../adapters/sandbox/listen-sandbox.ts';
import type { ActResult } from '../../adapters/sandbox/protocol.ts';
import type { Locale } from '../../src/domain/playbook.ts';
import { list, plain } from '../support/slack-inputs.ts';
import { readable, slackPerson } from '../support/slack-person.ts';
import { NotOffered, type PersonAtWork, type Where, type Written } from './person.ts';

type Client = {
  readonly sandbox: ListeningSandbox;
  readonly channelOf: (where: Where) => string;
  readonly channels: readonly string[];
};

/** A person at work in Slack. */
export function inSlack(user: string, { sandbox, channelOf, channels }: Client): PersonAtWork {
  const { state } = sandbox;
  const self = slackPerson(sandbox, user);
  const place = (where: Where): string => (where === 'private' ? self.direct : channelOf(where));

  /** Messages that nobody else sees. */
  const own = () =>
    [self.direct, ...channels].flatMap((channel) =>
      state
        .messages(channel)
        .filter(({ onlyFor }) => channel === self.direct || onlyFor === user)
        .map(({ ts, text, blocks }) => ({ key: `${channel} ${ts} ${text}`, words: `${text}\n${readable(blocks)}` })),
    );
  const before = new Set(own().map(({ key }) => key));

  async function done(act: Promise<ActResult>): Promise<void> {
    const answer = await act;
    if (!answer.ok) throw new NotOffered(`${user} saw: ${answer.error}`);
  }

  /** In the thread of a case's card, or in the channel. */
  async function say(text: string, where: Where, about?: string): Promise<Written> {
    const conversation = place(where);
    const cards = state.messages(conversation).filter((m) => m.threadTs === null && m.text.includes(about ?? ''));
    const threadTs = about === undefined ? null : (cards[0]?.ts ?? '');
    await done(sandbox.act({ as: user, do: 'say', conversation, threadTs, text }));
    return { conversation, message: state.messages(conversation).findLast((m) => m.user === user)?.ts ?? '' };
  }

  /** Who turns to something else closes what is open. */
  async function turn(): Promise<void> {
    while (self.hasForm()) await self.close();
  }
  const afterwards =
    <A extends readonly unknown[]>(act: (...args: A) => Promise<unknown>) =>
    async (...args: A): Promise<void> => {
      await turn();
      await act(...args);
    };

  return {
    press: afterwards((label: string, where: Where, about = '') =>
      where === 'home' ? self.pressAtHome(label) : self.press(label, place(where), about),
    ),
    question: async (label, where, about) => {
      const cards = state.messages(place(where)).filter(({ text }) => text.includes(about));
      const buttons = cards.flatMap(({ blocks }) => list(blocks).flatMap((block) => list(block['elements'])));
      return readable(buttons.findLast((button) => plain(button['text']) === label)?.['confirm']);
    },
    fill: self.fill,
    redraw: async () => undefined,
    submit: self.submit,
    hasForm: () => state.modals(user).some(({ view }) => view['submit'] !== undefined),
    formText: self.formText,
    startsWith: async (field) => plainly(await self.suggested(field)),
    errors: self.errors,
    type: afterwards((words: string) => self.command(`/voc ${words}`)),
    typeIn: afterwards((words: string, where: Where) => self.command(`/voc ${words}`, place(where))),
    mention: afterwards((words: string, where: Where, about?: string) => say(`<@U0MEARI> ${words}`, where, about)),
    write: (words, where) => say(words, where),
    reply: say,
    edit: ({ conversation, message: ts }, text) => done(sandbox.act({ as: user, do: 'edit', conversation, ts, text })),
    erase: ({ conversation, message: ts }) => done(sandbox.act({ as: user, do: 'delete', conversation, ts })),
    fileMessage: afterwards(({ conversation, message }: Written) => self.fileMessage(conversation, message)),
    fileFromAnywhere: afterwards(self.fileShortcut),
    openHome: afterwards(self.openHome),
    home: self.home,
    speak: async (locale: Locale) => {
      await done(sandbox.act({ as: user, do: 'speak', locale }));
    },
    told: () => {
      const news = own().filter(({ key }) => !before.has(key));
      const window = state.modals(user).at(-1);
      return [...news.map(({ words }) => words), ...(window === undefined ? [] : [readable(window.view)])].join('\n');
    },
    takeFile: async () => {
      const shared = state.messages(self.direct).findLast(({ files }) => files.length > 0)?.files[0];
      const page = shared === undefined ? null : await fetch(`${sandbox.origin}/sandbox/files/${shared}/voc.zip`);
      return page?.ok === true ? new Uint8Array(await page.arrayBuffer()) : null;
    },
    reads: (where) => self.words(place(where)),
  };
}

/** What stands in an input, as Slack keeps it. */
function plainly(value: unknown): string {
  const input = (value ?? {}) as Readonly<Record<string, unknown>>;
  const chosen = [input['selected_options'] ?? input['selected_option'] ?? []].flat();
  const found = chosen.map((option) => String((option as { readonly value?: unknown }).value));
  return String(input['value'] ?? input['selected_date'] ?? found.join(','));
}
