import type { DepartmentCode } from '../ids.ts';
import type { Playbook, SignalRule, TextRule } from '../playbook.ts';
import { type ReachRead, reachIn } from './reach.ts';
import type { Touchpoint, VoiceKind } from './voice.ts';

/** What the words seem to say. null: the rules do not know, and a person is asked; nothing is ever guessed. */
export type Suggestion = {
  readonly kind: VoiceKind | null;
  readonly touchpoint: Touchpoint | null;
  readonly department: DepartmentCode | null;
  /** Codes to tick in advance, at most one of each group, in the order of the rules. A person confirms. */
  readonly signals: readonly string[];
  /** Codes of `taxonomies.conduct`. */
  readonly conduct: readonly string[];
  /** When the customer says to be called, where they say it. */
  readonly reach: ReachRead | null;
};

/** Longer texts are read up to here; the rest is for people. */
const readCharacters = 8_000;

/** What is known beside the words; a rule narrowed to what is not known stays silent. */
type Beside = {
  readonly kind: VoiceKind | null;
  readonly touchpoint: Touchpoint | null;
  readonly channel: string | null;
};
const nothing: Beside = { kind: null, touchpoint: null, channel: null };

/**
 * Reads the playbook's text rules over the words. Patterns were checked at load: they compile and are bounded.
 * `channel`: where the voice came in, once a person has said so.
 */
export function suggest(text: string, playbook: Playbook, channel: string | null = null): Suggestion {
  const words = text.normalize('NFC').slice(0, readCharacters);
  const { suggestions, severity } = playbook;
  const kind = first(suggestions.kinds, words, { ...nothing, channel });
  const touchpoint = first(suggestions.touchpoints, words, { ...nothing, kind, channel });
  const beside = { kind, touchpoint, channel };
  const codes = new Set(suggestions.signals.filter((rule) => matches(rule, words, beside)).map((rule) => rule.then));
  const rated = kind === null || !severity.without.includes(kind);
  return {
    kind,
    touchpoint,
    department: first(playbook.routing, words, beside),
    conduct: [
      ...new Set((suggestions.conduct ?? []).filter((rule) => matches(rule, words, beside)).map((rule) => rule.then)),
    ],
    reach: reachIn(words, playbook.taxonomies.replyChannels),
    signals: rated ? highestOfEachGroup(severity.signals.filter((s) => codes.has(s.code) && !s.automatic)) : [],
  };
}

/** The department the rules name for words whose kind, touchpoint and channel a person has settled. */
export function departmentFor(text: string, settled: Partial<Beside>, playbook: Playbook): DepartmentCode | null {
  return first(playbook.routing, text.normalize('NFC').slice(0, readCharacters), { ...nothing, ...settled });
}

const first = <T>(rules: readonly TextRule<T>[], words: string, beside: Beside): T | null =>
  rules.find((rule) => matches(rule, words, beside))?.then ?? null;

const among = <T>(wanted: readonly T[] | undefined, known: T | null): boolean =>
  wanted === undefined || (known !== null && wanted.includes(known));

function matches(rule: TextRule<unknown>, words: string, { kind, touchpoint, channel }: Beside): boolean {
  if (!among(rule.kind, kind) || !among(rule.touchpoint, touchpoint) || !among(rule.channel, channel)) return false;
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
