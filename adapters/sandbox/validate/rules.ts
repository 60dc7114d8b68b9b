import { isJson } from '../json.ts';

/** Notes what is wrong with a value at a JSON pointer, in the words that Slack uses. */
export type Rule = (value: unknown, at: string, problems: string[]) => void;

const say = (problems: string[], message: string, at: string): void => {
  problems.push(`${message} [json-pointer:${at}]`);
};

/** Characters as Slack counts them: code points, not UTF-16 halves. */
export const lengthOf = (text: string): number => [...text].length;

/** `min` 1 unless said; Slack words a maximum as "must be less than max + 1 characters". */
export const string =
  (max: number, min = 1): Rule =>
  (value, at, problems) => {
    if (typeof value !== 'string') return say(problems, 'must provide a string', at);
    const length = lengthOf(value);
    if (length > max) say(problems, `must be less than ${max + 1} characters`, at);
    if (length < min) say(problems, `must be more than ${min - 1} characters`, at);
  };

export const matching =
  (pattern: RegExp, what: string): Rule =>
  (value, at, problems) => {
    if (typeof value !== 'string' || !pattern.test(value)) say(problems, what, at);
  };

export const boolean: Rule = (value, at, problems) => {
  if (typeof value !== 'boolean') say(problems, 'must be a boolean', at);
};

export const integer =
  (min: number, max: number): Rule =>
  (value, at, problems) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return say(problems, 'must be an integer', at);
    if (value < min) say(problems, `must be greater than or equal to ${min}`, at);
    if (value > max) say(problems, `must be less than or equal to ${max}`, at);
  };

export const oneOf =
  (...allowed: readonly string[]): Rule =>
  (value, at, problems) => {
    if (typeof value !== 'string' || !allowed.includes(value)) say(problems, 'must be a valid enum value', at);
  };

export const list =
  (item: Rule, min: number, max: number): Rule =>
  (value, at, problems) => {
    if (!Array.isArray(value)) return say(problems, 'must be an array', at);
    if (value.length > max) say(problems, `no more than ${max} items allowed`, at);
    if (value.length < min) say(problems, `no fewer than ${min} items allowed`, at);
    value.forEach((each: unknown, index) => {
      item(each, `${at}/${index}`, problems);
    });
  };

/** Fields a shape must have, may have, and nothing else. */
export const shape =
  (required: Readonly<Record<string, Rule>>, optional: Readonly<Record<string, Rule>> = {}): Rule =>
  (value, at, problems) => {
    if (!isJson(value)) return say(problems, 'must provide an object', at);
    for (const key of Object.keys(required)) {
      if (value[key] === undefined) say(problems, `missing required field: ${key}`, at);
    }
    for (const [key, each] of Object.entries(value)) {
      const rule = required[key] ?? optional[key];
      if (rule) {
        if (each !== undefined) rule(each, `${at}/${key}`, problems);
      } else if (key !== 'type') say(problems, `invalid additional property: ${key}`, at);
    }
  };

/** A shape chosen by its `type`; a type that is not there, or not allowed here, is unsupported. */
export const byType =
  (shapes: Readonly<Record<string, Rule>>): Rule =>
  (value, at, problems) => {
    if (!isJson(value)) return say(problems, 'must provide an object', at);
    const { type } = value;
    if (type === undefined) return say(problems, 'missing required field: type', at);
    const rule = typeof type === 'string' && Object.hasOwn(shapes, type) ? shapes[type] : undefined;
    if (rule) rule(value, at, problems);
    else say(problems, `unsupported type: ${String(type)}`, `${at}/type`);
  };

/** Every one of them. */
export const all =
  (...rules: readonly Rule[]): Rule =>
  (value, at, problems) => {
    for (const rule of rules) rule(value, at, problems);
  };

/** Something that only the whole shape shows; `find` returns what is wrong, or null. */
export const whole =
  (find: (value: Readonly<Record<string, unknown>>) => string | null): Rule =>
  (value, at, problems) => {
    const wrong = isJson(value) ? find(value) : null;
    if (wrong !== null) say(problems, wrong, at);
  };

export const anything: Rule = () => undefined;
