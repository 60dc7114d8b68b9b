/** Elements after which, and before which, a new line begins. */
const blocks = new Set(
  'p div br li tr table ul ol h1 h2 h3 h4 h5 h6 blockquote pre hr section article header footer'.split(' '),
);
/** Elements whose content nobody reads. */
const hidden = new Set(['script', 'style', 'head', 'title', 'template']);

const longest = 200_000;

/**
 * What stands in a message of Teams, in plain words: lines where there were lines, `@name` for a mention, the address of
 * a link beside its words, an emoji for its picture. One pass, whatever the HTML is like.
 */
export function htmlText(html: string): string {
  const out: string[] = [];
  let link: { readonly href: string; readonly from: number } | null = null;
  let skipping: string | null = null;
  for (const token of tokens(html.slice(0, longest))) {
    if (token.type === 'text') {
      if (skipping === null) out.push(decoded(token.text).replace(/[\t\n\f\r ]+/g, ' '));
      continue;
    }
    const { name, isEnd, attributes } = token;
    if (skipping !== null) {
      if (isEnd && name === skipping) skipping = null;
      continue;
    }
    if (hidden.has(name)) skipping = isEnd ? null : name;
    else if (blocks.has(name)) out.push('\n');
    else if (name === 'td' || name === 'th') out.push(' ');
    else if (isMention(name, attributes) && !isEnd) out.push('@');
    else if (name === 'img' || name === 'emoji') out.push(isEnd ? '' : decoded(attributeOf(attributes, 'alt')));
    else if (name === 'a' && !isEnd) link = { href: decoded(attributeOf(attributes, 'href')), from: out.length };
    else if (name === 'a' && link !== null) {
      out.push(addressBeside(out.slice(link.from).join('').trim(), link.href));
      link = null;
    }
  }
  return tidy(out.join(''));
}

/** Teams writes some signs as entities even in what it calls plain text. */
export const decoded = (text: string): string =>
  text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (entity, body: string) => {
    const code =
      body.startsWith('#x') || body.startsWith('#X') ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
    if (!body.startsWith('#')) return named[body.toLowerCase()] ?? entity;
    const isSign = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isSign ? String.fromCodePoint(code) : '\uFFFD';
  });
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  middot: '·',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  copy: '©',
  reg: '®',
  trade: '™',
  euro: '€',
  yen: '¥',
  times: '×',
};

type Token =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'tag'; readonly name: string; readonly isEnd: boolean; readonly attributes: string };

function* tokens(html: string): Generator<Token> {
  let from = 0;
  const lastClose = html.lastIndexOf('>');
  while (from < html.length) {
    const open = html.indexOf('<', from);
    if (open === -1) return yield { type: 'text', text: html.slice(from) };
    if (open > from) yield { type: 'text', text: html.slice(from, open) };
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      if (end === -1) return;
      from = end + 3;
      continue;
    }
    const tag = /^<(\/?)([a-z][a-z0-9:-]{0,40})/i.exec(html.slice(open, open + 45));
    const close = tag === null || open > lastClose ? -1 : html.indexOf('>', open);
    if (tag === null || close === -1) {
      // A sign on its own: somebody wrote "a < b".
      yield { type: 'text', text: '<' };
      from = open + 1;
      continue;
    }
    const name = (tag[2] ?? '').toLowerCase();
    yield { type: 'tag', name, isEnd: tag[1] === '/', attributes: html.slice(open + tag[0].length, close) };
    from = close + 1;
  }
}

/** In a message that was chosen it is `<at>`, in one that was sent a span of Skype's. */
const isMention = (name: string, attributes: string): boolean =>
  name === 'at' || (name === 'span' && attributes.includes('schema.skype.com/Mention'));

function attributeOf(attributes: string, name: string): string {
  const at = attributes.toLowerCase().indexOf(`${name}=`);
  if (at === -1) return '';
  const rest = attributes.slice(at + name.length + 1);
  const quote = rest.charAt(0);
  if (quote !== '"' && quote !== "'") return /^[^\s>]*/.exec(rest)?.[0] ?? '';
  const end = rest.indexOf(quote, 1);
  return end === -1 ? rest.slice(1) : rest.slice(1, end);
}

function addressBeside(words: string, href: string): string {
  if (!/^(?:https?:\/\/|mailto:|tel:)/i.test(href)) return '';
  const address = href.replace(/^(?:mailto|tel):/i, '');
  const bare = (s: string): string => s.replace(/^https?:\/\//i, '').replace(/\/$/, '');
  if (words === '') return address;
  return bare(words) === bare(address) || !/^https?:/i.test(href) ? '' : ` (${address})`;
}

/** Lines without blanks at their ends, and at most one empty line between them. */
const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/[ \u00a0]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
