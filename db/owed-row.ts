import type { Place } from '../src/ports/chat-gateway.ts';
import type { OwedNudge } from '../src/ports/nudges.ts';
import type { Addressed } from '../src/ports/outbox.ts';
import { laneKey } from './lane.ts';

/** A message on its way into `outbox`, with the lane it waits in; `gapMs`: least time between two messages to a place. */
export const owedRow = ({ place, person, notice }: Addressed, gapMs: (place: Place) => number) => ({
  lane: laneKey(place),
  platform: place.platform,
  tenant: place.tenant,
  kind: place.kind,
  place_id: place.id,
  gap_ms: gapMs(place),
  person_id: person,
  type: notice.type,
  notice,
});

/** A reminder on its way onto the list of what waits. */
export const nudgeRow = ({ person, nudge, leavesAt, owedAt }: OwedNudge) => ({
  person_id: person,
  nudge,
  leaves_at: leavesAt,
  owed_at: owedAt,
});
