import type { StoredMessage } from '../../../adapters/sandbox/messages.ts';
import { readable } from '../slack-person.ts';
import type { World } from './world.ts';

/*
 * What the quarter left behind, as plain rows: the log, the reminders, what was owed to Slack, and what Slack really has.
 */

type Data = Readonly<Record<string, unknown>>;
export type Fact = { readonly caseId: number; readonly type: string; readonly at: number; readonly data: Data };
export type Reminder = {
  readonly id: number;
  readonly person: string;
  readonly caseId: number;
  readonly clock: string;
  readonly of: string | null;
  readonly rung: number;
  readonly urgent: boolean;
  readonly state: 'waiting' | 'single' | 'bundle' | 'urgent' | 'superseded';
  readonly owedAt: number;
  readonly leavesAt: number;
  readonly doneAt: number | null;
};
export type Item = Pick<Reminder, 'caseId' | 'clock' | 'rung' | 'urgent'> & {
  readonly of?: string;
  readonly safety: boolean;
};
export type Owed = {
  readonly id: number;
  readonly type: 'card' | 'story' | 'word' | 'nudges' | 'bulletin';
  readonly state: string;
  readonly lane: string;
  readonly caseId: number;
  readonly person: string | null;
  readonly items: readonly Item[];
};
/** A message as it stands in Slack; `at`: what time it was when it came. */
export type Post = {
  readonly outboxId: number;
  readonly conversation: string;
  readonly at: number;
  readonly says: string;
};

export type Facts = {
  readonly log: ReadonlyMap<number, readonly Fact[]>;
  readonly reminders: readonly Reminder[];
  readonly owed: readonly Owed[];
  readonly posts: ReadonlyMap<number, readonly Post[]>;
};

export async function factsOf({ db, sandbox, playbook, clock }: World): Promise<Facts> {
  const events = await db.query<Fact>(
    `select case_id as "caseId", type, at, data from case_events order by case_id, version`,
  );
  const log = new Map<number, Fact[]>();
  for (const event of events) log.set(event.caseId, [...(log.get(event.caseId) ?? []), event]);
  const reminders = await db.query<Reminder>(
    `select id, person_id as person, case_id as "caseId", nudge->>'clock' as clock, nudge->>'of' as of,
            (nudge->>'rung')::int as rung, (nudge->>'urgent')::boolean as urgent, state, owed_at as "owedAt",
            leaves_at as "leavesAt", done_at as "doneAt" from nudges order by id`,
  );
  const owed = await db.query<Owed>(
    `select id, type, state, lane, case_id as "caseId", person_id as person,
            coalesce(notice->'nudges', '[]'::jsonb) as items from outbox order by id`,
  );
  const conversations = [
    ...(playbook.desk.channels.slack === undefined ? [] : [playbook.desk.channels.slack]),
    ...playbook.departments.flatMap((d) => d.channels.slack ?? []),
    ...playbook.people.flatMap((p) => (p.chat.slack === undefined ? [] : [`D${p.chat.slack.slice(1)}`])),
  ];
  const posts = new Map<number, Post[]>();
  for (const conversation of conversations) {
    for (const message of sandbox.state.messages(conversation)) {
      const outboxId = outboxIdOf(message);
      if (outboxId === null) continue;
      const says = `${message.text}\n${readable(message.blocks)}`;
      const post = { outboxId, conversation, at: clock.when(Number(message.ts) * 1000), says };
      posts.set(outboxId, [...(posts.get(outboxId) ?? []), post]);
    }
  }
  return { log, reminders, owed, posts };
}

function outboxIdOf({ metadata }: StoredMessage): number | null {
  const payload = metadata?.['event_payload'];
  const id = typeof payload === 'object' && payload !== null && 'id' in payload ? Number(payload.id) : Number.NaN;
  return metadata?.['event_type'] === 'meari_outbox' && Number.isFinite(id) ? id : null;
}

/** `fix`, `obstacle:2`: one clock among those of its case. */
export const clockOf = ({ clock, of }: { readonly clock: string; readonly of?: string | null }): string =>
  of == null ? clock : `${clock}:${of}`;
