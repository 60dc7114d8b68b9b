import type { Status } from '../../../domain/case/case.ts';
import type { ClosingGate } from '../../../domain/case/rejections.ts';
import { withParticle } from '../particle.ts';

const gates: Record<ClosingGate, string> = {
  customerTold: '고객 회신이 아직 없습니다. 회신 후 종결할 수 있습니다.',
  evidence: '조치의 증거가 없습니다. 다시 열어 증거를 적어 주세요.',
  rootCause: '근본 원인이 없습니다. 다시 열어 원인을 골라 주세요.',
  verdict: '판정이 아직 없습니다. 수용할지 [판정]한 뒤 종결할 수 있습니다.',
  statutory: '법정 기한이 남아 있습니다. [법정 기한 완료]를 적은 뒤 종결할 수 있습니다.',
  change:
    '무엇이 달라지는지 아직 정하지 않았습니다. [개선 제안]을 하거나, 부서장이 [변경 없음]에 까닭을 적은 뒤 종결할 수 있습니다.',
  compensation: '보상에 근거나 승인이 남아 있습니다. 승인 답변을 받거나 다시 열어 금액을 맞춰 주세요.',
};

/** `who`: who brought it there and when, or nothing. */
const ended: Partial<Record<Status, (who: string) => string>> = {
  closed: (who) => `이미 종결된 건입니다${who}. 다시 열려면 [다시 열기]를 눌러 주세요.`,
  refused: (who) => `불수용으로 올린 건입니다${who}. 다시 진행하려면 [다시 열기]를 눌러 주세요.`,
  merged: (who) => `다른 건에 병합된 건입니다${who}. 병합된 번호에서 이어 가 주세요.`,
  settled: (who) => `마무리된 건입니다${who}. 새로 알게 된 것이 있으면 [VOC 등록]으로 등록해 주세요.`,
  withdrawn: (who) => `고객이 취하한 건입니다${who}. 다시 접수되면 [VOC 등록]으로 등록해 주세요.`,
  void: (who) => `무효로 한 건입니다${who}. 잘못되었다면 [VOC 등록]으로 다시 등록해 주세요.`,
};

