import type { CaseId, CustomerKey, DepartmentCode } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Voice } from '../domain/intake/voice.ts';
import type { Before } from '../domain/learning/surge.ts';

/** A voice to which earlier cases are sought: as it stands on its case, or in the form before it is filed. */
export type Sought = Pick<Voice, 'words' | 'experience' | 'product' | 'touchpoint'> & {
  /** Null while nobody has said so. */
  readonly kind: Voice['kind'] | null;
  readonly department: DepartmentCode | null;
  /** Itself, and what is linked or was turned down already. */
  readonly except: readonly CaseId[];
  readonly at: Instant;
};

/** `score`: from 0, nothing in common, to 1. */
export type LookAlike = Before;

/** Earlier cases that may be about the same problem. They are offered; only a person joins them. */
export type LookAlikes = {
  /**
   * The likest first, `limit` at most; without one as many as the playbook shows. Open cases and those that ended
   * lately; never void, merged or withdrawn ones, and praise never beside a complaint. @throws DatabaseFault
   */
  readonly find: (sought: Sought, limit?: number) => Promise<readonly LookAlike[]>;
  /** Earlier cases of the same customer, newest first; void ones are none. @throws DatabaseFault */
  readonly earlierOf: (customer: CustomerKey, before: Instant, limit: number) => Promise<readonly CaseId[]>;
  /** Keeps the index to what may be offered, and counts its words anew. */
  readonly upkeep: (at: Instant) => Promise<void>;
};
