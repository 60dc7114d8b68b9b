import { encodeEvent } from '../../../db/event-codec.ts';
import { laneGap, laneKey } from '../../../db/lane.ts';
import { json, textArray } from '../../../db/literals.ts';
import { findable, projected, projection } from '../../../db/projection.ts';
import type { CaseChange } from '../../../src/ports/case-store.ts';

/** Filing as anybody would write it down: one insert a table between `begin` and `commit`. */
export type PlainInserts = {
  /** `:name` is a value; `:id` is what the first statement returns, `:cause` is another one each time. */
  readonly statements: readonly string[];
  readonly values: Readonly<Record<string, string>>;
};

/** The very rows that committing `change` writes, in the very tables. */
export function plainInserts(change: CaseChange): PlainInserts {
  const { events, after, messages, original } = change;
  const values: Record<string, string> = {};
  /** A value travels with every call, as ours does; what is absent is written as null. */
  const put = (type: string, value: string | number | boolean | null): string => {
    if (value === null) return 'null';
    const name = `v${Object.keys(values).length}`;
    values[name] = String(value);
    return type === 'moment' ? `to_timestamp(:${name}::float8 / 1000)` : `:${name}::${type}`;
  };
  const row = (cells: readonly string[]): string => `(${cells.join(', ')})`;

  const folded = projection(after, events.at(-1)?.at ?? after.filedAt, change.due);
  const cells = projected.map(([, type], i) => put(type, folded[i] ?? null));
  const kase = `insert into cases (version, ${projected.map(([name]) => name).join(', ')})
values ${row([String(events.length), ...cells])} returning id`;

  const log = events.map(encodeEvent).map((event, ordinal) => {
    const said = [
      put('text', event.type),
      put('moment', event.at),
      put('text', event.by_id),
      put('text', event.by_name),
    ];
    return row([':id', String(ordinal + 1), ':cause', String(ordinal), ...said, put('jsonb', json(event.data))]);
  });
  const { text, grams, lookAlike } = findable(after);

  const lanes = new Map(
    messages.map(({ place }) => {
      const parts = [laneKey(place), place.platform, place.tenant, place.kind, place.id].map((part) =>
        put('text', part),
      );
      return [laneKey(place), row([...parts, String(laneGap(place))])] as const;
    }),
  );
  const owed = messages.map(({ place, person, notice }) => {
    const to = [put('text', laneKey(place)), ':id', String(events.length), put('text', notice.type)];
    return row([...to, put('text', person), put('jsonb', json(notice))]);
  });

  const tallies = change.tallies.map(({ what, n, at, department, kind, tier, kept, value, marks }) => {
    const where = [':id', put('text', what), String(n), put('moment', at), put('text', department), put('text', kind)];
    return row([
      ...where,
      put('text', tier),
      put('boolean', kept),
      put('bigint', value),
      put('text[]', textArray(marks)),
    ]);
  });

  const { due } = change.due;
  const dueAt = due === null ? `'infinity'` : put('moment', due.at);

  return {
    values,
    statements: [
      kase,
      `insert into case_events (case_id, version, causation_id, ordinal, type, at, by_id, by_name, data)
values ${log.join(',\n')}`,
      ...(original === null ? [] : [`insert into originals (case_id, sealed) values (:id, ${put('text', original)})`]),
      `insert into case_texts (case_id, text, grams) values (:id, ${put('text', text)}, ${put('int[]', grams)})`,
      `insert into look_alikes (case_id, grams) values (:id, ${put('int[]', lookAlike)})`,
      `insert into lanes (key, platform, tenant, kind, place_id, gap_ms)
values ${[...lanes.values()].join(',\n')} on conflict (key) do nothing`,
      `insert into outbox (lane, case_id, owed_at, type, person_id, notice)
values ${owed.join(',\n')}`,
      `insert into due (case_id, due_at, kind, calendars)
values ${row([':id', dueAt, put('text', due?.kind ?? 'none'), put('int', change.due.calendars)])}`,
      `insert into tallies (case_id, what, n, at, department, kind, tier, kept, value, marks)
values ${tallies.join(',\n')}`,
    ],
  };
}
