import type { Place } from './chat-gateway.ts';

/** How a place is reached on a platform that gives its addresses away only with what it sends us. */
export type Reach = {
  /** Root of the platform's API for this conversation; taken from authenticated requests only. */
  readonly serviceUrl: string;
  /** The platform's conversation id. */
  readonly conversation: string;
};

/** Where channels and people were met, as our own plain facts: no type of a platform is kept. */
export type ConversationBook = {
  readonly remember: (place: Place, reach: Reach) => Promise<void>;
  readonly reach: (place: Place) => Promise<Reach | null>;
  /** A place of this kind in the workspace that was met most lately; null: none was. */
  readonly latest: (place: Pick<Place, 'platform' | 'tenant' | 'kind'>) => Promise<Reach | null>;
  /** It is not there any more: the app was taken away, or the conversation was. */
  readonly forget: (place: Place) => Promise<void>;
};
