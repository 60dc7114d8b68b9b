import { caseQueries } from '../db/case-queries.ts';
import { caseStore } from '../db/case-store.ts';
import { changeStore } from '../db/change-store.ts';
import { clusters } from '../db/clusters.ts';
import { tallyBook } from '../db/tally-book.ts';
import { latestDigest } from './app/digests/latest.ts';
import { tallyAnewWith } from './app/tally-anew.ts';
import type { DigestTask } from './cli-digest.ts';
import type { Config } from './config.ts';
import { instant } from './domain/instant.ts';
import { plainText } from './render/plain-text.ts';
import { reading } from './render/reading.ts';
import type { Answer } from './wire-calendar.ts';
import { digestsDrawn } from './wire-digests.ts';
import { departmentCodes, playbookNow, unknownDepartment, withDatabase } from './wire-operator.ts';

/** A digest as it would be sent now, in words. Sends nothing. @throws DatabaseFault */
export async function previewDigest(config: Config, { name, department, locale }: DigestTask): Promise<Answer> {
  const unknown = department === null ? null : unknownDepartment(department, config);
  if (unknown !== null) return { says: unknown, done: false };
  return withDatabase(config, async (db) => {
    const now = instant(Date.now());
    const playbook = await playbookNow(db, config, now);
    const digest = latestDigest(name, department, now, playbook);
    if (digest === null) {
      const codes = departmentCodes(playbook);
      return { says: `Of which department? --department with one of: ${codes}.`, done: false };
    }
    const tallied = tallyAnewWith({ tallyBook: tallyBook(db), store: caseStore(db), playbook });
    while (!(await tallied()));
    const { drawDigest } = digestsDrawn(db, {
      changes: changeStore(db),
      clusters: clusters(db),
      queries: caseQueries(db),
      playbook,
    });
    const r = reading(locale ?? playbook.locale, playbook.zone, playbook, playbook.taxonomies, now);
    const card = await drawDigest(digest, r);
    return { says: card === null ? r.words.digests.desk.empty : plainText(card).join('\n'), done: true };
  });
}
