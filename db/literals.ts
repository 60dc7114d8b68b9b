/** A PostgreSQL array literal for `$n::text::text[]`: both drivers pass it through unread. */
export const textArray = (items: readonly string[]): string =>
  `{${items.map((item) => `"${item.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join(',')}}`;

/** The same for `$n::text::int[]`. */
export const intArray = (items: readonly number[]): string => `{${items.join(',')}}`;

/**
 * For `$n::text::jsonb`. What PostgreSQL cannot hold is left out: NUL, and the half of a character that a cut-off text
 * may end in. Both come from chat, and neither may keep a case from being filed.
 */
export function json(value: unknown): string {
  const text = JSON.stringify(value);
  if (!/\\u(0000|d[89a-f])/.test(text)) return text;
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? storable(part) : part));
}

/** With the flag `u` a surrogate matches only where it stands alone. */
export const storable = (text: string): string => text.replaceAll('\0', '').replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
