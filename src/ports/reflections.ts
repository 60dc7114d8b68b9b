import type { CaseId, DepartmentCode } from '../domain/ids.ts';
import type { Day } from '../domain/instant.ts';

/** 역지사지: once a week a department is asked, on one of its cards, to stand where the customer stands. */
export type Reflections = {
  /**
   * Whether the card of this case in this department's channel asks. `week`: its Monday, where the card is just being
   * posted: the first one of a week asks, whichever replica posts it, and asks as often as it is drawn. Null: it is drawn anew.
   */
  readonly onCard: (department: DepartmentCode, id: CaseId, week: Day | null) => Promise<boolean>;
  /** It asks no more. False: it did not. */
  readonly fold: (department: DepartmentCode, id: CaseId) => Promise<boolean>;
};
