import { z } from 'zod';
import { grantingRoles } from '../domain/playbook.ts';
import { count, labelled, read } from './shape-parts.ts';
import { readTarget } from './target-text.ts';

const limit = z.union([z.literal('unlimited').transform(() => null), z.int().min(0)]);
const role = z.enum(grantingRoles);
const target = read(readTarget);

export const authority = z.strictObject({
  days: count,
  levels: z.array(z.strictObject({ role, perCase: limit, perCustomer: limit })).min(1),
  remedies: z
    .array(
      z
        .strictObject({ ...labelled, from: role.optional() })
        .transform(({ code, ko, en, from }) => ({ code, label: { ko, en }, from: from ?? null })),
    )
    .min(1),
  answer: z.strictObject({ urgent: target, otherwise: target }),
});
