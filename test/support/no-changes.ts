import type { DrawBulletinDeps } from '../../src/app/draw-bulletin.ts';

const unused = () => {
  throw new Error('not asked for here');
};

/** For tests in which nobody proposes a change, and nothing is linked. */
export const noChanges: Pick<DrawBulletinDeps, 'changes' | 'clusters' | 'surges' | 'drawDigest'> = {
  changes: { load: unused, happenedBetween: unused },
  drawDigest: async () => null,
  surges: { waiting: async () => 0 },
  clusters: { rootOf: unused, view: unused },
};
