import type { WebClient } from '@slack/web-api';
import type { Instant } from '../../src/domain/instant.ts';
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
import { drawCard } from './blocks.ts';
import { failureOf } from './failures.ts';
import { record, text } from './payload.ts';
import { literal, noPreview, webClient } from './web-client.ts';

export type SlackGatewayOptions = {
  readonly token: string;
  /** Another root of the Web API (GovSlack, the sandbox); null: Slack's own. */
  readonly apiUrl: string | null;
  readonly tenant: string;
  readonly log: Log;
};

const metadataType = 'meari_outbox';
/** How far Slack's clock may be behind ours; what matches is the outbox id, so a wide look costs only reading. */
const clockSkewMs = 60_000;
const pageSize = 200;

export function slackGateway({ token, apiUrl, tenant, log }: SlackGatewayOptions): ChatGateway {
  const client = webClient(token, apiUrl, log);
  const directs = new Map<string, string>();

  async function conversationOf({ kind, id }: Place): Promise<string> {
    if (kind === 'channel') return id;
    const known = directs.get(id);
    if (known !== undefined) return known;
    const opened = text((await client.conversations.open({ users: id })).channel?.id);
    if (opened === null) throw new Error('conversations.open gave no conversation');
    directs.set(id, opened);
    return opened;
  }

  const refTo = (conversation: string, message: string): MessageRef => ({
    platform: 'slack',
    tenant,
    conversation,
    message,
  });

  async function deliver(delivery: Delivery): Promise<Result<MessageRef, DeliveryFailure>> {
    const { outboxId, place, card, replaces, thread } = delivery;
    const metadata = { event_type: metadataType, event_payload: { id: outboxId } };
    const drawn = { ...drawCard(card), ...literal, metadata };
    if (replaces !== null) {
      return repeatable(async () => {
        await client.chat.update({ channel: replaces.conversation, ts: replaces.message, ...drawn });
        return replaces;
      });
    }
    const where = await repeatable(() =>
      thread === null ? conversationOf(place) : Promise.resolve(thread.conversation),
    );
    if (!where.ok) return where;
    const posted = await attempt(async () => {
      const reply = thread === null ? {} : { thread_ts: thread.message };
      const answer = await client.chat.postMessage({ channel: where.value, ...reply, ...drawn, ...noPreview });
      if (answer.ts === undefined) throw new Error('chat.postMessage gave no time stamp');
      return refTo(answer.channel ?? where.value, answer.ts);
    });
    if (!posted.ok && posted.error.type === 'gone') directs.delete(place.id);
    return posted;
  }

  async function find(delivery: Delivery, since: Instant): Promise<Result<MessageRef | null, DeliveryFailure>> {
    // An update may simply be made again.
    if (delivery.replaces !== null) return ok(null);
    return repeatable(async () => {
      const { thread, place, outboxId } = delivery;
      const channel = thread?.conversation ?? (await conversationOf(place));
      const oldest = String(Math.max(0, (since - clockSkewMs) / 1_000));
      const look = { channel, oldest, inclusive: true, include_all_metadata: true, limit: pageSize };
      for (let cursor = ''; ; ) {
        const next = cursor === '' ? look : { ...look, cursor };
        const answer = await (thread === null
          ? client.conversations.history(next)
          : client.conversations.replies({ ...next, ts: thread.message }));
        const found = (answer.messages ?? []).find((m) => carries(m, outboxId))?.ts;
        if (found !== undefined) return refTo(channel, found);
        const further = answer.response_metadata?.next_cursor ?? '';
        if (further === '' || further === cursor) return null;
        cursor = further;
      }
    });
  }

  return { platform: 'slack', tenant, deliver, find, profile: (userId) => profileOf(client, userId, log) };
}

function carries(message: unknown, outboxId: string): boolean {
  const metadata = record(record(message)['metadata']);
  return metadata['event_type'] === metadataType && record(metadata['event_payload'])['id'] === outboxId;
}

/** @throws what is not the platform's doing. */
async function attempt<T>(call: () => Promise<T>): Promise<Result<T, DeliveryFailure>> {
  try {
    return ok(await call());
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === null) throw thrown;
    return err(failure);
  }
}

/** For calls that may be made twice without harm: a lost answer is only a reason to come back. */
async function repeatable<T>(call: () => Promise<T>): Promise<Result<T, DeliveryFailure>> {
  const outcome = await attempt(call);
  if (outcome.ok || outcome.error.type !== 'unknown') return outcome;
  return err({ type: 'retry-later', afterMs: null, reason: outcome.error.reason });
}

async function profileOf(client: WebClient, userId: string, log: Log): Promise<Profile | null> {
  const answer = await attempt(() => client.users.info({ user: userId, include_locale: true }));
  if (!answer.ok) {
    log.warn('slack profile not read', { reason: answer.error.reason });
    return null;
  }
  const { user } = answer.value;
  if (user === undefined) return null;
  const { profile } = user;
  const locale = text(record(user)['locale']);
  return {
    name: text(profile?.display_name) ?? text(profile?.real_name) ?? text(user.real_name) ?? text(user.name) ?? userId,
    email: text(profile?.email),
    locale: locale?.startsWith('ko') ? 'ko' : locale?.startsWith('en') ? 'en' : null,
    zone: text(user.tz),
  };
}
