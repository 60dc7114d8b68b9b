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
import type { Draw } from '../../src/ports/picture.ts';
import { record, text } from '../payload.ts';
import { failureOf } from './failures.ts';
import { pictureFrame } from './pictures.ts';
import { upload } from './upload.ts';
import { literal, noPreview, webClient } from './web-client.ts';

export type SlackGatewayOptions = {
  readonly token: string;
  /** Another root of the Web API (GovSlack, the sandbox); null: Slack's own. */
  readonly apiUrl: string | null;
  readonly tenant: string;
  /** The organisation around the workspace: its people are colleagues too. */
  readonly enterprise: string | null;
  readonly draw: Draw;
  readonly log: Log;
};

const metadataType = 'meari_outbox';
/** A post takes up to seven seconds and all of a delivery 22: the last post begins no later than this. */
const prepareMs = 15_000;
/** How far Slack's clock may be behind ours; what matches is the outbox id, so a wide look costs only reading. */
const clockSkewMs = 60_000;
const pageSize = 200;

export function slackGateway(options: SlackGatewayOptions): ChatGateway {
  const { tenant, log } = options;
  const client = webClient(options.token, options.apiUrl, log);
  const frame = pictureFrame(client, options.draw, log);
  const directs = new Map<string, string>();

  /** null: there is nobody of ours behind this address. */
  async function conversationOf({ kind, id }: Place): Promise<string | null> {
    if (kind === 'channel') return id;
    const known = directs.get(id);
    if (known !== undefined) return known;
    const user = id.includes('@') ? await userByEmail(id) : id;
    if (user === null) return null;
    const opened = text((await client.conversations.open({ users: user })).channel?.id);
    if (opened === null) throw new Error('conversations.open gave no conversation');
    directs.set(id, opened);
    return opened;
  }

  /** Whoever has this address in Slack, if that is a colleague. */
  async function userByEmail(email: string): Promise<string | null> {
    const { user } = await client.users.lookupByEmail({ email });
    return user !== undefined && isColleague(user, options) ? text(user.id) : null;
  }

  const refTo = (conversation: string, message: string): MessageRef => ({
    platform: 'slack',
    tenant,
    conversation,
    message,
  });

  async function deliver(delivery: Delivery): Promise<Result<MessageRef, DeliveryFailure>> {
    const { outboxId, place, card, replaces, thread } = delivery;
    const lastAt = performance.now() + prepareMs;
    const carried = { ...literal, metadata: { event_type: metadataType, event_payload: { id: outboxId } } };
    if (replaces !== null) {
      const where = { channel: replaces.conversation, ts: replaces.message };
      return frame.send(card, lastAt, (drawn) =>
        repeatable(async () => {
          await client.chat.update({ ...where, ...drawn, ...carried });
          return replaces;
        }),
      );
    }
    const where = await repeatable(() =>
      thread === null ? conversationOf(place) : Promise.resolve(thread.conversation),
    );
    if (!where.ok) return where;
    const channel = where.value;
    if (channel === null) return err({ type: 'gone', what: 'conversation', reason: 'users_not_found' });
    const reply = thread === null ? {} : { thread_ts: thread.message };
    const posted = await frame.send(card, lastAt, (drawn) =>
      attempt(async () => {
        const answer = await client.chat.postMessage({ channel, ...reply, ...drawn, ...carried, ...noPreview });
        if (answer.ts === undefined) throw new Error('chat.postMessage gave no time stamp');
        return refTo(answer.channel ?? channel, answer.ts);
      }),
    );
    if (!posted.ok && posted.error.type === 'gone') directs.delete(place.id);
    return posted;
  }

  async function find(delivery: Delivery, since: Instant): Promise<Result<MessageRef | null, DeliveryFailure>> {
    // An update may simply be made again.
    if (delivery.replaces !== null) return ok(null);
    return repeatable(async () => {
      const { thread, place, outboxId } = delivery;
      const channel = thread?.conversation ?? (await conversationOf(place));
      if (channel === null) return null;
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

  /** A lost answer may have been a file that arrived: it is not sent again by itself. */
  const sendFile: ChatGateway['sendFile'] = async (place, { name, title, bytes }) => {
    const where = await repeatable(() => conversationOf(place));
    if (!where.ok) return where;
    const channel = where.value;
    if (channel === null) return err({ type: 'gone', what: 'conversation', reason: 'users_not_found' });
    return attempt(async () => {
      await upload(client, { name, title, bytes }, channel);
      return 'sent' as const;
    });
  };

  return {
    platform: 'slack',
    tenant,
    deliver,
    find,
    sendFile,
    profile: (userId) => profileOf(client, userId, options),
  };
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

type Company = Pick<SlackGatewayOptions, 'tenant' | 'enterprise'>;

/** Whoever stands in a channel shared with another company can press as well, and may call themselves anything. */
function isColleague(user: unknown, { tenant, enterprise }: Company): boolean {
  const { deleted, is_bot, team_id, enterprise_user } = record(user);
  if (deleted === true || is_bot === true) return false;
  if (team_id === undefined || team_id === tenant) return true;
  return enterprise !== null && record(enterprise_user)['enterprise_id'] === enterprise;
}

async function profileOf(client: WebClient, userId: string, options: SlackGatewayOptions): Promise<Profile | null> {
  const answer = await attempt(() => client.users.info({ user: userId, include_locale: true }));
  if (!answer.ok) {
    options.log.warn('slack profile not read', { reason: answer.error.reason });
    return null;
  }
  const { user } = answer.value;
  if (user === undefined) return null;
  const { profile } = user;
  const locale = text(record(user)['locale']);
  return {
    isColleague: isColleague(user, options),
    name: text(profile?.display_name) ?? text(profile?.real_name) ?? text(user.real_name) ?? text(user.name) ?? userId,
    email: text(profile?.email),
    locale: locale?.startsWith('ko') ? 'ko' : locale?.startsWith('en') ? 'en' : null,
    zone: text(user.tz),
  };
}
