import type { ConductLevel, LimitMeasure } from '../../../domain/case/conduct.ts';

const levels: Record<0 | ConductLevel, string> = { 0: '표시 없음', 1: '주의(확인 대기)', 2: '경고', 3: '제한' };
const measures: Record<LimitMeasure, string> = { writtenOnly: '서면으로만 연락', stop: '응대 중지' };

/** How the people who talk to customers are protected. Of the customer it says what happened, never what they are. */
export const protection = {
  levels,
  measures,
  /** All a department sees of it. */
  care: '응대 주의',
  folded: '거친 말이 있을 수 있어 고객의 말을 접어 두었습니다. [내용 보기]를 누르면 열리고, 본 사실이 이력에 남습니다.',
  stopped: '지금 응대를 멈춰도 됩니다. CS 리더에게 알렸습니다.',
  title: (number: string): string => `${number} · 악성 대응`,
  level: (level: string): string => `지금 단계: ${level}`,
  until: (when: string): string => `${when}에 저절로 풀립니다.`,
  types: (types: string): string => `행위: ${types}`,
  evidence: (text: string): string => `증거: ${text}`,
  limit: (measure: string, day: string): string => `응대 제한: ${measure} · ${day}까지`,
  proposed: (by: string): string => `${by} 님이 응대 제한을 올렸습니다. 법무·개인정보 책임자의 동의를 기다립니다.`,
  appeal: (how: string): string => `이의 방법: ${how}`,
  step: (n: number, who: string, when: string, what: string): string => `${n}) ${who} · ${when}: ${what}`,
  noPolicy: '회사의 대응 절차가 아직 없습니다. 관리자에게 플레이북의 protection.policy를 부탁해 주세요.',
  merits: '고객이 말한 문제는 그대로 처리합니다. 표시는 등급을 낮추거나 불수용·종결하는 이유가 되지 않습니다.',
  forms: {
    flag: '거친 말이 모두 악성 행위는 아닙니다. 실제 문제에 화가 난 말이라면 표시하지 않습니다. CS 리더만 봅니다.',
    confirm: (by: string, evidence: string): string => `${by} 님의 표시: ${evidence}`,
    limit: (days: number): string =>
      `길어도 ${days}일이고, 끝나는 날과 이의 방법이 있어야 합니다. 법무나 개인정보 책임자가 동의하면 시작합니다.`,
    lift: '표시를 지웁니다. 고객의 말은 다시 그대로 보입니다.',
  },
  fields: {
    types: '어떤 행위였나요?',
    evidence: '증거',
    evidenceHint: '언제 무엇이라고 했는지, 녹음·화면이 어디 있는지 적어 주세요.',
    isWarned: '고객에게 경고했습니다',
    warned: '고객에게 경고했나요?',
    measure: '어떻게 제한할까요?',
    until: '언제까지',
    reason: '이유',
    appeal: '고객이 이의를 말할 방법',
    appealHint: '어디로 어떻게 말하면 다시 살피는지 적어 주세요.',
  },
  story: {
    flagged: (types: string, evidence: string): string => `악성 행위를 표시했습니다: ${types} · 증거: ${evidence}`,
    confirmed: (types: string, evidence: string): string =>
      `경고 단계로 확인했습니다: ${types} · 증거: ${evidence} · 고객에게 경고했습니다.`,
    proposed: (measure: string, day: string, reason: string): string =>
      `응대 제한을 올렸습니다: ${measure} · ${day}까지 · 이유: ${reason}`,
    limited: (measure: string, day: string, appeal: string): string =>
      `응대 제한에 동의했습니다: ${measure} · ${day}까지 · 이의 방법: ${appeal}`,
    lifted: (reason: string): string => `악성 행위 표시를 풀었습니다. 이유: ${reason}`,
    expired: '기간이 지나 악성 행위 표시가 풀렸습니다.',
    unfolded: '접어 둔 고객의 말을 봤습니다.',
    asked: '보호를 요청했습니다.',
    answered: '이어받습니다.',
  },
  owed: {
    flagged: '증거를 살펴보고 확인하거나 풀어 주세요.',
    limit: '응대 제한을 살펴보고 동의할지 정해 주세요. 동의하지 않으면 CS 리더에게 말해 주세요.',
    asked: (minutes: number): string =>
      `지금 응대를 이어받아 주세요. ${minutes}분 넘게 쉬게 하고, 상담 지원을 안내하고, 증거를 보관하고, 신고할 때 도와주세요.`,
    answered: (minutes: number): string => `${minutes}분 넘게 쉬어 주세요. 증거는 그대로 보관합니다.`,
  },
  rest: {
    title: '휴식·교대 권고',
    said: (who: string, cases: number): string =>
      `${who} 님이 오늘 힘든 건을 ${cases}건 맡았습니다. 쉬게 하거나 교대해 주세요.`,
  },
};
