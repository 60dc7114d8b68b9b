import type { ExportedCase, ExportedChange, ExportedCluster } from '../domain/export/table.ts';
import type { CaseId, ChangeId, ClusterId, DepartmentCode } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';

/** What is taken along: filed from a moment on and before another, and of one department where one is named. */
export type ExportScope = {
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly department: DepartmentCode | null;
};

/** A page, and the number to go on after; null: that was all. */
export type Pageful<T, Id> = { readonly rows: readonly T[]; readonly next: Id | null };

/**
 * Everything, page after page in the order of numbers. Each page is read by itself, so nothing in the database waits for
 * a slow reader: what happens meanwhile may stand on a later page.
 */
export type ExportReads = {
  /** The highest number there is: what is filed later is not waited for. */
  readonly lastCase: () => Promise<CaseId>;
  readonly count: (scope: ExportScope, last: CaseId) => Promise<number>;
  readonly cases: (scope: ExportScope, after: CaseId, last: CaseId) => Promise<Pageful<ExportedCase, CaseId>>;
  /** Begun before the end of the scope, and still touched after its beginning. */
  readonly changes: (scope: ExportScope, after: ChangeId) => Promise<Pageful<ExportedChange, ChangeId>>;
  /** Problems, whenever they began; of a department: those of which it has a case. */
  readonly clusters: (scope: ExportScope, after: ClusterId) => Promise<Pageful<ExportedCluster, ClusterId>>;
};
