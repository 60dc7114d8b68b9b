import { z } from 'zod';
import { count, text } from './shape-parts.ts';

const part = z.number().min(0).max(1);

/** Numbers of the search for look-alikes; the words stand in a file of their own. */
export const lookAlikes = z.strictObject({
  lexicon: text.nullable().default(null),
  days: count,
  shown: z.int().min(1).max(10),
  threshold: part,
  looked: z.int().min(100).max(20_000),
  compared: z.int().min(10).max(200),
  surge: z.strictObject({ minutes: count, from: z.int().min(2).max(100), score: part }),
  rarity: z.strictObject({ before: count, rare: z.number().min(0.0001).max(1) }),
  likeness: z.strictObject({
    weights: z.strictObject({ thing: z.number().min(0), trouble: z.number().min(0), rest: z.number().min(0) }),
    near: part,
    shorter: part,
    letters: part,
    otherThing: part,
    otherTrouble: part,
    noThing: part,
    noTrouble: part,
    opposite: part,
    praise: part,
    question: part,
    department: part,
    touchpoint: part,
  }),
});
