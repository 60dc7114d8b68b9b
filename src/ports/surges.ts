import type { CaseId, CausationId, PersonId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';

/** A surge: cases that came at once and look the same, behind the one it began with. */
export type Surge = { readonly head: CaseId; readonly waiting: number };

/** Somebody has said of all of them that they are the same problem; what follows takes a while. */
export type Gathering = {
  readonly causation: CausationId;
  readonly head: CaseId;
  readonly by: PersonId;
  readonly at: Instant;
};

/** Cases of surges to which nobody has turned yet, and what people have said of them together. */
export type Surges = {
  /** Those that wait behind this case. */
  readonly waiting: (head: CaseId) => Promise<number>;
  /** Every surge behind which something waits, the newest first. */
  readonly all: (limit: number) => Promise<readonly Surge[]>;
  /** Some of those that wait, in order of their numbers, filed until then. */
  readonly next: (head: CaseId, after: CaseId | null, until: Instant, limit: number) => Promise<readonly CaseId[]>;
  /** Remembered once for each causation. */
  readonly ask: (gathering: Gathering) => Promise<void>;
  readonly asked: () => Promise<readonly Gathering[]>;
  readonly done: (causation: CausationId) => Promise<void>;
};
