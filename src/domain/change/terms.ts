import type { Playbook } from '../playbook.ts';
import type { Terms } from '../sla/terms.ts';

/** What is promised on the way of a change is said with each step; frozen at the start is the ladder. */
export const termsOfChanges = ({ learning }: Playbook): Terms => ({
  targets: {},
  reopened: null,
  ladder: learning.change.ladder,
  ladders: {},
  repeat: null,
});
