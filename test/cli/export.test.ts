import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { caseStore } from '../../db/case-store.ts';
import { openDatabase } from '../../db/connect.ts';
import { exportTables } from '../../src/domain/export/tables.ts';
import { filing } from '../support/a-change.ts';
import * as say from '../support/case-events.ts';
import { freshDatabase } from '../support/databases.ts';
import { quietLog } from '../support/quiet-log.ts';
import { csvRows } from '../support/strict-csv.ts';
import { runMeari } from './run-meari.ts';

// Each command is a process of its own; several in one test take a while on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

const tables = exportTables.map(({ file }) => file).sort();
let dataDir: string;
let folder: string;
const into = (name: string): string => join(folder, name);
const env = () => ({ DATA_DIR: dataDir });
const rowsOf = (where: string, file: string) => csvRows(readFileSync(join(where, file), 'utf8'));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'meari-export-'));
  const fresh = await freshDatabase('embedded');
  dataDir = fresh.dataDir;
  const db = await openDatabase({ ...fresh, log: quietLog() });
  await caseStore(db).commit(filing({ events: say.toClosed }));
  await caseStore(db).commit(filing({ events: [...say.toRouted, say.refusedBy()] }));
  await db.close();
});
afterAll(() => {
  for (const path of [folder, dataDir]) rmSync(path, { recursive: true, force: true });
});

describe('export', () => {
  it('writes every table into the folder, tells how far it is, and counts them against the cases', async () => {
    const said = await runMeari(['export', into('all')], env());
    expect(said).toMatchObject({ code: 0, err: expect.stringContaining('100 %  2 of 2 cases') });
    expect(said.out).toContain('2 cases, 2 rows: nothing is missing.');
    expect(said.err).not.toContain('\r');
    expect(readdirSync(into('all')).sort()).toEqual(tables);
    expect(rowsOf(into('all'), 'cases.csv').map((row) => row['status'])).toEqual(['closed', 'refused']);
  });

  it('writes over nothing, unless told to', async () => {
    mkdirSync(into('there'));
    writeFileSync(join(into('there'), 'cases.csv'), 'mine');
    const refused = await runMeari(['export', into('there')], env());
    expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('has cases.csv already') });
    expect(refused.err.trim().split('\n')).toHaveLength(1);
    expect(readdirSync(into('there'))).toEqual(['cases.csv']);
    expect(readFileSync(join(into('there'), 'cases.csv'), 'utf8')).toBe('mine');
    expect(await runMeari(['export', into('there'), '--force'], env())).toMatchObject({ code: 0 });
    expect(rowsOf(into('there'), 'cases.csv')).toHaveLength(2);
  });

  it('takes only the days and the department that are named', async () => {
    const days = await runMeari(['export', into('later'), '--from', '2026-11-24'], env());
    expect(days.out).toContain('0 cases, 0 rows');
    const day = await runMeari(['export', into('day'), '--from', '2026-11-23', '--to', '2026-11-23'], env());
    expect(day.out).toContain('2 cases, 2 rows');
    const ours = await runMeari(['export', into('quality'), '--department', 'quality'], env());
    expect(ours.out).toContain('0 cases, 0 rows');
  });

  it('adds an evidence pack whose checksums are right, with every step of the standards or why it is not here', async () => {
    const said = await runMeari(['export', into('pack'), '--pack'], env());
    expect(said.code).toBe(0);
    const manifest = JSON.parse(readFileSync(join(into('pack'), 'manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({ rows: 2, cases: 2, from: null, department: null });
    const listed = manifest.files as readonly { file: string; sha256: string; bytes: number; rows?: number }[];
    expect(listed.map(({ file }) => file).sort()).toEqual([...tables, 'README.md'].sort());
    for (const { file, sha256, bytes, rows } of listed) {
      const content = readFileSync(join(into('pack'), file));
      expect([file, createHash('sha256').update(content).digest('hex'), content.length]).toEqual([file, sha256, bytes]);
      if (rows !== undefined) expect([file, rowsOf(into('pack'), file).length]).toEqual([file, rows]);
    }
    const page = readFileSync(join(into('pack'), 'README.md'), 'utf8');
    expect(page).toContain('cases.csv 2행 = 접수된 건 2건');
    const rows = page.split('\n').filter((line) => /^\| (?!---|단계)/.test(line));
    expect(rows).toHaveLength(13 + 5);
    expect(page).toMatch(/\| 종결 \|.*종결 1<br>/);
  });

  it('leaves nothing half where the folder is none', async () => {
    writeFileSync(into('file'), '');
    const said = await runMeari(['export', into('file')], env());
    expect(said).toMatchObject({ code: 1, out: '' });
    expect(said.err).toMatch(/cannot be written into \([A-Z]+\)\.\n$/);
  });

  it('does not begin while another process has the embedded database, and leaves nothing there', async () => {
    const db = await openDatabase({ url: null, dataDir, log: quietLog() });
    const said = await runMeari(['export', into('busy')], env());
    await db.close();
    expect(said).toMatchObject({ code: 1, err: expect.stringContaining('is open in another process') });
    expect(existsSync(into('busy')) ? readdirSync(into('busy')) : []).toEqual([]);
  });

  it('names the departments there are for one that there is not', async () => {
    const said = await runMeari(['export', into('x'), '--department', 'nobody'], env());
    expect(said).toMatchObject({
      code: 1,
      err: expect.stringMatching(/no department "nobody"\. There are: .*logistics/),
    });
  });

  it.each([
    [[], 'Into which folder?'],
    [['a', 'b'], '"b" is one word too many.'],
    [['a', '--from'], 'What after --from?'],
    [['a', '--to', '--pack'], 'What after --to?'],
    [['a', '--from', '2026-02-30'], '"2026-02-30" is no day.'],
    [['a', '--from', '2026-03-02', '--to', '2026-03-01'], 'Nothing lies between'],
    [['a', '--zip'], 'export does not know "--zip".'],
  ])('answers words that make no export with what there is: %j', async (words, sentence) => {
    const said = await runMeari(['export', ...words]);
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.err).toContain(sentence);
  });
});
