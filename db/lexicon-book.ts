import { causationId, personId } from '../src/domain/ids.ts';
import { instant } from '../src/domain/instant.ts';
import type { Lexicon } from '../src/domain/learning/lexicon.ts';
import { type LexiconEdit, type LexiconEvent, lexiconWith } from '../src/domain/learning/lexicon-events.ts';
import { ok } from '../src/domain/result.ts';
import type { LexiconBook, LexiconStamp } from '../src/ports/lexicon-book.ts';
import type { Database, Queryable } from './database.ts';
import { json } from './literals.ts';

type Row = {
  readonly causation_id: string;
  readonly type: LexiconEvent['type'];
  readonly at: number;
  readonly by_id: string;
  readonly by_name: string;
  readonly data: LexiconEvent['data'];
};

/**
 * Opens the lexicon as it is edited in chat, over the playbook's own. Any number of replicas may do this at once.
 * @throws DatabaseFault
 */
export async function openLexiconBook(db: Database, own: Lexicon): Promise<LexiconBook> {
  const seen = (edits: readonly LexiconEdit[]) => ({ edits, lexicon: lexiconWith(own, eventsOf(edits)) });
  let now = seen(await readEdits(db));
  async function read(): Promise<boolean> {
    const edits = await readEdits(db);
    // Of two readings under way the older may come in last.
    if (edits.length <= now.edits.length) return false;
    now = seen(edits);
    return true;
  }

  return {
    current: () => now.lexicon,
    edits: () => now.edits,
    refresh: async () => {
      const [row] = await db.query<{ edits: number }>('select coalesce(max(version), 0) as edits from lexicon_events');
      return row !== undefined && row.edits !== now.edits.length && read();
    },
    edit: async (decide, stamp) => {
      const decided = await db.transaction(async (tx) => {
        // Nothing is decided on a lexicon that another replica is about to change. Reading goes on meanwhile.
        await tx.query('lock table lexicon_events in share row exclusive mode');
        const edits = await readEdits(tx);
        const done = edits.find((edit) => edit.causationId === stamp.causationId);
        if (done !== undefined) return ok(done.event);
        const event = decide(lexiconWith(own, eventsOf(edits)));
        if (event.ok) await write(tx, edits.length + 1, event.value, stamp);
        return event;
      });
      await read();
      return decided;
    },
  };
}

const eventsOf = (edits: readonly LexiconEdit[]): readonly LexiconEvent[] => edits.map(({ event }) => event);

async function readEdits(db: Queryable): Promise<readonly LexiconEdit[]> {
  const rows = await db.query<Row>(
    'select causation_id, type, at, by_id, by_name, data from lexicon_events order by version',
  );
  return rows.map((row) => ({
    event: { type: row.type, data: row.data } as LexiconEvent,
    by: { id: personId(row.by_id), name: row.by_name },
    at: instant(row.at),
    causationId: causationId(row.causation_id),
  }));
}

const write = (tx: Queryable, version: number, event: LexiconEvent, { by, at, causationId: cause }: LexiconStamp) =>
  tx.query(
    `insert into lexicon_events (version, causation_id, type, at, by_id, by_name, data)
       values ($1::int, $2, $3, to_timestamp($4::float8 / 1000), $5, $6, $7::text::jsonb)`,
    [version, cause, event.type, at, by.id, by.name, json(event.data)],
  );
