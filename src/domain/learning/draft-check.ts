import type { Label } from '../label.ts';

/** Bounded, case-insensitive regular expressions, checked when the playbook is loaded. */
type Patterns = readonly string[];

export type DraftRules = {
  /** Apologies that a reply may hold. */
  readonly apologies: number;
  /** Of so many sentences it is an answer, which has a shape; so is whatever apologises or promises to call. */
  readonly sentences: number;
  readonly apology: Patterns;
  /** A date or a time of day. */
  readonly time: Patterns;
  /** Who does it, beside the names of colleagues and departments. */
  readonly who: Patterns;
  /** Something the customer can have, or choose. */
  readonly option: Patterns;
  /** "We will check and call you." */
  readonly later: Patterns;
  /** "Our rules do not allow it", "that is not my department". */
  readonly barriers: Patterns;
  /** Things that are honoured like people. */
  readonly honorifics: Patterns;
  readonly gushing: Patterns;
  /** Asking for what the case knows. `known`: found in what is on the case; none: always known. */
  readonly asks: readonly { readonly label: Label; readonly any: Patterns; readonly known: Patterns }[];
};

export const draftParts = ['time', 'who', 'option'] as const;
export type DraftPart = (typeof draftParts)[number];

/** One thing to look at again. Never more than a hint: who sends the reply decides. */
export type DraftWarning =
  | { readonly type: 'apologies'; readonly count: number; readonly most: number }
  /** `later`: the sentence that needed a time, where there is one. */
  | { readonly type: 'missing'; readonly parts: readonly DraftPart[]; readonly later: string | null }
  | { readonly type: 'barrier' | 'honorific' | 'gushing'; readonly words: readonly string[] }
  | { readonly type: 'asksAgain'; readonly label: Label };

/** `names`: colleagues and departments. `onCase`: everything the case knows, as text. */
export type DraftContext = { readonly names: readonly string[]; readonly onCase: string };

/**
 * Looks a reply over before a person sends it: one apology, then what can be done, who does it and by when. What is
 * missing is one warning, however much is; a remark that answers nothing is not asked for a shape.
 */
export function checkDraft(draft: string, rules: DraftRules, { names, onCase }: DraftContext): readonly DraftWarning[] {
  const text = draft.normalize('NFC');
  const apologies = found(text, rules.apology).length;
  const later = found(text, rules.later)[0] ?? null;
  const has: Readonly<Record<DraftPart, boolean>> = {
    time: found(text, rules.time).length > 0,
    who: names.some((name) => text.includes(name)) || found(text, rules.who).length > 0,
    option: found(text, rules.option).length > 0,
  };
  const isAnswer = apologies > 0 || later !== null || sentencesIn(text) >= rules.sentences;
  const parts = isAnswer ? draftParts.filter((part) => !has[part]) : [];
  const worded = (type: 'barrier' | 'honorific' | 'gushing', patterns: Patterns): readonly DraftWarning[] => {
    const words = [...new Set(found(text, patterns))];
    return words.length === 0 ? [] : [{ type, words }];
  };
  return [
    ...(apologies > rules.apologies ? [{ type: 'apologies', count: apologies, most: rules.apologies } as const] : []),
    ...(parts.length === 0 ? [] : [{ type: 'missing', parts, later: has.time ? null : later } as const]),
    ...worded('barrier', rules.barriers),
    ...worded('honorific', rules.honorifics),
    ...worded('gushing', rules.gushing),
    ...rules.asks
      .filter(
        ({ any, known }) => found(text, any).length > 0 && (known.length === 0 || found(onCase, known).length > 0),
      )
      .map(({ label }) => ({ type: 'asksAgain', label }) as const),
  ];
}

const sentencesIn = (text: string): number => text.split(/[.!?。\n]+/).filter((part) => /[\p{L}\d]/u.test(part)).length;

const found = (text: string, patterns: Patterns): readonly string[] =>
  patterns.flatMap((pattern) => [...text.matchAll(new RegExp(pattern, 'giu'))].map(([hit]) => hit.trim()));
