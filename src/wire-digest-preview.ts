import { openCalendars } from '../db/calendars.ts';
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
import { departmentOf, type Playbook } from './domain/playbook.ts';
import { dayIn } from './domain/zone.ts';
import { plainText } from './render/plain-text.ts';
import { reading } from './render/reading.ts';
import type { Answer } from './wire-calendar.ts';
import { digestsDrawn } from './wire-digests.ts';
import { withDatabase } from './wire-operator.ts';

/** A digest as it would be sent now, in words. Sends nothing. @throws DatabaseFault */
export async function previewDigest(config: Config, { name, department, locale }: DigestTask): Promise<Answer> {
  const known = config.playbook.departments.map(({ code }) => code).join(', ');
  if (department !== null && departmentOf(config.playbook, department) === null) {
    return { says: `There is no department "${department}". There are: ${known}.`, done: false };
  }
  return withDatabase(config, async (db) => {
    const now = instant(Date.now());
    const year = Number(dayIn(now, config.playbook.zone).slice(0, 4));
    const calendars = await openCalendars(db, { playbook: config.playbook, year });
    const playbook: Playbook = { ...config.playbook, calendars: calendars.current() };
    const digest = latestDigest(name, department, now, playbook);
    if (digest === null) return { says: `Of which department? --department with one of: ${known}.`, done: false };
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
