import type { Journal } from './journal.ts';
import { parseJson } from './json.ts';

/** A named map whose changes are journaled before they count. */
export type Table<T> = {
  readonly get: (key: string) => T | undefined;
  readonly put: (key: string, value: T) => void;
  readonly remove: (key: string) => void;
  /** In the order in which keys were first put. */
  readonly values: () => readonly T[];
};

export type Store = {
  readonly table: <T>(name: string) => Table<T>;
  readonly close: () => void;
};

type Tables = Map<string, Map<string, unknown>>;

const inner = (tables: Tables, name: string): Map<string, unknown> => {
  const known = tables.get(name);
  if (known) return known;
  const made = new Map<string, unknown>();
  tables.set(name, made);
  return made;
};

/** A line is [table, key, value], or [table, key] for a removal. Lines that are not are the torn end of a crash. */
const replay = (tables: Tables, whole: string): void => {
  for (const line of whole.split('\n')) {
    const change = line === '' ? undefined : parseJson(line);
    if (!Array.isArray(change) || typeof change[0] !== 'string' || typeof change[1] !== 'string') continue;
    if (change.length === 3) inner(tables, change[0]).set(change[1], change[2]);
    else inner(tables, change[0]).delete(change[1]);
  }
};

const retell = (tables: Tables): string => {
  const lines: string[] = [];
  for (const [name, rows] of tables)
    for (const [key, value] of rows) lines.push(`${JSON.stringify([name, key, value])}\n`);
  return lines.join('');
};

export const openStore = (journal: Journal | null): Store => {
  const tables: Tables = new Map();
  const kept = journal?.load() ?? null;
  if (kept !== null) replay(tables, kept);
  journal?.replace(retell(tables));
  return {
    table: <T>(name: string): Table<T> => {
      // The rows were written by this same table; nobody else writes the journal.
      const rows = inner(tables, name) as Map<string, T>;
      return {
        get: (key) => rows.get(key),
        put: (key, value) => {
          journal?.append(`${JSON.stringify([name, key, value])}\n`);
          rows.set(key, value);
        },
        remove: (key) => {
          if (!rows.has(key)) return;
          journal?.append(`${JSON.stringify([name, key])}\n`);
          rows.delete(key);
        },
        values: () => [...rows.values()],
      };
    },
    close: () => journal?.close(),
  };
};
