import type { Assessment, Tier } from '../intake/severity.ts';
import { assess } from '../intake/triage.ts';
import { termsFor } from '../sla/terms.ts';
import { mustHaveRole } from './authority.ts';
import type { FiledCase } from './case.ts';
import { hasEnded } from './case.ts';
import { checks } from './checks.ts';
import type { Asked, DataOf, Decision } from './decision.ts';
import { happened, invalid, refused } from './decision.ts';
import { notNow } from './not-now.ts';
import { confirmedAfter, unknownSignals } from './signals.ts';

/** Anybody may raise the severity; lowering it, even within a tier, is for the CS lead and the VOC desk. */
export function reassessSeverity(data: DataOf<'ReassessSeverity'>, c: FiledCase, asked: Asked): Decision {
  if (hasEnded(c)) return notNow('ReassessSeverity', c);
  const rules = asked.playbook.severity;
  const before = c.assessment;
  const check = checks(asked);
  const isUnknown = unknownSignals(data.signals, before.confirmed, rules);
  if (isUnknown) check.report('signals', { type: 'unknown' });
  const reason = check.text('reason', data.reason);
  if (isUnknown) return invalid(check.problems);
  const assessment = assess(c.voice.kind, confirmedAfter(data.signals, before.confirmed, rules), rules);
  if (sameSignals(before.confirmed, assessment.confirmed)) return refused({ type: 'NothingChanged' });
  const objection = isLower(assessment, before) ? mustHaveRole(asked.person, 'csLead', 'vocDesk') : null;
  if (objection !== null) return refused(objection);
  if (reason === null) return invalid(check.problems);
  const terms = termsFor(c.voice.kind, assessment, asked.playbook.sla);
  return happened({ type: 'SeverityReassessed', at: asked.at, by: asked.by, data: { assessment, reason, terms } });
}

const sameSignals = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((code) => b.includes(code));

export const isLower = (after: Assessment, before: Assessment): boolean =>
  rank(after.tier) < rank(before.tier) || after.score < before.score;

const rank = (tier: Tier | null): number => (tier === null ? 0 : 5 - Number(tier.slice(1)));
