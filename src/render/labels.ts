import type { CaseRecord, FiledCase } from '../domain/case/case.ts';
import { caseNumber, type DepartmentCode } from '../domain/ids.ts';
import type { Assessment, Tier } from '../domain/intake/severity.ts';
import { type PersonalDataType, personalDataTypes } from '../domain/intake/voice.ts';
import { departmentOf, type Taxonomies, type Term, termOf } from '../domain/playbook.ts';
import type { Reading } from './reading.ts';

/** Severity is never colour alone: a shape and a word. */
const shapes: Record<Tier, string> = { S1: '■', S2: '◆', S3: '●', S4: '○' };

/** `◆ S2 중대`. */
const tierLabel = (tier: Tier | null, r: Reading): string =>
  tier === null ? r.words.glossary.noTier : `${shapes[tier]} ${tier} ${r.words.glossary.tiers[tier]}`;

export const severityLabel = (a: Assessment, r: Reading): string => tierLabel(a.tier, r);

type TermList = Exclude<keyof Taxonomies, 'version' | 'rootCauses'>;

const labelIn = (lists: readonly (readonly Term[])[], code: string, r: Reading): string =>
  lists.map((terms) => termOf(terms, code)?.label[r.locale]).find((label) => label !== undefined) ?? code;

/** A code in the words the case was filed under; else in today's; a code that nobody knows any more stands for itself. */
export const termLabel = (list: TermList, code: string, r: Reading): string =>
  labelIn([r.taxonomies[list] ?? [], r.playbook.taxonomies[list] ?? []], code, r);

export const departmentName = (code: DepartmentCode, r: Reading): string =>
  departmentOf(r.playbook, code)?.name[r.locale] ?? code;

export const departmentNames = (codes: readonly DepartmentCode[], r: Reading): string =>
  codes.map((c) => departmentName(c, r)).join(', ');

export const wantsLabel = (wants: readonly string[], r: Reading): string =>
  wants.map((w) => termLabel('wants', w, r)).join(', ');

/** `제품 › 포장`. */
export function rootCauseLabel(l1: string, l2: string, r: Reading): string {
  const upper = [r.taxonomies, r.playbook.taxonomies].flatMap((t) => termOf(t.rootCauses, l1) ?? []);
  const lower = upper.map((t) => t.children);
  return `${labelIn([upper], l1, r)} › ${labelIn(lower, l2, r)}`;
}

/** `89,000`. */
export const amountText = (won: number, r: Reading): string => new Intl.NumberFormat(r.locale).format(won);

/** The people who hold it: a department by name, or the VOC desk. */
export const holderName = (c: FiledCase, r: Reading): string =>
  'department' in c && c.department !== null ? departmentName(c.department, r) : r.words.glossary.unrouted;

/** It ended before any department had it, or went on under another number. */
const isNobodys = (c: FiledCase): boolean => c.status === 'merged' || c.status === 'void';

/** `VOC-0142 · ◆ S2 중대 · 불만 · 물류`: who it is, in one line. */
export const caseHead = (record: CaseRecord, r: Reading): string =>
  [
    caseNumber(record.id),
    ...(record.state.assessment.tier === null ? [] : [severityLabel(record.state.assessment, r)]),
    r.words.glossary.kinds[record.state.voice.kind],
    ...(isNobodys(record.state) ? [] : [holderName(record.state, r)]),
  ].join(' · ');

/** `전화번호 1개를 가렸습니다.` for each type; '' when nothing was masked. */
export function maskedText(counts: Readonly<Partial<Record<PersonalDataType, number>>>, r: Reading): string {
  const some = personalDataTypes.flatMap((type) => {
    const n = counts[type] ?? 0;
    return n > 0 ? [r.words.views.maskedCount(r.words.glossary.personalData[type], n)] : [];
  });
  return some.length === 0 ? '' : r.words.views.masked(some.join(', '));
}
