import type { Instant } from '../domain/instant.ts';
import type { Locale, Platform } from '../domain/playbook.ts';
import type { Result } from '../domain/result.ts';
import type { Card } from './card.ts';

/**
 * Where a message goes: a channel, or a person's private conversation. One place is one ordered lane. `id` of a person:
 * the platform's user id, or their work e-mail where nobody has met them yet; the gateway then finds out at delivery.
 */
export type Place = {
  readonly platform: Platform;
  readonly tenant: string;
  readonly kind: 'channel' | 'person';
  readonly id: string;
};

export type MessageRef = {
  readonly platform: Platform;
  readonly tenant: string;
  /** The platform's own conversation id (for a person: that of the private conversation). */
  readonly conversation: string;
  readonly message: string;
};

export type Delivery = {
  /** Travels with the message where the platform lets it, so that `find` can look for it after a crash. */
  readonly outboxId: string;
  readonly place: Place;
  readonly card: Card;
  /** Update this message in place instead of posting. */
  readonly replaces: MessageRef | null;
  /** Post under this message. */
  readonly thread: MessageRef | null;
};

export type DeliveryFailure =
  | { readonly type: 'retry-later'; readonly afterMs: number | null; readonly reason: string }
  /** The conversation or the message to update is no longer there. */
  | { readonly type: 'gone'; readonly what: 'message' | 'conversation'; readonly reason: string }
  | { readonly type: 'forbidden'; readonly reason: string }
  /** Our own bug: the platform will never take it. */
  | { readonly type: 'invalid'; readonly reason: string }
  /** The platform may or may not have taken it (time-out, lost reply): look before posting again. */
  | {
      readonly type: 'unknown';
      readonly reason: string;
      /** What was sent may still take effect for so long: to look sooner proves nothing. Absent: it has happened or not. */
      readonly settlesInMs?: number;
    };

export type Profile = {
  /** Somebody of this company: no bot, nobody who has left, nobody of another company in a shared channel. */
  readonly isColleague: boolean;
  readonly name: string;
  readonly email: string | null;
  readonly locale: Locale | null;
  readonly zone: string | null;
};

/** A file for one person. */
export type OutgoingFile = {
  /** With the ending by which its type is known. */
  readonly name: string;
  readonly title: string;
  readonly bytes: Uint8Array;
  /** What it is made of again, where the platform takes it only after the person has agreed. */
  readonly ticket: string;
};

/** The only place that sends. Never throws for what the platform said; throws for our own breakage. */
export type ChatGateway = {
  readonly platform: Platform;
  readonly tenant: string;
  readonly deliver: (delivery: Delivery) => Promise<Result<MessageRef, DeliveryFailure>>;
  /** The message of this outbox row, if the platform took it at or after `since`. */
  readonly find: (delivery: Delivery, since: Instant) => Promise<Result<MessageRef | null, DeliveryFailure>>;
  /** Into a private conversation. `offered`: the platform asks the person first; what they agree to comes back with the ticket. */
  readonly sendFile: (place: Place, file: OutgoingFile) => Promise<Result<'sent' | 'offered', DeliveryFailure>>;
  readonly profile: (userId: string) => Promise<Profile | null>;
};
