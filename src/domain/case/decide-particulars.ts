import type { DepartmentCode } from '../ids.ts';
import type { Day, Instant } from '../instant.ts';
import type { Particulars } from '../intake/particulars.ts';
import type { Voice, VoiceKind } from '../intake/voice.ts';
import { type Playbook, personOf } from '../playbook.ts';
import { dayIn, momentAt } from '../zone.ts';
import { type Checks, daysFrom } from './checks.ts';
import type { Asked, DataOf } from './decision.ts';
import type { CaseEventOf } from './events.ts';

type OfVoice = Pick<Voice, 'likes' | 'hates' | 'groups' | 'ideas' | 'nearMiss' | 'renewal' | 'experiencedAt'>;
type OfCase = Pick<CaseEventOf<'CaseFiled'>['data'], 'praised' | 'share' | 'promised' | 'unnamed' | 'splitFrom'>;

const some = <K extends string, T>(key: K, list: readonly T[]): { readonly [P in K]?: readonly T[] } =>
  (list.length === 0 ? {} : { [key]: list }) as { readonly [P in K]?: readonly T[] };

const isComplaint = (kind: VoiceKind): boolean => kind === 'complaint' || kind === 'claim';

/** What this kind was asked beside the words; what belongs to another kind is left out, codes nobody knows are reported. */
export function voiceParticulars(kind: VoiceKind, given: Particulars, asked: Asked, check: Checks): OfVoice {
  const { playbook } = asked;
  const { aspects = [], groups = [], ideas = [] } = playbook.taxonomies;
  const tag = given.tag === undefined || given.tag.trim() === '' ? [] : [given.tag];
  const felt = kind === 'praise' || isComplaint(kind);
  const likes = felt ? check.codes('likes', given.likes ?? [], aspects) : [];
  const experiencedAt = given.experienced === undefined ? null : dayBefore(given.experienced, asked, check);
  const hates = isComplaint(kind) ? check.codes('hates', given.hates ?? [], aspects) : [];
  return {
    ...some('likes', kind === 'praise' ? [...likes, ...tag] : likes),
    ...some('hates', isComplaint(kind) ? [...hates, ...tag] : hates),
    ...some('groups', felt ? check.codes('groups', given.groups ?? [], groups) : []),
    ...some('ideas', kind === 'suggestion' ? check.codes('ideas', given.ideas ?? [], ideas) : []),
    ...(kind === 'voe' && given.nearMiss === true ? { nearMiss: true } : {}),
    ...(kind === 'requirement' && given.renewal !== undefined ? { renewal: given.renewal } : {}),
    ...(experiencedAt === null ? {} : { experiencedAt }),
  };
}

/**
 * The day's first moment: what happened on the day a change took effect is not held against it. Null where it is the day of
 * filing, which is what counts by itself.
 */
function dayBefore(day: Day, { playbook: { zone }, at }: Asked, check: Checks): Instant | null {
  const ahead = daysFrom(dayIn(at, zone), day);
  if (ahead === null) return check.report('experienced', { type: 'unknown' });
  if (ahead > 0) return check.report('experienced', { type: 'inTheFuture' });
  return ahead === 0 ? null : momentAt(day, 0, 0, zone);
}

export function caseParticulars(kind: VoiceKind, given: Particulars, asked: Asked, check: Checks): OfCase {
  const { playbook, at } = asked;
  const isPraise = kind === 'praise';
  const promised =
    kind !== 'requirement' || given.promised === undefined
      ? null
      : check.dayUpTo('promised', given.promised, dayIn(at, playbook.zone), null);
  return {
    ...(isPraise && given.praised !== undefined ? { praised: given.praised } : {}),
    ...(isPraise ? { share: playbook.sla.common.share } : {}),
    ...(promised === null ? {} : { promised }),
    ...(kind === 'voe' && given.unnamed !== undefined ? { unnamed: true } : {}),
    ...(given.splitFrom === undefined ? {} : { splitFrom: given.splitFrom }),
  };
}

/** Praise goes where whom it is for works, unless the filer knows better. */
export function departmentOfPraise(
  { kind, department, particulars }: DataOf<'FileCase'>,
  playbook: Playbook,
): DepartmentCode | null {
  const praised = particulars?.praised;
  if (department !== null || kind !== 'praise' || praised === undefined) return department;
  return personOf(playbook, praised.id)?.department ?? null;
}
