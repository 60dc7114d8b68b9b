import type { Json } from './json.ts';
import type { World } from './world.ts';

/** What a person types becomes what Slack stores: mentions and links in angle brackets, everything else escaped. */

export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

type Piece = { readonly text: string; readonly element: Json };

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Everybody who can be mentioned, by name; the longest names first, so that none hides in another. */
const mentionable = (world: Pick<World, 'seed'>): readonly { readonly name: string; readonly id: string }[] =>
  [
    { name: world.seed.bot.name, id: world.seed.bot.userId },
    ...world.seed.users.map(({ name, id }) => ({ name, id })),
  ].sort((left, right) => right.name.length - left.name.length);

const URL_PATTERN = String.raw`https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]`;
const EMAIL_PATTERN = String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`;

const unescapeText = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const plainPiece = (text: string): Piece => ({ text: escapeText(text), element: { type: 'text', text } });

const mention = (id: string): Piece => ({ text: `<@${id}>`, element: { type: 'user', user_id: id } });

const emailPiece = (email: string): Piece => ({
  text: `<mailto:${email}|${email}>`,
  element: { type: 'link', url: `mailto:${email}`, text: email },
});

/** Cuts a text at every match; what lies between is plain. */
const cut = (
  text: string,
  pattern: RegExp,
  piece: (match: RegExpMatchArray) => readonly Piece[],
  plain: (text: string) => readonly Piece[],
): readonly Piece[] => {
  const pieces: Piece[] = [];
  let rest = 0;
  for (const match of text.matchAll(pattern)) {
    pieces.push(...plain(text.slice(rest, match.index)), ...piece(match));
    rest = match.index + match[0].length;
  }
  return [...pieces, ...plain(text.slice(rest))];
};

/**
 * The text and the rich-text block of a typed message. The text may come as typed, or encoded by the page (`&lt;` for <);
 * `<@ID>` of somebody known, and a name after an @, are mentions.
 */
export const readTyped = (
  world: Pick<World, 'seed'>,
  typed: string,
): { readonly text: string; readonly blocks: readonly Json[] } => {
  const people = mentionable(world);
  const names = people.map((each) => escapeRegExp(each.name)).join('|');
  const linked = new RegExp(`@(${names})|(${URL_PATTERN})|(${EMAIL_PATTERN})`, 'gu');
  const words = (text: string): readonly Piece[] =>
    cut(
      unescapeText(text),
      linked,
      ([found, name, url]) => {
        const person = people.find((each) => each.name === name);
        if (person) return [mention(person.id)];
        return [
          url === undefined ? emailPiece(found) : { text: `<${escapeText(url)}>`, element: { type: 'link', url } },
        ];
      },
      (plain) => (plain === '' ? [] : [plainPiece(plain)]),
    );
  const ids = people.map((each) => each.id).join('|');
  const pieces = cut(typed, new RegExp(`<@(${ids})>`, 'g'), ([, id = '']) => [mention(id)], words);
  const elements = [{ type: 'rich_text_section', elements: pieces.map((each) => each.element) }];
  return { text: pieces.map((each) => each.text).join(''), blocks: [{ type: 'rich_text', elements }] };
};
