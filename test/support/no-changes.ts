import type { DrawChangeDeps } from '../../src/app/draw-change-notice.ts';

const unused = () => {
  throw new Error('not asked for here');
};

/** For tests in which nobody proposes a change, and nothing is linked. */
export const noChanges: Pick<DrawChangeDeps, 'changes' | 'clusters'> = {
  changes: { load: unused },
  clusters: { rootOf: unused, view: unused },
};
