import { isJson, type Json, textOf } from '../../../adapters/sandbox/json.ts';
import type { Spot } from './activities.ts';
import { type CardEntries, collected, inHalves, sentencesAtFields } from './card-inputs.ts';
import type { TeamsMessage } from './conversations.ts';
import { cardsOf, cardType, elementsOf, readableCard } from './read-card.ts';

/** What a submitted dialog goes back to: a card's button, or a message extension's command. */
export type DialogOrigin = {
  readonly spot: Spot;
  readonly on: TeamsMessage | null;
  /** Of a message extension, to be sent along with whatever is submitted; null for a button. */
  readonly command: Json | null;
};

export type OpenDialog = { readonly title: string; readonly card: Json; readonly origin: DialogOrigin };

/** The dialogs of one person; Teams shows one at a time. */
export function dialogs(as: string) {
  let open: OpenDialog | null = null;
  let typed: CardEntries = {};
  let objections: Readonly<Record<string, string>> = {};
  /** What the person was shown besides cards: dialogs with one sentence, toasts, cards put into the compose box. */
  const shown: string[] = [];

  function current(): OpenDialog {
    if (open === null) throw new Error(`${as} has no dialog open`);
    return open;
  }

  function close(): void {
    open = null;
    typed = {};
    objections = {};
  }

  /** An answer to task/fetch, task/submit, fetchTask or submitAction. */
  function follow(answer: Json, origin: DialogOrigin): void {
    const task = isJson(answer['task']) ? answer['task'] : null;
    const extension = isJson(answer['composeExtension']) ? answer['composeExtension'] : null;
    if (task?.['type'] === 'continue') {
      const value = isJson(task['value']) ? task['value'] : {};
      const [card] = cardsOf({ attachments: [value['card']] });
      if (card === undefined)
        throw new Error(`${as} got a dialog without a card: ${JSON.stringify(task).slice(0, 300)}`);
      if (textOf(value, 'title') === '') throw new Error(`${as} got a dialog without a title`);
      // As in Teams, a card that comes back is a new card: what was typed is there only if the bot put it there.
      close();
      open = { title: textOf(value, 'title'), card, origin };
    } else if (task?.['type'] === 'message') {
      close();
      shown.push(textOf(task, 'value'));
    } else if (extension !== null) {
      close();
      if (extension['type'] === 'message') shown.push(textOf(extension, 'text'));
      else shown.push(...cardsOf(extension).map(readableCard));
    } else if (Object.keys(answer).length === 0) {
      close();
    } else {
      throw new Error(`Teams cannot read this answer to a dialog: ${JSON.stringify(answer).slice(0, 300)}`);
    }
  }

  return {
    shown: shown as readonly string[],
    note: (text: string): void => void shown.push(text),
    current,
    isOpen: () => open !== null,
    follow,
    close,
    enter: (entries: CardEntries): void => {
      const { card } = current();
      const whole = inHalves(card, entries);
      collected(card, whole);
      typed = { ...typed, ...whole };
    },
    /** What is sent with the button that has this title, or the only one that sends; null: the client objects. */
    submission: (title: string | null): Json | null => {
      const { card } = current();
      const senders = elementsOf(card).filter((e) => e['type'] === 'Action.Submit');
      const action =
        title === null ? (senders.find(isPositive) ?? senders[0]) : senders.find((e) => e['title'] === title);
      if (action === undefined) {
        throw new Error(`the dialog has no Action.Submit ${title ?? ''}, only ${senders.map((e) => e['title'])}`);
      }
      const withInputs = action['associatedInputs'] !== 'none';
      const { values, objections: found } = collected(card, typed);
      objections = withInputs ? found : {};
      if (Object.keys(objections).length > 0) return null;
      const { msteams: _, ...data } = isJson(action['data']) ? action['data'] : {};
      return { ...data, ...(withInputs ? values : {}) };
    },
    errors: (): Readonly<Record<string, string>> => ({ ...sentencesAtFields(current().card), ...objections }),
  };
}

const isPositive = (action: Json): boolean => action['style'] === 'positive';

/** A card as an answer to Action.Execute carries it. */
export function cardAnswered(answer: Json): Json | null {
  if (answer['type'] !== cardType) return null;
  return isJson(answer['value']) ? answer['value'] : null;
}
