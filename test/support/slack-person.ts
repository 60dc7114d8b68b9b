import type { ActResult } from '../../adapters/sandbox/protocol.ts';
import type { Sandbox } from '../../adapters/sandbox/sandbox.ts';
import type { Entries } from './entries.ts';
import { entered, inputsIn, json, list, nameOf, plain, stateOf, untouched } from './slack-inputs.ts';

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Everything a reader would see in these blocks, as lines. */
export function readable(blocks: unknown): string {
  const texts: string[] = [];
  const walk = (value: unknown, key: string): void => {
    if (Array.isArray(value)) for (const item of value) walk(item, key);
    else if (isJson(value)) for (const [k, v] of Object.entries(value)) walk(v, k);
    else if (key === 'text' && typeof value === 'string') texts.push(value);
  };
  walk(blocks, '');
  return texts.join('\n');
}

/** Somebody at work in the sandbox, doing through Slack's own payloads what the page lets them do. */
export function slackPerson(sandbox: Pick<Sandbox, 'act' | 'state'>, as: string) {
  const state = sandbox.state;
  /** What was entered in the open form, by view, so that a redraw keeps it as Slack does. */
  let typed: Record<string, Entries[string]> = {};
  const direct = `D${as.slice(1)}`;

  async function done(result: Promise<ActResult>): Promise<void> {
    const answer = await result;
    if (!answer.ok) throw new Error(`${as} saw: ${answer.error}`);
  }

  function modal() {
    const top = state.modals(as).at(-1);
    if (top === undefined) throw new Error(`${as} has no form open`);
    return top;
  }

  const fields = () => inputsIn(modal().view['blocks']);
  const values = () => stateOf(fields(), typed);

  /** The app answers a press first and opens its form a moment later. */
  async function until<T>(read: () => T | null | undefined, what: string, withinMs = 8_000): Promise<T> {
    const end = performance.now() + withinMs;
    for (;;) {
      const seen = read();
      if (seen !== null && seen !== undefined) return seen;
      if (performance.now() > end) throw new Error(`${as} waited for ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  /** A button or menu entry with this label, as soon as it can be seen; the newest message first, `about` a case if given. */
  async function press(label: string, conversation: string, about = ''): Promise<void> {
    const seen = await until(() => find(label, conversation, about), `[${label}] ${about} in ${conversation}`);
    return done(sandbox.act({ as, do: 'press', ...seen, values: {} }));
  }

  function find(label: string, conversation: string, about: string) {
    for (const message of state.messages(conversation).toReversed()) {
      if (message.onlyFor !== null && message.onlyFor !== as) continue;
      if (!message.text.includes(about)) continue;
      const action = actionIn(message.blocks, label);
      const container = { type: 'message' as const, conversation, ts: message.ts };
      if (action !== null) return { container, ...action };
    }
    return null;
  }

  const form = () => until(() => state.modals(as).at(-1), 'a form');

  return {
    id: as,
    direct,
    say: (text: string, conversation: string) =>
      done(sandbox.act({ as, do: 'say', conversation, threadTs: null, text })),
    command: (text: string, conversation = direct) => done(sandbox.act({ as, do: 'command', conversation, text })),
    fileMessage: (conversation: string, ts: string) =>
      done(sandbox.act({ as, do: 'message-shortcut', callbackId: 'file_message', conversation, ts })),
    fileShortcut: () => done(sandbox.act({ as, do: 'global-shortcut', callbackId: 'file' })),
    openHome: () => done(sandbox.act({ as, do: 'open-home' })),
    press,
    pressAtHome: async (label: string) => {
      const home = state.home(as);
      const action = home === null ? null : actionIn(home.view['blocks'], label);
      if (home === null || action === null) throw new Error(`there is no [${label}] at ${as}'s home`);
      return done(
        sandbox.act({ as, do: 'press', container: { type: 'view', viewId: home.id }, ...action, values: {} }),
      );
    },
    /** Fills fields in; those that redraw the form do so, as in Slack. */
    fill: async (entries: Entries) => {
      await form();
      for (const [name, entry] of Object.entries(entries)) {
        const field = fields().find((f) => f.name === name);
        if (field === undefined) throw new Error(`the form has no field ${name}, only ${fields().map((f) => f.name)}`);
        typed = { ...typed, [name]: entry };
        if (!field.dispatches || field.element['type'] === 'plain_text_input') continue;
        const action = { ...entered(field.element, entry), action_id: field.element['action_id'] };
        const container = { type: 'view' as const, viewId: modal().id };
        const { hash } = modal();
        await done(sandbox.act({ as, do: 'press', container, blockId: field.blockId, action, values: values() }));
        await until(() => (modal().hash === hash ? null : true), 'the form to be drawn again');
      }
    },
    /** Enters without waiting for the form to be drawn again. */
    enter: (entries: Entries) => {
      typed = { ...typed, ...entries };
    },
    submit: async () => {
      const { id } = await form();
      const answer = await sandbox.act({ as, do: 'submit', viewId: id, values: values() });
      if (!answer.ok) throw new Error(`${as} saw: ${answer.error}`);
      if (!state.modals(as).some((view) => view.id === id)) typed = {};
    },
    close: async () => {
      await done(sandbox.act({ as, do: 'close', viewId: (await form()).id }));
      typed = {};
    },
    fields: async () => {
      await form();
      return fields();
    },
    /** What a field starts with. */
    suggested: async (name: string): Promise<unknown> => {
      await form();
      const field = fields().find((f) => f.name === name);
      return field === undefined ? undefined : untouched(field.element);
    },
    formText: async () => readable((await form()).view),
    /** Sentences at fields, by field name. */
    errors: (): Readonly<Record<string, string>> =>
      Object.fromEntries(Object.entries(modal().errors).map(([id, text]) => [nameOf(id), text])),
    hasForm: () => state.modals(as).length > 0,
    home: async () => readable((await until(() => state.home(as), 'Home')).view),
    /** Words in the private conversation, and those only this person sees elsewhere. */
    words: (conversation = direct): readonly string[] =>
      state
        .messages(conversation)
        .filter((m) => m.onlyFor === null || m.onlyFor === as)
        .map((m) => `${m.text}\n${readable(m.blocks)}`),
  };
}
export type SlackPerson = ReturnType<typeof slackPerson>;

function actionIn(blocks: unknown, label: string): { readonly blockId: string; readonly action: Json } | null {
  for (const block of list(blocks)) {
    const elements = [...list(block['elements']), json(block['accessory'])];
    for (const element of elements) {
      const action_id = element['action_id'];
      const blockId = String(block['block_id']);
      if (plain(element['text']) === label)
        return { blockId, action: { type: 'button', action_id, value: element['value'] } };
      const option = list(element['options']).find((o) => plain(o['text']) === label);
      if (option !== undefined)
        return { blockId, action: { type: element['type'], action_id, selected_option: option } };
    }
  }
  return null;
}
