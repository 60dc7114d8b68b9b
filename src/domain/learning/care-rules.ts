import type { DepartmentCode } from '../ids.ts';
import type { DraftRules } from './draft-check.ts';
import type { EffortRules } from './struggles.ts';

/** Help for the people who talk to customers. */
export type CareRules = {
  readonly effort: EffortRules;
  readonly drafts: DraftRules;
  /** Where opinions on Meari itself are filed, with the words they are filed under. */
  readonly feedback: { readonly department: DepartmentCode; readonly channel: string; readonly want: string };
  /** Days for which a customer who may be leaving quietly is listed. */
  readonly quiet: { readonly days: number };
  /** Days in which an earlier case of the same customer counts as a contact before this one. */
  readonly again: { readonly days: number };
};
