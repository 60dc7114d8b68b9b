import type { CaseRecord } from '../domain/case/case.ts';
import type { Playbook } from '../domain/playbook.ts';
import type { Inbox, Log, Vault } from '../ports/ambient.ts';
import type { CaseQueries } from '../ports/case-queries.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { Directory, Known } from '../ports/directory.ts';
import type { LookAlikes } from '../ports/look-alikes.ts';
import type { Reading } from '../render/reading.ts';
import type { Away } from './away.ts';
import type { CalendarDesk } from './calendar-desk.ts';
import type { CallDesk } from './call-desk.ts';
import type { ChangeDesk } from './change-desk.ts';
import type { DigestDesk } from './digests/digest-desk.ts';
import type { ExportDesk } from './export-desk.ts';
import type { FoldReflection } from './fold-reflection.ts';
import type { HandleCommand } from './handle-command.ts';
import type { HearNote } from './hear-note.ts';
import type { LexiconDesk } from './lexicon-desk.ts';
import type { Likeness } from './likeness.ts';
import type { ReadingFor } from './reading-for.ts';
import type { Show } from './show.ts';

export type ReceiveDeps = {
  readonly store: CaseStore;
  readonly queries: Pick<CaseQueries, 'givenTo' | 'ofCustomer'>;
  readonly directory: Directory;
  readonly inbox: Inbox;
  readonly vault: Vault;
  readonly playbook: Playbook;
  readonly readingFor: ReadingFor;
  readonly show: Show;
  readonly handle: HandleCommand;
  readonly hearNote: HearNote;
  readonly callDesk: CallDesk;
  readonly away: Away;
  readonly calendarDesk: CalendarDesk;
  readonly likeness: Likeness;
  readonly lookAlikes: Pick<LookAlikes, 'find'>;
  readonly changeDesk: ChangeDesk;
  readonly lexiconDesk: LexiconDesk;
  readonly digestDesk: DigestDesk;
  readonly exportDesk: Pick<ExportDesk, 'ask'>;
  readonly foldReflection: FoldReflection;
  readonly log: Log;
};

/** Words in the person's language and zone, and in the taxonomy the case was filed under. */
export const readingOf = (deps: ReceiveDeps, known: Known, record: CaseRecord | null): Reading =>
  deps.readingFor(known.locale, known.zone, record?.state.taxonomy ?? null);
