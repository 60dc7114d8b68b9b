import type { DraftPart } from '../../../domain/learning/draft-check.ts';

const parts: Record<DraftPart, string> = {
  time: '언제까지(날짜·시각)',
  who: '누가(이름·팀)',
  option: '무엇을 할 수 있는지(선택지)',
};

/** Looking a reply over before a person sends it. */
export const drafts = {
  draft: '고객에게 보낼 답장',
  draftHint: '붙여 넣고 [살펴보기]를 눌러 주세요. 저장하거나 고객에게 보내지 않습니다.',
  check: '살펴보기',
  nothing: '살펴볼 점이 없습니다. 보내는 것은 직접 해 주세요.',
  found: (n: number): string => `살펴볼 점 ${n}가지`,
  apologies: (count: number, most: number): string =>
    `사과가 ${count}번 나옵니다. ${most}번이면 충분합니다. 줄인 자리에 무엇을 할지 적어 주세요.`,
  missing: (some: readonly DraftPart[]): string => `더 적으면 좋습니다: ${some.map((part) => parts[part]).join(', ')}.`,
  later: (sentence: string): string => `‘${sentence}’에는 연락할 시각을 함께 적어 주세요.`,
  barrier: (words: string): string => `‘${words}’ 대신 할 수 있는 것과 그 이유를 적어 주세요.`,
  honorific: (words: string): string => `‘${words}’: 물건이 아니라 사람을 높여 주세요. 예) 커피 나왔습니다.`,
  gushing: (words: string): string => `‘${words}’은 빼고 해결할 일을 먼저 적어 주세요.`,
  asksAgain: (what: string): string => `이미 건에 있습니다: ${what}. 고객에게 다시 묻지 않아도 됩니다.`,
  shape: '좋은 순서',
  shapeParts: [
    '감사나 사과 한 번',
    '알아낸 것',
    '할 수 있는 것 1~3가지',
    '누가 무엇을 언제까지',
    '다시 생기지 않게 할 일',
  ],
  known: (facts: string): string => `이 건에서 쓸 수 있는 것: ${facts}`,
};
