import type { Locale } from '../../src/domain/playbook.ts';
import { wordsIn } from '../../src/render/words/locales.ts';
import type { Entries } from '../support/entries.ts';
import { collected, fieldOf, fieldsOf, sentencesAtFields, suggestedIn } from '../support/teams/card-inputs.ts';
import { agreeTo, offerIn } from '../support/teams/own-storage.ts';
import { cardsOf, elementsOf, readableCard, readableMessage } from '../support/teams/read-card.ts';
import type { TeamsDouble } from '../support/teams/teams-double.ts';
import { NotOffered, type PersonAtWork, type Where } from './person.ts';

const again = ['다시 제안', 'Suggest again'];
/** A heading that nothing but somebody's own page has. */
const onHome = wordsIn('ko').lists.owned;

/** A person at work in Teams. Forms are windows, or stand in a card where no window could be opened. */
export function inTeams(teams: TeamsDouble, id: string, channelOf: (where: Where) => string): PersonAtWork {
  const self = teams.person(id);
  const place = (where: Where): string => (where === 'private' || where === 'home' ? self.direct : channelOf(where));
  const before = { words: self.words().length, shown: self.shown.length };
  let typed: Entries = {};
  /** Where the last act was, and the forms that already stood in cards there. */
  let lately = { conversation: self.direct, forms: formsIn(self.direct) };

  function formsIn(conversation: string): ReadonlySet<string> {
    return new Set(self.cardForms(conversation).map(({ message }) => message));
  }
  function onCard() {
    return self.cardForms(lately.conversation).find(({ message }) => !lately.forms.has(message)) ?? null;
  }
  const isOpen = (): boolean => self.hasForm() && fieldsOf(self.card()).length > 0;

  async function opened(): Promise<void> {
    const until = performance.now() + 8_000;
    while (!isOpen() && onCard() === null) {
      if (performance.now() > until) throw new NotOffered(`${self.name} waited for a form`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  const form = () => (self.hasForm() ? self.card() : onCard()?.card);

  function turn(conversation: string): void {
    if (self.hasForm()) self.close();
    typed = {};
    lately = { conversation, forms: formsIn(conversation) };
  }

  function threadOf(where: Where, about: string): string {
    const heads = teams.read(place(where)).filter(({ thread }) => thread === null);
    const card = heads.find(({ text }) => text.includes(about));
    if (card === undefined) throw new NotOffered(`${self.name} sees no card of ${about}`);
    return `${place(where)};messageid=${card.message}`;
  }

  /** By the button that is meant for it, or the one that draws the form again. */
  async function send(redraw: boolean): Promise<void> {
    const card = onCard();
    const senders = elementsOf(form()).filter((e) => ['Action.Submit', 'Action.Execute'].includes(String(e['type'])));
    const found = senders.find((e) => again.includes(String(e['title'])) === redraw);
    if (found === undefined) throw new NotOffered(`${self.name} has no such button`);
    if (self.hasForm()) return self.submit(String(found['title']));
    if (card !== null) await self.sendCard(card.message, String(found['title']), typed, lately.conversation);
  }

  return {
    press: async (label, where, about = where === 'home' ? onHome : '') => {
      turn(place(where));
      await self.press(label, place(where), about);
    },
    question: async (label, where, about) => {
      const cards = teams
        .messages(place(where))
        .filter(({ activity }) => readableMessage(activity).includes(about))
        .flatMap(({ activity }) => cardsOf(activity).flatMap((card) => elementsOf(card)));
      return readableCard(cards.findLast((e) => e['type'] === 'Action.ShowCard' && e['title'] === label)?.['card']);
    },
    fill: async (entries) => {
      await opened();
      if (self.hasForm()) return self.fill(entries);
      typed = { ...typed, ...entries };
      collected(form(), {});
    },
    redraw: () => send(true),
    submit: async () => {
      await opened();
      await send(false);
    },
    hasForm: () => isOpen() || onCard() !== null,
    formText: async () => {
      await opened();
      return readableCard(form());
    },
    startsWith: async (field) => {
      await opened();
      return suggestedIn(fieldOf(form(), field));
    },
    errors: () => (self.hasForm() ? self.errors() : sentencesAtFields(form())),
    type: async (words) => {
      turn(self.direct);
      await self.say(words);
    },
    typeIn: async () => {
      throw new NotOffered('a channel of Teams has no commands');
    },
    mention: async (words, where, about) => {
      turn(place(where));
      await self.mention(words, about === undefined ? place(where) : threadOf(where, about));
    },
    write: (words, where) => self.write(words, place(where)),
    reply: (words, where, about) => self.write(words, threadOf(where, about)),
    edit: (written, words) => self.edit(written, words),
    erase: (written) => self.erase(written),
    fileMessage: async (written) => {
      turn(written.conversation);
      await self.fileMessage(written, 'file');
    },
    fileFromAnywhere: async () => {
      turn(self.direct);
      await self.fileFromCompose('file');
    },
    openHome: async () => {
      turn(self.direct);
      await self.say('홈');
    },
    home: async () => self.words().findLast((words) => words.includes(onHome)) ?? '',
    speak: async (locale: Locale) => self.speak(locale === 'ko' ? 'ko-KR' : 'en-US'),
    told: () =>
      [
        ...self.words().slice(before.words),
        ...self.shown.slice(before.shown),
        ...(self.hasForm() ? [self.formText()] : []),
      ].join('\n'),
    takeFile: async () => {
      const offers = teams.messages(self.direct).flatMap(({ activity }) => offerIn(activity) ?? []);
      const offer = offers.at(-1);
      return offer === undefined ? null : agreeTo(offer, self);
    },
    reads: (where) => self.words(place(where)),
  };
}
