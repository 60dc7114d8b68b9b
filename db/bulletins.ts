import type { Bulletins } from '../src/ports/bulletins.ts';
import type { Place } from '../src/ports/chat-gateway.ts';
import type { Database } from './database.ts';
import { laneGap } from './lane.ts';
import { json } from './literals.ts';
import { messageColumns, owedLanes } from './owed-lanes.ts';
import { owedRow } from './owed-row.ts';

/** $1 the bulletin, $2 messages. Whoever writes the row was first, over every replica. */
const oweStatement = `
with first as (
  insert into bulletins (key) values ($1::text) on conflict (key) do nothing returning key
),
message as materialized (
  select m.* from first, jsonb_to_recordset($2::text::jsonb)
    as m(${messageColumns})
),
${owedLanes},
owed as (
  insert into outbox (lane, owed_at, type, person_id, notice)
  select lane, 0, type, person_id, notice from message order by ordinal
)
select key from first`;

/** What is told at its time, in the outbox of everything else. */
export function bulletins(db: Database, options: { readonly gapMs?: (place: Place) => number } = {}): Bulletins {
  const gapMs = options.gapMs ?? laneGap;
  return {
    owe: async (key, messages) => {
      const rows = messages.map((message, ordinal) => ({ ordinal, ...owedRow(message, gapMs) }));
      return (await db.query(oweStatement, [key, json(rows)])).length > 0;
    },
  };
}
