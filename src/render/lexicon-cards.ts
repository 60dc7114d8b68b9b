import { type LexiconGroup, type LexiconRejection, most } from '../domain/learning/decide-lexicon.ts';
import type { LexiconEdit } from '../domain/learning/lexicon-events.ts';
import { unreachable } from '../domain/result.ts';
import type { Action, Card, CardBlock, LexiconStep } from '../ports/card.ts';
import type { Form } from '../ports/form.ts';
import { aside, bold, buttons, card, heading, labelled, line, text } from './drawing.ts';
import { clip } from './excerpt.ts';
import { choice, oneLine, pick, select } from './forms/fields.ts';
import { general } from './general-action.ts';
import type { Reading } from './reading.ts';
import { momentText } from './time.ts';

/** Who reads: somebody who edits, or who can tell those that do. */
export type LexiconReader = { readonly edits: true } | { readonly edits: false; readonly editors: readonly string[] };

/** Words of a group that are shown at once. */
const shown = 24;

function listText(words: readonly string[], r: Reading): string {
  const w = r.words.lexicon;
  return w.list(words.length <= shown ? words : [...words.slice(0, shown), w.others(words.length - shown)]);
}

const namesOf = (people: readonly string[], r: Reading): string => people.map(r.words.glossary.person).join(', ');

/** Said to whoever does not edit: who does. */
export const editorsOnlyText = (editors: readonly string[], r: Reading): string =>
  editors.length === 0 ? r.words.lexicon.noEditor : r.words.lexicon.editorsOnly(namesOf(editors, r));

/** For whoever edits, what can be done; for the others, whom to tell. */
const atTheEnd = (reader: LexiconReader, actions: readonly Action[], r: Reading): readonly CardBlock[] => {
  if (reader.edits) return buttons(actions);
  return reader.editors.length === 0 ? [] : [aside(text(r.words.lexicon.ask(namesOf(reader.editors, r))))];
};

function groupBlocks({ kind, words }: LexiconGroup, reader: LexiconReader, r: Reading): readonly CardBlock[] {
  const [first = ''] = words;
  return [
    line(...labelled(r.words.lexicon.kinds[kind], listText(words, r))),
    ...(reader.edits ? buttons([general('add-word', r, first), general('remove-word', r, first)]) : []),
  ];
}

function editedText({ event, by, at }: LexiconEdit, r: Reading): string {
  const w = r.words.lexicon.edited;
  const [who, when] = [r.words.glossary.person(by.name), momentText(at, r)];
  return event.type === 'WordRemoved'
    ? w.removed(who, when, event.data.word, event.data.beside)
    : w.added(who, when, listText(event.data.words, r), event.data.beside);
}

/** What the lexicon is, how much it holds, and what was edited lately. */
export function lexiconCard(
  holds: { readonly groups: number; readonly words: number },
  latest: readonly LexiconEdit[],
  reader: LexiconReader,
  r: Reading,
): Card {
  const w = r.words.lexicon;
  const sum = w.holds(holds.groups, holds.words);
  return card(`${w.title} · ${sum}`, [
    heading(w.title),
    line(text(w.what)),
    line(text(sum)),
    line(text(w.how)),
    ...(latest.length === 0 ? [] : [line(bold(w.latest)), ...latest.map((edit) => aside(text(editedText(edit, r))))]),
    ...atTheEnd(reader, [general('new-group', r)], r),
  ]);
}

export type Searched = {
  readonly search: string;
  readonly groups: readonly LexiconGroup[];
  readonly total: number;
  /** What was typed may as well be a customer's voice; null: it is not. */
  readonly voice: string | null;
};

