/** Korean particles come in two forms, chosen by the sound the word before them ends in. */
export type Particle = '은/는' | '이/가' | '을/를' | '과/와' | '으로/로';

type Ending = 'vowel' | 'l' | 'consonant';

/** How 0–9 are read aloud: 영 일 이 삼 사 오 육 칠 팔 구. */
const digits: readonly Ending[] = [
  'consonant',
  'l',
  'vowel',
  'consonant',
  'vowel',
  'vowel',
  'consonant',
  'l',
  'l',
  'vowel',
];

function hangulEnding(code: number): Ending {
  const final = (code - 0xac00) % 28;
  if (final === 0) return 'vowel';
  return final === 8 ? 'l' : 'consonant';
}

/** An abbreviation is read letter by letter (QA: 큐에이); a word as it sounds (team: 팀), near enough by its last letter. */
function latinEnding(word: string): Ending {
  const last = word.at(-1) ?? '';
  if (word === word.toUpperCase())
    return last === 'L' || last === 'R' ? 'l' : /[MN]/.test(last) ? 'consonant' : 'vowel';
  if (last === 'l') return 'l';
  return /[bckmnpqt]/.test(last) ? 'consonant' : 'vowel';
}

function endingOf(text: string): Ending {
  // 물류(서울)로: what stands in brackets at the end is not read for the particle, unless nothing else is there.
  const spoken = (text.replace(/\s*\([^()]*\)\s*$/, '') || text).replace(/[^\p{L}\p{N}]+$/u, '');
  const last = spoken.at(-1);
  if (last === undefined) return 'vowel';
  const code = last.charCodeAt(0);
  if (code >= 0xac00 && code <= 0xd7a3) return hangulEnding(code);
  if (/\d/.test(last)) return digits[Number(last)] ?? 'vowel';
  return latinEnding(/[A-Za-z]+$/.exec(spoken)?.[0] ?? '');
}

/** `withParticle('VOC-0413', '을/를')` → `VOC-0413을`. */
export function withParticle(word: string, particle: Particle): string {
  const ending = endingOf(word);
  const [afterConsonant = '', afterVowel = ''] = particle.split('/');
  const soft = ending === 'vowel' || (ending === 'l' && particle === '으로/로');
  return `${word}${soft ? afterVowel : afterConsonant}`;
}
