import type { Instant } from '../instant.ts';
import type { Filed, FiledCase } from './case.ts';
import type { CaseEventOf } from './events.ts';
import { filedPart, workPart } from './parts.ts';
import { isGiven } from './remedy.ts';

export function onFixed(c: FiledCase, { data }: CaseEventOf<'CaseFixed'>): FiledCase {
  if (c.status !== 'working') return c;
  const common = data.fix.compensation === null ? filedPart(c) : { ...filedPart(c), ...toldOf(c) };
  return { ...common, ...workPart(c), status: 'fixed', fix: data.fix };
}

/** What was given until now is told of in this fix. */
const toldOf = ({ remedies }: FiledCase): Pick<Filed, 'remedies'> =>
  remedies === undefined
    ? {}
    : { remedies: remedies.map((one) => (isGiven(one) ? { ...one, inFix: true as const } : one)) };

export function onReplied(c: FiledCase, { data: { reply } }: CaseEventOf<'CustomerReplied'>): FiledCase {
  if (c.status !== 'fixed') return c;
  const dissatisfied = c.dissatisfied + (reply.verdict === 'dissatisfied' ? 1 : 0);
  return { ...filedPart(c), ...workPart(c), dissatisfied, status: 'replied', fix: c.fix, reply };
}

/** Back to the same owner, with the plan as it was: nobody has to plan anew to begin. */
export function onReopened(c: FiledCase, { at }: CaseEventOf<'CaseReopened'>): FiledCase {
  const filed = askedAfresh(c, at);
  if (c.status === 'settled') {
    if (c.work === null) return c;
    const { verdict: _asked, ...unjudged } = filed;
    return { ...unjudged, ...c.work, reopened: c.reopened + 1, status: 'working', offer: null };
  }
  if (c.status !== 'fixed' && c.status !== 'replied' && c.status !== 'closed' && c.status !== 'refused') return c;
  return { ...filed, ...workPart(c), reopened: c.reopened + 1, status: 'working', offer: null };
}

/** What was going to become different has not helped, or nothing was: that is asked again. */
function askedAfresh(c: FiledCase, at: Instant): Filed {
  const { changeAnswer: _before, ...filed } = filedPart(c);
  return { ...filed, asksAfresh: at };
}

export function onObstacleAnswered(c: FiledCase, { data, by, at }: CaseEventOf<'ObstacleAnswered'>): FiledCase {
  const answer = { text: data.text, by: by ?? c.customerOwner, at };
  return { ...c, obstacles: c.obstacles.map((o) => (o.number === data.number ? { ...o, answer } : o)) };
}
