import { err, ok, type Result } from '../../src/domain/result.ts';
import type { Log } from '../../src/ports/ambient.ts';
import type {
  ChatGateway,
  Delivery,
  DeliveryFailure,
  MessageRef,
  Place,
  Profile,
} from '../../src/ports/chat-gateway.ts';
import type { ConversationBook, Reach } from '../../src/ports/conversation-book.ts';
import { record, text } from '../payload.ts';
import { drawCard } from './adaptive-card.ts';
import type { Connector, ConnectorCalls } from './connector.ts';
import { failureOf } from './failures.ts';
import { offerOf } from './file-consent.ts';
import { memberWith, profileIn } from './roster.ts';

export type TeamsGatewayOptions = {
  readonly tenant: string;
  readonly appId: string;
  readonly connector: Connector;
  readonly book: ConversationBook;
  /** False: a client without dialogs (the playground); forms then stand in the card. */
  readonly dialogs: boolean;
  readonly log: Log;
};

/** Where a place is, under the id by which Teams itself knows it; no conversation: none was opened yet. */
type Found = Reach & { readonly place: Place };

const noReach: DeliveryFailure = { type: 'gone', what: 'conversation', reason: 'Meari was never met there' };

/**
 * The only place that sends to Teams. Teams offers no look-up of what was posted, so a message whose answer was lost is
 * posted again: at least once there, exactly once on Slack.
 */
export function teamsGateway(options: TeamsGatewayOptions): ChatGateway {
  const { tenant, appId, connector, book, log } = options;
  const bot = { id: `28:${appId}` };

  const refTo = (conversation: string, message: string): MessageRef => ({
    platform: 'teams',
    tenant,
    conversation,
    message,
  });

  async function deliver(delivery: Delivery): Promise<Result<MessageRef, DeliveryFailure>> {
    const { place, replaces, thread } = delivery;
    const reach = await reachOf(place);
    if (reach === null) return err(noReach);
    const drawn = activityOf(delivery, options.dialogs);
    return attempt(() =>
      connector.call(reach.serviceUrl, async (calls) => {
        if (replaces !== null) {
          await calls.conversations.updateActivity(replaces.conversation, replaces.message, drawn);
          return replaces;
        }
        if (thread !== null) return inThread(calls, thread, drawn);
        return place.kind === 'channel' ? inChannel(calls, place, drawn) : inPrivate(calls, reach, drawn);
      }),
    );
  }

  async function inThread(calls: ConnectorCalls, thread: MessageRef, drawn: object): Promise<MessageRef> {
    const where = `${thread.conversation};messageid=${thread.message}`;
    const { id } = await calls.conversations.sendToConversation(where, { ...drawn });
    return refTo(thread.conversation, needed(id));
  }

  async function inChannel(calls: ConnectorCalls, place: Place, drawn: object): Promise<MessageRef> {
    const answer = await calls.conversations.createConversation({
      isGroup: true,
      bot,
      tenantId: tenant,
      channelData: { channel: { id: place.id }, tenant: { id: tenant } },
      activity: { ...drawn },
    });
    return refTo(place.id, needed(answer.activityId));
  }

  async function inPrivate(calls: ConnectorCalls, reach: Found, drawn: object): Promise<MessageRef> {
    const conversation = reach.conversation === '' ? await opened(calls, reach) : reach.conversation;
    const { id } = await calls.conversations.sendToConversation(conversation, { ...drawn });
    return refTo(conversation, needed(id));
  }

  /** A private conversation with somebody who has not spoken to us yet: the app is installed for them, that is enough. */
  async function opened(calls: ConnectorCalls, { place, serviceUrl }: Found): Promise<string> {
    const { id } = await calls.conversations.createConversation({
      isGroup: false,
      bot,
      tenantId: tenant,
      members: [{ id: place.id }],
      channelData: { tenant: { id: tenant } },
    });
    const conversation = needed(id);
    await book.remember(place, { serviceUrl, conversation });
    return conversation;
  }

  /** Where to call; a person nobody has met is looked for in the roster of a channel by their work e-mail. */
  async function reachOf(place: Place): Promise<Found | null> {
    const known = await book.reach(place);
    if (known !== null) return { place, ...known };
    const channel = await book.latest({ platform: 'teams', tenant, kind: 'channel' });
    if (place.kind === 'channel') {
      const any = channel ?? (await book.latest({ platform: 'teams', tenant, kind: 'person' }));
      return any === null ? null : { place, serviceUrl: any.serviceUrl, conversation: place.id };
    }
    if (channel === null) return null;
    if (!place.id.includes('@')) return { place, serviceUrl: channel.serviceUrl, conversation: '' };
    const member = await connector.call(channel.serviceUrl, (calls) =>
      memberWith(calls, channel.conversation, place.id),
    );
    return member === null ? null : reachOf({ ...place, id: member });
  }

  async function profile(userId: string): Promise<Profile | null> {
    const known =
      (await book.reach({ platform: 'teams', tenant, kind: 'person', id: userId })) ??
      (await book.latest({ platform: 'teams', tenant, kind: 'channel' }));
    if (known === null) return null;
    const answer = await attempt(() =>
      connector.call(known.serviceUrl, (calls) =>
        calls.conversations.getConversationMember(known.conversation, userId),
      ),
    );
    if (answer.ok) return profileIn(answer.value, tenant);
    log.warn('teams profile not read', { reason: answer.error.reason });
    return null;
  }

  /** Teams puts a file nowhere without asking: it is offered, and what is agreed to comes in by the listener. */
  const sendFile: ChatGateway['sendFile'] = async (place, file) => {
    const reach = await reachOf(place);
    if (reach === null) return err(noReach);
    return attempt(() =>
      connector.call(reach.serviceUrl, async (calls) => {
        await inPrivate(calls, reach, offerOf(file));
        return 'offered' as const;
      }),
    );
  };

  return { platform: 'teams', tenant, deliver, sendFile, find: async () => ok(null), profile };
}

function activityOf({ card }: Delivery, dialogs: boolean) {
  return {
    type: 'message',
    summary: card.fallback,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: drawCard(card, { dialogs }) }],
  };
}

function needed(id: unknown): string {
  const found = text(id);
  if (found === null) throw new Error('Teams gave a message no id');
  return found;
}

/** @throws what is not the platform's doing. */
async function attempt<T>(call: () => Promise<T>): Promise<Result<T, DeliveryFailure>> {
  try {
    return ok(await call());
  } catch (thrown) {
    const failure = failureOf(record(thrown));
    if (failure === null) throw thrown;
    return err(failure);
  }
}
