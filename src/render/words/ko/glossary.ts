import type { Status, Verdict } from '../../../domain/case/case.ts';
import type { NeedsHuman, Tier } from '../../../domain/intake/severity.ts';
import type { PersonalDataType, Touchpoint, VoiceKind } from '../../../domain/intake/voice.ts';
import type { Role } from '../../../domain/people.ts';
import type { ClockName, RungTarget } from '../../../domain/sla/terms.ts';

const tiers: Record<Tier, string> = { S1: '긴급', S2: '중대', S3: '보통', S4: '경미' };
const kinds: Record<VoiceKind, string> = {
  complaint: '불만',
  claim: '클레임',
  inquiry: '문의',
  suggestion: '제안',
  requirement: '요구사항',
  praise: '칭찬',
  voe: '직원의 소리',
  void: '무효',
};
const touchpoints: Record<Touchpoint, string> = {
  pre: '사전',
  first: '첫',
  core: '핵심',
  last: '마무리',
  post: '사후',
};
const touchpointHints: Record<Touchpoint, string> = {
  pre: '알아보고 비교하고 약속받을 때',
  first: '처음 만나고 가입할 때',
  core: '산 것을 쓸 때',
  last: '결제·배송·해지로 마칠 때',
  post: '그 뒤, 다시 찾을 때',
};
const statuses: Record<Status, string> = {
  new: '접수',
  routed: '배정',
  acknowledged: '확인',
  working: '처리 중',
  held: '보류',
  adjudication: '조정',
  deciding: '결정 대기',
  fixed: '조치 완료',
  replied: '회신 완료',
  closed: '종결',
  refused: '불수용',
  merged: '병합',
  withdrawn: '취하',
  settled: '마무리',
  void: '무효',
};
const verdicts: Record<Verdict, string> = {
  accepted: '수용',
  dissatisfied: '불만족',
  unreachable: '연락 안 됨',
  notDue: '회신 불요',
};
const personalData: Record<PersonalDataType, string> = {
  rrn: '주민번호',
  card: '카드번호',
  passport: '여권번호',
  phone: '전화번호',
  account: '계좌번호',
  email: '이메일',
  address: '주소',
  name: '이름',
};
const roles: Record<Role, string> = {
  csAgent: '상담사',
  csLead: 'CS 리더',
  vocDesk: 'VOC 조정관',
  deptLead: '부서장',
  executive: '임원',
  privacyOfficer: '개인정보 책임자',
  admin: '관리자',
};
/** What each clock times. */
const clocks: Record<ClockName, string> = {
  acknowledge: '확인 기한',
  contact: '첫 고객 연락',
  plan: '계획',
  containment: '임시조치',
  fix: '처리',
  interim: '중간회신',
  reply: '고객 회신',
  rootCause: '원인·재발방지',
  silence: '진행 확인',
  happyCall: '해피콜',
  adjudicate: '조정',
  countersign: '재확인',
  obstacle: '막힌 점 답변',
  close: '종결',
  customerSilence: '고객 답변',
  protection: '보호 요청',
  share: '칭찬 나누기',
  accept: '받기',
  decide: '결정',
  approve: '보상 승인',
  statutory: '법정 기한',
  propose: '개선 제안',
  judge: '개선 채택 여부',
  direct: '임원 결정',
  prepare: '개선 계획',
  action: '할 일',
  deploy: '개선 시행',
  verify: '효과 확인',
};
/** The answer to one of several. */
const obstacleClock = (n: string): string => `막힌 점 ${n} 답변`;
const protectionClock = (n: string): string => `보호 요청 ${n}`;
/** Whom a reminder reaches: `owner` and `lead` are whoever owes the step, and whoever leads them. */
const rungTargets: Record<RungTarget, string> = {
  thread: '스레드',
  owner: '담당자',
  asker: '요청한 사람',
  lead: '리더',
  csLead: 'CS 리더',
  executive: '임원',
};
const needsHuman: Record<NeedsHuman, string> = { money: '금전', urgent: '긴급', empathy: '공감' };

export const glossary = {
  tiers,
  noTier: '등급 없음',
  kinds,
  touchpoints,
  touchpointHints,
  statuses,
  verdicts,
  personalData,
  roles,
  needsHuman,
  clocks,
  obstacleClock,
  protectionClock,
  rungTargets,
  desk: 'VOC 조정관',
  unrouted: '분류 미정',
  person: (name: string): string => `${name} 님`,
  cases: (n: number): string => `${n}건`,
  won: (amount: string): string => `${amount}원`,
  points: (n: number): string => `${n}점`,
};
