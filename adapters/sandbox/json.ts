/** Any JSON object, before anybody has looked inside. */
export type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Undefined when the text is no JSON. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A text field of a JSON object; empty when it is missing or of another type. */
export const textOf = (value: unknown, key: string): string => {
  const found = isJson(value) ? value[key] : undefined;
  return typeof found === 'string' ? found : '';
};

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
