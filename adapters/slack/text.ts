/** At most `max` UTF-16 units, an ellipsis where something was left out; never half of a character. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  if (max < 1) return '';
  const cut = text.slice(0, max - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** Pieces of at most `max` UTF-16 units that together are the text. */
export function pieces(text: string, max: number): readonly string[] {
  const out: string[] = [];
  let from = 0;
  while (from < text.length) {
    let to = Math.min(text.length, from + max);
    if (to < text.length && /[\uD800-\uDBFF]/.test(text.charAt(to - 1))) to -= 1;
    out.push(text.slice(from, to));
    from = to;
  }
  return out;
}

/** What Slack asks of text that may be read as markup: `&`, `<` and `>` lose their meaning. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The inverse of `escaped`; `&amp;` last, so that `&amp;lt;` comes out as `&lt;`. */
export const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Control characters have no shape and half a character is none: what Slack can show of a text. */
export const shown = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cs}/gu, '\uFFFD');

/** Slack refuses a text of no characters, or of blanks only, wherever it asks for one. */
export const neverBlank = (text: string): string => (text.trim() === '' ? '…' : text);
