import type { Database } from '../db/database.ts';
import { digestBook as openDigestBook } from '../db/digest-book.ts';
import { figures as openFigures } from '../db/figures.ts';
import { standing as openStanding } from '../db/standing.ts';
import { tallyBook as openTallyBook } from '../db/tally-book.ts';
import { weeks as openWeeks } from '../db/weeks.ts';
import type { Address } from './app/address.ts';
import { digestDeskWith } from './app/digests/digest-desk.ts';
import { type DigestDeps, drawDigestWith } from './app/digests/draw-digest.ts';
import { keepWeeks } from './app/digests/keep-weeks.ts';
import { issueBulletinsWith } from './app/issue-bulletins.ts';
import type { ReadingFor } from './app/reading-for.ts';
import { tallyAnewWith } from './app/tally-anew.ts';
import type { Clock } from './ports/ambient.ts';
import type { Bulletins } from './ports/bulletins.ts';
import type { CaseStore } from './ports/case-store.ts';

type Told = Omit<DigestDeps, 'figures' | 'standing'>;

/** The figures of a company, and what is drawn from them. */
export function digestsDrawn(db: Database, told: Told) {
  const deps: DigestDeps = { ...told, figures: openFigures(db), standing: openStanding(db) };
  return { deps, drawDigest: drawDigestWith(deps) };
}
export type DigestsDrawn = ReturnType<typeof digestsDrawn>;

type Loop = {
  readonly store: Pick<CaseStore, 'load' | 'history'>;
  readonly bulletins: Bulletins;
  readonly address: Address;
  readonly readingFor: ReadingFor;
  readonly now: Clock;
  readonly kick: () => void;
};

/** Everything that is told at its time, put together: when it is owed, and what people do about it in chat. */
export function digestsOn(db: Database, { deps, drawDigest }: DigestsDrawn, loop: Loop) {
  const { playbook } = deps;
  const { store, bulletins, address, readingFor, now, kick } = loop;
  const [weeks, digestBook] = [openWeeks(db), openDigestBook(db)];
  const tallied = tallyAnewWith({ tallyBook: openTallyBook(db), store, playbook });
  return {
    issue: issueBulletinsWith({
      bulletins,
      digestBook,
      tallied,
      keepWeeks: () => keepWeeks({ figures: deps.figures, weeks, playbook }, now()),
      address,
      playbook,
      now,
      kick,
    }),
    digestDesk: digestDeskWith({
      ...deps,
      drawDigest,
      digestBook,
      weeks,
      bulletins,
      address,
      tallied,
      readingFor,
      kick,
    }),
  };
}
