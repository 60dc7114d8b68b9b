import {
  appendFileSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * Where the workspace keeps what must survive a restart: one line per change, appended before Slack's answer leaves, so that no
 * message is lost after its Web API reply. Lines end with a newline; a torn last line is ignored when read back.
 */
export type Journal = {
  /** Everything kept so far; null at the first start. */
  readonly load: () => string | null;
  readonly append: (line: string) => void;
  /** Swaps the whole for a shorter telling of the same state (at start). */
  readonly replace: (whole: string) => void;
  readonly close: () => void;
};

/** Survives a killed process (the kernel has the line), not a lost machine. Throws what the file system throws. */
export const fileJournal = (path: string): Journal => {
  let file: number | null = null;
  const close = (): void => {
    if (file !== null) closeSync(file);
    file = null;
  };
  return {
    load: () => {
      try {
        return readFileSync(path, 'utf8');
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      }
    },
    append: (line) => {
      file ??= openSync(path, 'a', 0o600);
      appendFileSync(file, line);
    },
    replace: (whole) => {
      close();
      mkdirSync(dirname(path), { recursive: true });
      const draft = `${path}.new`;
      const handle = openSync(draft, 'w', 0o600);
      writeSync(handle, whole);
      fsyncSync(handle);
      closeSync(handle);
      renameSync(draft, path);
    },
    close,
  };
};
