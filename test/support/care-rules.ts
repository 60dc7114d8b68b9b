import type { CareRules } from '../../src/domain/learning/care-rules.ts';

/** Help for those who talk to customers, with the numbers that ship. */
export const careRules: CareRules = {
  effort: {
    points: { contact: 1, channel: 1, handover: 1, explained: 2, broken: 1, waited: 1 },
    cap: 10,
    waitMinutes: 10,
    graceMinutes: 10,
  },
};
