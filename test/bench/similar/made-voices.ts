import { formsOf, isHangul } from '../../../src/domain/learning/hangul.ts';
import { type Chance, chance } from '../../support/seeded.ts';
import { playbook } from '../support/changes.ts';

/** Voices that nobody wrote: words of the lexicon, names of products, times and figures, the frequent ones often. */
export type MadeVoices = { readonly next: () => string };

const { things, troubles } = playbook.lookAlikes.lexicon;
const isKorean = (word: string): boolean => [...word].every(isHangul);
const isEnglish = (word: string): boolean => /^[a-z ]+$/.test(word);
const nouns = things.flat().filter((word) => isKorean(word) && word.length > 1 && !word.endsWith('다'));
const verbs = troubles.flat().filter((word) => isKorean(word) && word.length > 2 && word.endsWith('다'));
const englishNouns = things.flat().filter(isEnglish);
const englishTroubles = troubles.flat().filter(isEnglish);
const closings = [
  '확인 부탁드립니다',
  '환불해 주세요',
  '빨리 해결해 주세요',
  '연락 기다리겠습니다',
  '두 번째 문의예요',
  '너무 속상하네요',
  '어떻게 된 건가요?',
  '교환 원합니다',
  '지난달에도 그랬어요',
  '사진 첨부했습니다',
];
const times = [
  '오늘 아침',
  '어제',
  '지난주',
  '사흘 전',
  '방금',
  '새벽에',
  '점심때',
  '이번 달',
  '주말 내내',
  '퇴근길에',
];
const names = 20_000;
const syllables =
  '가나다라마바사아자차카타파하고노도로모보소오조초코토포호구누두루무부수우주추쿠투푸후기니디리미비시이지치키티피히한온별빛솔담';

/** Small numbers often, large ones seldom, as words are used. */
const seldom = (random: Chance, n: number): number =>
  Math.min(n - 1, Math.floor(n ** (random.below(1_000_000) / 1_000_000)) - 1);
const often = (random: Chance, from: readonly string[]): string => from[seldom(random, from.length)] ?? '';
const happened = (random: Chance): string => {
  const verb = often(random, verbs);
  const past = formsOf(verb)
    .filter((form) => (form.charCodeAt(form.length - 1) - 0xac00) % 28 === 20)
    .at(-1);
  return past === undefined ? `${verb.slice(0, -1)}네요` : `${past}어요`;
};

export function madeVoices(seed: number): MadeVoices {
  const random = chance(seed);
  const named = chance(42);
  const brands = Array.from({ length: names }, () =>
    Array.from({ length: named.between(2, 4) }, () => syllables[named.below(syllables.length)]).join(''),
  );
  const order = () => `${random.between(1, 12)}월 ${random.between(1, 28)}일 주문`;
  const korean = (): string => {
    const clauses = [
      `${often(random, brands)} ${random.pick(nouns)}`,
      `${often(random, nouns)}${random.pick(['가', '이', '도', '은', '에서'])} ${happened(random)}`,
      random.percent(60) ? `${random.pick(times)} ${random.pick(nouns)} ${happened(random)}` : '',
      random.percent(40) ? `${order()} ${random.between(1000, 99_000)}원` : '',
      random.percent(50) ? `${often(random, brands)} ${often(random, nouns)} 때문에 ${happened(random)}` : '',
      random.percent(70) ? random.pick(closings) : '',
    ];
    return clauses.filter((clause) => clause !== '').join(random.pick([' ', ', ', '. ']));
  };
  const english = (): string =>
    `The ${often(random, englishNouns)} from ${often(random, brands)} was ${often(random, englishTroubles)} ${random.pick(['again', 'yesterday', 'twice', 'on Monday'])}, and the ${random.pick(englishNouns)} too: ${random.pick(englishTroubles)}`;
  return { next: () => (random.percent(85) ? korean() : english()) };
}

/** The same voice as somebody else might type it. */
export const retellings = {
  // Korean only: nobody writes English so.
  'no spaces': (text: string) => text.replace(/(?<=[가-힣])\s+(?=[가-힣])/gu, ''),
  'two typos': (text: string, random: Chance) => {
    const characters = [...text];
    for (let n = 0; n < 2; n += 1) characters[random.below(characters.length)] = random.pick([...syllables]);
    return characters.join('');
  },
  'reordered, a word less': (text: string, random: Chance) => {
    const words = text.split(/\s+/);
    words.splice(random.below(words.length), 1);
    const at = random.below(words.length);
    return [...words.slice(at), ...words.slice(0, at)].join(' ');
  },
} satisfies Readonly<Record<string, (text: string, random: Chance) => string>>;
