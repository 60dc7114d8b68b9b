import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import { findConversation, maySee } from './conversations.ts';
import { filePath } from './file-json.ts';
import type { Json } from './json.ts';
import type { StoredMessage } from './messages.ts';
import { findPerson } from './people.ts';
import type { ClockView, HomeState, MessageView, ModalState, SandboxUser, WorkspaceView } from './protocol.ts';
import { directOf } from './seed.ts';
import { withAddresses } from './slack-files.ts';
import type { World } from './world.ts';

/** What the page draws, for the person whom it acts as. */

/** What others said at the top of a channel, or anywhere in a direct conversation, since the person last looked. */
const unread = (world: World, person: string, conversation: string): number => {
  const seen = world.reads.get(`${person} ${conversation}`) ?? '';
  const direct = conversation === directOf(person);
  return world.messages
    .inChannel(conversation)
    .filter((each) => each.ts > seen && each.user !== person && each.onlyFor === null)
    .filter((each) => direct || each.threadTs === null).length;
};

export const clockView = (world: World): ClockView => ({
  ...world.clock.state(),
  zone: world.seed.zone ?? 'Asia/Seoul',
  jumps: world.jumps(),
});

export const workspaceView = (world: World, me: SandboxUser): WorkspaceView => {
  const { team, bot, channels, users, shortcuts, commands } = world.seed;
  return {
    team: { id: team.id, name: team.name },
    clock: clockView(world),
    me,
    users: users.map((each) => findPerson(world, each.id) ?? each),
    bot: { userId: bot.userId, name: bot.name },
    channels: channels.map(({ id, name }) => ({ id, name, unread: unread(world, me.id, id) })),
    direct: { id: directOf(me.id), unread: unread(world, me.id, directOf(me.id)) },
    shortcuts,
    commands,
  };
};

/** Blocks were checked by the validator when they came in; the page draws what it knows of them. */
const drawable = (blocks: readonly Json[]): readonly KnownBlock[] => blocks as unknown as readonly KnownBlock[];

const messageView = (world: World, message: StoredMessage): MessageView => ({
  conversation: message.channel,
  ts: message.ts,
  threadTs: message.threadTs === message.ts ? null : message.threadTs,
  user: message.user,
  text: message.text,
  // A typed message is told by its text; its rich-text twin is for the app.
  blocks: message.user === world.seed.bot.userId ? drawable(withAddresses(world, message.blocks)) : [],
  onlyFor: message.onlyFor,
  // Slack marks edited words, not redrawn cards.
  edited: message.edited !== null && (message.user !== world.seed.bot.userId || message.blocks.length === 0),
  files: message.files.flatMap((id) => {
    const file = world.files.find(id);
    return file ? [{ id, title: file.title, mimetype: file.mimetype, url: filePath(world, file) }] : [];
  }),
});

/** Undefined when the person has no such conversation. */
export const messageViews = (
  world: World,
  me: SandboxUser,
  conversation: string,
): readonly MessageView[] | undefined => {
  const found = findConversation(world, conversation);
  if (!found || !maySee(found, me.id)) return undefined;
  return world.messages
    .inChannel(conversation)
    .filter((each) => each.onlyFor === null || each.onlyFor === me.id)
    .map((each) => messageView(world, each));
};

export const modalState = (world: World, me: SandboxUser): ModalState | null => {
  const top = world.views.stack(me.id).at(-1);
  return top ? { viewId: top.id, view: top.view as unknown as ModalView, errors: top.errors } : null;
};

export const homeState = (world: World, me: SandboxUser): HomeState | null => {
  const home = world.views.home(me.id);
  return home ? { viewId: home.id, view: home.view as unknown as HomeView } : null;
};
