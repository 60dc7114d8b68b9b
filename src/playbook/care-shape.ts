import { z } from 'zod';
import { struggles } from '../domain/learning/effort.ts';
import { count } from './shape-parts.ts';

const points = z.strictObject(
  Object.fromEntries(struggles.map((of) => [of, z.int().min(0).max(100)])) as Record<
    (typeof struggles)[number],
    z.ZodInt
  >,
);

/** Help for the people who talk to customers. */
export const care = z.strictObject({
  effort: z.strictObject({ points, cap: count, waitMinutes: count, graceMinutes: z.int().min(0) }),
});
