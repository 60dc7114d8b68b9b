import type { DrawBulletinDeps } from '../../src/app/draw-bulletin.ts';

const unused = () => {
  throw new Error('not asked for here');
};

/** For tests in which nobody proposes a change, and nothing is linked. */
export const noChanges: Pick<DrawBulletinDeps, 'changes' | 'clusters'> = {
  changes: { load: unused, happenedBetween: unused },
  clusters: { rootOf: unused, view: unused },
};
