import type { HappyCallAnswer } from '../../../domain/case/case.ts';

const answers: Record<HappyCallAnswer, string> = {
  solved: '해결됐다고 하심',
  unsolved: '해결되지 않았다고 하심(건을 다시 엽니다)',
  unreachable: '연락 안 됨',
};

/** 해피콜: the call some days after closing. */
export const happyCall = {
  answers,
  answer: '해결됐나요?',
  again: '같은 일이 또 생길 것이라고 보시나요?',
  againHint: '통화했다면 골라 주세요. 예이면 CS 리더에게 알립니다.',
  effort: '해결되기까지 얼마나 힘드셨나요?(1–7)',
  scale: (n: number): string => (n === 1 ? '1 아주 쉬웠음' : n === 7 ? '7 아주 힘들었음' : String(n)),
  note: '고객의 말',
  noteHint: '해결되지 않았다면 꼭 적어 주세요. 다시 여는 이유가 됩니다.',
  calledAt: '전화한 시각',
  yes: '예',
  no: '아니요',
  says: '종결한 뒤 고객에게 한 번 더 묻습니다. 해결되지 않았다면 담당 부서가 다시 진행합니다.',
  owed: (until: string): string => `해피콜을 부탁드립니다. ${until}`,
  nudge: '종결한 고객에게 해피콜을 할 때입니다. 세 가지만 여쭤봐 주세요.',
  story: (answer: HappyCallAnswer): string => `해피콜: ${answers[answer]}`,
  storyEffort: (n: number): string => ` · 힘든 정도 ${n}/7`,
  storyAgain: ' · 또 생길 것이라고 보심',
  storyTries: (n: number): string => ` · ${n}번째 시도`,
  believes: '고객은 같은 일이 또 생길 것이라고 보십니다. 저절로 종결되지 않으며, CS 리더가 살펴봅니다.',
};