/** The groups a word stands in. */
export function searchedCard({ search, groups, total, voice }: Searched, reader: LexiconReader, r: Reading): Card {
  const w = r.words.lexicon;
  const title = w.titleOf(clip(search, 60));
  const found = groups.map(({ words }) => listText(words, r)).join(' / ');
  const fresh = [general('new-group', r, clip(search, most.characters))];
  return card(`${title} · ${clip(found === '' ? w.notThere(search) : found, 300)}`, [
    heading(title),
    ...(groups.length === 0
      ? [line(text(w.notThere(clip(search, 60)))), ...(reader.edits ? [aside(text(w.joinHow))] : [])]
      : []),
    ...groups.flatMap((group) => groupBlocks(group, reader, r)),
    ...(total > groups.length ? [aside(text(w.moreGroups(total - groups.length)))] : []),
    ...atTheEnd(reader, groups.length === 0 ? fresh : [], r),
    ...(voice === null ? [] : [aside(text(w.meantVoice)), ...buttons([general('file', r, voice)])]),
  ]);
}

const frame = (step: Exclude<LexiconStep, 'lexicon'>, r: Reading): Omit<Form, 'fields' | 'context' | 'intro'> => {
  const { submit, cancel } = r.words.forms;
  return { step, title: r.words.steps.labels[step], submit, cancel, outro: [aside(text(r.words.lexicon.follows))] };
};

const about = ({ words }: LexiconGroup, r: Reading): readonly CardBlock[] => [
  line(...labelled(r.words.lexicon.group, listText(words, r))),
];

/** Characters of a field that takes several words. */
const several = 200;

export function addWordForm(group: LexiconGroup, r: Reading): Form {
  const w = r.words.lexicon;
  return {
    ...frame('add-word', r),
    intro: about(group, r),
    fields: [oneLine('words', w.words, { hint: w.wordsHint, max: several })],
    context: { beside: group.words[0] ?? '' },
  };
}

export function newGroupForm(start: string, r: Reading): Form {
  const w = r.words.lexicon;
  const kinds = (['thing', 'trouble'] as const).map((kind) => choice(kind, w.kindChoices[kind]));
  return {
    ...frame('new-group', r),
    intro: [],
    fields: [
      oneLine('words', w.groupWords, { hint: w.groupWordsHint, initial: start, max: several }),
      pick('kind', w.kind, kinds, { initial: 'thing' }),
    ],
    context: {},
  };
}

/** `chosen`: the word that was just added, so that taking it back is one press. */
export function removeWordForm(group: LexiconGroup, chosen: string | null, r: Reading): Form {
  const w = r.words.lexicon;
  const choices = group.words.map((word) => ({ value: word, label: word }));
  return {
    ...frame('remove-word', r),
    intro: about(group, r),
    fields: [select('word', w.word, choices, { initial: chosen })],
    context: {},
  };
}

/** What was edited, what follows from it, and the group as it is now; null: it is gone. `undo`: what was just added. */
export function lexiconEditedCard(said: string, group: LexiconGroup | null, undo: string | null, r: Reading): Card {
  const { follows } = r.words.lexicon;
  const [first = ''] = group?.words ?? [];
  const actions = group === null ? [] : [general('add-word', r, first), general('remove-word', r, undo ?? first)];
  return card(`${said} ${follows}`, [
    line(bold(said)),
    ...(group === null ? [] : [line(...labelled(r.words.lexicon.kinds[group.kind], listText(group.words, r)))]),
    line(text(follows)),
    ...buttons(actions),
  ]);
}

/** One sentence, for the field that it is about. */
export function lexiconRejectionText(rejection: LexiconRejection, r: Reading): string {
  const { problems } = r.words.lexicon;
  switch (rejection.type) {
    case 'NoWord':
      return problems.none;
    case 'WordUnfit': {
      const word = clip(rejection.word, most.characters);
      return rejection.why === 'long' ? problems.long(word, most.characters) : problems[rejection.why](word);
    }
    case 'WordThere':
      return problems.there(rejection.word, clip(listText(rejection.group.words, r), 80));
    case 'WordTells':
      return problems.tells[rejection.kind](rejection.word);
    case 'TooMany':
      return problems.many[rejection.where](rejection.most);
    case 'NotThere':
      return problems.gone;
    default:
      return unreachable(rejection);
  }
}
