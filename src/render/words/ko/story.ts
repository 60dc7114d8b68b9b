import { withParticle } from '../particle.ts';

const because = (reason: string | null): string => (reason === null || reason === '' ? '' : ` 이유: ${reason}`);

/** What happened, one sentence per event. `by` names the actor where the sentence itself has none. */
export const story = {
  system: '메아리',
  by: (who: string, sentence: string): string => `${who} · ${sentence}`,
  filed: (filer: string, kind: string, severity: string): string =>
    `${filer} 님이 접수했습니다. ${kind}${severity === '' ? '' : ` · ${severity}`}`,
  routed: (department: string, reason: string | null): string => `${department}에 배정했습니다.${because(reason)}`,
  acknowledged: (owner: string, call: string, eta: string): string => `${owner} 님이 확인했습니다.${call}${eta}`,
  appointed: (by: string, owner: string, call: string, eta: string): string =>
    `${by} 님이 확인했습니다. 담당: ${owner} 님.${call}${eta}`,
  call: (when: string, caller: string): string => ` 고객 연락: ${when}, ${caller} 님.`,
  eta: (when: string): string => ` ${when}까지입니다.`,
  reassigned: (owner: string): string => `담당자를 ${owner} 님으로 바꿨습니다.`,
  started: (plan: string, eta: string, position: string): string =>
    `처리를 시작했습니다. 계획: ${plan} · ${eta}까지${position}`,
  position: (text: string): string => ` · 부서 입장: ${text}`,
  offered: (from: string, to: string, reason: string, why: string, hop: number, limit: number): string =>
    `${from}에서 ${withParticle(to, '으로/로')} 이관을 제안했습니다. 이유: ${reason}(${hop}/${limit}회) · ${why}`,
  accepted: (from: string, to: string, owner: string): string =>
    `${from}에서 ${withParticle(to, '으로/로')} 넘겼습니다. 담당: ${owner} 님.`,
  declined: (to: string, proposed: string, why: string): string =>
    `${to}에서 돌려보냈습니다. 더 맞는 부서: ${proposed}.${because(why)}`,
  adjudication: (limit: number): string => `이미 ${limit}번 이관됐습니다. VOC 조정관이 담당 부서를 정합니다.`,
  adjudicated: (department: string, reason: string): string =>
    `담당 부서를 ${withParticle(department, '으로/로')} 정했습니다.${because(reason)}`,
  held: (reason: string, until: string, nextUpdate: string): string =>
    `보류했습니다. 기다리는 것: ${reason} · ${until}까지 · 다음 고객 안내 ${nextUpdate}`,
  resumed: '다시 진행합니다.',
  decisionAsked: (question: string, neededBy: string): string => `결정을 요청했습니다: ${question} · ${neededBy}까지`,
  decided: (choice: string, reason: string): string => `결정했습니다: ${choice}.${because(reason)}`,
  fixed: (fixType: string, done: string, evidence: string, rest: string): string =>
    `조치했습니다: ${fixType} · ${done} · 증거: ${evidence}${rest}`,
  cause: (rootCause: string): string => ` · 원인: ${rootCause}`,
  doneAt: (when: string): string => ` · 실제 조치 ${when}`,
  informationMissing: ' · 안내가 부족해서 생긴 문의',
  paid: (amount: string, basis: string): string => ` · 보상 ${amount}원(근거: ${basis})`,
  replied: (channel: string, when: string, gist: string, verdict: string): string =>
    `고객에게 알렸습니다(${channel}, ${when}): ${gist} · 고객 반응: ${verdict}`,
  closed: '종결했습니다.',
  reopened: (reason: string): string => `다시 열었습니다.${because(reason)}`,
  dissatisfied: (reason: string): string => `고객이 만족하지 않아 다시 진행합니다. 알린 내용: ${reason}`,
  merged: (into: string): string => `${into}에 병합했습니다.`,
  refused: (reason: string, evidence: string, why: string, explanation: string): string =>
    `불수용을 올렸습니다. 이유: ${reason} · 근거: ${evidence} · 기대가 합리적이지 않은 이유: ${why} · 고객에게 할 설명: ${explanation} · VOC 조정관이 살펴봅니다.`,
  countersigned: 'VOC 조정관이 불수용에 동의했습니다.',
  overturned: (reason: string): string => `VOC 조정관이 불수용을 취소했습니다. 다시 진행합니다.${because(reason)}`,
  withdrawn: (words: string, cause: string): string => `고객이 취하했습니다. 고객의 말: “${words}” · 원인: ${cause}`,
  voidProposed: (reason: string): string => `무효를 제안했습니다. 다른 한 사람의 확인이 필요합니다.${because(reason)}`,
  voided: (reason: string): string => `무효로 했습니다.${because(reason)}`,
  obstacle: (n: number, text: string): string => `막힌 점 ${n}: ${text}`,
  obstacleAnswered: (n: number, text: string): string => `막힌 점 ${n} 답변: ${text}`,
  reassessed: (severity: string, points: string, reason: string): string =>
    `등급을 다시 정했습니다: ${severity} · ${points}.${because(reason)}`,
  note: (text: string): string => `메모: ${text}`,
  noteOf: (when: string, text: string): string => `메모(${when}에 있었던 일): ${text}`,
  originalViewed: (reason: string): string => `가리기 전 원문을 봤습니다.${because(reason)}`,
  resumedByTime: '기다리던 날이 되어 다시 진행합니다.',
  closedByTime: '고객이 받아들였고 더 하신 말씀이 없어 종결했습니다.',
  contacted: (channel: string, when: string, gist: string): string =>
    `고객에게 연락했습니다(${channel}, ${when}): ${gist}`,
  contained: (measure: string): string => `임시조치를 했습니다: ${measure}`,
  progress: (note: string): string => `진행하고 있습니다.${note === '' ? '' : ` ${note}`}`,
  halfway: (clock: string, due: string): string => `${clock} · 절반 지났습니다. ${due}까지입니다.`,
  rung: (clock: string, percent: number, due: string): string =>
    `${clock} · ${percent} % 지났습니다. ${due}까지입니다.`,
  pastDue: (clock: string, due: string): string => `${clock} · ${due}까지였습니다.`,
  told: (who: string): string => ` ${who}에게 알렸습니다.`,
  standsFor: (percents: string): string => ` 앞의 알림(${percents})을 대신합니다.`,
  snoozed: (clock: string, until: string, reason: string): string =>
    `${clock} 알림을 ${until}까지 미뤘습니다.${because(reason)}`,
  newDue: (clock: string, until: string, reason: string): string =>
    `${clock} · 새 기한은 ${until}입니다.${because(reason)}`,
  statutory: (duty: string, since: string): string => `법정 기한을 붙였습니다: ${duty} · ${since}에 알았습니다.`,
  statutoryDue: (due: string): string => ` ${due}까지입니다.`,
  statutoryDone: (duty: string, note: string): string => `법정 기한을 마쳤습니다: ${duty} · ${note}`,
  duesMoved: (moves: string): string => `달력이 바뀌어 기한이 옮겨졌습니다. ${moves}`,
  dueMove: (clock: string, from: string, to: string): string => `${clock}: ${from} → ${to}`,
};

