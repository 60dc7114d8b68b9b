import type { CardBlock, Step } from './card.ts';

export type Choice = { readonly value: string; readonly label: string };

type FieldBase = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
  /** A change of this field while the form is open asks for the form again (suggestions, preview). */
  readonly refreshes?: boolean;
};

export type Field =
  | (FieldBase & {
      readonly type: 'text';
      readonly multiline: boolean;
      /** At most 3,000 on Slack. */
      readonly maxLength: number;
      readonly initial?: string;
      readonly placeholder?: string;
    })
  | (FieldBase & { readonly type: 'number'; readonly min: number; readonly initial?: number })
  | (FieldBase & { readonly type: 'select'; readonly choices: readonly Choice[]; readonly initial?: string })
  | (FieldBase & {
      readonly type: 'multiSelect';
      readonly choices: readonly Choice[];
      readonly initial?: readonly string[];
    })
  /** Radio buttons: few choices, all visible. */
  | (FieldBase & { readonly type: 'pick'; readonly choices: readonly Choice[]; readonly initial?: string })
  | (FieldBase & { readonly type: 'checkbox'; readonly choice: Choice; readonly initial?: boolean })
  /** `YYYY-MM-DD`. */
  | (FieldBase & { readonly type: 'day'; readonly initial?: string })
  /** Milliseconds since 1970, in decimal. */
  | (FieldBase & { readonly type: 'moment'; readonly initial?: string });

/** A question sheet: one screen. What was typed is kept whenever the form is drawn again with the same field names. */
export type Form = {
  readonly step: Step;
  /** At most 24 characters (Slack). */
  readonly title: string;
  readonly submit: string;
  readonly cancel: string;
  /** Drawn above the fields. */
  readonly intro: readonly CardBlock[];
  readonly fields: readonly Field[];
  /** Drawn below the fields (the masked preview). */
  readonly outro: readonly CardBlock[];
  /** Travels with the form and comes back with it; at most 2,500 characters as JSON. */
  readonly context: Readonly<Record<string, string>>;
};

/** What a field came back with: text, choice, day and moment as a string; several choices as a list; empty as ''/[]. */
export type FieldValue = string | readonly string[];
export type FormValues = Readonly<Record<string, FieldValue>>;
