/** At most `max` UTF-16 units, an ellipsis where something was left out; never half of a character. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  if (max < 1) return '';
  const cut = text.slice(0, max - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** UTF-16 units of a value written as JSON: what Teams counts, at two bytes each. */
export const sizeOf = (value: unknown): number => JSON.stringify(value).length;

/** The same, for a text whose cost is its length as JSON: a line break costs two, a quotation mark too. */
export function clipTo(text: string, room: number): string {
  if (room < 1) return '';
  let fits = Math.min(text.length, room);
  for (;;) {
    const cut = clip(text, fits);
    const over = sizeOf(cut) - 2 - room;
    if (over <= 0) return cut;
    // One unit costs at most six as JSON: this never cuts too much at once.
    fits = Math.min(fits, cut.length) - Math.max(1, Math.ceil(over / 6));
  }
}

/** Control characters have no shape and half a character is none: what a client can show of a text. */
export const shown = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cs}/gu, '\uFFFD');

/** `{{DATE(…)}}` is a function to some clients, wherever it stands: an invisible joiner makes it two braces again. */
export const literal = (text: string): string => shown(text).replace(/\{(?=\{\s*(?:DATE|TIME)\b)/gi, '{\u2060');

/** A text of blanks only leaves a button without a face and a line without a height. */
export const neverBlank = (text: string): string => (text.trim() === '' ? '…' : text);

/**
 * For the few places where a client reads Markdown whatever one does: titles of visible choices, and words meant for
 * clients of long ago. Signs that would format are shown by their look-alikes, in one line.
 */
export const inert = (text: string): string =>
  literal(text)
    .replace(/[*_~`|[\]<>\\#]/g, (sign) => lookAlikes[sign] ?? ' ')
    .replace(/:(?=\/\/)|[{$](?=\{)/g, '$&\u2060')
    .replace(/\s+/g, ' ')
    .replace(/^(\d+)([.)])(?= )/, '$1\u2060$2\u2060')
    .replace(/^([-+])(?= )/, '\u2060$1\u2060');
const lookAlikes: Readonly<Record<string, string>> = {
  '*': '∗',
  _: '＿',
  '~': '∼',
  '`': 'ˋ',
  '|': '∣',
  '[': '［',
  ']': '］',
  '<': '‹',
  '>': '›',
  '\\': '＼',
  '#': '＃',
};
