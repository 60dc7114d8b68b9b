import type { CaseRecord } from '../domain/case/case.ts';
import type { ChangeRecord } from '../domain/change/change.ts';
import type { DigestName, Subject } from '../domain/digests.ts';
import type { MarkSum, ReturnSum, Spread, Sum } from '../domain/figures/sums.ts';
import type { Tally, TallyName } from '../domain/figures/tally.ts';
import type { CaseId, DepartmentCode, PersonId } from '../domain/ids.ts';
import type { Day, Instant } from '../domain/instant.ts';
import type { Tier } from '../domain/intake/severity.ts';
import type { Page } from './case-queries.ts';
import type { ClusterView } from './clusters.ts';

/** `to` left out. */
export type Period = { readonly from: Instant; readonly to: Instant };
/** Null: the whole company, added up; `each`: every department by itself. */
export type Within = DepartmentCode | 'each' | null;

/** Adds up what counts. Every read costs what happened in its period, or what is open: never what ever was. */
export type Figures = {
  /** One slot for each period; these follow each other without a gap, newest first. */
  readonly sums: (what: readonly TallyName[], periods: readonly Period[], within: Within) => Promise<readonly Sum[]>;
  readonly marks: (what: readonly TallyName[], period: Period, within: Within) => Promise<readonly MarkSum[]>;
  /** One slot for each period of closings, which may overlap. */
  readonly returns: (periods: readonly Period[], within: Within) => Promise<readonly ReturnSum[]>;
  /** Of fixes in a period; null: there were none. */
  readonly spread: (period: Period, department: DepartmentCode | null) => Promise<Spread | null>;
  /** The cases that came back after a closing in a period, newest first. */
  readonly returned: (period: Period, department: DepartmentCode | null, limit: number) => Promise<Page>;
  /** The cases behind a figure, newest first. `kept` left out: all of them. */
  readonly behind: (of: Behind, limit: number) => Promise<Page>;
};

export type Behind = {
  readonly what: TallyName;
  readonly period: Period;
  readonly department: DepartmentCode | null;
  /** `false`: what was not kept, whether it is late or still open. */
  readonly kept?: false;
  readonly mark?: string;
};

/** Somebody who was praised, and agreed that everybody may know. */
export type Thanked = { readonly name: string; readonly department: DepartmentCode | null };

/** What is so at this moment, for those who decide. */
export type Standing = {
  /** When the first case was filed; null: none was. Of what was before then nobody is told. */
  readonly begunAt: () => Promise<Instant | null>;
  /** Departments of which an S1 is past due. */
  readonly lateCritical: (at: Instant) => Promise<readonly DepartmentCode[]>;
  /** Open cases of S1, oldest first. */
  readonly critical: (limit: number) => Promise<Page>;
  /** Open cases of a tier of which an acknowledgement or a fix is overdue. */
  readonly overdue: (tier: Tier, at: Instant) => Promise<number>;
  /** Cases that wait for an executive's decision, longest first. */
  readonly deciding: (limit: number) => Promise<Page>;
  /** Process changes of which an executive is to say what becomes of them, asked for longest first. */
  readonly directing: (limit: number) => Promise<{ readonly changes: readonly ChangeRecord[]; readonly total: number }>;
  /** Cases with an obstacle nobody has answered, longest first; `total` counts obstacles. */
  readonly obstructed: (limit: number) => Promise<Page>;
  /** Customers whose contract ends within these days and who asked for something that was not granted. */
  readonly renewalsAtRisk: (from: Day, to: Day) => Promise<number>;
  /** The problems that have come furthest along, furthest first. */
  readonly furthest: (limit: number) => Promise<readonly ClusterView[]>;
  /** The problems most customers have, most first. */
  readonly mostHeard: (limit: number) => Promise<readonly ClusterView[]>;
  /** How many problems are paid for again and again. */
  readonly paidAgain: () => Promise<number>;
  readonly drifting: (limit: number) => Promise<{ readonly clusters: readonly ClusterView[]; readonly total: number }>;
  /** Of a department: what it is to have done by a moment, first due first, and how much of that is past due `at`. */
  readonly dueBy: (
    department: DepartmentCode,
    by: Instant,
    at: Instant,
    limit: number,
  ) => Promise<Page & { readonly late: number }>;
  /** Of a department: what goes on only when somebody else has done something, longest first. */
  readonly elsewhere: (department: DepartmentCode, limit: number) => Promise<Page>;
  /** Of these people's customers: whose answer is ready, and who is to hear by a moment how it stands. */
  readonly toTell: (people: readonly PersonId[], limit: number) => Promise<Page>;
  readonly toUpdate: (people: readonly PersonId[], by: Instant, limit: number) => Promise<Page>;
  /** Most often first. */
  readonly thanked: (period: Period, limit: number) => Promise<readonly Thanked[]>;
};

/** One row for each week that was counted, oldest first. */
export type WeekRow = { readonly week: Day; readonly sums: Readonly<Record<string, number>> };
export type Weeks = {
  readonly keep: (
    rows: readonly (WeekRow & { readonly department: DepartmentCode | null })[],
    at: Instant,
  ) => Promise<void>;
  readonly all: (department: DepartmentCode | null) => Promise<readonly WeekRow[]>;
};

/** Brings the tallies of every case up to the definitions of this Meari. */
export type TallyBook = {
  /** Cases that are still tallied by older definitions, lowest first; null: none is. */
  readonly next: (version: number, limit: number) => Promise<readonly CaseId[] | null>;
  /** Unless the case has moved on meanwhile: then its commit has done it. */
  readonly keep: (record: CaseRecord, tallies: readonly Tally[]) => Promise<void>;
  /** Cases up to this number follow the definitions of a version; null: all do. */
  readonly done: (version: number, upTo: CaseId | null) => Promise<void>;
};

export type DigestChoice = { readonly subject: Subject; readonly digest: DigestName; readonly wanted: boolean };
/** What people chose about their digests. */
export type DigestBook = {
  readonly choices: () => Promise<readonly DigestChoice[]>;
  readonly choose: (choice: DigestChoice) => Promise<void>;
};
