import type { Suggestion } from '../domain/intake/suggest.ts';
import type { FieldValue, FormValues } from '../ports/form.ts';
import { reachText } from './reach-text.ts';
import type { Reading } from './reading.ts';

/** Fields the machine may fill in, as the form shows them. */
export type Suggested = {
  readonly kind: string;
  readonly touchpoint: string;
  readonly department: string;
  readonly signals: readonly string[];
  readonly conduct: readonly string[];
  /** In the words of the reader, as it stands in the field. */
  readonly reach: string;
};

/** The choice that leaves the department to the VOC desk. */
export const desk = 'desk';

const nothing: Suggested = { kind: '', touchpoint: '', department: '', signals: [], conduct: [], reach: '' };

export const suggestedOf = (s: Suggestion | null, r: Reading): Suggested => ({
  kind: s?.kind ?? '',
  touchpoint: s?.touchpoint ?? '',
  department: s?.department ?? desk,
  signals: s?.signals ?? [],
  conduct: s?.conduct ?? [],
  reach: s?.reach == null ? '' : reachText(s.reach, r),
});

/** Characters that may travel with the form beside its other context. */
const room = 2000;

export function pack(s: Suggested): string {
  const whole = JSON.stringify(s);
  return whole.length <= room ? whole : JSON.stringify({ ...s, signals: [], conduct: [] });
}

const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((v) => typeof v === 'string') : [];

/** What was last suggested; what came back is not trusted to be what was sent. */
export function unpack(packed: string | undefined): Suggested {
  try {
    const read: unknown = JSON.parse(packed ?? '');
    if (typeof read !== 'object' || read === null) return nothing;
    const found = new Map(Object.entries(read));
    const text = (name: string): string => (typeof found.get(name) === 'string' ? String(found.get(name)) : '');
    return {
      kind: text('kind'),
      touchpoint: text('touchpoint'),
      department: text('department'),
      signals: listOf(found.get('signals')),
      conduct: listOf(found.get('conduct')),
      reach: text('reach'),
    };
  } catch {
    return nothing;
  }
}

const listed = (value: FieldValue): readonly string[] =>
  typeof value === 'string' ? (value === '' ? [] : [value]) : value;

const same = (a: FieldValue, b: FieldValue): boolean => {
  const [left, right] = [listed(a), listed(b)];
  return left.length === right.length && left.every((v) => right.includes(v));
};

/** What to remember as suggested: where the new words say nothing, what was said before still stands on the screen. */
export const standing = (last: Suggested, next: Suggested): Suggested => ({
  kind: next.kind || last.kind,
  touchpoint: next.touchpoint || last.touchpoint,
  department: next.department || last.department,
  signals: next.signals.length > 0 ? next.signals : last.signals,
  conduct: next.conduct.length > 0 ? next.conduct : last.conduct,
  reach: next.reach || last.reach,
});

/**
 * What a field shows after a redraw. What a person chose wins; a field that still holds the last suggestion follows a
 * new one; so does an empty one, unless the person emptied it of this very suggestion.
 */
export function settled<T extends FieldValue>(typed: T | undefined, last: T, next: T): T {
  if (typed === undefined) return next;
  if (listed(next).length === 0 || same(last, next)) return typed;
  return same(typed, last) || listed(typed).length === 0 ? next : typed;
}

export const typedText = (typed: FormValues, name: string): string | undefined => {
  const value = typed[name];
  return value === undefined ? undefined : (listed(value)[0] ?? '');
};

export const typedList = (typed: FormValues, name: string): readonly string[] | undefined => {
  const value = typed[name];
  return value === undefined ? undefined : listed(value);
};
