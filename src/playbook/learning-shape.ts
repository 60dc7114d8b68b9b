import { z } from 'zod';
import { type ChangeClock, rungTargets } from '../domain/sla/terms.ts';
import { code, count, labelled, read } from './shape-parts.ts';
import { readTarget } from './target-text.ts';

const target = read(readTarget);
const percent = z.int().min(1).max(1000);
const part = z.number().min(0).max(1);
const rungs = z.array(z.strictObject({ at: percent, to: z.array(z.enum(rungTargets)).min(1) })).min(1);

const means = z
  .strictObject({ ...labelled, trains: z.boolean().default(false) })
  .transform(({ ko, en, ...rest }) => ({ ...rest, label: { ko, en } }));

export const learning = z.strictObject({
  gauge: z.strictObject({
    days: count,
    minor: count,
    weak: count,
    levels: z.strictObject({ watch: percent, alert: percent, critical: percent }),
    signals: z.strictObject({ watch: code, alert: code, critical: code, outage: code }),
    outages: z.array(code),
    drift: z.strictObject({
      weeks: z.int().min(2).max(26),
      falls: z.int().min(0),
      total: count,
      growth: z.number().min(1),
    }),
  }),
  compensations: count,
  change: z.strictObject({
    clocks: z.strictObject({
      propose: target,
      judge: target,
      direct: target,
      prepare: target,
      action: target,
      deploy: target,
      verify: target,
    } satisfies Record<ChangeClock, z.ZodType>),
    ladder: rungs,
    means: z.array(means).min(1),
    watch: z.strictObject({
      baseline: count,
      marks: z.array(count).min(1),
      quiet: z.int().min(0),
      quietDays: count,
      window: count,
      relapseLeast: count,
      relapsePart: part,
      effectivePart: part,
      review: count,
    }),
  }),
});
