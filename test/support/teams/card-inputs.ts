import { isJson, type Json, listOf, textOf } from '../../../adapters/sandbox/json.ts';
import { drawn, elementsOf } from './read-card.ts';

/** What a person enters, by input id, by the field's name, or by label: text, choice or choices, yes or no, milliseconds. */
export type CardEntries = Readonly<Record<string, string | readonly string[] | number | boolean>>;

export type CardField = {
  readonly name: string;
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly element: Json;
};

/** `field:words` is the field `words`; a moment is asked for in two halves, `field:due:day` and `field:due:time`. */
const nameOf = (id: string): string => id.replace(/^field:/, '').replace(/:(?:day|time)$/, '');
/** A field may itself be called `day`. */
const halfOf = (id: string): string | null => /^field:.+:(day|time)$/.exec(id)?.[1] ?? null;

export const fieldsOf = (card: unknown): readonly CardField[] =>
  elementsOf(card)
    .filter((e) => textOf(e, 'type').startsWith('Input.'))
    .map((element) => ({
      name: nameOf(textOf(element, 'id')),
      id: textOf(element, 'id'),
      label: textOf(element, 'label').replace(/ \*$/, ''),
      required: element['isRequired'] === true,
      element,
    }));

/** @throws where the card has no such field. */
export function fieldOf(card: unknown, named: string): CardField {
  const fields = fieldsOf(card);
  const found = fields.find((f) => f.id === named) ?? fields.find((f) => f.name === named || f.label === named);
  if (found === undefined) throw new Error(`the card has no field ${named}, only ${fields.map((f) => f.id)}`);
  return found;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** Milliseconds for a moment become what a person in Seoul enters in its two halves. */
export function inHalves(card: unknown, entries: CardEntries): CardEntries {
  const fields = fieldsOf(card);
  const split = Object.entries(entries).map(([named, entry]) => {
    const halves = fields.filter((f) => halfOf(f.id) !== null && f.id !== named && [f.name, f.label].includes(named));
    if (halves.length === 0) return [[named, entry] as const];
    const at = new Date(Number(entry) + 9 * 3_600_000);
    const day = at.toISOString().slice(0, 10);
    const time = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
    const name = halves[0]?.name;
    return fields
      .filter((f) => f.name === name)
      .map((f) => [f.id, entry === '' ? '' : halfOf(f.id) === 'day' ? day : time] as const);
  });
  return Object.fromEntries(split.flat());
}

/** An entry as the client keeps it: always text. */
function kept({ element, id }: CardField, entry: CardEntries[string]): string {
  const type = textOf(element, 'type');
  if (type === 'Input.Toggle') {
    const on = textOf(element, 'valueOn') || 'true';
    const off = textOf(element, 'valueOff') || 'false';
    return entry === true || entry === on || (Array.isArray(entry) && entry.length > 0) ? on : off;
  }
  const wanted = (Array.isArray(entry) ? entry : [entry]).map(String);
  if (type !== 'Input.ChoiceSet') return wanted.join(',');
  const choices = listOf(element['choices']).filter(isJson);
  const chosen = wanted
    .filter((w) => w !== '')
    .map((w) => {
      const found = choices.find((c) => c['value'] === w) ?? choices.find((c) => c['title'] === w);
      if (found === undefined)
        throw new Error(`there is no choice ${w} for ${id}: ${JSON.stringify(choices).slice(0, 400)}`);
      return textOf(found, 'value');
    });
  if (chosen.length > 1 && element['isMultiSelect'] !== true) throw new Error(`${id} takes one choice`);
  return chosen.join(',');
}

/** What stands in a field before anybody touches it. */
export function suggestedIn({ element }: CardField): string {
  if (textOf(element, 'type') === 'Input.Toggle') return String(element['value'] ?? element['valueOff'] ?? 'false');
  return element['value'] === undefined ? '' : String(element['value']);
}

/**
 * What the client sends for a card's fields, and what it objects to before sending anything. A field with nothing in it
 * is left out.
 */
export function collected(
  card: unknown,
  entries: CardEntries,
): { readonly values: Readonly<Record<string, string>>; readonly objections: Readonly<Record<string, string>> } {
  const values: Record<string, string> = {};
  const objections: Record<string, string> = {};
  const typed = new Map(Object.entries(entries).map(([named, entry]) => [fieldOf(card, named).id, entry]));
  for (const field of fieldsOf(card)) {
    const entry = typed.get(field.id);
    const value = entry === undefined ? suggestedIn(field) : kept(field, entry);
    const { element } = field;
    const off = textOf(element, 'type') === 'Input.Toggle' && value === (textOf(element, 'valueOff') || 'false');
    const regex = textOf(element, 'regex');
    const longest = Number(element['maxLength'] ?? Number.POSITIVE_INFINITY);
    const below = value !== '' && element['min'] !== undefined && Number(value) < Number(element['min']);
    if (field.required && (value === '' || off)) objections[field.name] = textOf(element, 'errorMessage') || 'required';
    else if (value !== '' && regex !== '' && !new RegExp(regex).test(value)) {
      objections[field.name] = textOf(element, 'errorMessage') || 'does not match';
    } else if (textOf(element, 'type') === 'Input.Number' && below) {
      objections[field.name] = textOf(element, 'errorMessage') || 'too small';
    }
    if (value !== '') values[field.id] = value.slice(0, longest);
  }
  return { values, objections };
}

/**
 * Sentences the bot drew at fields, by field name: what stands in the colour `Attention` belongs to the field above it;
 * above all fields it stands for the whole form, under ''.
 */
export function sentencesAtFields(card: unknown): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  let above = '';
  for (const element of elementsOf(card)) {
    const type = textOf(element, 'type');
    if (type.startsWith('Input.')) above = nameOf(textOf(element, 'id'));
    const words = type === 'TextBlock' ? drawn(textOf(element, 'text')) : textOf(element, 'text');
    if (!['TextBlock', 'TextRun'].includes(type) || String(element['color']).toLowerCase() !== 'attention') continue;
    found[above] = [found[above], words].filter(Boolean).join('\n');
  }
  return found;
}
