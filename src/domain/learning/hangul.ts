/** Korean letters below the syllable: what changes when a verb is conjugated is half a syllable. */

const first = 0xac00;
const initials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
/** Contracted vowels in their parts, so that a stem is a prefix of its forms: 깨지 → 깨져, 나오 → 나와. */
const medials = 'ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅣㅓ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ'.split(' ');
const finals = ' ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';

export const isHangul = (character: string): boolean => character >= '가' && character <= '힣';

type Parts = { readonly initial: string; readonly medial: string; readonly final: string };

function partsOf(syllable: string): Parts {
  const n = syllable.charCodeAt(0) - first;
  const final = finals[n % 28] ?? '';
  return {
    initial: initials[Math.floor(n / 588)] ?? '',
    medial: medials[Math.floor((n % 588) / 28)] ?? '',
    final: final === ' ' ? '' : final,
  };
}

function joined({ initial, medial, final }: Parts): string {
  const [i, m] = [initials.indexOf(initial), medials.indexOf(medial)];
  return String.fromCharCode(first + i * 588 + m * 28 + Math.max(0, finals.indexOf(final === '' ? ' ' : final)));
}

/** The letters of a syllable. 돼 is 되어 and is written 되 as often, 됬 for 됐. */
export function letters(syllable: string): string {
  const { initial, medial, final } = partsOf(syllable);
  return initial + (initial === 'ㄷ' && medial === 'ㅗㅐ' ? 'ㅗㅣ' : medial) + final;
}

export const lettersOf = (text: string): string => Array.from(text, letters).join('');

/**
 * How the forms of a verb or adjective begin, given as its dictionary form: 깨지다 → 깨지, 춥다 → 춥 and 추우.
 * A stem that ends in a vowel takes endings into its last syllable: 깨졌, 깨진.
 */
export function stems(verb: string): readonly string[] {
  const stem = verb.slice(0, -1);
  const [before, last] = [lettersOf(stem.slice(0, -1)), stem.slice(-1)];
  const { initial, medial, final } = partsOf(last);
  const whole = before + letters(last);
  if (last === '르') return [whole, `${before}ㄹㄹ`];
  if (medial === 'ㅡ' && final === '') {
    return [whole, `${before}${initial}ㅓ`, ...(before === '' ? [] : [`${before}${initial}ㅏ`])];
  }
  if (final === 'ㅂ') return [whole, `${before}${initial}${medial}ㅇㅜ`];
  if (final === 'ㅅ') return [whole, `${before}${initial}${medial}ㅇㅓ`, `${before}${initial}${medial}ㅇㅏ`];
  if (final === 'ㄷ') return [whole, `${before}${initial}${medial}ㄹㅇ`];
  return [whole];
}

/** What an ending may add to the syllable that a stem ends in. */
export const addedToStem = /^[ㅏㅓ]?[ㄴㄹㅁㅂㅆ]?$/;

/** How the last syllable of a stem may be written: 지 → 지 진 질 짐 집 져 졌. */
export function variants(last: string): readonly string[] {
  const parts = partsOf(last);
  if (parts.final !== '') return [last];
  const endings = (medial: string, ...ends: readonly string[]) => ends.map((final) => joined({ ...parts, medial, final }));
  const own = endings(parts.medial, '', 'ㄴ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅆ');
  const contracted: Readonly<Record<string, string>> = { ㅣ: 'ㅣㅓ', ㅗ: 'ㅗㅏ', ㅜ: 'ㅜㅓ', ㅡ: 'ㅓ', ㅗㅣ: 'ㅗㅐ' };
  const other = contracted[parts.medial];
  return other === undefined ? own : [...own, ...endings(other, '', 'ㅆ')];
}
