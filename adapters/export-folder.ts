import { createHash, type Hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder cannot be written into, or holds what would be written over. One sentence for whoever typed the command. */
export class ExportFault extends Error {
  override readonly name = 'ExportFault';
  readonly code: 'EXPORT_EXISTS' | 'EXPORT_UNWRITABLE';

  constructor(code: ExportFault['code'], message: string) {
    super(message);
    this.code = code;
  }
}

export type KeptFile = { readonly file: string; readonly bytes: number; readonly sha256: string };
export type ExportFolder = {
  /** Resolves when the disk has it. */
  readonly write: (file: string, text: string) => Promise<void>;
  /** What has been written so far. */
  readonly kept: () => readonly KeptFile[];
  /** Everything is there: each file gets its name. */
  readonly keep: () => Promise<void>;
  /** Something broke: nothing half is left. */
  readonly drop: () => Promise<void>;
};

type Open = { readonly handle: FileHandle; readonly hash: Hash; bytes: number };

/**
 * Files that get their names when all of them are whole; until then each is `<name>.part`.
 * @throws ExportFault
 */
export async function exportFolder(folder: string, files: readonly string[], force: boolean): Promise<ExportFolder> {
  const there = files.filter((file) => existsSync(join(folder, file)));
  if (there.length > 0 && !force) {
    throw new ExportFault(
      'EXPORT_EXISTS',
      `${folder} has ${there.join(', ')} already. Name another folder, or add --force to write over them.`,
    );
  }
  const part = (file: string): string => join(folder, `${file}.part`);
  const opened = new Map<string, Open>();
  const onDisk = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (fault) {
      const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'unknown';
      throw new ExportFault('EXPORT_UNWRITABLE', `${folder} cannot be written into (${code}).`);
    }
  };
  const closeAll = async (): Promise<void> => {
    for (const { handle } of opened.values()) await handle.close();
  };
  await onDisk(async () => {
    await mkdir(folder, { recursive: true });
    for (const file of files) {
      opened.set(file, { handle: await open(part(file), 'w'), hash: createHash('sha256'), bytes: 0 });
    }
  });
  return {
    write: (file, text) =>
      onDisk(async () => {
        const own = opened.get(file);
        if (own === undefined) throw new Error(`${file} was not announced`);
        const bytes = Buffer.from(text, 'utf8');
        await own.handle.appendFile(bytes);
        own.hash.update(bytes);
        own.bytes += bytes.length;
      }),
    kept: () => [...opened].map(([file, { hash, bytes }]) => ({ file, bytes, sha256: hash.copy().digest('hex') })),
    keep: () =>
      onDisk(async () => {
        await closeAll();
        for (const file of opened.keys()) await rename(part(file), join(folder, file));
      }),
    drop: async () => {
      await closeAll().catch(() => {});
      for (const file of opened.keys()) await rm(part(file), { force: true });
    },
  };
}
