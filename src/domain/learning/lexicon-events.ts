import type { CausationId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { PersonRef } from '../people.ts';
import type { ConceptKind, Lexicon } from './lexicon.ts';
import { lexiconWord } from './lexicon-edit.ts';

/** What a group of words is about: what a voice is about, or what went wrong. Only these are edited in chat. */
export type GroupKind = Extract<ConceptKind, 'thing' | 'trouble'>;

export type LexiconEvent =
  /** `beside`: a word of the group they joined; null: they began one. */
  | {
      readonly type: 'WordsAdded';
      readonly data: { readonly words: readonly string[]; readonly kind: GroupKind; readonly beside: string | null };
    }
  /** `beside`: a word of the group it was in; null: it was the last. */
  | { readonly type: 'WordRemoved'; readonly data: { readonly word: string; readonly beside: string | null } };

/** An event as the log keeps it. */
export type LexiconEdit = {
  readonly event: LexiconEvent;
  readonly by: PersonRef;
  readonly at: Instant;
  readonly causationId: CausationId;
};

type Group = { readonly kind: GroupKind; readonly words: string[] };

/**
 * The lexicon of the playbook with everything said in chat laid over it, in order. What a person said outranks what
 * ships: a word they added leaves the group in which a later release puts it. A group is known by its words, never by its
 * place, so that another playbook beneath changes as little as it can.
 */
export function lexiconWith(own: Lexicon, events: readonly LexiconEvent[]): Lexicon {
  if (events.length === 0) return own;
  const groupsOf = (kind: GroupKind, lists: readonly (readonly string[])[]): Group[] =>
    lists.map((words) => ({ kind, words: [...words] }));
  const groups = [...groupsOf('thing', own.things), ...groupsOf('trouble', own.troubles)];
  const holding = new Map<string, Group>();
  for (const group of groups) {
    for (const word of group.words) if (!holding.has(lexiconWord(word))) holding.set(lexiconWord(word), group);
  }
  const atFirst = new Map(holding);

  function remove(word: string): void {
    const group = holding.get(lexiconWord(word));
    const place = group?.words.findIndex((other) => lexiconWord(other) === lexiconWord(word)) ?? -1;
    if (place >= 0) group?.words.splice(place, 1);
    holding.delete(lexiconWord(word));
  }
  function put(word: string, group: Group): void {
    if (holding.get(lexiconWord(word)) === group) return;
    remove(word);
    group.words.push(word);
    holding.set(lexiconWord(word), group);
  }
  function begun(kind: GroupKind): Group {
    const group: Group = { kind, words: [] };
    groups.push(group);
    return group;
  }

  for (const event of events) {
    if (event.type === 'WordRemoved') {
      remove(event.data.word);
      continue;
    }
    const { words, kind, beside } = event.data;
    const group = (beside === null ? undefined : holding.get(lexiconWord(beside))) ?? begun(kind);
    // Gone from the playbook since: that they mean the same still stands.
    if (beside !== null) put(beside, group);
    for (const word of words) put(word, group);
  }

  /** What is opposite or near is said of groups: where the word that named one is gone, another of it does. */
  const named = (word: string): readonly string[] => {
    const group = atFirst.get(lexiconWord(word));
    if (group === undefined || holding.get(lexiconWord(word)) === group) return [word];
    const heir = group.words[0] ?? (holding.has(lexiconWord(word)) ? word : undefined);
    return heir === undefined ? [] : [heir];
  };
  const wordsOf = (kind: GroupKind) =>
    groups.flatMap((group) => (group.kind === kind && group.words.length > 0 ? [group.words] : []));
  return {
    ...own,
    things: wordsOf('thing'),
    troubles: wordsOf('trouble'),
    opposites: own.opposites.map((words) => words.flatMap(named)),
    near: own.near.map((words) => words.flatMap(named)),
  };
}
