import { exportFolder } from '../adapters/export-folder.ts';
import { exportReads } from '../db/export.ts';
import { type Exported, exportRecords } from './app/export-records.ts';
import type { ExportTask } from './cli-export.ts';
import type { Config } from './config.ts';
import { addDays } from './domain/calendar.ts';
import { type Counting, stamp } from './domain/export/table.ts';
import { exportTables } from './domain/export/tables.ts';
import { type Day, type Instant, instant } from './domain/instant.ts';
import { momentAt } from './domain/zone.ts';
import { evidencePage } from './render/evidence.ts';
import { wordsIn } from './render/words/locales.ts';
import type { Answer } from './wire-calendar.ts';
import { appVersion, playbookNow, unknownDepartment, withDatabase } from './wire-operator.ts';

/** Where progress is told: a line that is drawn anew on a terminal, a line now and then elsewhere. */
export type Screen = { readonly isTerminal: boolean; readonly write: (text: string) => void };

const tables = exportTables.map(({ file }) => file);
const packed = ['README.md', 'manifest.json'];

/** Writes the tables into a folder, with the evidence pack where asked. @throws DatabaseFault, ExportFault */
export async function exportInto(config: Config, task: ExportTask, screen: Screen): Promise<Answer> {
  const { playbook: own } = config;
  const { department, folder, pack } = task;
  const unknown = department === null ? null : unknownDepartment(department, config);
  if (unknown !== null) return { says: unknown, done: false };
  const files = await exportFolder(folder, [...tables, ...(pack ? packed : [])], task.force);
  try {
    const says = await withDatabase(config, async (db) => {
      const now = instant(Date.now());
      const counting: Counting = { playbook: await playbookNow(db, config, now), now };
      const midnight = (day: Day): Instant => momentAt(day, 0, 0, own.zone);
      const scope = {
        from: task.from === null ? null : midnight(task.from),
        to: task.to === null ? null : midnight(addDays(task.to, 1)),
        department,
      };
      const exported = await exportRecords(exportReads(db), scope, counting, files.write, progressOn(screen));
      if (pack) await addPack(exported, task, counting, files);
      return summary(exported, folder);
    });
    await files.keep();
    return { says, done: true };
  } catch (fault) {
    await files.drop();
    throw fault;
  }
}

async function addPack(
  { counts, cases }: Exported,
  { from, to, department }: ExportTask,
  counting: Counting,
  files: Pick<Awaited<ReturnType<typeof exportFolder>>, 'write' | 'kept'>,
): Promise<void> {
  const facts = {
    exportedAt: stamp(counting.now, counting),
    from,
    to,
    department,
    rows: counts.rows('cases.csv'),
    cases,
  };
  await files.write('README.md', evidencePage(counts, facts, wordsIn(counting.playbook.locale).pack));
  const listed = files
    .kept()
    .filter(({ file }) => file !== 'manifest.json')
    .map((kept) => ({ ...kept, ...(tables.includes(kept.file) ? { rows: counts.rows(kept.file) } : {}) }));
  const manifest = { meari: appVersion(), ...facts, files: listed };
  await files.write('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
}

function summary({ counts, cases }: Exported, folder: string): string {
  const lines = tables.map((file) => `${String(counts.rows(file)).padStart(9)}  ${file}`);
  const rows = counts.rows('cases.csv');
  const check =
    rows === cases
      ? `${rows} cases, ${rows} rows: nothing is missing.`
      : `${rows} rows, and ${cases} cases by now: some changed their department meanwhile.`;
  return [`Written into ${folder}:`, ...lines, check].join('\n');
}

const barWidth = 30;
/** Without a terminal a line each time so many percent more are done. */
const everyPercent = 10;

function progressOn({ isTerminal, write }: Screen): (written: number, of: number) => void {
  let told = -everyPercent;
  return (written, of) => {
    const percent = of === 0 ? 100 : Math.min(100, Math.floor((written * 100) / of));
    const said = `${written} of ${of} cases`;
    if (isTerminal) {
      const full = Math.round((barWidth * percent) / 100);
      write(
        `\r[${'#'.repeat(full).padEnd(barWidth)}] ${String(percent).padStart(3)} %  ${said}${written === of ? '\n' : ''}`,
      );
    } else if (percent >= told + everyPercent || (percent === 100 && told < 100)) {
      told = percent;
      write(`${String(percent).padStart(3)} %  ${said}\n`);
    }
  };
}