/** The private word: what happened, and what you owe, if anything. */
export const word = {
  yours: (number: string): string => `접수하신 ${number}`,
  about: (number: string): string => number,
  closedWith: (verdict: string, done: string): string => `종결했습니다. 고객 반응: ${verdict}. 한 일: ${done}`,
  /** `when`: 시행한 날; null: 아직. */
  changedBy: (title: string, when: string | null): string =>
    when === null ? ` · 바꾸기로 한 것: ${title}` : ` · 바뀐 것: ${title}(${when} 시행)`,
  refusedWith: (reason: string, explanation: string): string =>
    `불수용으로 끝났습니다. 이유: ${reason} · 고객에게 할 설명: ${explanation}`,
  nothingOwed: '지금 하실 일은 없습니다.',
  owed: {
    route: '담당 부서를 정해 주세요.',
    acknowledge: '확인 부탁드립니다. 담당자를 이름으로 알려 주세요.',
    start: '어떻게 풀지, 언제까지인지 적고 시작해 주세요.',
    fix: '풀리면 무엇을 해결했는지 적어 주세요.',
    resume: '기다리던 것이 오면 다시 진행해 주세요.',
    accept: '받을지, 더 맞는 부서로 돌려보낼지 정해 주세요.',
    adjudicate: '담당 부서를 정해 주세요. 정하면 다시 이관되지 않습니다.',
    decide: (when: string): string => `${when}까지 하나를 골라 주세요.`,
    reply: '고객에게 알리고, 고객 반응을 적어 주세요.',
    close: '더 할 일이 없으면 종결해 주세요.',
    countersign: '불수용을 살펴보고 동의하거나 취소해 주세요.',
    voidSecond: '무효 제안을 살펴봐 주세요. 다른 한 사람의 확인이 필요합니다.',
    explain: '고객에게 이 설명을 전해 주세요.',
    together: '고객이 두 번 만족하지 못했습니다. CS 리더와 부서장이 함께 다음 할 일을 정해 주세요.',
    call: (when: string): string => `고객에게 전화해 주세요: ${when}`,
    answerObstacle: '막힌 점에 답해 주세요.',
  },
  option: (n: number, label: string, mark: string): string => `${n}) ${label}${mark}`,
  recommended: '추천',
  optionParts: {
    cost: (cost: string): string => `비용 ${cost}`,
    effect: (effect: string): string => `고객에게: ${effect}`,
    unknown: '미정',
  },
};

/** Said to the person whose form has just gone through. */
export const done = {
  filed: (number: string, department: string): string => `${number} 접수했습니다. 담당: ${department}`,
  filedUnrouted: (number: string): string => `${number} 접수했습니다. 부서를 정하지 못했습니다. 조정관에게 보냈습니다.`,
  next: '진행이 있을 때마다 알려 드립니다.',
};
