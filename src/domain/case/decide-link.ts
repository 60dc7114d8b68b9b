import type { Instant } from '../instant.ts';
import { assess } from '../intake/triage.ts';
import { isHigher } from '../learning/gauge.ts';
import type { LearningRules } from '../learning/rules.ts';
import type { Person } from '../people.ts';
import type { Playbook } from '../playbook.ts';
import { termsFor } from '../sla/terms.ts';
import type { Objection } from './authority.ts';
import { type FiledCase, hasEnded } from './case.ts';
import { isLower } from './decide-severity.ts';
import { type Asked, type DataOf, type Decision, happened, refused } from './decision.ts';
import type { CaseEvent, CaseEventOf } from './events.ts';
import { maySee } from './visibility.ts';

/** Whoever may read it may say that it is like another. */
const mayCompare = (person: Person, c: FiledCase): Objection =>
  maySee(person, c) ? null : { type: 'NotAllowed', needs: { type: 'involved' } };

/** What nobody said, and what another case stands for, says nothing about how many said it. */
export const isLinkable = (c: FiledCase): boolean =>
  c.status !== 'void' && c.status !== 'merged' && c.voice.kind !== 'void' && c.voice.kind !== 'praise';

/** The same problem as others: linked, never merged, so that each customer is counted and told. A person says so, never a machine. */
export function linkCase({ cluster, other, together }: DataOf<'LinkCase'>, c: FiledCase, asked: Asked): Decision {
  const objection = mayCompare(asked.person, c);
  if (objection !== null) return refused(objection);
  if (!isLinkable(c)) return refused({ type: 'NotLinkable' });
  if (c.cluster === cluster) return refused({ type: 'NothingChanged' });
  if (c.cluster !== undefined) return refused({ type: 'InAnotherCluster', cluster: c.cluster });
  return happened({
    type: 'CaseLinked',
    at: asked.at,
    by: asked.by,
    data: { cluster, other, ...(together && { together }) },
  });
}

/** What the others brought goes with the link: the case is again what it was. */
export function unlinkCase(c: FiledCase, asked: Asked): Decision {
  const objection = mayCompare(asked.person, c);
  if (objection !== null) return refused(objection);
  const { cluster } = c;
  if (cluster === undefined) return refused({ type: 'NothingChanged' });
  const { at, by, playbook } = asked;
  const unlinked: CaseEvent = { type: 'CaseUnlinked', at, by, data: { cluster } };
  if (c.weighed === undefined) return happened(unlinked);
  const alone = { cluster, level: null, customers: 0, outage: false };
  return happened(unlinked, { type: 'ClusterWeighed', at, by, data: weighing(alone, true, c, playbook) });
}

export function denyLikeness({ other }: DataOf<'DenyLikeness'>, c: FiledCase, asked: Asked): Decision {
  const objection = mayCompare(asked.person, c);
  if (objection !== null) return refused(objection);
  if (c.notAlike?.includes(other) === true) return refused({ type: 'NothingChanged' });
  return happened({ type: 'LikenessDenied', at: asked.at, by: asked.by, data: { other } });
}

/**
 * Many said the same: each of their open cases weighs more, and none weighs less because time went by. Only where
 * somebody took a link back does a case fall to what is true without it.
 */
export function weighCluster(data: DataOf<'WeighCluster'>, c: FiledCase, at: Instant, playbook: Playbook): Decision {
  const { corrected, ...weight } = data;
  if (hasEnded(c) || c.cluster === undefined) return refused({ type: 'NothingChanged' });
  const before = c.weighed ?? null;
  const suffers = c.assessment.confirmed.includes(playbook.learning.gauge.signals.outage);
  const says = corrected
    ? weight.level !== before || weight.outage !== suffers
    : isHigher(weight.level, before) || (weight.outage && !suffers);
  if (!says) return refused({ type: 'NothingChanged' });
  return happened({ type: 'ClusterWeighed', at, by: null, data: weighing(weight, corrected, c, playbook) });
}

type Weight = Pick<DataOf<'WeighCluster'>, 'cluster' | 'level' | 'customers' | 'outage'>;

/** What people confirmed, and what the cluster brings: as one sum. */
function weighing(
  { outage, ...weight }: Weight,
  mayLower: boolean,
  c: FiledCase,
  { severity, learning, sla }: Playbook,
): CaseEventOf<'ClusterWeighed'>['data'] {
  const automatic = severity.signals.filter((signal) => signal.automatic).map(({ code }) => code);
  const byPeople = c.assessment.confirmed.filter((code) => !automatic.includes(code));
  const brought = signalsFor({ ...weight, outage }, learning);
  const assessment = assess(c.voice.kind, [...byPeople, ...brought], severity);
  const changes = !isSame(assessment.confirmed, c.assessment.confirmed);
  if (!changes || (!mayLower && isLower(assessment, c.assessment))) return weight;
  return { ...weight, raised: { assessment, terms: termsFor(c.voice.kind, assessment, sla) } };
}

/** How far along it is, or that it is an outage which all of them suffer. */
function signalsFor({ level, outage }: Weight, { gauge }: LearningRules): readonly string[] {
  const code = outage ? gauge.signals.outage : level === null ? null : gauge.signals[level];
  return code === null ? [] : [code];
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((code) => b.includes(code));
