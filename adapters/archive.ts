import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Archive } from '../src/ports/archive.ts';

/** A ZIP in memory; what is written is packed at once, so that only the packed is kept. */
export function zipArchive(): Archive {
  const pieces: Uint8Array[] = [];
  const entries = new Map<string, ZipDeflate>();
  const zip = new Zip((fault, piece) => {
    if (fault !== null) throw fault;
    pieces.push(piece);
  });
  const entryOf = (file: string): ZipDeflate => {
    const known = entries.get(file);
    if (known !== undefined) return known;
    const entry = new ZipDeflate(file, { level: 6 });
    entries.set(file, entry);
    zip.add(entry);
    return entry;
  };
  return {
    write: (file, text) => entryOf(file).push(strToU8(text)),
    whole: () => {
      for (const entry of entries.values()) entry.push(new Uint8Array(), true);
      zip.end();
      return Buffer.concat(pieces);
    },
  };
}
