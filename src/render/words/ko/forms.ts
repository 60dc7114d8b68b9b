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
  | 'no-change'
  | 'withdraw'
  | 'void'
  | 'obstacle'
  | 'answer-obstacle'
  | 'severity'
  | 'note'
  | 'original'
  | 'contact'
  | 'contain'
  | 'remedy'
  | 'change-remedy'
  | 'decline-remedy'
  | 'withdraw-remedy'
  | 'snooze'
  | 'new-due'
  | 'statutory'
  | 'statutory-done'
  | 'flag'
  | 'confirm-flag'
  | 'limit'
  | 'lift'
  | 'verdict'
  | 'repeat'
  | 'split'
  | 'draft'
  | 'happy-call'
  | 'propose'
  | 'accept-change'
  | 'decline-change'
  | 'direct-change'
  | 'plan-change'
  | 'add-action'
  | 'finish-action'
  | 'change-owner'
  | 'deploy-change'
  | 'verify-change'
  | 'resume-change'
  | 'flag'
  | 'confirm-flag'
  | 'limit'
  | 'lift'
  | 'verdict'
  | 'repeat'
  | 'split'
  | 'link'
  | 'name-cluster'
  | 'metric';

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
  'no-change': '변경 없음',
  withdraw: '취하',
  void: '무효',
  obstacle: '막힌 점 알리기',
  'answer-obstacle': '막힌 점 답변',
  severity: '등급 변경',
  note: '메모',
  original: '원문 보기',
  contact: '고객 연락 기록',
  contain: '임시조치',
  remedy: '바로 보상',
  'change-remedy': '금액 바꿔 승인',
  'decline-remedy': '보상 요청 반려',
  'withdraw-remedy': '보상 거두기',
  snooze: '알림 미루기',
  'new-due': '새 기한',
  statutory: '법정 기한',
  'statutory-done': '법정 기한 완료',
  flag: '악성 표시',
  'confirm-flag': '경고 확인',
  limit: '응대 제한',
  lift: '표시 해제',
  verdict: '판정',
  repeat: '반복 종결',
  split: '나누기',
  draft: '답장 살펴보기',
  'happy-call': '해피콜',
  propose: '개선 제안',
  'accept-change': '개선 채택',
  'decline-change': '개선 불채택',
  'direct-change': '추진 결정',
  'plan-change': '개선 계획',
  'add-action': '할 일 추가',
  'finish-action': '할 일 마침',
  'change-owner': '개선 담당 변경',
  'deploy-change': '개선 시행',
  'verify-change': '효과 확인',
  'resume-change': '이어서 개선',
  link: '같은 문제로 연결',
  'name-cluster': '이름 짓기',
  metric: '부서 지표',
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
  contact: '답이 나오기 전이라도 어떻게 되고 있는지 알립니다. 기다리는 고객은 소식을 가장 궁금해합니다.',
  contain: '더 번지지 않게 먼저 막은 일을 적습니다. 원인은 나중에 찾아도 됩니다.',
  snooze: (clock: string, due: string): string => `${clock} · ${due}까지입니다. 알림만 미루며, 기한은 그대로입니다.`,
  noTimeToSnooze: (clock: string, due: string): string =>
    `${clock} · ${due}까지라 더 미룰 수 있는 때가 없습니다. 어려우면 [막힌 점]으로 알려 주세요.`,
  newDue: (clock: string, due: string): string =>
    `${clock} · 처음 기한은 ${due}이고, 이력에 그대로 남습니다. 새 기한은 담당자와 고객 담당에게 알립니다.`,
  statutory: '알림이며 법률 자문이 아닙니다. 어떤 의무인지는 법무와 확인해 주세요.',
  statutoryDone: (duty: string): string => `마친 것: ${duty}`,
};
