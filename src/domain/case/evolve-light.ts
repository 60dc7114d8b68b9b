import type { FiledCase } from './case.ts';
import { departmentHolding, hasEnded } from './case.ts';
import type { CaseEventOf } from './events.ts';
import { filedPart, workPart } from './parts.ts';

/** What somebody owned stays theirs: it may be opened again. */
export function onSettled(c: FiledCase, { data, by, at }: CaseEventOf<'CaseSettled'>): FiledCase {
  if (hasEnded(c)) return c;
  const work = 'owner' in c ? workPart({ ...c, plan: 'plan' in c ? c.plan : null }) : null;
  const { outcome, statement = null } = data;
  const department = departmentHolding(c);
  return {
    ...filedPart(c),
    status: 'settled',
    department,
    work,
    outcome,
    statement,
    by: by ?? c.customerOwner,
    at,
  };
}

export const onSplit = (c: FiledCase, { data }: CaseEventOf<'CaseSplit'>): FiledCase => ({
  ...c,
  splits: [...(c.splits ?? []), data.into],
});
