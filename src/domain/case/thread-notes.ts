import type { MaskedText } from '../ids.ts';
import type { PersonRef } from '../people.ts';
import type { RecordedEvent } from './events.ts';
import { type Said, saidKey } from './note.ts';

/** A note written in chat, as it reads now. */
export type ThreadNote = {
  readonly said: Said;
  readonly by: PersonRef | null;
  /** null: taken back. */
  readonly text: MaskedText | null;
  /** Pictures and papers that hang on it there. */
  readonly files: number;
  readonly permalink: string | null;
  readonly isEdited: boolean;
};

/** Notes written in chat, by what names them: who wrote each first, and how it reads now. */
function notesIn(log: readonly RecordedEvent[]): ReadonlyMap<string, ThreadNote> {
  const notes = new Map<string, ThreadNote>();
  for (const { event } of log) {
    if (event.type !== 'NoteHeard') continue;
    const { said, text, files = 0, permalink = null } = event.data;
    const before = notes.get(saidKey(said));
    const by = before?.by ?? event.by;
    notes.set(saidKey(said), { said, by, text, files, permalink, isEdited: before !== undefined });
  }
  return notes;
}

/** What a note written in chat has become, by the log of its case; null: it never was one. */
export const noteNow = (log: readonly RecordedEvent[], said: Said): ThreadNote | null =>
  notesIn(log).get(saidKey(said)) ?? null;

/**
 * The log as people may read it: a note stands where it was first written, as it reads now; one that was taken back is
 * gone, whatever the log keeps of it.
 */
export function readableLog(log: readonly RecordedEvent[]): readonly RecordedEvent[] {
  const notes = notesIn(log);
  const shown = new Set<string>();
  return log.flatMap((recorded) => {
    const { event } = recorded;
    if (event.type !== 'NoteHeard') return [recorded];
    const key = saidKey(event.data.said);
    const text = notes.get(key)?.text ?? null;
    if (text === null || shown.has(key)) return [];
    shown.add(key);
    return [{ ...recorded, event: { ...event, data: { ...event.data, text } } }];
  });
}
