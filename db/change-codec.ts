import type { Change, ChangeRecord } from '../src/domain/change/change.ts';
import type { ChangeEvent, RecordedChangeEvent } from '../src/domain/change/events.ts';
import { causationId, changeId, personId } from '../src/domain/ids.ts';
import { instant } from '../src/domain/instant.ts';

/** An event of a change as the log holds it. */
export type ChangeEventRow = {
  readonly version: number;
  readonly causation_id: string;
  readonly type: ChangeEvent['type'];
  readonly at: number;
  readonly by_id: string | null;
  readonly by_name: string | null;
  readonly data: ChangeEvent['data'];
};

export function decodeChangeEvent(row: ChangeEventRow): RecordedChangeEvent {
  const by = row.by_id === null ? null : { id: personId(row.by_id), name: row.by_name ?? '' };
  // The log is written by `encodeEvent` alone, under a type whose data is only ever added to.
  const event = { type: row.type, data: row.data, at: instant(row.at), by } as ChangeEvent;
  return { version: row.version, causationId: causationId(row.causation_id), event };
}

export type ChangeRow = { readonly id: number; readonly version: number; readonly state: Change };
export const decodeChange = ({ id, version, state }: ChangeRow): ChangeRecord => ({ id: changeId(id), version, state });
