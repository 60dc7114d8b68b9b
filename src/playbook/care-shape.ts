import { z } from 'zod';
import { departmentCode } from '../domain/ids.ts';
import { struggles } from '../domain/learning/struggles.ts';
import { code, count, label, text } from './shape-parts.ts';

const points = z.strictObject(
  Object.fromEntries(struggles.map((of) => [of, z.int().min(0).max(100)])) as Record<
    (typeof struggles)[number],
    z.ZodInt
  >,
);

const patterns = z.array(text);
const ask = z
  .strictObject({ ...label.shape, any: patterns.min(1), known: patterns })
  .transform(({ ko, en, ...rest }) => ({ ...rest, label: { ko, en } }));

/** Help for the people who talk to customers. */
export const care = z.strictObject({
  effort: z.strictObject({ points, cap: count, waitMinutes: count, graceMinutes: z.int().min(0) }),
  again: z.strictObject({ days: count }),
  quiet: z.strictObject({ days: count }),
  feedback: z.strictObject({ department: code.transform(departmentCode), channel: code, want: code }),
  drafts: z.strictObject({
    apologies: z.int().min(0),
    sentences: count,
    apology: patterns,
    time: patterns,
    who: patterns,
    option: patterns,
    later: patterns,
    barriers: patterns,
    honorifics: patterns,
    gushing: patterns,
    asks: z.array(ask),
  }),
});
