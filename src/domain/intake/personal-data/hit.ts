import type { PersonalDataType } from '../voice.ts';

/** A span of personal data, as offsets into the text, and the form people may see instead. */
export type Hit = {
  readonly type: PersonalDataType;
  readonly start: number;
  readonly end: number;
  readonly shown: string;
};

/**
 * Finds one or two types in a text that went through `fold`. Spans that another detector already has are blanked with
 * `taken`, so the order of the detectors is their priority and two hits never overlap.
 */
export type Detector = (folded: string, options: DetectorOptions) => readonly Hit[];
export type DetectorOptions = {
  /** Praise: names of staff stay. */
  readonly praise: boolean;
  /** Nobody is born after this year; null where the caller knows no calendar. */
  readonly year: number | null;
};

/** Stands for a character that is spoken for. From the private-use area: no customer types it, and `fold` removes it. */
export const taken = '\uE000';

/**
 * Every match of `pattern` (global) that `judge` makes a hit of. After a refusal the search goes on one character
 * further, so that a number hiding behind the start of another is still found. Patterns are bounded, hence linear.
 */
export function scan(
  text: string,
  pattern: RegExp,
  judge: (match: RegExpExecArray, last: Hit | null) => Hit | null,
): readonly Hit[] {
  const hits: Hit[] = [];
  const finder = new RegExp(pattern.source, pattern.flags);
  for (let match = finder.exec(text); match !== null; match = finder.exec(text)) {
    const hit = judge(match, hits.at(-1) ?? null);
    if (hit !== null) hits.push(hit);
    finder.lastIndex = hit === null ? match.index + 1 : Math.max(hit.end, match.index + 1);
  }
  return hits;
}

export const digitsOf = (text: string): string => text.replace(/\D/g, '');
/** The text right before `at`, enough for a label and its particle. */
export const before = (text: string, at: number, length = 40): string => text.slice(Math.max(0, at - length), at);
export const after = (text: string, at: number, length = 20): string => text.slice(at, at + length);