/** An expected "no": what is the matter, and what can be done. Nobody is blamed. */
export const rejections = {
  noSuchCase: '그 번호의 건이 없습니다. 번호를 확인하거나 [/voc 찾기]로 찾아 주세요.',
  someone: (who: string, when: string): string => `(${who} 님, ${when})`,
  needs: {
    member: (department: string): string =>
      `${department} 담당자가 할 수 있습니다. ${department} 채널에 부탁해 주세요.`,
    lead: (department: string): string => `${department} 부서장만 할 수 있습니다. 부서장에게 부탁해 주세요.`,
    owner: (owner: string): string => `담당자 ${owner} 님만 할 수 있습니다. 담당자에게 부탁해 주세요.`,
    noOwner: '담당자가 정해진 뒤에 할 수 있습니다. 먼저 [확인]을 눌러 주세요.',
    desk: 'VOC 조정관만 정할 수 있습니다. 의견은 [메모]로 남겨 주세요.',
    roles: (roles: string): string => `${roles}만 할 수 있습니다. 해당하는 분에게 부탁해 주세요.`,
    praised: (name: string): string =>
      `칭찬받은 ${name} 님이 정합니다. 자리를 비운 동안에는 부서장이 대신 정할 수 있습니다.`,
    law: '법무 부서와 개인정보 책임자가 할 수 있습니다. 해당하는 분에게 부탁해 주세요.',
    involved: '이 건의 접수자, 고객 담당, 담당 부서, VOC 조정관이 할 수 있습니다. 접수자에게 부탁해 주세요.',
  },
  alreadyAcknowledged: (by: string, when: string): string =>
    `이미 ${by} 님이 확인했습니다(${when}). 덧붙일 것이 있으면 [메모]로 남겨 주세요.`,
  ended,
  notNow: (status: string, who: string, next: string): string =>
    `지금은 ‘${status}’ 상태입니다${who}. 다음 단계는 [${next}]입니다.`,
  closeTooEarly: gates.customerTold,
  transferPending: (by: string, to: string, when: string): string =>
    `${by} 님이 ${to}에 이관을 제안했습니다(${when}). ${to}의 답을 받은 뒤에 할 수 있습니다.`,
  noTransferOffered: '답을 기다리는 이관 제안이 없습니다. 카드에서 지금 담당을 확인해 주세요.',
  binding: (department: string): string =>
    `VOC 조정관이 ${withParticle(department, '으로/로')} 정한 건이라 다시 이관할 수 없습니다. 어려운 점은 [막힌 점]으로 알려 주세요.`,
  ownCase: '담당한 건은 다른 사람이 종결합니다. 다른 CS 리더에게 부탁해 주세요.',
  ownRequest: '직접 올린 요청은 다른 사람이 결정합니다. 같은 역할의 다른 분에게 부탁해 주세요.',
  gates,
  reopenWindow: (when: string, days: number): string =>
    `${when}에 끝난 건이고 ${days}일이 지났습니다. [VOC 등록]으로 새로 등록하고 이 번호를 적어 주세요.`,
  notSameCustomer: (into: string): string =>
    `${withParticle(into, '은/는')} 다른 고객의 건이거나 같은 고객인지 알 수 없습니다. 합치지 않고 [비슷한 건]에서 같은 문제로 연결해 주세요.`,
  notSameIncident: (into: string): string =>
    `${withParticle(into, '과/와')} 같은 일일 때만 합칩니다. 같은 일이면 아래에 표시하고, 아니면 [메모]에 번호를 남겨 주세요.`,
  secondPerson: (by: string): string => `${by} 님이 제안했습니다. 다른 한 사람이 확인하면 무효가 됩니다.`,
  noSuchObstacle: '그 막힌 점이 없습니다. 카드에서 번호를 확인해 주세요.',
  obstacleAnswered: (by: string, when: string): string =>
    `이미 ${by} 님이 답했습니다(${when}). 덧붙일 것은 [메모]로 남겨 주세요.`,
  requestPending: (by: string, when: string): string =>
    `${by} 님이 보상 승인을 요청했고 답을 기다리고 있습니다(${when}). 답이 온 뒤에 다시 요청해 주세요.`,
  nobodyApproves: '이 금액을 승인할 사람이 플레이북에 없습니다. 금액을 낮추거나 관리자에게 알려 주세요.',
  noSuchRemedy: '그 보상이 없거나 이미 반려됐습니다. 카드에서 확인해 주세요.',
  remedyAnswered: (by: string, when: string): string =>
    `이미 ${by} 님이 정했습니다(${when}). 바꿀 것이 있으면 [보상 거두기]를 눌러 주세요.`,
  inAnotherCluster:
    '이미 다른 건들과 같은 문제로 연결되어 있습니다. 먼저 [연결 해제]를 누르거나 VOC 조정관에게 알려 주세요.',
  notLinkable: '무효이거나 병합된 건, 칭찬은 같은 문제로 연결하지 않습니다.',
  changeNotAsked: '무엇을 바꿀지 묻지 않는 건이거나 이미 답한 건입니다. 카드에서 확인해 주세요.',
  nothingChanged: '바뀐 것이 없습니다. 다르게 고른 뒤 보내 주세요.',
  staleTimer: '그 사이에 누군가 먼저 했습니다. 카드에서 지금 상태를 확인해 주세요.',
  clockNotRunning: (clock: string): string =>
    `지금은 ‘${clock}’에 걸린 기한이 없습니다. 이미 마쳤을 수 있으니 카드에서 확인해 주세요.`,
  snoozedEnough: (most: number): string =>
    `이 알림은 ${most}번까지 미룰 수 있습니다. 어려운 점이 있으면 [막힌 점]으로 알려 주세요.`,
  snoozePastDue: (when: string): string =>
    `기한이 ${when}이라 그 뒤로는 미룰 수 없습니다. 어려운 점이 있으면 [막힌 점]으로 알려 주세요.`,
  otherKind: (kind: string): string => `유형이 ${kind}인 건에는 없는 단계입니다. 카드에서 다음 단계를 확인해 주세요.`,
  verdictStands: (by: string, when: string): string =>
    `이미 ${by} 님이 판정했습니다(${when}). 다르게 보시면 [막힌 점]으로 알려 주세요.`,
  filerIsNamed: '접수자 이름이 보이는 건입니다. 카드에서 확인해 주세요.',
  noConduct: '지금은 확인된 표시가 없습니다. [악성 대응]에서 지금 단계를 확인해 주세요.',
  conductKnown: (by: string, when: string): string =>
    `이미 ${by} 님이 했습니다(${when}). [악성 대응]에서 지금 단계를 확인해 주세요.`,
  noLimitProposed: '동의를 기다리는 응대 제한이 없습니다. [악성 대응]에서 지금 단계를 확인해 주세요.',
  protectionStands: (when: string): string =>
    `지금 응대를 멈춰도 됩니다. ${when}에 CS 리더에게 알렸고, 곧 이어받습니다.`,
  protectionAnswered: (by: string, when: string): string =>
    `이미 ${by} 님이 이어받았습니다(${when}). 더 도울 일이 있으면 직접 말을 걸어 주세요.`,
  noSuchRequest: '그 보호 요청이 없습니다. 카드에서 다시 확인해 주세요.',
  notYetDue: (when: string): string =>
    `기한은 ${when}이고 아직 지나지 않았습니다. 새 기한은 그 뒤에 정할 수 있습니다. 어려운 점은 [막힌 점]으로 알려 주세요.`,
};

