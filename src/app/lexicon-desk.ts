import { redact } from '../domain/intake/redaction.ts';
import {
  addWords,
  groupOf,
  groupsAbout,
  groupsIn,
  type LexiconRejection,
  removeWord,
} from '../domain/learning/decide-lexicon.ts';
import { type Lexicon, type Terms, termsOf } from '../domain/learning/lexicon.ts';
import { lexiconWord } from '../domain/learning/lexicon-edit.ts';
import type { GroupKind, LexiconEvent } from '../domain/learning/lexicon-events.ts';
import { hasRole, type Person, type Role, refOf } from '../domain/people.ts';
import { colleagues, type Playbook } from '../domain/playbook.ts';
import type { Result } from '../domain/result.ts';
import { type LexiconStep, lexiconSteps, type Press, type Step } from '../ports/card.ts';
import type { FormValues } from '../ports/form.ts';
import type { Reply } from '../ports/interaction.ts';
import type { LexiconBook } from '../ports/lexicon-book.ts';
import { sentenceCard } from '../render/case-views.ts';
import {
  addWordForm,
  editorsOnlyText,
  type LexiconReader,
  lexiconCard,
  lexiconEditedCard,
  lexiconRejectionText,
  newGroupForm,
  removeWordForm,
  searchedCard,
} from '../render/lexicon-cards.ts';
import type { Reading } from '../render/reading.ts';
import type { Asked } from './asked.ts';
import { atFields } from './at-fields.ts';
import { reader } from './form-values.ts';
import type { ReadingFor } from './reading-for.ts';

export type LexiconDeskDeps = {
  readonly book: LexiconBook;
  readonly playbook: Playbook;
  readonly readingFor: ReadingFor;
};

export const isLexiconStep = (step: Step): step is LexiconStep => (lexiconSteps as readonly Step[]).includes(step);

/** Who edits the words that mean the same. */
const editing = ['vocDesk', 'admin'] as const satisfies readonly Role[];
/** Groups that a search shows, and edits that the overview does. */
const listed = 5;

/** The lexicon in chat: everybody looks words up; the VOC desk and administrators edit them. */
export function lexiconDeskWith({ book, playbook, readingFor }: LexiconDeskDeps) {
  const readingOf = ({ known }: Asked): Reading => readingFor(known.locale, known.zone, null);
  const termsNow = rememberingTerms();
  const names = (...roles: readonly Role[]) => playbook.people.filter((p) => hasRole(p, ...roles)).map((p) => p.name);
  /** Those who know the words best, if there are any. */
  const editors = (): readonly string[] => (names('vocDesk').length > 0 ? names('vocDesk') : names('admin'));
  const readerOf = (person: Person): LexiconReader =>
    hasRole(person, ...editing) ? { edits: true } : { edits: false, editors: editors() };
  const masked = (written: string): string => redact(written, { keep: colleagues(playbook) }).text;

  /** What the lexicon knows: of a word, or, without one, how much and what was edited lately. */
  async function show(asked: Asked, written: string): Promise<Reply> {
    await book.refresh();
    const r = readingOf(asked);
    const who = readerOf(asked.known.person);
    const lexicon = book.current();
    if (written.trim() === '') {
      const groups = groupsIn(lexicon);
      const words = groups.reduce((sum, group) => sum + group.words.length, 0);
      const latest = book.edits().slice(-listed).reverse();
      return { type: 'say', card: lexiconCard({ groups: groups.length, words }, latest, who, r) };
    }
    const search = masked(written.trim());
    const found = groupsAbout(lexicon, termsNow(lexicon), search);
    // 사전 is "in advance" as well: "사전 안내 없음" is said by a customer.
    const { gesture } = asked.interaction;
    const mayBeVoice = gesture.type === 'command' && /\s/.test(search) && masked(gesture.text) === gesture.text;
    const voice = mayBeVoice ? gesture.text.trim() : null;
    return {
      type: 'say',
      card: searchedCard({ search, groups: found.slice(0, listed), total: found.length, voice }, who, r),
    };
  }

  async function press(asked: Asked, { step, arg = '' }: Press & { readonly step: LexiconStep }): Promise<Reply> {
    const r = readingOf(asked);
    if (step === 'lexicon') return show(asked, arg);
    if (!hasRole(asked.known.person, ...editing)) return say(editorsOnlyText(editors(), r));
    if (step === 'new-group') return { type: 'open-form', form: newGroupForm(arg, r) };
    await book.refresh();
    const group = groupOf(book.current(), arg);
    if (group === null) return say(lexiconRejectionText({ type: 'NotThere' }, r));
    if (step === 'add-word') return { type: 'open-form', form: addWordForm(group, r) };
    return { type: 'open-form', form: removeWordForm(group, wasAdded(arg) ? arg : null, r) };
  }

  /** The word was added in chat, so it is the one to be taken back. */
  const wasAdded = (word: string): boolean =>
    book.edits().some(({ event }) => event.type === 'WordsAdded' && event.data.words.includes(lexiconWord(word)));

  async function submit(
    asked: Asked,
    step: LexiconStep,
    values: FormValues,
    context: Readonly<Record<string, string>>,
  ): Promise<Reply> {
    const r = readingOf(asked);
    const { person } = asked.known;
    const refused = (said: string): Reply => ({
      type: 'field-errors',
      errors: atFields({ words: said, word: said }, values, said),
    });
    if (!hasRole(person, ...editing)) return refused(editorsOnlyText(editors(), r));
    const form = reader(values, playbook, person);
    if (masked(form.raw('words')) !== form.raw('words')) return refused(r.words.lexicon.problems.personal);
    const decide = (now: Lexicon): Result<LexiconEvent, LexiconRejection> =>
      step === 'remove-word'
        ? removeWord(now, form.raw('word'))
        : addWords(now, {
            written: form.raw('words'),
            kind: kindIn(form.raw('kind')),
            beside: step === 'add-word' ? (context['beside'] ?? '') : null,
          });
    const { interaction } = asked;
    const stamp = { by: refOf(person), at: interaction.at, causationId: interaction.id };
    const edited = await book.edit(decide, stamp);
    if (!edited.ok) return refused(lexiconRejectionText(edited.error, r));
    return { type: 'done', card: answerTo(edited.value, book.current(), r), home: null };
  }

  return { show, press, submit };
}
export type LexiconDesk = ReturnType<typeof lexiconDeskWith>;

const say = (sentence: string): Reply => ({ type: 'say', card: sentenceCard(sentence) });
const kindIn = (value: string): GroupKind => (value === 'trouble' ? 'trouble' : 'thing');

function answerTo(event: LexiconEvent, now: Lexicon, r: Reading) {
  const w = r.words.lexicon;
  const { beside } = event.data;
  if (event.type === 'WordRemoved') {
    const left = beside === null ? null : groupOf(now, beside);
    return lexiconEditedCard(w.removed(event.data.word, beside), left, null, r);
  }
  const { words } = event.data;
  const [first = ''] = words;
  return lexiconEditedCard(w.added(w.list(words), beside), groupOf(now, first), first, r);
}

/** Making thousands of words ready takes a moment: once for each lexicon. */
function rememberingTerms(): (lexicon: Lexicon) => Terms {
  let last: { readonly of: Lexicon; readonly terms: Terms } | null = null;
  return (lexicon) => {
    if (last === null || last.of !== lexicon) last = { of: lexicon, terms: termsOf(lexicon) };
    return last.terms;
  };
}
