import { withParticle } from '../particle.ts';

const topic = (word: string): string => withParticle(`‘${word}’`, '은/는');

/** The words that mean the same, as the VOC desk looks them up and edits them. Lists of words are already put together. */
export const lexicon = {
  title: '말 사전',
  titleOf: (search: string): string => `말 사전 · ${search}`,
  what: '뜻이 같은 말을 한 묶음에 모아 두면, 어느 말로 적은 건이든 비슷한 건으로 찾습니다.',
  holds: (groups: number, words: number): string => `묶음 ${groups}개, 말 ${words}개`,
  how: '/voc 사전 뒤에 말을 적으면 그 말이 든 묶음을 보여 드립니다. 예: /voc 사전 계란',
  kinds: { thing: '무엇', trouble: '무슨 일' },
  list: (words: readonly string[]): string => words.join(' · '),
  others: (n: number): string => `외 ${n}개`,
  notThere: (search: string): string => `${topic(search)} 아직 어느 묶음에도 없습니다.`,
  joinHow: '뜻이 같은 말을 찾아 [말 더하기]를 누르거나, [묶음 만들기]로 새로 적어 주세요.',
  moreGroups: (n: number): string => `외 묶음 ${n}개가 더 있습니다. 더 긴 말로 찾아 주세요.`,
  latest: '최근에 바뀐 말',
  edited: {
    added: (who: string, when: string, words: string, beside: string | null): string =>
      beside === null ? `${when} ${who}이 묶음을 만듦: ${words}` : `${when} ${who}이 ‘${beside}’ 묶음에 더함: ${words}`,
    removed: (who: string, when: string, word: string, beside: string | null): string =>
      beside === null ? `${when} ${who}이 묶음을 없앰: ${word}` : `${when} ${who}이 ‘${beside}’ 묶음에서 뺌: ${word}`,
  },
  ask: (who: string): string => `말은 VOC 조정관과 관리자가 고칩니다. 더할 말이 있으면 알려 주세요: ${who}.`,
  editorsOnly: (who: string): string => `말은 VOC 조정관과 관리자만 고칠 수 있습니다. 부탁해 주세요: ${who}.`,
  noEditor: '말은 VOC 조정관과 관리자만 고칠 수 있습니다. 플레이북에 그 사람을 적어 주세요.',
  meantVoice: '고객의 말을 적으려던 것이라면 [VOC 등록]을 눌러 주세요.',
  group: '묶음',
  words: '더할 말',
  wordsHint: '명사는 그대로, 동사는 ‘깨지다’처럼 적습니다. 여럿이면 쉼표로 나눕니다. 영어도 됩니다.',
  groupWords: '뜻이 같은 말',
  groupWordsHint: '쉼표로 나누어 적어 주세요. 예: 오리알, 오리 알, duck egg',
  kind: '무엇에 관한 말인가요?',
  kindChoices: {
    thing: '무엇에 관한 일인지 (상품, 기능, 장소, 사람)',
    trouble: '무엇이 잘못됐는지 (깨짐, 늦음, 안 됨)',
  },
  word: '뺄 말',
  follows: '1분 안에 모든 곳에서 쓰입니다. 이전에 등록한 건도 바로 이 말로 찾습니다.',
  added: (words: string, beside: string | null): string =>
    beside === null ? `새 묶음을 만들었습니다: ${words}.` : `‘${beside}’ 묶음에 더했습니다: ${words}.`,
  removed: (word: string, beside: string | null): string =>
    beside === null ? `묶음을 없앴습니다: ${word}.` : `‘${beside}’ 묶음에서 뺐습니다: ${word}.`,
  problems: {
    none: '한글이나 영어로 말을 적어 주세요.',
    short: (word: string): string => `‘${word}’: 두 글자 이상이어야 찾을 수 있습니다. 조금 더 길게 적어 주세요.`,
    long: (word: string, most: number): string => `‘${word}’: ${most}자까지 적을 수 있습니다. 짧게 적어 주세요.`,
    marks: (word: string): string => `‘${word}’: 기호는 빼고 글자와 숫자만 적어 주세요.`,
    mixed: (word: string): string => `‘${word}’: 한글과 영어를 한 말에 섞지 말고 쉼표로 나누어 적어 주세요.`,
    unheard: (word: string): string => `‘${word}’: 이 말만으로는 건을 찾을 수 없습니다. 뜻이 있는 말로 적어 주세요.`,
    there: (word: string, group: string): string =>
      `${topic(word)} 이미 있습니다: ${group}. 옮기려면 그 묶음에서 먼저 빼 주세요.`,
    tells: {
      praise: (word: string): string => `${topic(word)} 칭찬을 알아보는 말이라 더할 수 없습니다.`,
      question: (word: string): string => `${topic(word)} 문의를 알아보는 말이라 더할 수 없습니다.`,
    },
    many: {
      group: (most: number): string =>
        `한 묶음에는 ${most}개까지 넣을 수 있습니다. 뜻을 나누어 새 묶음을 만들어 주세요.`,
      message: (most: number): string => `한 번에 ${most}개까지 더할 수 있습니다. 나누어 적어 주세요.`,
    },
    gone: '그사이 다른 사람이 뺐습니다. 닫고 /voc 사전으로 다시 찾아 주세요.',
    personal: '전화번호나 이름 같은 개인정보로 보여 적지 않았습니다. 뜻이 같은 말만 적어 주세요.',
  },
};
