/** Korean below the syllable: a verb that is conjugated changes half a syllable. */

const first = 0xac00;
const initials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const medials = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ';
const finals = ' ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';
/** A stem's vowel with the 어 of an ending: 지 and 어 are 져. */
const contracted: Readonly<Record<string, string>> = { ㅣ: 'ㅕ', ㅗ: 'ㅘ', ㅜ: 'ㅝ', ㅡ: 'ㅓ', ㅚ: 'ㅙ' };

export const isHangul = (character: string): boolean => character >= '가' && character <= '힣';

/** 돼 is 되어 and is written 되 as often; so is 됐. */
export const oneSpelling = (text: string): string => text.replaceAll('돼', '되').replaceAll('됐', '됬');

type Parts = { readonly initial: string; readonly medial: string; readonly final: string };

function partsOf(syllable: string): Parts {
  const n = syllable.charCodeAt(0) - first;
  return {
    initial: initials[Math.floor(n / 588)] ?? '',
    medial: medials[Math.floor((n % 588) / 28)] ?? '',
    final: finals[n % 28] ?? ' ',
  };
}

/** The consonant a syllable ends in; a space where it ends in none. */
export const finalOf = (syllable: string): string => partsOf(syllable).final;

const joined = ({ initial, medial, final }: Parts): string =>
  String.fromCharCode(first + initials.indexOf(initial) * 588 + medials.indexOf(medial) * 28 + finals.indexOf(final));

const halfTyped = new Set('ㅏㅐㅓㅔㅕㅘㅙㅝ');
const neverPast = new Set('것맛벗빗');

/** 왓어요 is 왔어요: in a hurry people type half of ㅆ. */
export const wholePast = (text: string): string =>
  text.replace(/[가-힣](?=[어습는네던더음])/gu, (syllable) => {
    const parts = partsOf(syllable);
    if (parts.final !== 'ㅅ' || !halfTyped.has(parts.medial) || neverPast.has(syllable)) return syllable;
    return syllable === '젓' ? '졌' : joined({ ...parts, final: 'ㅆ' });
  });

/**
 * How the forms of a verb or adjective begin, given as its dictionary form: 깨지다 → 깨지 깨진 깨질 … 깨져 깨졌,
 * 춥다 → 춥 추우 추운 추워 …
 */
export function formsOf(verb: string): readonly string[] {
  const [before, last] = [verb.slice(0, -2), verb.slice(-2, -1)];
  const parts = partsOf(last);
  const bare = { ...parts, final: ' ' };
  return spellings(parts, last)
    .map((form) => oneSpelling(before + form))
    .concat(
      // 누르다: 눌러; its ㄹ goes to the syllable before.
      last === '르' && before !== ''
        ? ['라', '랐', '러', '렀'].map(
            (form) => before.slice(0, -1) + joined({ ...partsOf(before.slice(-1)), final: 'ㄹ' }) + form,
          )
        : [],
    );

  function spellings({ medial, final }: Parts, stem: string): readonly string[] {
    const open = joined(bare);
    switch (final) {
      case ' ': {
        const own = [' ', 'ㄴ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅆ'].map((end) => joined({ ...parts, final: end }));
        const other = contracted[medial];
        const shut =
          other === undefined ? [] : [' ', 'ㅆ'].map((end) => joined({ ...parts, medial: other, final: end }));
        // 아프다: 아파.
        const dark =
          medial === 'ㅡ' && before !== ''
            ? [' ', 'ㅆ'].map((end) => joined({ ...parts, medial: 'ㅏ', final: end }))
            : [];
        return last === '하' ? [...own, '해', '했'] : [...own, ...shut, ...dark];
      }
      case 'ㅂ':
        return [stem, ...['우', '운', '울', '움', '워', '웠'].map((form) => open + form)];
      case 'ㅅ':
        return [stem, ...['어', '었', '아', '았', '은', '을'].map((form) => open + form)];
      case 'ㄷ':
        return [stem, ...['어', '었', '은', '을'].map((form) => joined({ ...parts, final: 'ㄹ' }) + form)];
      case 'ㄹ':
        return [
          stem,
          joined({ ...parts, final: 'ㄴ' }),
          joined({ ...parts, final: 'ㅂ' }),
          `${open}는`,
          `${open}네`,
          `${open}니`,
        ];
      default:
        return [stem];
    }
  }
}
