import { isJson, type Json, textOf } from '../../../adapters/sandbox/json.ts';
import type { Activities, Spot } from './activities.ts';
import type { TeamsMessage } from './conversations.ts';
import type { TeamsDelivery } from './delivery.ts';
import { cardAnswered, type dialogs } from './dialog.ts';
import { actionIn } from './read-card.ts';

export type Presser = {
  readonly name: string;
  readonly messages: () => readonly TeamsMessage[];
  readonly cards: (message: TeamsMessage) => readonly Json[];
  readonly words: (message: TeamsMessage) => string;
  readonly spot: () => Spot;
  readonly show: (message: string, card: Json) => void;
  readonly say: (text: string) => Promise<void>;
  readonly activities: Activities;
  readonly delivery: TeamsDelivery;
  readonly dialog: ReturnType<typeof dialogs>;
  readonly nextId: () => string;
  readonly values: (card: Json) => {
    readonly values: Readonly<Record<string, string>>;
    readonly objections: Readonly<Record<string, string>>;
  };
};

type Seen = { readonly message: TeamsMessage; readonly card: Json; readonly action: Json };

/** Presses a button on a card and does with the answer what Teams does. */
export async function pressIn(by: Presser, title: string, about: string): Promise<void> {
  const seen = await until(() => find(by, title, about), `${by.name} waited for [${title}] ${about}`);
  const { message, card, action } = seen;
  const { values, objections } =
    action['associatedInputs'] === 'none' ? { values: {}, objections: {} } : by.values(card);
  if (Object.keys(objections).length > 0)
    throw new Error(`${by.name} must first fill in ${JSON.stringify(objections)}`);
  const given = isJson(action['data']) ? action['data'] : {};
  const spot = { ...by.spot(), thread: message.thread ?? message.id };
  if (action['type'] === 'Action.Execute') return execute(by, seen, spot, { ...given, ...values });
  if (action['type'] !== 'Action.Submit') throw new Error(`[${title}] is ${action['type']}: it sends nothing`);
  return submit(by, seen, spot, given, values);
}

async function execute(by: Presser, { message, action }: Seen, spot: Spot, data: Json): Promise<void> {
  const id = textOf(action, 'id');
  const value = {
    action: { type: 'Action.Execute', ...(id === '' ? {} : { id }), verb: textOf(action, 'verb'), data },
    trigger: 'manual',
  };
  const answer = await by.delivery.ask(by.activities.invoke(spot, 'adaptiveCard/action', value, message));
  const card = cardAnswered(answer);
  const said = textOf(answer, 'value');
  if (typeof answer['statusCode'] !== 'number' || typeof answer['type'] !== 'string') {
    throw new Error(`Teams cannot read this answer to a press: ${JSON.stringify(answer).slice(0, 300)}`);
  }
  if (answer['statusCode'] >= 400) {
    throw new Error(`${by.name} saw: ${textOf(answer['value'], 'message') || 'Something went wrong'}`);
  }
  if (card !== null) by.show(message.id, card);
  else if (answer['type'] === 'application/vnd.microsoft.activity.message' && said !== '') by.dialog.note(said);
  else throw new Error(`Teams cannot show this answer to a press: ${JSON.stringify(answer).slice(0, 300)}`);
}

/** Without `msteams` a Submit is a message without words; with it, whatever it says there. */
async function submit(by: Presser, { message }: Seen, spot: Spot, given: Json, values: Json): Promise<void> {
  const { msteams, ...rest } = given;
  const data = { ...rest, ...values };
  switch (textOf(msteams, 'type')) {
    case 'task/fetch': {
      // Whether `msteams` itself comes back is written nowhere: a bot must not lean on it.
      const value = { data: { type: 'task/fetch', ...data }, context: { theme: 'default' } };
      const answer = await by.delivery.ask(by.activities.invoke(spot, 'task/fetch', value, message));
      return by.dialog.follow(answer, { spot, on: message, command: null });
    }
    case 'imBack':
      return by.say(textOf(msteams, 'value'));
    case 'messageBack': {
      const value = isJson(msteams) && isJson(msteams['value']) ? { ...msteams['value'], ...values } : data;
      const text = textOf(msteams, 'text');
      await by.delivery.tell(by.activities.message(spot, by.nextId(), { text, value, replyToId: message.id }));
      return;
    }
    default:
      await by.delivery.tell(by.activities.message(spot, by.nextId(), { value: data, replyToId: message.id }));
  }
}

function find(by: Presser, title: string, about: string): Seen | null {
  for (const message of by.messages().toReversed()) {
    if (!by.words(message).includes(about)) continue;
    for (const card of by.cards(message)) {
      const action = actionIn(card, title);
      if (action !== null) return { message, card, action };
    }
  }
  return null;
}

async function until<T>(read: () => T | null, what: string, withinMs = 8_000): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    const seen = read();
    if (seen !== null) return seen;
    if (performance.now() > end) throw new Error(what);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
