import { finalOf, oneSpelling, wholePast } from './hangul.ts';
import { denies, type KoreanTerm, type Part, type Terms, undenied } from './lexicon.ts';

const tails =
  /^(?:이|가|은|는|을|를|에|의|도|만|와|과|로|으로|에서|에서는|에는|에도|에게|한테|께|까지|부터|까지도|보다|처럼|이나|나|이랑|랑|하고|이라|라|이라고|라고|라도|이라도|요|님|님이|님은|님께|님께서|님도|들|들이|들은|들도|들을|쪽|쪽에서|측|분|분이|분은|분들|분들이|이에요|예요|이요|입니다|인데|인데요|이고|이며|임|였|이었|이네요|네요|조차|마다|마저|밖에|이면|이라서|라서|에다|에다가|으로도|로도|로는|으로는|이든|든지|별|용|건|때|중|후|전|마저도)$/;
const afterOneSyllable =
  /^(?:이|가|은|는|을|를|에|의|도|만|와|과|로|으로|에서|에는|에도|까지|부터|랑|이랑|하고|요|들|들이|이에요|임|입니다|인데|마다|밖에|이나|에서는)?$/;
/** What may follow a stem of one syllable that stands as it is. */
const ending = /^[요다고지네나어아여으은는을습음게기서면더거군죠던며려러니긴잖진워운웠우았었였]/;

/** What may follow a form of it that ends so: 언 is of 얼다, 언제 is not. */
const afterFinal: Readonly<Record<string, RegExp>> = {
  ㄴ: /^(?:$|데|지|다|가|걸|것)/,
  ㄹ: /^(?:$|까|지|게|수|것|때|만)/,
  ㅁ: /^(?:$|이|을|은|도)/,
  ㅂ: /^[니시]/,
};

/** Syllables that may stand between two parts of a term. */
const gap = 6;

/** The Hangul of a sentence without its spaces. */
type Line = {
  readonly text: string;
  /** Whether a word begins at a syllable, and where the one it stands in ends. */
  readonly begins: readonly boolean[];
  readonly ends: readonly number[];
};

function lineOf(sentence: string): Line {
  let text = '';
  const begins: boolean[] = [];
  const ends: number[] = [];
  for (const word of sentence.match(/[가-힣]+/gu) ?? []) {
    const end = text.length + word.length;
    for (let i = 0; i < word.length; i += 1) {
      begins.push(i === 0);
      ends.push(end);
    }
    text += word;
  }
  return { text: oneSpelling(text), begins, ends };
}

/** Where `part` ends if it stands at `at`; -1 if it does not. */
function endOf({ forms }: Part, { text }: Line, at: number): number {
  const form = forms.find((one) => text.startsWith(one, at));
  return form === undefined ? -1 : at + form.length;
}

const slice = (line: Line, from: number, to: number): string => line.text.slice(from, to);

/** A syllable alone means something only where it stands alone. */
function standsAlone(part: Part, line: Line, at: number, end: number): boolean {
  if (part.text.length > 1) return true;
  const after = slice(line, end, line.ends[at] ?? end);
  if (part.type === 'noun') return afterOneSyllable.test(after);
  const form = slice(line, at, end);
  if (form === part.text) return ending.test(after);
  return form.length > 1 || (afterFinal[finalOf(form)]?.test(after) ?? true);
}

/** Syllables that a word must have to begin here: after a space, after a word that was found, or in the middle of one. */
function leastHere(line: Line, at: number, found: ReadonlySet<number>): number {
  if (line.begins[at] === true || found.has(at)) return 1;
  const from = line.begins.lastIndexOf(true, at);
  // In a line without spaces a word may begin anywhere.
  return (line.ends[at] ?? 0) - from > 7 ? 2 : 3;
}

const isDenied = (line: Line, at: number): boolean =>
  /^[안못]$/.test(line.text.charAt(at - 1)) && line.begins[at - 1] === true;

type Hit = { readonly from: number; readonly to: number };

