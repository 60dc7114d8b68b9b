import type { FiledCase } from '../../domain/case/case.ts';
import type { DepartmentCode } from '../../domain/ids.ts';
import type { VoiceKind } from '../../domain/intake/voice.ts';
import { type Struggle, struggles } from '../../domain/learning/struggles.ts';
import type { PersonRef } from '../../domain/people.ts';
import type { SignalRule, Taxonomies, Term } from '../../domain/playbook.ts';
import type { Choice } from '../../ports/form.ts';
import { rootCauseLabel } from '../labels.ts';
import type { Reading } from '../reading.ts';
import { choice } from './fields.ts';

/**
 * What people can choose from. New entries are made with today's words, whatever version the case was filed under:
 * those are the codes that the core accepts.
 */
export const termChoices = (list: Exclude<keyof Taxonomies, 'version' | 'rootCauses'>, r: Reading): readonly Choice[] =>
  (r.playbook.taxonomies[list] ?? []).map((term: Term) => choice(term.code, term.label[r.locale]));

export const rootCauseChoices = (r: Reading): readonly Choice[] =>
  r.playbook.taxonomies.rootCauses.flatMap((upper) =>
    upper.children.map((lower) => choice(`${upper.code}/${lower.code}`, rootCauseLabel(upper.code, lower.code, r))),
  );

export const departmentChoices = (r: Reading, not: DepartmentCode | null): readonly Choice[] =>
  r.playbook.departments.filter((d) => d.code !== not).map((d) => choice(d.code, d.name[r.locale]));

/** Members of the department, `first` before them: the person who presses need not be in the playbook. */
export function peopleChoices(r: Reading, department: DepartmentCode | null, first: readonly PersonRef[]) {
  const members = department === null ? [] : r.playbook.people.filter((p) => p.department === department);
  const everybody = new Map([...first, ...members].map((p) => [p.id, p.name]));
  return [...everybody].map(([id, name]) => choice(id, name));
}

const counts = (rule: SignalRule, kind: VoiceKind | null, r: Reading): boolean => {
  const groups = kind === null ? undefined : r.playbook.severity.groupsByKind[kind];
  return !rule.automatic && (groups === undefined || groups.includes(rule.group));
};

/** The signals a person may tick for this kind, e.g. `A2 위해 우려 …`, group by group. */
export const signalChoices = (kind: VoiceKind | null, r: Reading): readonly Choice[] =>
  r.playbook.severity.signals
    .filter((rule) => counts(rule, kind, r))
    .map((rule) => choice(rule.code, `${rule.code} ${rule.label[r.locale]}`));

/** What a customer may have gone through to be helped. */
export const struggleChoices = (r: Reading, ...without: readonly Struggle[]): readonly Choice[] =>
  struggles
    .filter((of) => !without.includes(of))
    .map((of) => choice(of, r.words.care.struggles[of](r.playbook.care.effort.waitMinutes)));

/** Kinds without severity have nothing to tick. */
export const hasSeverity = (kind: VoiceKind | null, r: Reading): boolean =>
  kind === null || !r.playbook.severity.without.includes(kind);

export const knownSignals = (c: FiledCase, r: Reading): readonly string[] => {
  const offered = signalChoices(c.voice.kind, r).map((s) => s.value);
  return c.assessment.confirmed.filter((code) => offered.includes(code));
};
