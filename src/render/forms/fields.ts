import type { Choice, Field } from '../../ports/form.ts';
import { clip } from '../excerpt.ts';

/** What the narrowest platform shows and takes. */
const limits = { choices: 100, choiceLabel: 75, hint: 150, text: 3000 };

type Extra = { readonly hint?: string; readonly required?: boolean; readonly refreshes?: boolean };

/** Fields are required unless they say otherwise. */
const base = (name: string, label: string, extra: Extra) => ({
  name,
  label,
  required: extra.required ?? true,
  ...(extra.hint === undefined ? {} : { hint: clip(extra.hint, limits.hint) }),
  ...(extra.refreshes === undefined ? {} : { refreshes: extra.refreshes }),
});

/** A choice stands alone, so it starts like a sentence, also where the word is written small inside one. */
export const choice = (value: string, label: string): Choice => ({
  value,
  label: clip(label.charAt(0).toUpperCase() + label.slice(1), limits.choiceLabel),
});

const some = (choices: readonly Choice[]): readonly Choice[] => choices.slice(0, limits.choices);

/** An initial choice only where it is among the choices: platforms refuse anything else. */
const chosen = (choices: readonly Choice[], initial: string | null | undefined) =>
  initial !== null && initial !== undefined && choices.some((c) => c.value === initial) ? { initial } : {};

export const oneLine = (
  name: string,
  label: string,
  extra: Extra & { initial?: string; max?: number } = {},
): Field => ({
  ...base(name, label, extra),
  type: 'text',
  multiline: false,
  maxLength: extra.max ?? 200,
  ...(extra.initial ? { initial: extra.initial } : {}),
});

export const prose = (name: string, label: string, extra: Extra & { initial?: string } = {}): Field => ({
  ...base(name, label, extra),
  type: 'text',
  multiline: true,
  maxLength: limits.text,
  ...(extra.initial ? { initial: extra.initial } : {}),
});

export const select = (
  name: string,
  label: string,
  choices: readonly Choice[],
  extra: Extra & { initial?: string | null } = {},
): Field => {
  const offered = some(choices);
  return { ...base(name, label, extra), type: 'select', choices: offered, ...chosen(offered, extra.initial) };
};

export const pick = (
  name: string,
  label: string,
  choices: readonly Choice[],
  extra: Extra & { initial?: string | null } = {},
): Field => {
  const offered = choices.slice(0, 10);
  return { ...base(name, label, extra), type: 'pick', choices: offered, ...chosen(offered, extra.initial) };
};

export const severalOf = (
  name: string,
  label: string,
  choices: readonly Choice[],
  extra: Extra & { initial?: readonly string[] } = {},
): Field => {
  const offered = some(choices);
  const initial = (extra.initial ?? []).filter((value) => offered.some((c) => c.value === value));
  return {
    ...base(name, label, extra),
    type: 'multiSelect',
    choices: offered,
    ...(initial.length > 0 ? { initial } : {}),
  };
};

export const checkbox = (name: string, label: string, what: Choice, extra: Extra = {}): Field => ({
  ...base(name, label, extra),
  type: 'checkbox',
  choice: what,
});

export const dayField = (name: string, label: string, initial: string, extra: Extra = {}): Field => ({
  ...base(name, label, extra),
  type: 'day',
  initial,
});

export const momentField = (name: string, label: string, initial: number | null, extra: Extra = {}): Field => ({
  ...base(name, label, extra),
  type: 'moment',
  ...(initial === null ? {} : { initial: String(initial) }),
});

export const numberField = (
  name: string,
  label: string,
  min: number,
  extra: Extra & { initial?: number } = {},
): Field => ({
  ...base(name, label, extra),
  type: 'number',
  min,
  ...(extra.initial === undefined ? {} : { initial: extra.initial }),
});
