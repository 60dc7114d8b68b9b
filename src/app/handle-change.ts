import type { ChangeRecord, ChangeState } from '../domain/change/change.ts';
import { unbegun } from '../domain/change/change.ts';
import type { ChangeCommand } from '../domain/change/commands.ts';
import { decideChange } from '../domain/change/decide.ts';
import { evolveChange } from '../domain/change/evolve.ts';
import { nextChangeDue } from '../domain/change/next-due.ts';
import { reactToChange } from '../domain/change/react.ts';
import type { ChangeRejection } from '../domain/change/rejections.ts';
import type { ChangeId } from '../domain/ids.ts';
import type { Playbook } from '../domain/playbook.ts';
import type { ChangeStore } from '../ports/change-store.ts';
import type { Address } from './address.ts';

export type HandledChange =
  | { readonly type: 'done'; readonly record: ChangeRecord; readonly repeated: boolean }
  | { readonly type: 'rejected'; readonly rejection: ChangeRejection; readonly record: ChangeRecord | null };

export type HandleChange = (id: ChangeId | null, command: ChangeCommand) => Promise<HandledChange>;

const attempts = 4;

/**
 * The one door through which people, the count and the clock change a process change: the same road as a case's. A number
 * that is taken for one that is then refused stays unused.
 * @throws whatever the store throws when it cannot be reached.
 */
export function handleChangeWith(deps: {
  readonly changes: ChangeStore;
  readonly playbook: Playbook;
  readonly address: Address;
  readonly calendars: () => number;
  readonly committed: () => void;
}): HandleChange {
  const { changes, playbook } = deps;

  async function again(id: ChangeId): Promise<HandledChange> {
    const record = await changes.load(id);
    return record === null
      ? { type: 'rejected', rejection: { type: 'NoSuchChange' }, record: null }
      : { type: 'done', record, repeated: true };
  }

  return async (id, command) => {
    const { causationId, at } = command.meta;
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const before = id === null ? null : await changes.load(id);
      if (id !== null && before === null)
        return { type: 'rejected', rejection: { type: 'NoSuchChange' }, record: null };
      const current: ChangeState = before?.state ?? unbegun;
      const decided = decideChange(command, current, playbook);
      if (!decided.ok) {
        const acted = await changes.actedOn(causationId);
        return acted === null ? { type: 'rejected', rejection: decided.error, record: before } : again(acted);
      }
      const events = decided.value;
      const after = events.reduce(evolveChange, current);
      if (after.status === 'unbegun') throw new Error(`${command.type} began nothing`);
      const number = before?.id ?? (await changes.nextId());
      const owed = await deps.address(
        events.flatMap((event) => reactToChange(number, event, after)),
        at,
      );
      const committed = await changes.commit({
        id: number,
        expectedVersion: before?.version ?? 0,
        causationId,
        events,
        after,
        messages: onceEach(owed.messages),
        nudges: owed.nudges,
        due: nextChangeDue(after, playbook),
        calendars: deps.calendars(),
        answers: events.some(({ type }) => type === 'ChangeProposed' || type === 'ChangeDeclined'),
      });
      if (committed === 'conflict') continue;
      if (committed === 'repeated') return again((await changes.actedOn(causationId)) ?? number);
      deps.committed();
      const version = (before?.version ?? 0) + events.length;
      return { type: 'done', record: { id: number, version, state: after }, repeated: false };
    }
    throw new Error(`${command.type} lost ${attempts} races in a row`);
  };
}

type Message = Awaited<ReturnType<Address>>['messages'][number];

/** Several events of one commit may each ask for the card; it is drawn once, as the change is when it goes out. */
function onceEach(messages: readonly Message[]): readonly Message[] {
  const asked = new Set<string>();
  return messages.filter(({ place, notice }) => {
    if (notice.type !== 'change-card') return true;
    const key = JSON.stringify(place);
    return !asked.has(key) && asked.add(key) !== undefined;
  });
}
