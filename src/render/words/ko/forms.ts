import type { Step } from '../../../ports/card.ts';

type FormStep =
  | 'acknowledge'
  | 'reassign'
  | 'start'
  | 'transfer'
  | 'accept'
  | 'return'
  | 'route'
  | 'adjudicate'
  | 'hold'
  | 'ask-decision'
  | 'decide'
  | 'fix'
  | 'reply'
  | 'reopen'
  | 'merge'
  | 'refuse'
  | 'overturn'
  | 'withdraw'
  | 'void'
  | 'obstacle'
  | 'answer-obstacle'
  | 'severity'
  | 'note'
  | 'original';

/** At most 24 characters each: the narrowest platform shows no more. */
const titles = {
  acknowledge: '확인',
  reassign: '담당 변경',
  start: '처리 시작',
  transfer: '이관',
  accept: '이관 받기',
  return: '돌려보내기',
  route: '담당 부서 정하기',
  adjudicate: '담당 결정',
  hold: '보류',
  'ask-decision': '결정 요청',
  decide: '결정',
  fix: '조치 완료',
  reply: '고객 회신 기록',
  reopen: '다시 열기',
  merge: '병합',
  refuse: '불수용',
  overturn: '불수용 취소',
  withdraw: '취하',
  void: '무효',
  obstacle: '막힌 점 알리기',
  'answer-obstacle': '막힌 점 답변',
  severity: '등급 변경',
  note: '메모',
  original: '원문 보기',
} satisfies Record<FormStep, string> & Partial<Record<Step, string>>;

export const forms = {
  titles,
  submit: '보내기',
  cancel: '닫기',
  hops: (next: number, limit: number): string =>
    next > limit
      ? `이미 ${limit}번 이관됐습니다. 보내면 VOC 조정관이 담당 부서를 정합니다.`
      : `${limit}번 가운데 ${next}번째 이관입니다. 받는 부서가 받을 때까지 지금 부서가 담당합니다.`,
  binding: '정하면 다시 이관할 수 없습니다.',
  humanCall: (why: string): string => `사람이 전화해야 하는 건입니다(${why}).`,
  solve: '사과가 아니라 해결한 일을 적습니다.',
  thank: '알려 주신 덕분에 찾았다는 감사로 시작해 주세요. 사과는 한 번이면 충분합니다.',
  merge: '다른 고객의 건은 합치지 않습니다. 고객마다 따로 세고 따로 알립니다.',
  voidProposal: '고객이 확인된 건은 다른 한 사람이 더 확인해야 무효가 됩니다.',
  lowering: '등급을 낮추는 것은 CS 리더와 VOC 조정관이 합니다.',
};
