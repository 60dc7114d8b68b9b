import { z } from 'zod';
import { count, label } from './shape-parts.ts';

const policyStep = z
  .strictObject({
    level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
    who: label,
    when: label,
    ...label.shape,
  })
  .transform(({ ko, en, ...step }) => ({ ...step, label: { ko, en } }));

/** How the people who talk to customers are protected. */
export const protection = z.strictObject({
  days: z.strictObject({ flagged: count, confirmed: count, limited: count }),
  breakMinutes: count,
  heavyCases: count,
  fullAnswers: count,
  policy: z.array(policyStep).default([]),
});