/** One sentence at a field. `special` is keyed by `step.field`: where the plain sentence would not help. */
export const fieldProblems = {
  required: '적어 주세요. 비어 있습니다.',
  requiredChoice: '하나를 골라 주세요.',
  tooShort: (min: number): string => `${min}자 이상 적어 주세요.`,
  tooLong: (max: number): string => `${max}자 안으로 줄여 주세요.`,
  unknown: '목록에 없는 값입니다. 다시 골라 주세요.',
  inThePast: '지난 시각입니다. 앞으로의 시각을 골라 주세요.',
  inTheFuture: '아직 오지 않은 시각입니다. 지난 시각을 골라 주세요.',
  tooLate: (days: number): string => `${days}일 안에서 골라 주세요.`,
  tooManyBusinessDays: (most: number): string => `오늘부터 ${most}영업일 안에서 골라 주세요.`,
  sameDepartment: '지금 부서와 같습니다. 다른 부서를 골라 주세요.',
  notMember: '이 부서 사람이 아닙니다. 부서 안에서 골라 주세요.',
  needsDecision: '임원의 결정이 먼저 필요합니다. [결정 요청]을 눌러 주세요.',
  needsEvidence: '근거(건수·비율·규정)를 적어 주세요.',
  notReasonable: '기대가 합리적이지 않은 이유를 적어 주세요.',
  attempts: (min: number): string => `연락 안 됨은 ${min}번 시도한 뒤에 고를 수 있습니다. 횟수를 적어 주세요.`,
  answers: (min: number): string => `같은 고객에게 충분히 답하고 끝난 건이 ${min}건 있어야 합니다. 번호를 적어 주세요.`,
  mustBeTicked: '먼저 한 일인지 확인하고 표시해 주세요.',
  optionCount: '선택지를 둘 또는 셋 적어 주세요.',
  overAuthority: (left: string): string =>
    `지금은 ${left}까지 적을 수 있습니다. [바로 보상]으로 먼저 승인을 받아 주세요.`,
  special: {
    'file.words': '고객의 말을 들은 그대로 적어 주세요.',
    'file.channel': '접수 채널을 골라 주세요.',
    'file.kind': '유형을 골라 주세요.',
    'file.experience': '고객이 겪은 일을 한 줄로 적어 주세요.',
    'file.wants': '고객이 원하는 것을 하나 이상 골라 주세요.',
    'acknowledge.eta': '언제까지인지 골라 주세요.',
    'acknowledge.caller': '고객에게 전화할 사람을 골라 주세요.',
    'acknowledge.callbackAt': '전화할 시각을 골라 주세요.',
    'accept.eta': '언제까지인지 골라 주세요.',
    'accept.caller': '고객에게 전화할 사람을 골라 주세요.',
    'accept.callbackAt': '전화할 시각을 골라 주세요.',
    'return.department': '더 맞는 부서를 함께 골라 주세요.',
    'fix.fixType': '무엇을 해결했는지 골라 주세요.',
    'fix.evidence': '링크, 사진 위치, 송장·처리 번호 가운데 하나를 적어 주세요.',
    'fix.rootCause': '근본 원인을 골라 주세요.',
    'fix.amount': '보상 금액을 원 단위 숫자로 적어 주세요. 없으면 0입니다.',
    'fix.basis': '보상 근거(약관 조항·분쟁해결기준)를 적어 주세요.',
    'fix.informationMissing': '안내가 부족했는지 골라 주세요.',
    'reply.verdict': '고객 반응을 골라 주세요.',
    'refuse.reason': '목록에 있는 이유를 고르고, 근거(건수·비율·규정)를 적어 주세요.',
    'refuse.evidence': '근거(건수·비율·규정)를 적어 주세요.',
    'refuse.explanation': '고객에게 할 설명을 적어 주세요.',
    'refuse.whyUnreasonable': '기대가 합리적이지 않은 이유를 적어 주세요.',
    'merge.into': '합칠 수 있는 건이 아닙니다. 열려 있는 다른 건의 번호를 적어 주세요.',
    'withdraw.words': '고객의 말을 적어 주세요.',
    'withdraw.cause': '취하했어도 원인을 적어 주세요.',
    'contact.channel': '어떻게 연락했는지 골라 주세요.',
    'contact.contactedAt': '연락한 시각을 골라 주세요.',
    'contact.gist': '고객에게 전한 것을 적어 주세요.',
    'remedy.what': '무엇을 드릴지 골라 주세요.',
    'remedy.amount': '돈·포인트면 1원 이상을 숫자로 적고, 다른 것이면 비워 주세요.',
    'remedy.basis': '보상 근거(약관 조항·분쟁해결기준)를 적어 주세요.',
    'change-remedy.amount': '승인할 금액을 1원 이상의 숫자로 적어 주세요.',
    'contain.measure': '무엇을 먼저 막았는지 적어 주세요.',
    'verdict.verdict': '어떻게 하기로 했는지 골라 주세요.',
    'verdict.reason': '제안한 분이 읽을 이유를 적어 주세요.',
    'verdict.until': '언제까지 검토하는지 골라 주세요.',
    'repeat.statement': '고객에게 알릴 말을 적어 주세요.',
    'repeat.noNewFacts': '새로운 사실이 있으면 처음부터 살핍니다. 없을 때만 표시해 주세요.',
    'split.kind': '나눌 부분의 유형을 골라 주세요.',
    'split.words': '나눌 부분을 적어 주세요.',
    'split.experience': '고객이 겪은 일을 한 줄로 적어 주세요.',
    'flag.types': '어떤 행위였는지 골라 주세요.',
    'flag.evidence': '언제 무엇이라고 했는지 증거를 적어 주세요.',
    'confirm-flag.isWarned': '고객에게 먼저 경고한 뒤 표시해 주세요.',
    'limit.measure': '어떻게 제한할지 골라 주세요.',
    'limit.appeal': '고객이 이의를 말할 방법을 적어 주세요.',
    'snooze.until': '언제 다시 알릴지 골라 주세요.',
    'snooze.reason': '미루는 이유를 적어 주세요.',
    'new-due.until': '새 기한을 골라 주세요.',
    'statutory.code': '어떤 의무인지 골라 주세요.',
    'statutory.since': '알게 된 때를 골라 주세요. 1년 안의 시각만 셀 수 있습니다.',
    'statutory-done.note': '무엇을 마쳤는지 적어 주세요.',
  },
};
