import type { Locale } from '../../src/domain/playbook.ts';
import { isRecord, record, text } from '../payload.ts';

/** Where a person stands and by which handles an answer reaches them. */
export type Whereabouts = {
  readonly userId: string;
  /** The language of words that only this adapter says. */
  readonly locale: Locale;
  /** Opens a window, once, within three seconds. */
  readonly triggerId: string | null;
  /** Answers five times within half an hour, without any scope. */
  readonly responseUrl: string | null;
  readonly channel: string | null;
  readonly thread: string | null;
  /** The window or the Home in which it happened. */
  readonly view: { readonly id: string; readonly hash: string | null; readonly type: 'modal' | 'home' } | null;
};

export function whereabouts(body: Record<string, unknown>, userId: string, locale: Locale | null): Whereabouts {
  const event = record(body['event']);
  const container = record(body['container']);
  const channel =
    text(body['channel_id']) ??
    text(record(body['channel'])['id']) ??
    text(event['channel']) ??
    text(container['channel_id']);
  return {
    userId,
    locale: locale ?? 'ko',
    triggerId: text(body['trigger_id']),
    responseUrl: text(body['response_url']),
    channel,
    thread: text(container['thread_ts']) ?? text(record(body['message'])['thread_ts']) ?? text(event['thread_ts']),
    view: viewOf(body['view']),
  };
}

function viewOf(view: unknown): Whereabouts['view'] {
  if (!isRecord(view)) return null;
  const id = text(view['id']);
  if (id === null) return null;
  return { id, hash: text(view['hash']), type: view['type'] === 'home' ? 'home' : 'modal' };
}
