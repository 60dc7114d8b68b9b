/** More ways than this to try a pattern at one place of a text, and a hostile text could hold up the bot. */
const mostWays = 5_000;
const longest = 600;

/**
 * What is wrong with a text rule's pattern, or null. It must compile, and it must be bounded: no `*`, `+` or `{n,}`,
 * no back-reference, and few ways to match at one place. So its time is linear in the text, whoever wrote it.
 */
export function patternProblem(source: string): string | null {
  try {
    new RegExp(source, 'iu');
  } catch (error) {
    return `is no regular expression (${error instanceof Error ? error.message : 'unknown'})`;
  }
  if (source.length > longest) return `is longer than ${longest} characters`;
  if (new RegExp(source, 'iu').test('')) return 'matches every text';
  const ways = alternation({ source, at: 0 });
  if (ways === 'unbounded') return 'repeats without end (*, +, {n,} or a back-reference)';
  return ways > mostWays ? 'repeats so much that a long text could hold up the bot' : null;
}

type Cursor = { readonly source: string; at: number };
type Ways = number | 'unbounded';

const both = (a: Ways, b: Ways, join: (a: number, b: number) => number): Ways =>
  a === 'unbounded' || b === 'unbounded' ? 'unbounded' : Math.min(join(a, b), 1e9);

/** Up to the closing bracket or the end: alternatives add up, what stands in a row multiplies. */
function alternation(cursor: Cursor): Ways {
  let total: Ways = 0;
  let row: Ways = 1;
  while (cursor.at < cursor.source.length && cursor.source[cursor.at] !== ')') {
    if (cursor.source[cursor.at] === '|') {
      total = both(total, row, (a, b) => a + b);
      row = 1;
      cursor.at += 1;
    } else {
      row = both(row, repeated(atom(cursor), cursor), (a, b) => a * b);
    }
  }
  return both(total, row, (a, b) => a + b);
}

function atom(cursor: Cursor): Ways {
  const rest = cursor.source.slice(cursor.at);
  const group = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(rest)?.[0];
  if (group !== undefined) {
    cursor.at += group.length;
    const inside = alternation(cursor);
    cursor.at += 1;
    return inside;
  }
  if (/^\\(?:[1-9]|k)/.test(rest)) {
    cursor.at += 2;
    return 'unbounded';
  }
  const single = /^(?:\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|.)|\[(?:\\.|[^\]\\])*\]|.)/su.exec(
    rest,
  );
  cursor.at += single?.[0].length ?? 1;
  return 1;
}

function repeated(ways: Ways, cursor: Cursor): Ways {
  const found = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(cursor.source.slice(cursor.at));
  if (found === null) return ways;
  cursor.at += found[0].length;
  const sign = found[0].charAt(0);
  if (sign === '*' || sign === '+' || (found[2] === ',' && found[3] === '')) return 'unbounded';
  const least = sign === '?' ? 0 : Number(found[1]);
  const most = sign === '?' ? 1 : Number(found[3] || found[1]);
  if (ways === 'unbounded') return ways;
  let sum = 0;
  for (let n = least; n <= most && sum < 1e9; n += 1) sum += ways ** n;
  return sum;
}
