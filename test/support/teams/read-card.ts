import { isJson, type Json, listOf, textOf } from '../../../adapters/sandbox/json.ts';

export const cardType = 'application/vnd.microsoft.card.adaptive';

/** Not drawn: what travels with an action, and what stands in where something is not known. */
const unseen = new Set(['data', 'fallback', 'refresh', 'msteams', 'selectAction', 'authentication', 'metadata']);

/** Every element and action of a card, in the order in which a reader meets them; `folded` leaves out what a button unfolds. */
export function elementsOf(card: unknown, folded = false): readonly Json[] {
  const found: Json[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(item);
    else if (isJson(value)) {
      if (value['isVisible'] === false) return;
      if (typeof value['type'] === 'string') found.push(value);
      const hidden = folded && value['type'] === 'Action.ShowCard';
      for (const [key, inside] of Object.entries(value))
        if (!unseen.has(key) && !(hidden && key === 'card')) walk(inside);
    }
  };
  walk(card);
  return found;
}

/** A TextBlock's little markdown as it is drawn: an escaped sign is a sign, emphasis and links are their words. */
export function drawn(text: string): string {
  const kept: string[] = [];
  const keep = (sign: string): string => `\uE000${kept.push(sign) - 1}\uE000`;
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'", nbsp: ' ' };
  return text
    .replace(/\\([\\`*_{}[\]()#+\-.!<>~|&])/g, (_, sign: string) => keep(sign))
    .replace(/&(lt|gt|amp|quot|#39|nbsp);/g, (_, name: string) => keep(signs[name] ?? ''))
    .replace(/!?\[([^\]]*)\]\([^)\s]*\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/\*(?=\S)([^*]+?)(?<=\S)\*/g, '$1')
    .replace(/(?<![\p{L}\p{N}])_(?=\S)([^_]+?)(?<=\S)_(?![\p{L}\p{N}])/gu, '$1')
    .replace(/\uE000(\d+)\uE000/g, (_, at: string) => kept[Number(at)] ?? '');
}

function wordsOf(element: Json): readonly string[] {
  const type = textOf(element, 'type');
  if (type === 'TextBlock') return [drawn(textOf(element, 'text'))];
  if (type === 'RichTextBlock') {
    return [
      listOf(element['inlines'])
        .map((run) => (typeof run === 'string' ? run : textOf(run, 'text')))
        .join(''),
    ];
  }
  if (type === 'FactSet') {
    return listOf(element['facts']).map((f) => `${drawn(textOf(f, 'title'))} ${drawn(textOf(f, 'value'))}`);
  }
  if (type === 'Image') return [textOf(element, 'altText')];
  if (type === 'Badge' || type === 'CodeBlock') return [textOf(element, 'text'), textOf(element, 'codeSnippet')];
  if (type.startsWith('Input.')) {
    const choices = listOf(element['choices']).map((choice) => textOf(choice, 'title'));
    return [textOf(element, 'label'), textOf(element, 'title'), textOf(element, 'placeholder'), ...choices];
  }
  return type.startsWith('Action.') ? [textOf(element, 'title')] : [];
}

/** Everything a reader would see on a card, as lines. */
export const readableCard = (card: unknown): string =>
  elementsOf(card, true)
    .flatMap(wordsOf)
    .filter((line) => line !== '')
    .join('\n');

/** The cards of a message, or of whatever else has attachments. */
export const cardsOf = (activity: Json): readonly Json[] =>
  listOf(activity['attachments']).flatMap((attachment) => {
    const content = isJson(attachment) && attachment['contentType'] === cardType ? attachment['content'] : null;
    return isJson(content) ? [content] : [];
  });

/** A message as it is read: its own words, and those on its cards. */
export function readableMessage(activity: Json, cards: readonly Json[] = cardsOf(activity)): string {
  const text = textOf(activity, 'text').replace(/<\/?at>/g, '');
  const words = activity['textFormat'] === 'plain' ? text : drawn(text);
  return [words, ...cards.map(readableCard)].filter(Boolean).join('\n');
}

const sends = (element: Json): boolean => element['type'] === 'Action.Execute' || element['type'] === 'Action.Submit';

/** The action with this title. A button that only unfolds a question stands for the first answer to it. */
export function actionIn(card: unknown, title: string): Json | null {
  const found = elementsOf(card).find((e) => textOf(e, 'type').startsWith('Action.') && textOf(e, 'title') === title);
  if (found?.['type'] !== 'Action.ShowCard') return found ?? null;
  return elementsOf(found['card']).find(sends) ?? null;
}
