import type {
  ActionsBlockElement,
  ImageElement,
  InputBlock,
  InputBlockElement,
  KnownBlock,
  Option,
  SectionBlockAccessory,
} from '@slack/types';
import type { StateValues } from '../protocol.ts';

/** Everything in a block that a person can press, choose or fill. */
export type Interactive = Exclude<ActionsBlockElement | SectionBlockAccessory | InputBlockElement, ImageElement>;

/** One value, in the shape Slack gives it in `state.values`. */
export type Value = {
  readonly type: string;
  readonly value?: string | null;
  readonly selected_option?: Option | null;
  readonly selected_options?: readonly Option[];
  readonly selected_date?: string | null;
  readonly selected_time?: string | null;
  readonly selected_date_time?: number | null;
  readonly selected_user?: string | null;
  readonly selected_users?: readonly string[];
};

export type Values = Readonly<Record<string, Readonly<Record<string, Value>>>>;
export type Place = { readonly blockId: string; readonly element: Interactive; readonly input: InputBlock | null };

export function blockIdOf(block: KnownBlock, index: number): string {
  return 'block_id' in block && block.block_id ? block.block_id : `block-${index}`;
}

export function actionIdOf(element: Interactive): string {
  return ('action_id' in element ? element.action_id : undefined) ?? element.type;
}

export function placesOf(blocks: readonly KnownBlock[]): readonly Place[] {
  return blocks.flatMap((block, index): readonly Place[] => {
    const blockId = blockIdOf(block, index);
    if (block.type === 'input') return [{ blockId, element: block.element, input: block }];
    if (block.type === 'actions') return block.elements.map((element) => ({ blockId, element, input: null }));
    if (block.type === 'section' && block.accessory && block.accessory.type !== 'image')
      return [{ blockId, element: block.accessory, input: null }];
    return [];
  });
}

/** What an element holds before anybody touches it; null for those that hold nothing. */
export function initialOf(element: Interactive): Value | null {
  const { type } = element;
  switch (element.type) {
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return { type, value: element.initial_value ?? null };
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: element.initial_option ?? null };
    case 'multi_static_select':
    case 'checkboxes':
      return { type, selected_options: element.initial_options ?? [] };
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null };
    case 'timepicker':
      return { type, selected_time: element.initial_time ?? null };
    case 'datetimepicker':
      return { type, selected_date_time: element.initial_date_time ?? null };
    case 'users_select':
      return { type, selected_user: element.initial_user ?? null };
    case 'multi_users_select':
      return { type, selected_users: element.initial_users ?? [] };
    default:
      return null;
  }
}

/**
 * The values of a surface that was drawn again: what is known by block id and action id keeps what was typed, what is
 * new starts with its initial value, what has gone is forgotten. Slack does the same.
 */
export function kept(previous: Values, blocks: readonly KnownBlock[]): Values {
  const next: Record<string, Record<string, Value>> = {};
  for (const { blockId, element } of placesOf(blocks)) {
    const actionId = actionIdOf(element);
    const before = previous[blockId]?.[actionId];
    const value = before?.type === element.type ? before : initialOf(element);
    if (value !== null) next[blockId] = { ...next[blockId], [actionId]: value };
  }
  return next;
}

export function changed(values: Values, blockId: string, element: Interactive, value: Value): Values {
  return { ...values, [blockId]: { ...values[blockId], [actionIdOf(element)]: value } };
}

export function isEmpty(value: Value): boolean {
  const { type: _, ...rest } = value;
  return Object.values(rest).every(
    (held) => held === null || held === '' || (Array.isArray(held) && held.length === 0),
  );
}

/** The fields of a press, as Slack sends them in `actions[0]`. */
export function pressOf(element: Interactive, value: Value | null): Readonly<Record<string, unknown>> {
  const base = { type: element.type, action_id: actionIdOf(element) };
  if (element.type === 'button' || element.type === 'workflow_button')
    return { ...base, text: element.text, ...('value' in element && element.value ? { value: element.value } : {}) };
  return { ...base, ...value };
}

/** An empty text is sent as null, as Slack does. */
export function sent(values: Values): StateValues {
  const clean = (value: Value): Value => (value.value === '' ? { ...value, value: null } : value);
  return mapped(values, (held) => mapped(held, clean));
}

function mapped<A, B>(record: Readonly<Record<string, A>>, to: (item: A) => B): Readonly<Record<string, B>> {
  return Object.fromEntries(Object.entries(record).map(([key, item]) => [key, to(item)]));
}
