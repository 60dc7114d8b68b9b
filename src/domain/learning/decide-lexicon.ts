import { err, ok, type Result } from '../result.ts';
import { gistOf } from './gist.ts';
import { isHangul } from './hangul.ts';
import { type Lexicon, type Terms, termsOf } from './lexicon.ts';
import { lexiconWord, wordProblem } from './lexicon-edit.ts';
import type { GroupKind, LexiconEvent } from './lexicon-events.ts';

/** Words of a group, as both platforms can offer them in one choice; of one message; characters of a word. */
export const most = { inGroup: 80, atOnce: 20, characters: 40 } as const;

export type LexiconGroup = { readonly kind: GroupKind; readonly words: readonly string[] };

export type LexiconRejection =
  | { readonly type: 'NoWord' }
  /** `unheard`: a text that says it would not be found by it. */
  | {
      readonly type: 'WordUnfit';
      readonly word: string;
      readonly why: 'short' | 'long' | 'marks' | 'mixed' | 'unheard';
    }
  | { readonly type: 'WordThere'; readonly word: string; readonly group: LexiconGroup }
  /** It tells praise or a question from a complaint. */
  | { readonly type: 'WordTells'; readonly word: string; readonly kind: 'praise' | 'question' }
  | { readonly type: 'TooMany'; readonly most: number; readonly where: 'group' | 'message' }
  /** Somebody else took it out meanwhile. */
  | { readonly type: 'NotThere' };

export const groupsIn = ({ things, troubles }: Lexicon): readonly LexiconGroup[] => [
  ...things.map((words) => ({ kind: 'thing' as const, words })),
  ...troubles.map((words) => ({ kind: 'trouble' as const, words })),
];

const sameAs = (word: string): ((other: string) => boolean) => {
  const sought = lexiconWord(word);
  return (other) => lexiconWord(other) === sought;
};

/** The group in which a word stands. */
export const groupOf = (lexicon: Lexicon, word: string): LexiconGroup | null =>
  groupsIn(lexicon).find(({ words }) => words.some(sameAs(word))) ?? null;

/** The groups that a search is about: where it stands, what is heard in it, and where it is part of a word. */
export function groupsAbout(lexicon: Lexicon, terms: Terms, search: string): readonly LexiconGroup[] {
  const sought = lexiconWord(search);
  const groups = groupsIn(lexicon);
  const { things, troubles } = gistOf(sought, terms);
  const standing = groups.filter(({ words }) => words.some(sameAs(sought)));
  // Concepts are numbered as groups stand, things first.
  const said = groups.filter((_, place) => things.has(place) || troubles.has(place));
  // English words are found from their beginning on: `bag` is no part of `cabbage`.
  const part = [...sought].some(isHangul) ? sought : ` ${sought}`;
  const isWithin = (word: string): boolean => ` ${lexiconWord(word)}`.includes(part);
  const within = [...sought].length < 2 ? [] : groups.filter(({ words }) => words.some(isWithin));
  return [...new Set([...standing, ...said, ...within])];
}

/** What somebody wrote, as words: commas part them, and the dots that lists are shown with. */
const wordsIn = (written: string): readonly string[] => [
  ...new Set(
    written
      .normalize('NFKC')
      .split(/[,;·、\n]/u)
      .map(lexiconWord)
      .filter((word) => word !== ''),
  ),
];

/** Letters and digits, and what stands within words: wi-fi, driver's license, b&b. */
const plainWord = /^[\p{L}\p{N}](?:[\p{L}\p{N} '’&-]*[\p{L}\p{N}])?$/u;

function unfit(word: string): Extract<LexiconRejection, { type: 'WordUnfit' }>['why'] | null {
  if ([...word].length > most.characters) return 'long';
  if (!plainWord.test(word)) return 'marks';
  if ([...word].filter((c) => /[\p{L}\p{N}]/u.test(c)).length < 2) return 'short';
  if (wordProblem(word) === 'mixed') return 'mixed';
  const alone = { things: [[word]], troubles: [], praises: [], questions: [], common: [], opposites: [], near: [] };
  return gistOf(word, termsOf(alone)).things.size === 0 ? 'unheard' : null;
}

export type WordsGiven = { readonly written: string; readonly kind: GroupKind; readonly beside: string | null };

/** Words join a group, or begin one: all of them or none. */
export function addWords(
  lexicon: Lexicon,
  { written, kind, beside }: WordsGiven,
): Result<LexiconEvent, LexiconRejection> {
  const words = wordsIn(written);
  if (words.every((word) => wordProblem(word) === 'empty')) return err({ type: 'NoWord' });
  if (words.length > most.atOnce) return err({ type: 'TooMany', most: most.atOnce, where: 'message' });
  const group = beside === null ? null : groupOf(lexicon, beside);
  if (beside !== null && group === null) return err({ type: 'NotThere' });
  for (const word of words) {
    const why = unfit(word);
    if (why !== null) return err({ type: 'WordUnfit', word, why });
    const there = groupOf(lexicon, word);
    if (there !== null) return err({ type: 'WordThere', word, group: there });
    if (lexicon.praises.some(sameAs(word))) return err({ type: 'WordTells', word, kind: 'praise' });
    if (lexicon.questions.some(sameAs(word))) return err({ type: 'WordTells', word, kind: 'question' });
  }
  if ((group?.words.length ?? 0) + words.length > most.inGroup) {
    return err({ type: 'TooMany', most: most.inGroup, where: 'group' });
  }
  return ok({ type: 'WordsAdded', data: { words, kind: group?.kind ?? kind, beside: group?.words[0] ?? null } });
}

/** A word of a group is taken away; with its last one the group is gone. */
export function removeWord(lexicon: Lexicon, word: string): Result<LexiconEvent, LexiconRejection> {
  const group = groupOf(lexicon, word);
  if (group === null) return err({ type: 'NotThere' });
  const beside = group.words.find((other) => !sameAs(word)(other)) ?? null;
  return ok({ type: 'WordRemoved', data: { word, beside } });
}
