import { zipArchive } from '../adapters/archive.ts';
import type { Database } from '../db/database.ts';
import { exportReads } from '../db/export.ts';
import { type ExportDeskDeps, exportDeskWith } from './app/export-desk.ts';

/** Records as a file, asked for in chat. */
export const exportDeskOn = (db: Database, ground: Omit<ExportDeskDeps, 'reads' | 'archive'>) =>
  exportDeskWith({ ...ground, reads: exportReads(db), archive: zipArchive });