function hitOf({ parts }: KoreanTerm, line: Line, at: number, least: number): Hit | null {
  const [head] = parts;
  if (head === undefined || head.text.length < least) return null;
  let end = endOf(head, line, at);
  if (end < 0) return null;
  const alone = parts.length === 1 || (head.type === 'noun' && !denies(head));
  if (alone && !standsAlone(head, line, at, end)) return null;
  // Within one word, unless it was spaced apart from its own beginning on.
  if (end > (line.ends[at] ?? 0) && line.begins[at] !== true) return null;
  let before = head;
  for (let p = 1; p < parts.length; p += 1) {
    const part = parts[p] ?? head;
    const last = denies(before) ? end : end + gap;
    let next = -1;
    for (let i = end; i <= Math.min(last, line.text.length - 1); i += 1) {
      if (i > end && line.begins[i] !== true && part.text.length < 2 && !(i - end <= 2)) continue;
      const ends = endOf(part, line, i);
      // 자꾸 오류 is not 자꾸 오다.
      if (ends < 0 || (part.type === 'verb' && !standsAlone(part, line, i, ends))) continue;
      next = ends;
      break;
    }
    if (next < 0) return null;
    end = next;
    before = part;
  }
  return { from: at, to: end };
}

/** The concepts of a Korean sentence, and which syllables no group knows. */
export function readKorean(sentence: string, terms: Terms, hit: (concept: number) => void): readonly string[] {
  const line = lineOf(undenied(wholePast(sentence)));
  const known = new Array<boolean>(line.text.length).fill(false);
  const found = new Set<number>();
  let covered = 0;
  for (let at = 0; at < line.text.length; at += 1) {
    const [two, one] = [line.text.slice(at, at + 2), line.text.charAt(at)];
    const here = (two === one ? [two] : [two, one]).flatMap((begin) => terms.korean.get(begin) ?? []);
    if (here.length === 0) continue;
    const least = leastHere(line, at, found);
    let longest = 0;
    for (const term of here) {
      const contiguous = term.parts.length === 1;
      if (contiguous && at < covered) continue;
      const where = hitOf(term, line, at, least);
      if (where === null) continue;
      // 안 끊겨요: what is denied has not happened.
      if (contiguous && term.parts[0]?.type === 'verb' && isDenied(line, at)) continue;
      const length = where.to - where.from;
      if (contiguous) {
        if (length < longest) continue;
        longest = length;
      }
      hit(term.concept);
      for (let i = where.from; i < where.to; i += 1) known[i] = true;
      // Another word may begin after it, or after its particle.
      found.add(where.to);
      for (const step of [1, 2]) if (tails.test(slice(line, where.to, where.to + step))) found.add(where.to + step);
    }
    if (longest > 0) covered = Math.max(covered, at + longest);
  }
  return unknownWords(line, known);
}

/** Words of which nothing was found, without what is only grammar. */
function unknownWords(line: Line, known: readonly boolean[]): readonly string[] {
  const words: string[] = [];
  let word = '';
  for (let i = 0; i < line.text.length; i += 1) {
    if (line.begins[i] === true) {
      words.push(word);
      word = '';
    }
    if (known[i] === true) {
      words.push(word);
      word = '';
      continue;
    }
    word += line.text[i];
  }
  return [...words, word].map(bare).filter((w) => w.length >= 2);
}

const grammar =
  /(?:습니다|입니다|합니다|됩니다|드립니다|세요|어요|아요|해요|돼요|되요|네요|나요|까요|군요|지요|죠|더라고요|더군요|는데요|은데요|인데요|는데|은데|인데|지만|어서|아서|해서|으면|면서|려고|라고|다고|하고|에서|으로|에게|한테|까지|부터|이랑|처럼|보다|이나|은|는|이|가|을|를|에|의|도|만|와|과|로|요|고|게|서|면|지)$/;

function bare(word: string): string {
  const once = word.replace(grammar, '');
  return once.length >= 2 ? once : '';
}
