/**
 * Slack's own markup, read as Slack reads it. slack-blocks-to-jsx reads it as Markdown after decoding it, so an escaped
 * `&lt;!here&gt;` would look like a ping and `[text](url)` like a link; what a customer wrote must stay literal.
 */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'styled'; readonly style: 'bold' | 'italic' | 'strike'; readonly children: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'link'; readonly url: string; readonly text: string }
  | { readonly type: 'user'; readonly id: string }
  | { readonly type: 'channel'; readonly id: string }
  | { readonly type: 'broadcast'; readonly name: string }
  | { readonly type: 'date'; readonly seconds: number; readonly format: string; readonly fallback: string };

export type Paragraph =
  | { readonly type: 'text' | 'quote'; readonly children: readonly Inline[] }
  | { readonly type: 'pre'; readonly text: string };

export function parseMrkdwn(source: string): readonly Paragraph[] {
  return source.split(/```\n?/).flatMap((part, index): readonly Paragraph[] => {
    const isCode = index % 2 === 1;
    if (isCode) return [{ type: 'pre', text: decode(part.replace(/\n$/, '')) }];
    return part === '' ? [] : paragraphs(part);
  });
}

/** The words alone, for a screen reader or a title. */
export function plainOf(source: string): string {
  return parseMrkdwn(source)
    .map((p) => (p.type === 'pre' ? p.text : p.children.map(wordsOf).join('')))
    .join('\n');
}

function paragraphs(part: string): readonly Paragraph[] {
  const grouped: { type: 'text' | 'quote'; lines: string[] }[] = [];
  for (const line of part.split('\n')) {
    const isQuote = line.startsWith('>');
    const type = isQuote ? 'quote' : 'text';
    const text = isQuote ? line.replace(/^> ?/, '') : line;
    const last = grouped.at(-1);
    if (last?.type === type) last.lines.push(text);
    else grouped.push({ type, lines: [text] });
  }
  return grouped
    .map(({ type, lines }) => ({ type, children: inlines(lines.join('\n')) }))
    .filter((paragraph) => paragraph.children.length > 0);
}

// One alternative per construct; a style mark opens after, and closes before, something that is no letter or digit.
const edge = '(?<![\\p{L}\\p{N}])';
const end = '(?![\\p{L}\\p{N}])';
const pattern = new RegExp(
  [
    '`(?<code>[^`\\n]+)`',
    '<(?<angle>[^<>\\n]+)>',
    `${edge}\\*(?<bold>[^\\s*](?:[^*\\n]*[^\\s*])?)\\*${end}`,
    `${edge}_(?<italic>[^\\s_](?:[^_\\n]*[^\\s_])?)_${end}`,
    `${edge}~(?<strike>[^\\s~](?:[^~\\n]*[^\\s~])?)~${end}`,
  ].join('|'),
  'gu',
);

function inlines(source: string): readonly Inline[] {
  const found: Inline[] = [];
  let from = 0;
  const literal = (until: number): void => {
    if (until > from) found.push({ type: 'text', text: decode(source.slice(from, until)) });
  };
  for (const match of source.matchAll(pattern)) {
    const inline = inlineOf(match.groups ?? {});
    literal(match.index);
    found.push(inline ?? { type: 'text', text: decode(match[0]) });
    from = match.index + match[0].length;
  }
  literal(source.length);
  return found;
}

function inlineOf(groups: Record<string, string | undefined>): Inline | null {
  const { code, angle, bold, italic, strike } = groups;
  if (code !== undefined) return { type: 'code', text: decode(code) };
  if (bold !== undefined) return { type: 'styled', style: 'bold', children: inlines(bold) };
  if (italic !== undefined) return { type: 'styled', style: 'italic', children: inlines(italic) };
  if (strike !== undefined) return { type: 'styled', style: 'strike', children: inlines(strike) };
  return angle === undefined ? null : angled(angle);
}

function angled(inside: string): Inline | null {
  const bar = inside.indexOf('|');
  const head = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? null : decode(inside.slice(bar + 1));
  if (head.startsWith('@')) return { type: 'user', id: head.slice(1) };
  if (head.startsWith('#')) return { type: 'channel', id: head.slice(1) };
  if (head.startsWith('!date^')) {
    const [, seconds = '', format = ''] = head.split('^');
    return { type: 'date', seconds: Number(seconds), format: decode(format), fallback: label ?? '' };
  }
  if (head.startsWith('!')) return { type: 'broadcast', name: label ?? head.slice(1) };
  const url = safeUrl(decode(head));
  return url === null ? null : { type: 'link', url, text: label ?? decode(head) };
}

/** Only these addresses become links; anything else stays the text it is. */
export function safeUrl(address: string): string | null {
  return /^(https?:\/\/|mailto:)/i.test(address) ? address : null;
}

function decode(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function wordsOf(inline: Inline): string {
  switch (inline.type) {
    case 'text':
    case 'code':
    case 'link':
      return inline.text;
    case 'styled':
      return inline.children.map(wordsOf).join('');
    case 'user':
    case 'channel':
      return inline.id;
    case 'broadcast':
      return `@${inline.name}`;
    case 'date':
      return inline.fallback;
  }
}
