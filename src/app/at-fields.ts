import type { FormValues } from '../ports/form.ts';

/** A sentence that belongs to no field of this form stands at its first one. */
export function atFields(
  errors: Readonly<Record<string, string>>,
  values: FormValues,
  otherwise: string,
): Readonly<Record<string, string>> {
  const fields = Object.keys(values);
  const placed = Object.entries(errors).filter(([field]) => fields.includes(field));
  return placed.length > 0 ? Object.fromEntries(placed) : { [fields[0] ?? 'text']: otherwise };
}
