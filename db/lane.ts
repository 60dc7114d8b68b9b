import type { Place } from '../src/ports/chat-gateway.ts';

/** A place's one lane, as its key: `slack/T0ACME/channel/C0LOGIS`. Platforms' ids hold no slash. */
export const laneKey = (place: Place): string => `${place.platform}/${place.tenant}/${place.kind}/${place.id}`;

/** Least milliseconds between two messages to one place, as the platforms ask of a well-behaved app. */
export function laneGap(place: Place): number {
  // Slack allows about one message a second and conversation; a little more keeps clear of 429.
  // Teams counts per conversation over 1 s (7) and 30 s (60) alike.
  return place.platform === 'slack' ? 1100 : 600;
}
