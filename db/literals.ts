/** A PostgreSQL array literal for `$n::text::text[]`: both drivers pass it through unread. */
export const textArray = (items: readonly string[]): string =>
  `{${items.map((item) => `"${item.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join(',')}}`;

/** The same for `$n::text::int[]`. */
export const intArray = (items: readonly number[]): string => `{${items.join(',')}}`;

/** For `$n::text::jsonb`. NUL, which PostgreSQL cannot hold in text, is dropped. */
export const json = (value: unknown): string => JSON.stringify(value).replaceAll('\\u0000', '');
