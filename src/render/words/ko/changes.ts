import type { ActionKind, Appeal, RelapseReason, Status } from '../../../domain/change/change.ts';
import { withParticle } from '../particle.ts';

const statuses: Record<Status, string> = {
  demanded: '제안 기다림',
  proposed: '제안',
  accepted: '채택',
  planned: '계획',
  doing: '진행',
  deployed: '시행 후 지켜보는 중',
  effective: '효과 확인',
  partial: '부분 효과',
  declined: '불채택',
};
const appeals: Record<Appeal, string> = { delights: '아직 기쁜 일', ordinary: '이제 당연한 일' };
const kinds: Record<ActionKind, string> = { corrective: '시정', preventive: '예방' };
const relapses: Record<RelapseReason, string> = {
  severe: '긴급 건이 다시 생겼습니다',
  many: '같은 불만이 시행 전의 절반 넘게 다시 왔습니다',
  again: '먼저 말한 고객이 같은 일을 다시 겪었습니다',
};

/** The process change: what complaints became. */
export const changes = {
  statuses,
  kinds,
  relapses,
  head: (number: string, title: string, status: string): string => `${number} · 개선과제 · ${status} · ${title}`,
  untitled: (problem: string): string => `‘${problem}’의 개선`,
  about: (problem: string): string => `문제: ${problem}`,
  means: '무엇으로',
  cause: '원인',
  effect: '기대 효과',
  // One word to the eye: a label is not broken in two.
  notices: '고객이\u00a0알아볼\u00a0것',
  cost: '비용',
  coaching: '동행·코칭',
  sponsor: (name: string): string => `책임 임원 ${name} 님`,
  round: (n: number): string => `${n}번째 시도`,
  tasks: {
    propose: '개선 제안 또는 근거를 적은 불채택',
    judge: '채택 또는 불채택',
    prepare: '할 일과 시행일 정하기',
    do: (done: number, all: number): string => `할 일 ${all}개 중 ${done}개 마침`,
    watch: (told: number, all: number, next: string): string =>
      `지켜보기(${all}번 가운데 ${told}번 확인, 다음 ${next})`,
    verify: '효과 확인',
    direct: '임원 결정',
  },
  nobody: '미정(계획할 때 정합니다)',
  action: (number: number, kind: string, what: string, owner: string, due: string): string =>
    `${number}. ${kind} · ${what} · ${owner} 님 · ${due}까지`,
  actionDone: (text: string): string => `✓ ${text}`,
  watched: (before: number, since: number, share: string): string =>
    `시행 전 30일 ${before}명 → 최근 ${since}명(${share})`,
  days: (days: number): string => `${days}영업일 안에`,
  share: (percent: number): string => (percent > 0 ? `▼${percent} %` : percent < 0 ? `▲${-percent} %` : '변화 없음'),
  relapsed: (why: string): string => `재발: ${why}`,
  declined: (reason: string, who: string): string => `불채택 이유: ${reason} · ${who} 님`,
  story: {
    demanded: (customers: number, level: string, until: string): string =>
      `같은 문제 ${customers}명으로 하인리히 ${level}에 이르렀습니다. ${until} 개선을 제안하거나 근거와 함께 불채택해 주세요.`,
    proposed: (title: string): string => `개선을 제안했습니다: ${title}`,
    directionAsked: (customers: number): string =>
      `같은 문제 ${customers}명으로 하인리히 심각에 이르렀습니다. 임원의 결정이 필요합니다.`,
    directed: (reason: string): string => `추진하기로 결정했습니다. 이유: ${reason}`,
    accepted: (owner: string): string => `채택했습니다. 담당: ${owner} 님`,
    declined: (reason: string): string => `불채택했습니다. 이유: ${reason}`,
    planned: (count: number, due: string): string => `할 일 ${count}개를 정했습니다. 시행: ${due}까지`,
    actionAdded: (what: string, owner: string, due: string): string =>
      `할 일을 더했습니다: ${what} · ${owner} 님 · ${due}까지`,
    actionDone: (number: number, evidence: string): string =>
      `할 일 ${withParticle(String(number), '을/를')} 마쳤습니다. 근거: ${evidence}`,
    begun: '진행을 시작했습니다.',
    owner: (name: string): string => `담당자를 ${name} 님으로 바꿨습니다.`,
    deployed: (title: string, when: string, evidence: string): string =>
      `시행했습니다: ${title} · ${when}부터 · 근거: ${evidence}`,
    read: (day: number, before: number, since: number, share: string): string =>
      `시행 ${day}일: 같은 불만 ${before} → ${since}명(${share})`,
    verification: (total: number, allowed: number): string =>
      `지켜보는 기간이 끝났습니다. 시행 뒤 같은 불만 ${total}명(기준 ${allowed}명 이하).`,
    severe: (number: string): string =>
      `시행 뒤 중대한 건이 다시 왔습니다: ${number}. 아직 재발은 아니지만 살펴봐 주세요.`,
    relapsed: (why: string, count: number): string => `시행한 개선이 다시 열렸습니다: ${why}(${count}건).`,
    effective: (before: number, total: number): string =>
      `효과를 확인했습니다. 시행 전 30일 ${before}명, 시행 뒤 모두 ${total}명.`,
    partial: (total: number, allowed: number): string =>
      `부분 효과입니다. 시행 뒤 같은 불만 ${total}명(기준 ${allowed}명 이하). 이어서 다른 조치가 필요합니다.`,
    reviewAsked: '시행한 지 1년이 됐습니다.',
    resumed: (reason: string): string => `이어서 개선합니다. ${reason}`,
    nudged: (clock: string, percent: number, until: string): string => `${clock} · ${percent} % 지났습니다. ${until}`,
  },
  word: {
    /** `who`: who decides on it. */
    proposed: (who: string): string => `제안했습니다. ${withParticle(who, '이/가')} 채택할지 정하고 알려 드립니다.`,
    changed: (number: string, title: string, notices: string | null): string =>
      `접수하신 VOC로 바뀌었습니다: ${title}${notices === null ? '' : ` · 고객이 알아볼 것: ${notices}`}. 고맙습니다. (${number})`,
    relapsed: (title: string): string => `접수하신 VOC로 바꾼 것이 충분하지 않았습니다. 다시 고칩니다: ${title}`,
    nothingOwed: '알려 드립니다. 하실 일은 없습니다.',
  },
  appeals,
  reviewed: (appeal: string, by: string): string => `1년 뒤: ${appeal}(${by} 님)`,
  ask: {
    review: '아직 기쁜 일인가요, 이제 당연한 일인가요? 당연해졌다면 다음 작은 기쁨을 준비할 때입니다.',
    propose: '무엇을 어떻게 바꿀지 제안해 주세요. 바꾸지 않는다면 근거를 적어 불채택해 주세요.',
    judge: '채택하거나 근거를 적어 불채택해 주세요.',
    direct: '추진할지 결정해 주세요.',
    prepare: '할 일과 시행일을 정해 주세요.',
    action: '마치면 근거와 함께 적어 주세요.',
    deploy: '시행하면 근거와 함께 적어 주세요.',
    verify: '담당자가 아닌 분이 효과를 확인해 주세요.',
    late: '기한이 지난 일이 있습니다. 도울 일이 있을까요?',
  },
  fields: {
    title: '무엇이 어떻게 바뀌나요?',
    titleHint: '‘상판 모서리 보호대 1개 추가’처럼 바뀐 모습으로 적습니다.',
    means: '무엇으로 바꾸나요?',
    rootCause: '근본 원인',
    touchpoint: '어느 접점이 달라지나요?',
    department: '어느 부서가 바꾸나요?',
    cost: '비용',
    effect: '기대 효과',
    effectHint: '‘파손 불만이 절반으로’처럼 적습니다.',
    notices: '고객이 알아볼 것',
    coaching: '동행·코칭 계획',
    coachingHint: '원인이 사람에게 있을 때 누가 어떻게 함께할지 적습니다.',
    owner: '담당자',
    reason: '이유',
    declineHint: '건수·비율·규정 같은 근거를 적어 주세요.',
    due: '시행일',
    what: (n: number): string => `할 일 ${n}`,
    kind: (n: number): string => `시정·예방 ${n}`,
    actionOwner: (n: number): string => `할 사람 ${n}`,
    actionDue: (n: number): string => `언제까지 ${n}`,
    one: { what: '할 일', kind: '시정·예방', owner: '할 사람', due: '언제까지' },
    evidence: '근거',
    evidenceHint: '링크, 사진, 문서 번호, 배포 번호 등을 적습니다.',
    deployedAt: '언제부터',
    note: '한마디',
  },
  says: {
    notAlone: '비슷한 건이 많이 쌓인 문제입니다.',
    training: '교육만으로는 부족한 문제입니다. 제도나 절차도 함께 바꿔 주세요.',
    information: '문의가 대부분입니다. 안내를 보완하는 것이 알맞을 수 있습니다.',
    people: '절차나 권한 때문은 아니었는지 한 번 더 살펴봐 주세요.',
    verify: (total: number, allowed: number, outcome: string): string =>
      `시행 뒤 같은 불만 ${total}명, 기준 ${allowed}명 이하. 지금 확인하면 ‘${outcome}’입니다.`,
  },
  conversion: {
    title: (year: number, n: number): string => `불만→변화 전환 ${year}년 ${n}분기`,
    none: '주의에 이른 문제가 없습니다',
    of: (changed: number, warned: number, days: number): string =>
      `주의에 이른 문제 ${warned}개 가운데 ${changed}개를 ${days}영업일 안에 개선과제로 채택`,
    open: (n: number): string => `${n}개는 아직 기한 전`,
  },
  lists: {
    title: '개선과제',
    empty: '진행 중인 개선과제가 없습니다. 건의 [비슷한 건]에서 제안할 수 있습니다.',
    more: (n: number): string => `이 밖에 ${n}개가 더 있습니다.`,
    lessons: '사례',
    noLessons: '찾는 사례가 없습니다. 효과를 확인한 개선이 쌓이면 여기에서 찾을 수 있습니다.',
    moreLessons: (n: number): string => `이 밖에 ${n}개가 더 있습니다. 낱말을 더해 찾아 주세요.`,
    lesson: {
      problem: '문제',
      cause: '원인',
      change: '바꾼 것',
      result: '결과',
    },
    result: (before: number, total: number, days: number): string =>
      `시행 전 30일 ${before}명 → 시행 뒤 ${days}일 동안 ${total}명`,
    monthTitle: (year: number, month: number): string => `${year}년 ${month}월 VOC로 바뀐 것`,
    monthLine: (heard: string, changed: string): string => `‘${heard}’ → ${changed}`,
    monthProven: (before: number, after: number): string => `같은 불만 ${before} → ${after}명`,
    monthThanks: '말씀해 주신 고객과 접수하신 분들께 고맙습니다.',
  },
  /** What a case came to beyond itself: asked for before it is closed. */
  answer: {
    open: '개선과제나 부서장의 ‘변경 없음’이 있어야 종결합니다',
    change: (number: string): string => `${number}로 이어짐`,
    none: (reason: string): string => `변경 없음: ${reason}`,
    linked: (number: string): string => `개선과제 ${number}와 이었습니다.`,
    unlinked: (number: string): string => `개선과제 ${number}와 이은 것을 풀었습니다.`,
    signed: (reason: string): string => `‘변경 없음’으로 정했습니다. ${reason}`,
    who: (department: string): string => `${department} 부서장`,
    task: '개선 제안 또는 ‘변경 없음’ 사유',
    owed: '무엇을 바꿀지 제안하거나, 바꿀 것이 없는 까닭을 적어 주세요. 그래야 종결할 수 있습니다.',
    reason: '바꿀 것이 없는 까닭',
    reasonHint: '예: 8월에 바꾼 상자가 이 건 뒤에 들어왔습니다.',
    says: '중대한 건이거나 여러 번 들어온 문제입니다. 이름과 함께 남습니다.',
  },
  problems: {
    noSuchChange: '그 번호의 개선과제가 없습니다. [/voc 개선]에서 찾아 주세요.',
    notNow: (status: string): string => `지금은 ‘${status}’ 상태라 할 수 없습니다. 카드에서 다음 단계를 확인해 주세요.`,
    ownRequest: '직접 제안하거나 맡은 일은 다른 사람이 정합니다. 누가 정하는지는 카드에서 확인해 주세요.',
    actionsOpen: (numbers: string): string => `시정할 일이 남아 있습니다: ${numbers}번. 마친 뒤에 시행해 주세요.`,
    deskOnly: 'VOC 조정관이 효과를 확인합니다. 알고 있는 것은 이 카드의 스레드에 적어 주세요.',
    watchRunning: (until: string): string => `아직 지켜보는 중입니다. ${until} 뒤에 효과를 확인할 수 있습니다.`,
    actionDone: (by: string): string => `이미 ${by} 님이 마쳤습니다.`,
    noSuchAction: '그 번호의 할 일이 없습니다. 카드에서 번호를 확인해 주세요.',
    nothingChanged: '바뀐 것이 없습니다.',
    stale: '그 사이에 누군가 먼저 했습니다. 카드에서 지금 상태를 확인해 주세요.',
    trainingAlone: '제도·절차 변경을 함께 적어 주세요. 교육만으로는 막았다고 보지 않습니다.',
    needsCoaching: '원인이 사람에게 있으면 누가 어떻게 함께할지 적어 주세요.',
  },
};
