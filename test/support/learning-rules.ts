import type { LearningRules } from '../../src/domain/learning/rules.ts';
import type { Target } from '../../src/domain/sla/terms.ts';

const bd = (days: number): Target => ({ unit: 'days', days });

/** The numbers of the shipped playbook. */
export const learningRules: LearningRules = {
  gauge: {
    days: 90,
    minor: 29,
    weak: 300,
    levels: { watch: 10, alert: 33, critical: 100 },
    signals: { watch: 'I1', alert: 'I2', critical: 'I3', outage: 'I4' },
    outages: ['K2'],
    drift: { weeks: 8, falls: 1, total: 12, growth: 1.5 },
  },
  compensations: 5,
  change: {
    clocks: {
      propose: bd(10),
      judge: bd(5),
      direct: bd(3),
      prepare: bd(5),
      action: bd(5),
      deploy: bd(20),
      verify: bd(5),
    },
    ladder: [
      { at: 80, to: ['owner'] },
      { at: 100, to: ['owner', 'lead'] },
      { at: 150, to: ['lead'] },
      { at: 200, to: ['executive'] },
    ],
    means: [
      { code: 'process', label: { ko: '절차·기준 변경', en: 'Process or standard' }, trains: false },
      { code: 'information', label: { ko: '안내 보완', en: 'Better information' }, trains: false },
      { code: 'training', label: { ko: '교육', en: 'Training' }, trains: true },
    ],
    watch: {
      baseline: 30,
      marks: [30, 60, 90],
      quiet: 1,
      quietDays: 180,
      window: 30,
      relapseLeast: 2,
      review: 365,
      relapsePart: 0.5,
      effectivePart: 0.25,
    },
  },
};
