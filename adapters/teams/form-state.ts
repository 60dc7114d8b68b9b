import { type Day, type Instant, instant } from '../../src/domain/instant.ts';
import { dayIn, momentAt, partsOf } from '../../src/domain/zone.ts';
import type { Field, FieldValue, FormValues } from '../../src/ports/form.ts';
import { list, record, text } from '../payload.ts';

/** What must be known of a field to read what it came back with. */
export type FieldKind = {
  readonly name: string;
  readonly type: Field['type'];
  /** Of a checkbox: what it says when it is ticked. */
  readonly value?: string;
};

/** Inputs come back beside what the button carried: a prefix keeps them apart. */
export const fieldId = (name: string): string => `field:${name}`;
export const dayId = (name: string): string => `${fieldId(name)}:day`;
export const timeId = (name: string): string => `${fieldId(name)}:time`;

/** An optional choice can be taken back: Teams has no way to clear one. */
export const noChoice = '(none)';

/** Several choices come back with commas between them. */
export const packed = (value: string): string => value.replaceAll('%', '%25').replaceAll(',', '%2C');
const unpacked = (value: string): string => value.replaceAll('%2C', ',').replaceAll('%25', '%');

/** What a form came back with, by field name: everything it showed, whatever is missing as empty. */
export function valuesOf(data: unknown, fields: readonly FieldKind[], zone: string): FormValues {
  const inputs = record(data);
  return Object.fromEntries(fields.map((field) => [field.name, readValue(inputs, field, zone)]));
}

function readValue(inputs: Record<string, unknown>, { name, type, value }: FieldKind, zone: string): FieldValue {
  const typed = plain(inputs[fieldId(name)]);
  switch (type) {
    case 'multiSelect':
      return typed === '' ? [] : typed.split(',').map(unpacked);
    case 'checkbox':
      return typed !== '' && typed === value ? typed : '';
    case 'select':
    case 'pick':
      return typed === noChoice ? '' : typed;
    case 'moment':
      return momentOf(plain(inputs[dayId(name)]), plain(inputs[timeId(name)]), zone);
    default:
      return typed;
  }
}

/** Numbers come as numbers from one client and as text from another. */
function plain(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return text(value) ?? list(value).map(plain).join(',');
}

/** Milliseconds; half of a moment is kept as it is, so that it stands there again when the form does. */
function momentOf(day: string, time: string, zone: string): string {
  const at = /^(\d{1,2}):(\d{2})/.exec(time);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day);
  if (!isDay || at === null) return isDay ? day : at === null ? '' : time;
  return String(momentAt(day as Day, Number(at[1]), Number(at[2]), zone));
}

/** What stands in the two inputs of a moment. */
export function partsOfMoment(value: string, zone: string): { readonly day: string; readonly time: string } {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return { day: value, time: '' };
  if (/^\d{1,2}:\d{2}/.test(value)) return { day: '', time: value };
  const ms = Number(value);
  // From 1970 to the end of 2286, where years still have four digits everywhere.
  if (value === '' || !Number.isInteger(ms) || ms < 0 || ms > 9_999_999_999_999) return { day: '', time: '' };
  const at: Instant = instant(ms);
  const { hour, minute } = partsOf(at, zone);
  const two = (n: number): string => String(n).padStart(2, '0');
  return { day: dayIn(at, zone), time: `${two(hour)}:${two(minute)}` };
}

/** The moments of which only one half was filled in: they would be read as left open. */
export const halfMoments = (values: FormValues, fields: readonly FieldKind[]): readonly string[] =>
  fields
    .filter(({ name, type }) => type === 'moment' && values[name] !== '' && !/^\d+$/.test(String(values[name] ?? '')))
    .map(({ name }) => name);
