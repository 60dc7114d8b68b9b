import type { CaseEvent } from '../../src/domain/case/events.ts';
import type { Step } from '../../src/ports/card.ts';
import type { FormValues } from '../../src/ports/form.ts';
import { wordsIn } from '../../src/render/words/locales.ts';
import type { Entries } from '../support/entries.ts';
import { type Office, shows } from './office.ts';
import type { PersonAtWork, Where } from './person.ts';
import type { Scenario } from './scenario.ts';
import { type Stage, type Standing, stageOf } from './stage.ts';

export const { labels } = wordsIn('ko').steps;

/** Presses what stands on an answer: below the card in a channel of Slack, in the private chat of Teams. */
export const pressAnswer = (office: Office, person: PersonAtWork, label: string, about?: string): Promise<void> =>
  person.press(label, office.platform === 'slack' ? 'logistics' : 'private', about);

/** What the menu of a card has no room for stands one press behind it. */
export async function pressBehind(
  office: Office,
  person: PersonAtWork,
  label: string,
  where: Where,
  about: string,
): Promise<void> {
  await person.press(labels.more, where, about);
  await person.press(label, office.platform === 'slack' ? where : 'private', about);
}

type Taken = {
  readonly from: Standing;
  readonly who: string;
  /** Where the button is pressed. */
  readonly where: Where;
  /** What is entered, where the step asks something. */
  readonly enter?: Entries | ((stage: Stage) => Entries);
  /** What the case's log says afterwards, of this person. */
  readonly event: CaseEvent['type'];
  /** What the case is filed with. */
  readonly filed?: FormValues;
};

/** A step that somebody takes by the button of a case; its effect is in the log, on the card and in its thread. */
export const step = (name: Step, does: string, taken: Taken): Scenario => ({
  does,
  run: async (office) => {
    const stage = stageOf(office);
    const c = await stage.bring(taken.from, taken.filed);
    const person = office.person(taken.who);
    await person.press(labels[name], taken.where, c.number);
    if (taken.enter !== undefined) {
      await person.fill(typeof taken.enter === 'function' ? taken.enter(stage) : taken.enter);
      await person.submit();
    }
    await c.happened(taken.event, taken.who);
  },
});

type Looked = {
  readonly from: Standing;
  readonly who: string;
  readonly where: Where;
  readonly filed?: FormValues;
  readonly sees: string | RegExp;
  /** It stands behind the menu's last entry. */
  readonly behind?: true;
};

/** A look at a case by one of its buttons: shown to whoever asked, and to nobody else. */
export const look = (name: Step, does: string, { from, who, where, filed, sees, behind }: Looked): Scenario => ({
  does,
  run: async (office) => {
    const c = await stageOf(office).bring(from, filed);
    const before = office.channel(where).length;
    const person = office.person(who);
    if (behind) await pressBehind(office, person, labels[name], where, c.number);
    else await person.press(labels[name], where, c.number);
    await shows(person.told, sees);
    if (office.channel(where).length !== before) throw new Error('everybody sees what one person asked for');
  },
});

/** Something that is typed to Meari alone, and answered there. */
export const word = (does: string, words: string, who: string, sees: string | RegExp): Scenario => ({
  does,
  run: async (office: Office) => {
    const person = office.person(who);
    await person.type(words);
    await shows(person.told, sees);
  },
});
