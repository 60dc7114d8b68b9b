import type { StateValues } from '../../adapters/sandbox/protocol.ts';
import type { Entries } from './entries.ts';

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
export const json = (value: unknown): Json => (isJson(value) ? value : {});
export const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : []);
export const plain = (value: unknown): string => String(json(value)['text'] ?? value ?? '');

/** A redrawn field has a block of another name: what comes after `~` says with which suggestion it was drawn. */
export const nameOf = (blockId: unknown): string => String(blockId).split('~', 1)[0] ?? '';

export type SlackInput = {
  readonly name: string;
  readonly blockId: string;
  readonly element: Json;
  /** Tells the app when it changes. */
  readonly dispatches: boolean;
};

/** The fields of a modal. */
export const inputsIn = (blocks: unknown): readonly SlackInput[] =>
  list(blocks)
    .filter((b) => b['type'] === 'input')
    .map((b) => ({
      name: nameOf(b['block_id']),
      blockId: String(b['block_id']),
      element: json(b['element']),
      dispatches: b['dispatch_action'] === true,
    }));

/** What Slack keeps of a modal: block id → action id → value object. */
export const stateOf = (inputs: readonly SlackInput[], typed: Entries): StateValues =>
  Object.fromEntries(
    inputs.map(({ name, blockId, element }) => {
      const entry = typed[name];
      const value = entry === undefined ? untouched(element) : entered(element, entry);
      return [blockId, { [String(element['action_id'])]: value }];
    }),
  );

/** An input as Slack keeps it once somebody entered this. */
export function entered(element: Json, entry: Entries[string]): Json {
  const option = (value: string): Json => {
    const groups = list(element['option_groups']).flatMap((g) => list(g['options']));
    const found = [...list(element['options']), ...groups].find(
      (o) => o['value'] === value || plain(o['text']) === value,
    );
    if (found === undefined) throw new Error(`there is no choice ${value} in ${JSON.stringify(element).slice(0, 400)}`);
    return found;
  };
  const type = element['type'];
  switch (type) {
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: option(String(entry)) };
    case 'multi_static_select':
    case 'checkboxes':
      return { type, selected_options: (Array.isArray(entry) ? entry : [entry]).map((v) => option(String(v))) };
    case 'datepicker':
      return { type, selected_date: String(entry) };
    case 'datetimepicker':
      return { type, selected_date_time: Math.floor(Number(entry) / 1000) };
    default:
      return { type, value: String(entry) };
  }
}

/** An input as it was opened. */
export function untouched(element: Json): Json {
  const type = element['type'];
  return {
    type,
    ...('initial_value' in element ? { value: element['initial_value'] } : {}),
    ...('initial_option' in element ? { selected_option: element['initial_option'] } : {}),
    ...('initial_options' in element ? { selected_options: element['initial_options'] } : {}),
    ...('initial_date' in element ? { selected_date: element['initial_date'] } : {}),
    ...('initial_date_time' in element ? { selected_date_time: element['initial_date_time'] } : {}),
  };
}
