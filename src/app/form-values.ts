import { type HappyCallAnswer, happyCallAnswers, type Verdict, verdicts } from '../domain/case/case.ts';
import { type SnoozeChoice, snoozeChoices } from '../domain/case/commands.ts';
import { type LimitMeasure, limitMeasures } from '../domain/case/conduct.ts';
import { type RequestVerdict, requestVerdicts } from '../domain/case/request-verdict.ts';
import { type DepartmentCode, departmentCode, type MaskedText, personId } from '../domain/ids.ts';
import { type Day, day, type Instant, instant } from '../domain/instant.ts';
import { type Reach, readReach } from '../domain/intake/reach.ts';
import { redact } from '../domain/intake/redaction.ts';
import { type Person, type PersonRef, refOf } from '../domain/people.ts';
import { colleagues, type Playbook, personOf } from '../domain/playbook.ts';
import type { Field, FieldValue, Form, FormValues } from '../ports/form.ts';

/** Reads what a form came back with. Whatever a person typed freely is masked here, before any command exists. */
export function reader(values: FormValues, playbook: Playbook, presser: Person, around: readonly PersonRef[] = []) {
  const raw = (field: string): string => {
    const value = values[field];
    return typeof value === 'string' ? value.trim() : '';
  };
  const masked = (text: string): MaskedText => redact(text, { keep: colleagues(playbook) }).text;
  const orNull = <T>(field: string, read: (text: string) => T | null): T | null => {
    const text = raw(field);
    return text === '' ? null : read(text);
  };
  const number = (text: string): number | null => {
    const n = Number(text.replaceAll(',', ''));
    return Number.isFinite(n) ? n : null;
  };
  return {
    raw,
    text: (field: string): MaskedText => masked(raw(field)),
    optionalText: (field: string): MaskedText | null => orNull(field, masked),
    code: (field: string): string | null => orNull(field, (t) => t),
    list: (field: string): readonly string[] => {
      const value = values[field];
      return Array.isArray(value) ? value : typeof value === 'string' && value !== '' ? [value] : [];
    },
    number: (field: string): number | null => orNull(field, number),
    moment: (field: string): Instant | null =>
      orNull(field, (t) => {
        const ms = number(t);
        return ms === null ? null : instant(Math.floor(ms));
      }),
    day: (field: string): Day | null => orNull(field, (t) => (/^\d{4}-\d{2}-\d{2}$/.test(t) ? day(t) : null)),
    yes: (field: string): boolean => values[field]?.length !== 0 && values[field] !== undefined,
    yesNo: (field: string): boolean | null => orNull(field, (t) => t === 'yes' || t === 'true'),
    department: (field: string): DepartmentCode | null => orNull(field, departmentCode),
    verdict: (field: string): Verdict | null => orNull(field, (t) => verdicts.find((v) => v === t) ?? null),
    requestVerdict: (field: string): RequestVerdict | null =>
      orNull(field, (t) => requestVerdicts.find((v) => v === t) ?? null),
    limitMeasure: (field: string): LimitMeasure | null =>
      orNull(field, (t) => limitMeasures.find((m) => m === t) ?? null),
    happyCallAnswer: (field: string): HappyCallAnswer | null =>
      orNull(field, (t) => happyCallAnswers.find((a) => a === t) ?? null),
    snoozeChoice: (field: string): SnoozeChoice | null =>
      orNull(field, (t) => snoozeChoices.find((c) => c === t) ?? null),
    reach: (field: string): Reach | null =>
      orNull(field, (t) => ({ ...readReach(t, playbook.taxonomies.replyChannels), words: masked(t) })),
    /** Somebody of the playbook or of the case, or the person who pressed. */
    person: (field: string): PersonRef | null =>
      orNull(field, (id) => {
        if (id === presser.id) return refOf(presser);
        const known = personOf(playbook, personId(id)) ?? around.find((ref) => ref.id === id);
        return known === undefined ? { id: personId(id), name: id } : { id: known.id, name: known.name };
      }),
  };
}

/** What a form comes back with when nobody touches it. */
export const startingValues = (form: Form): FormValues =>
  Object.fromEntries(form.fields.map((field) => [field.name, startingValue(field)]));

function startingValue(field: Field): FieldValue {
  if (field.type === 'multiSelect') return field.initial ?? [];
  if (field.type === 'checkbox') return field.initial === true ? [field.choice.value] : [];
  return 'initial' in field && field.initial !== undefined ? String(field.initial) : '';
}
