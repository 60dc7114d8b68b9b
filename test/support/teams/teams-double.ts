import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Json } from '../../../adapters/sandbox/json.ts';
import { activitiesOf } from './activities.ts';
import { type Answer, blocked, notOnRoster } from './connector-answer.ts';
import { connectorApi } from './connector-api.ts';
import { type Conversation, conversations as conversationsOf, placeOf, type TeamsMessage } from './conversations.ts';
import { type Delivered, delivery as deliveryOf, type TeamsDelivery } from './delivery.ts';
import { type Faults, faults as faultsOf } from './faults.ts';
import { threadLimits } from './limits.ts';
import { type LocalIssuer, localIssuer, type TokenFlaw } from './local-issuer.ts';
import { readableMessage } from './read-card.ts';
import { type TeamsPerson, teamsPerson } from './teams-person.ts';
import { smallCompany, type TeamsSeed } from './teams-seed.ts';

/**
 * Teams as a bot meets it: the Bot Connector, and people in front of it.
 *
 * How botbuilder 4.23.3's connector client shows what the connector answers (teams-double.test.ts holds it to this):
 * every refusal is a `RestError` with `statusCode`, `code` (the body's `error.code`), `message` (its `error.message`),
 * `details` (the body) and `response.headers.get('retry-after')`. `body` is undefined.
 * - 401 has no code: `{ message: 'Authorization has been denied for this request.' }` lies in `details`.
 * - 403 `BotNotInConversationRoster` (channel), `ForbiddenOperationException` (a chat cannot be opened: not installed).
 * - 403 of a person who blocked or removed the bot has no code: `details` is `{ errorCode: 209, message: '{"subCode":
 *   "MessageWritesBlocked", …}' }`, JSON inside JSON.
 * - 404 `ConversationNotFound` or `ActivityNotFoundInConversation`; 412 `PreconditionFailed`; 413 `MessageSizeTooBig`;
 *   429 `Throttled`, with Retry-After in seconds or without.
 * - A connection that breaks has no `statusCode`; `code` is `ECONNRESET` or `ECONNREFUSED`.
 * **The client as it comes tries 429, 5xx and broken connections three more times**, a post whose answer was lost
 * included: four messages. `noRetryPolicy` does nothing. An `httpClient` of one's own (`ConnectorClientOptions`) that
 * throws for what is not 2xx is not retried.
 */
export type TeamsDouble = {
  /** What the bot is to answer to; only from an authenticated activity does it know. */
  readonly serviceUrl: string;
  readonly seed: TeamsSeed;
  readonly issuer: LocalIssuer;
  readonly faults: Faults;
  /** Somebody of the seed, by directory id or mailbox name. */
  readonly person: (id: string) => TeamsPerson;
  /** A team's or channel's id, by its name. */
  readonly place: (name: string) => string;
  readonly messages: (conversation: string) => readonly TeamsMessage[];
  /** As everybody reads it, oldest first. */
  readonly read: (conversation: string) => readonly {
    readonly message: string;
    readonly thread: string | null;
    readonly text: string;
  }[];
  /** Somebody with the right to takes a message away; the bot hears nothing of it. */
  readonly removeMessage: (conversation: string, message: string) => boolean;
  readonly removeChannel: (id: string) => void;
  /** The bot comes to a team, or a person installs it; the bot is told. */
  readonly install: (where: string) => Promise<void>;
  readonly uninstall: (where: string) => Promise<void>;
  readonly deliveries: readonly Delivered[];
  readonly arriveTimes: TeamsDelivery['arriveTimes'];
  readonly spoilTokens: (flaw?: TokenFlaw) => void;
  /** Whether the bot hears a channel's every message. */
  readonly hearAll: (hears: boolean) => void;
  readonly stop: () => Promise<void>;
};

export type TeamsDoubleOptions = {
  /** Where Teams delivers; asked for each delivery, so that replicas may take turns. */
  readonly deliverTo: () => string;
  readonly seed?: TeamsSeed;
  /** Pace of the rate limits; below 1 is faster. */
  readonly timeScale?: number;
  /** How long Teams waits for an answer, in milliseconds. */
  readonly patience?: { readonly invokeMs: number; readonly messageMs: number };
  readonly now?: () => number;
};

