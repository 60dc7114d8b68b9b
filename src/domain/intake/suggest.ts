import type { DepartmentCode } from '../ids.ts';
import type { Playbook, SignalRule, TextRule } from '../playbook.ts';
import type { Touchpoint, VoiceKind } from './voice.ts';

/** What the words seem to say. null: the rules do not know, and a person is asked; nothing is ever guessed. */
export type Suggestion = {
  readonly kind: VoiceKind | null;
  readonly touchpoint: Touchpoint | null;
  readonly department: DepartmentCode | null;
  /** Codes to tick in advance, at most one of each group, in the order of the rules. A person confirms. */
  readonly signals: readonly string[];
};

/** Longer texts are read up to here; the rest is for people. */
const readCharacters = 8_000;

/** Reads the playbook's text rules over the words. Patterns were checked at load: they compile and are bounded. */
export function suggest(text: string, playbook: Playbook): Suggestion {
  const words = text.normalize('NFC').slice(0, readCharacters);
  const { suggestions, severity } = playbook;
  const kind = first(suggestions.kinds, words, null, null);
  const touchpoint = first(suggestions.touchpoints, words, kind, null);
  const codes = new Set(
    suggestions.signals.filter((rule) => matches(rule, words, kind, touchpoint)).map((rule) => rule.then),
  );
  const rated = kind === null || !severity.without.includes(kind);
  return {
    kind,
    touchpoint,
    department: first(playbook.routing, words, kind, touchpoint),
    signals: rated ? highestOfEachGroup(severity.signals.filter((s) => codes.has(s.code) && !s.automatic)) : [],
  };
}

/** The department the rules name for words whose kind and touchpoint a person has settled. */
export function departmentFor(
  text: string,
  kind: VoiceKind | null,
  touchpoint: Touchpoint | null,
  playbook: Playbook,
): DepartmentCode | null {
  return first(playbook.routing, text.normalize('NFC').slice(0, readCharacters), kind, touchpoint);
}

function first<T>(
  rules: readonly TextRule<T>[],
  words: string,
  kind: VoiceKind | null,
  touchpoint: Touchpoint | null,
): T | null {
  return rules.find((rule) => matches(rule, words, kind, touchpoint))?.then ?? null;
}

/** A rule narrowed to kinds or touchpoints stays silent where these are unknown. */
function matches(
  rule: TextRule<unknown>,
  words: string,
  kind: VoiceKind | null,
  touchpoint: Touchpoint | null,
): boolean {
  if (rule.kind !== undefined && (kind === null || !rule.kind.includes(kind))) return false;
  if (rule.touchpoint !== undefined && (touchpoint === null || !rule.touchpoint.includes(touchpoint))) return false;
  return rule.any.some(says(words)) && !rule.not.some(says(words));
}

const says =
  (words: string) =>
  (pattern: string): boolean =>
    new RegExp(pattern, 'iu').test(words);

function highestOfEachGroup(signals: readonly SignalRule[]): readonly string[] {
  return signals
    .filter((s) => !signals.some((other) => other.group === s.group && other.points > s.points))
    .map((s) => s.code);
}
