import type { StoredMessage } from '../../adapters/sandbox/messages.ts';
import type { Sandbox } from '../../adapters/sandbox/sandbox.ts';
import { drawCard } from '../../adapters/slack/blocks.ts';
import { caseStore } from '../../db/case-store.ts';
import type { Database } from '../../db/database.ts';
import { reflections } from '../../db/reflections.ts';
import { caseId } from '../../src/domain/ids.ts';
import { instant } from '../../src/domain/instant.ts';
import type { Notice } from '../../src/domain/notices.ts';
import { departmentOf, type Playbook } from '../../src/domain/playbook.ts';
import { caseCard, mayReflect } from '../../src/render/case-card.ts';
import { reading } from '../../src/render/reading.ts';
import { readable } from './slack-person.ts';

type Owed = {
  readonly id: number;
  readonly lane: string;
  readonly case_id: number;
  readonly type: 'card' | 'story' | 'word' | 'bulletin';
  readonly state: string;
  readonly notice: Notice;
  readonly attempts: number;
  /** Milliseconds since 1970. */
  readonly first_tried_at: number | null;
  readonly done_at: number | null;
  readonly kind: 'channel' | 'person';
  readonly place_id: string;
};

/** What was owed against what people can see; every list names what is wrong and is empty when all is well. */
export type Audit = {
  readonly posts: number;
  readonly unsettled: readonly string[];
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  /** A later line of a case before an earlier one, in one place. */
  readonly outOfOrder: readonly string[];
  /** Two messages of different cases in another order than they were numbered; commits that overlap may do that. */
  readonly crossings: number;
  /** Cards that do not say what the case is now. */
  readonly stale: readonly string[];
  /** Cases whose log does not fold to what is stored, or has a gap. */
  readonly torn: readonly string[];
};

export const faultless = { unsettled: [], lost: [], twice: [], outOfOrder: [], stale: [], torn: [] };

/** Compares the outbox, the log and the cases with the workspace, message by message. */
export async function audit(db: Database, sandbox: Pick<Sandbox, 'state'>, playbook: Playbook): Promise<Audit> {
  const owed = await db.query<Owed>(
    `select o.id, o.lane, o.case_id, o.type, o.state, o.notice, o.attempts, o.first_tried_at, o.done_at, l.kind, l.place_id
       from outbox o join lanes l on l.key = o.lane order by o.id`,
  );
  const lanes = new Map<string, Owed[]>();
  for (const row of owed) lanes.set(row.lane, [...(lanes.get(row.lane) ?? []), row]);
  const found = { lost: [] as string[], twice: [] as string[], outOfOrder: [] as string[], stale: [] as string[] };
  let posts = 0;
  let crossings = 0;
  for (const rows of lanes.values()) {
    const [first] = rows;
    if (first === undefined) continue;
    const conversation = first.kind === 'channel' ? first.place_id : `D${first.place_id.slice(1)}`;
    const messages = sandbox.state.messages(conversation).filter((m) => outboxIdOf(m) !== null);
    posts += messages.length;
    // A bulletin that had nothing to tell when it would have left is none.
    const due = firstPosts(rows.filter(({ type, state }) => type !== 'bulletin' || state !== 'superseded'));
    const placed = due.map((row) => ({ row, at: messages.filter((m) => isPostOf(m, row, rows)) }));
    for (const { row, at } of placed) {
      if (at.length === 0) found.lost.push(nameOf(row));
      if (at.length > 1) found.twice.push(`${nameOf(row)}: ${howOften(row, at)}`);
    }
    const claimed = new Set(placed.flatMap(({ at }) => at.map((m) => m.ts)));
    found.twice.push(
      ...messages
        .filter((m) => !claimed.has(m.ts))
        .map((m) => `a stray message in ${conversation}: ${m.text.slice(0, 80)}`),
    );
    const inOrder = placed.flatMap(({ row, at }) => (at[0] === undefined ? [] : [{ row, ts: at[0].ts }]));
    for (const [i, earlier] of inOrder.entries()) {
      for (const later of inOrder.slice(i + 1)) {
        if (earlier.ts < later.ts) continue;
        if (earlier.row.case_id === later.row.case_id)
          found.outOfOrder.push(`${nameOf(later.row)} before ${earlier.row.id}`);
        else crossings += 1;
      }
    }
    for (const { row, at } of placed) {
      const shown = at[0];
      if (row.type !== 'card' || shown === undefined) continue;
      const expected = await drawnNow(db, row, playbook);
      if (readable(shown.blocks) !== expected)
        found.stale.push(`${nameOf(row)}: ${readable(shown.blocks)}\n≠\n${expected}`);
    }
  }
  return {
    posts,
    crossings,
    ...found,
    unsettled: owed
      .filter((row) => !['sent', 'superseded'].includes(row.state))
      .map((row) => `${nameOf(row)} is ${row.state}`),
    torn: await tornCases(db),
  };
}

const clock = (ms: number | null): string => (ms === null ? '–' : new Date(ms).toISOString().slice(11, 23));
const howOften = (row: Owed, at: readonly StoredMessage[]): string =>
  `posted ${at.map((m) => clock(Number(m.ts) * 1000)).join(' and ')}, first tried ${clock(row.first_tried_at)}, ${row.attempts} tries, done ${clock(row.done_at)}`;

const nameOf = (row: Owed): string => `${row.type} ${row.id} of case ${row.case_id} in ${row.lane}`;

function outboxIdOf(message: StoredMessage): number | null {
  const metadata = message.metadata;
  if (metadata?.['event_type'] !== 'meari_outbox') return null;
  const payload = metadata['event_payload'];
  return typeof payload === 'object' && payload !== null && 'id' in payload ? Number(payload.id) : null;
}

/** A card is posted once and then updated: only its first row makes a message. */
function firstPosts(rows: readonly Owed[]): readonly Owed[] {
  const cards = new Set<number>();
  return rows.filter((row) => {
    if (row.type !== 'card') return true;
    return !cards.has(row.case_id) && cards.add(row.case_id) !== undefined;
  });
}

/** An updated card carries the number of its latest row. */
function isPostOf(message: StoredMessage, row: Owed, rows: readonly Owed[]): boolean {
  const id = outboxIdOf(message);
  if (row.type !== 'card') return id === row.id;
  return rows.some((other) => other.type === 'card' && other.case_id === row.case_id && other.id === id);
}

async function drawnNow(db: Database, row: Owed, playbook: Playbook): Promise<string> {
  const record = await caseStore(db).load(caseId(row.case_id));
  if (record === null || row.notice.type !== 'card') return 'no case';
  const { audience } = row.notice;
  const locale =
    audience.to === 'desk'
      ? playbook.desk.locale
      : (departmentOf(playbook, audience.department)?.locale ?? playbook.locale);
  const now = instant(Date.now());
  const reflects =
    mayReflect(record.state, audience) && (await reflections(db).onCard(audience.department, record.id, null));
  const around = { cluster: null, reflects };
  return readable(
    drawCard(caseCard(record, audience, reading(locale, playbook.zone, playbook, playbook.taxonomies, now), around))
      .blocks,
  );
}

async function tornCases(db: Database): Promise<readonly string[]> {
  const torn = await db.query<{ id: number }>(
    `select id from cases c where version <> (select count(*) from case_events e where e.case_id = c.id)
        or not exists (select from outbox o where o.case_id = c.id)`,
  );
  return torn.map(({ id }) => `case ${id}`);
}