export async function teamsDouble(options: TeamsDoubleOptions): Promise<TeamsDouble> {
  const { timeScale = 1, now = Date.now, deliverTo } = options;
  const seed: TeamsSeed = options.seed ?? smallCompany;
  const issuer = await localIssuer(seed.bot);
  const faults = faultsOf();
  const conversations = conversationsOf(seed, now);
  const teamsWithout = new Set(seed.teams.filter((team) => team.withoutBot === true).map(({ id }) => id));
  const peopleWithout = new Set(seed.users.filter((user) => user.withoutBot === true).map((user) => user.aadObjectId));
  const people = new Map<string, TeamsPerson>();
  let hears = false;

  const barred = ({ team, person }: Conversation): Answer | null => {
    if (person !== null) return peopleWithout.has(person.aadObjectId) ? blocked : null;
    return team !== null && teamsWithout.has(team) ? notOnRoster : null;
  };
  const limits = threadLimits(now, timeScale);
  const connector = connectorApi({ seed, conversations, issuer, limits, faults, barred });
  const server = createServer((req, res) => {
    const { pathname, searchParams } = new URL(req.url ?? '/', 'http://teams');
    if (!pathname.startsWith('/teams/')) return void res.writeHead(404).end();
    connector.handle(req, res, pathname.slice('/teams'.length), searchParams).catch((fault: unknown) => {
      if (!res.headersSent) res.writeHead(500).end(String(fault));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/teams/`;
  const patience = options.patience ?? { invokeMs: 5_000, messageMs: 15_000 };
  const delivery = deliveryOf({ issuer, serviceUrl, deliverTo, patience });

  function person(id: string): TeamsPerson {
    const user = seed.users.find((u) => u.aadObjectId === id || u.email.startsWith(`${id}@`));
    if (user === undefined) throw new Error(`nobody here is ${id}`);
    const there =
      people.get(user.aadObjectId) ??
      teamsPerson(user, { seed, serviceUrl, conversations, delivery, hearsAll: () => hears });
    people.set(user.aadObjectId, there);
    return there;
  }

  async function move(where: string, action: 'add' | 'remove'): Promise<void> {
    const channel = conversations.find(where);
    const user = channel?.person ?? seed.users.find((u) => u.aadObjectId === where || u.email.startsWith(`${where}@`));
    const conversation = user === undefined || user === null ? channel : conversations.find(conversations.direct(user));
    const [by] = user === undefined || user === null ? seed.users : [user];
    if (conversation === null || by === undefined) throw new Error(`there is no ${where}`);
    const without = conversation.person === null ? teamsWithout : peopleWithout;
    const id = conversation.person?.aadObjectId ?? conversation.team ?? '';
    if (action === 'add') without.delete(id);
    else without.add(id);
    const told: readonly Json[] = activitiesOf(by, { seed, serviceUrl, conversations }).moved(
      { conversation, thread: null },
      action,
    );
    for (const activity of told) await delivery.tell(activity);
  }

  return {
    serviceUrl,
    seed,
    issuer,
    faults,
    person,
    place: (name) => {
      const found = [...seed.channels, ...seed.teams].find((p) => p.name === name);
      if (found === undefined) throw new Error(`there is no channel ${name}`);
      return found.id;
    },
    messages: conversations.messages,
    read: (conversation) =>
      conversations
        .messages(conversation)
        .map(({ id, thread, activity }) => ({ message: id, thread, text: readableMessage(activity) })),
    removeMessage: (conversation, message) => conversations.remove(conversation, message),
    removeChannel: (id) => conversations.removeChannel(placeOf(id).channel),
    install: (where) => move(where, 'add'),
    uninstall: (where) => move(where, 'remove'),
    deliveries: delivery.log,
    arriveTimes: delivery.arriveTimes,
    spoilTokens: delivery.spoil,
    hearAll: (all) => {
      hears = all;
    },
    stop: async () => {
      await issuer.stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
