import type { Instant } from '../../src/domain/instant.ts';
import type { Inbox, Log } from '../../src/ports/ambient.ts';
import type { ChatGateway } from '../../src/ports/chat-gateway.ts';
import type { ConversationBook } from '../../src/ports/conversation-book.ts';
import type { Route } from '../../src/ports/http.ts';
import type { Receive } from '../../src/ports/interaction.ts';
import { record, text } from '../payload.ts';
import { type AdaptiveCard, cardContentType } from './card-json.ts';
import type { Connector } from './connector.ts';
import { door } from './door.ts';
import type { HandingOver } from './hand-over.ts';
import { hearing } from './language.ts';
import { type LanguageOf, listener } from './listeners.ts';

export type TeamsAdapterOptions = {
  readonly tenant: string;
  readonly appId: string;
  readonly connector: Connector;
  readonly gateway: Pick<ChatGateway, 'deliver'>;
  readonly book: ConversationBook;
  readonly inbox: Inbox;
  readonly dialogs: boolean;
  /** `/voc`. */
  readonly command: string;
  /** In which the moments of forms are meant. */
  readonly zone: string;
  readonly receive: Receive;
  readonly languageOf: LanguageOf;
  readonly fileFor: HandingOver['fileFor'];
  readonly now: () => Instant;
  readonly log: Log;
};

export type TeamsAdapter = {
  readonly routes: readonly Route[];
  /** Takes nothing more in and resolves when what was begun has ended, at most ten seconds later. */
  readonly stop: () => Promise<void>;
};

const graceMs = 10_000;

/** Teams' side of the front door: gestures in, answers to the one who made them out. Deliveries go by the gateway. */
export function teamsAdapter(options: TeamsAdapterOptions): TeamsAdapter {
  const { tenant, appId, connector, gateway, log } = options;
  const listening = listener({
    ...options,
    receive: hearing(options.receive),
    botId: appId,
    post: async (activity, content) => {
      const [serviceUrl, conversation] = whereOf(activity);
      if (serviceUrl === null || conversation === null) return;
      await connector.call(serviceUrl, (calls) =>
        calls.conversations.sendToConversation(conversation, messageOf(content)),
      );
    },
    show: async (activity, message) => {
      const [serviceUrl, conversation] = whereOf(activity);
      if (serviceUrl === null || conversation === null) return;
      await connector.call(serviceUrl, (calls) => calls.conversations.sendToConversation(conversation, { ...message }));
    },
    redraw: async (activity, message, content) => {
      const [serviceUrl, conversation] = whereOf(activity);
      if (serviceUrl === null || conversation === null) return;
      await connector.call(serviceUrl, (calls) =>
        calls.conversations.updateActivity(conversation, message, messageOf(content)),
      );
    },
    whisper: async ({ user, id }, card) => {
      const place = { platform: 'teams', tenant, kind: 'person', id: user.id } as const;
      const sent = await gateway.deliver({ outboxId: `say:${id}`, place, card, replaces: null, thread: null });
      if (!sent.ok) log.warn('teams answer not taken', { reason: sent.error.reason });
    },
  });
  let open = true;
  const route = door(
    connector,
    (activity) => (open ? listening.take(activity) : Promise.resolve({ status: 503, body: undefined })),
    log,
  );
  return {
    routes: [route],
    stop: async () => {
      open = false;
      const late = new Promise<void>((resolve) => {
        setTimeout(resolve, graceMs).unref();
      });
      await Promise.race([listening.settled(), late]);
    },
  };
}

const whereOf = (activity: Readonly<Record<string, unknown>>) =>
  [text(activity['serviceUrl']), text(record(activity['conversation'])['id'])] as const;

const messageOf = (content: AdaptiveCard) => ({
  type: 'message',
  attachments: [{ contentType: cardContentType, content }],
});
