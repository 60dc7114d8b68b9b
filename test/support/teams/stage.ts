import type { Activity, CloudAdapter, ConversationReference, TurnContext } from 'botbuilder';
import { type BareBot, bareBot } from './bare-bot.ts';
import { type ConnectorOptions, localAdapter } from './local-cloud.ts';
import { type TeamsDouble, type TeamsDoubleOptions, teamsDouble } from './teams-double.ts';

type Answer = Readonly<Record<string, unknown>>;
/** botbuilder's connector client, as far as it is used. */
export type Calls = {
  readonly createConversation: (wanted: object) => Promise<Answer>;
  readonly sendToConversation: (to: string, activity: object) => Promise<Answer>;
  readonly updateActivity: (of: string, id: string, activity: object) => Promise<Answer>;
  readonly deleteActivity: (of: string, id: string) => Promise<void>;
  readonly getConversationPagedMembers: (of: string, page: object) => Promise<Answer>;
  readonly getConversationMember: (of: string, member: string) => Promise<Answer>;
};

export type Stage = {
  readonly double: TeamsDouble;
  readonly adapter: CloudAdapter;
  readonly bot: { readonly id: string; readonly name: string };
  /** Calls the connector through a client of the SDK. */
  readonly call: <T>(work: (calls: Calls) => Promise<T>, by?: CloudAdapter) => Promise<T>;
  readonly send: (to: string, text: string, by?: CloudAdapter) => Promise<Answer>;
  readonly postIn: (channel: string, text: string) => Promise<Answer>;
  readonly chatWith: (id: string) => Promise<Answer>;
  /** Another client of the same bot. */
  readonly another: (connector: ConnectorOptions) => CloudAdapter;
  readonly stop: () => Promise<void>;
};

/** The double, and a bot made of nothing but botbuilder. */
export async function teamsStage(
  logic: (context: TurnContext) => Promise<void>,
  options: Omit<TeamsDoubleOptions, 'deliverTo'> = {},
): Promise<Stage> {
  let echo: BareBot | null = null;
  const double = await teamsDouble({ ...options, deliverTo: () => echo?.url ?? 'http://127.0.0.1:9/' });
  const { bot: registration } = double.seed;
  const bot = { id: `28:${registration.appId}`, name: registration.name };
  const another = (connector: ConnectorOptions) => localAdapter(registration, double.issuer, connector);
  const adapter = another({});
  echo = await bareBot(adapter, logic);

  async function call<T>(work: (calls: Calls) => Promise<T>, by = adapter): Promise<T> {
    const results: T[] = [];
    const conversation = { id: 'a:1', isGroup: false, conversationType: 'personal', name: '' };
    const reference: Partial<ConversationReference> = {
      serviceUrl: double.serviceUrl,
      channelId: 'msteams',
      conversation,
      bot,
    };
    await by.continueConversationAsync(registration.appId, reference, async (context) => {
      results.push(await work(context.turnState.get(by.ConnectorClientKey).conversations));
    });
    return results[0] as T;
  }

  const { tenantId } = registration;
  return {
    double,
    adapter,
    bot,
    call,
    another,
    send: (to, text, by) => call((c) => c.sendToConversation(to, said(text)), by),
    postIn: (channel, text) =>
      call((c) =>
        c.createConversation({ isGroup: true, bot, channelData: { channel: { id: channel } }, activity: said(text) }),
      ),
    chatWith: (id) =>
      call((c) =>
        c.createConversation({
          isGroup: false,
          bot,
          members: [{ id }],
          tenantId,
          channelData: { tenant: { id: tenantId } },
        }),
      ),
    stop: async () => {
      await echo?.stop();
      await double.stop();
    },
  };
}

export const said = (text: string): Partial<Activity> => ({ type: 'message', text });

/** What is thrown when a call is refused. */
export async function caught(work: Promise<unknown>): Promise<Record<string, unknown>> {
  try {
    await work;
  } catch (thrown) {
    return thrown as Record<string, unknown>;
  }
  throw new Error('it was not refused');
}
