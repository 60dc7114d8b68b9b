import { type DepartmentCode, departmentCode, personId } from '../../src/domain/ids.ts';
import type { Role } from '../../src/domain/people.ts';
import type {
  AuthorityRules,
  Calendar,
  Department,
  Playbook,
  PlaybookPerson,
  PolicyStep,
  Taxonomies,
  Term,
  TextRule,
} from '../../src/domain/playbook.ts';
import { severityRules } from './a-severity.ts';
import { careRules } from './care-rules.ts';
import { withKoreanHolidays } from './korean-holidays.ts';
import { learningRules } from './learning-rules.ts';
import { lookAlikeRules } from './look-alike-rules.ts';
import { slaRules } from './sla-rules.ts';

/** The departments of the company in the tests. */
export const cs = departmentCode('cs');
export const logistics = departmentCode('logistics');
export const quality = departmentCode('quality');
export const it = departmentCode('it');
export const product = departmentCode('product');
export const security = departmentCode('security');

const department = (code: DepartmentCode, ko: string, en: string, ...duty: readonly PlaybookPerson[]): Department => ({
  code,
  name: { ko, en },
  channels: { slack: `C${code.toUpperCase()}` },
  locale: 'ko',
  calendar: 'hq',
  duty: duty.map((p) => p.id),
});

const person = (
  id: string,
  name: string,
  department: DepartmentCode | null,
  ...roles: readonly Role[]
): PlaybookPerson => ({
  id: personId(id),
  name,
  email: `${id}@meari.test`,
  department,
  roles,
  locale: 'ko',
  calendar: null,
  chat: { slack: `U${id.toUpperCase()}` },
});

/** The people of the company in the tests: somebody in every role, two where a rule needs a second person. */
export const people = {
  /** Talks to customers. */
  duri: person('duri', '박두리', cs, 'csAgent'),
  sora: person('sora', '최소라', cs, 'csAgent'),
  mirae: person('mirae', '정미래', cs, 'csLead', 'deptLead'),
  /** A second CS lead. */
  garam: person('garam', '유가람', cs, 'csLead'),
  aram: person('aram', '조아람', null, 'vocDesk'),
  hangyeol: person('hangyeol', '문한결', null, 'vocDesk'),
  hana: person('hana', '김하나', logistics),
  jiho: person('jiho', '서지호', logistics),
  sechan: person('sechan', '오세찬', logistics, 'deptLead'),
  yuna: person('yuna', '강유나', quality),
  dongmin: person('dongmin', '임동민', quality, 'deptLead'),
  bada: person('bada', '윤바다', it),
  sejin: person('sejin', '한세진', it, 'deptLead'),
  narae: person('narae', '신나래', product),
  junseo: person('junseo', '권준서', product, 'deptLead'),
  byeol: person('byeol', '송별', security),
  taeo: person('taeo', '남태오', security, 'deptLead'),
  dain: person('dain', '백다인', null, 'executive'),
  hyunwoo: person('hyunwoo', '노현우', null, 'executive'),
  eunsol: person('eunsol', '안은솔', null, 'privacyOfficer'),
  gyuri: person('gyuri', '차규리', null, 'admin'),
} as const satisfies Readonly<Record<string, PlaybookPerson>>;

const rule = <T>(then: T, any: readonly string[]): TextRule<T> => ({ then, any, not: [] });

const term = (code: string, ko: string, en: string): Term => ({ code, label: { ko, en } });

const taxonomies: Taxonomies = {
  version: 'words-1',
  channels: [
    term('phone', '전화', 'Phone'),
    term('app_chat', '앱 채팅', 'App chat'),
    term('email', '이메일', 'E-mail'),
    term('review', '후기·별점', 'Review'),
    term('csm', '기업고객 담당', 'Account manager'),
    term('staff', '직원', 'Staff'),
  ],
  wants: [
    term('refund', '환불', 'Refund'),
    term('exchange', '교환', 'Exchange'),
    term('explanation', '설명', 'Explanation'),
    term('prevention', '재발 방지', 'Prevention'),
    term('other', '기타', 'Other'),
  ],
  transferReasons: [
    term('other-cause', '원인이 다른 부서', 'The cause is elsewhere'),
    term('other-authority', '권한이 다른 부서', 'Another department may decide'),
    term('misrouted', '잘못 배정', 'Routed by mistake'),
    term('joint', '공동 처리 필요', 'To be handled together'),
  ],
  holdReasons: [
    { ...term('customer', '고객 답변', 'The customer'), customer: true },
    { ...term('parts', '부품', 'Parts'), customer: false },
    { ...term('partner', '협력사', 'A partner'), customer: false },
    { ...term('legal', '법무 검토', 'Legal'), customer: false },
  ],
  fixTypes: [
    { ...term('solved', '해결', 'Solved'), compensates: false },
    { ...term('refunded', '교환·환불', 'Exchanged or refunded'), compensates: true },
    { ...term('compensated', '보상', 'Compensated'), compensates: true },
    { ...term('informed', '안내', 'Informed'), compensates: false },
    { ...term('rule-changed', '제도 변경', 'Rule changed'), compensates: false },
  ],
  refusalReasons: [
    { ...term('not-factual', '사실과 다름', 'Not what happened'), needsDecision: false },
    { ...term('law-or-terms', '법·약관상 불가', 'Law or terms forbid it'), needsDecision: false },
    { ...term('cost', '비용 대비 보류', 'Cost outweighs it'), needsDecision: true },
  ],
  replyChannels: [
    term('phone', '전화', 'Phone'),
    term('email', '이메일', 'E-mail'),
    term('none', '회신 불요', 'Nobody to tell'),
  ],
  rootCauses: [
    {
      ...term('product', '제품', 'Product'),
      children: [term('packaging', '포장', 'Packaging'), term('labelling', '표시·설명', 'Labelling')],
    },
    {
      ...term('process', '기술·프로세스', 'Technology and process'),
      children: [term('system-error', '시스템 오류', 'System error'), term('delivery', '물류·배송', 'Delivery')],
    },
    { ...term('people', '사람', 'People'), children: [term('promise', '약속 불이행', 'Broken promise')] },
  ],
  aspects: [term('taste', '맛', 'Taste'), term('attitude', '태도', 'Attitude')],
  groups: [term('quick-answer', '빠른 답', 'A quick answer')],
  ideas: [term('small-joy', '작은 기쁨', 'Small joy')],
  conduct: [term('verbal-abuse', '폭언·욕설', 'Verbal abuse'), term('threat', '협박', 'Threat')],
};

const authority: AuthorityRules = {
  days: 90,
  levels: [
    { role: 'csAgent', perCase: 30_000, perCustomer: 100_000 },
    { role: 'csLead', perCase: 200_000, perCustomer: 200_000 },
    { role: 'deptLead', perCase: 1_000_000, perCustomer: 1_000_000 },
    { role: 'executive', perCase: null, perCustomer: null },
  ],
  remedies: [
    { ...term('money', '환불·보상금', 'Money'), from: null },
    { ...term('points', '포인트', 'Points'), from: null },
    { ...term('resend', '다시 보내기', 'Sending again'), from: 'csAgent' },
    { ...term('deadline', '기한 예외', 'A later deadline'), from: 'csLead' },
    { ...term('visit', '방문', 'A visit'), from: 'deptLead' },
    { ...term('policy', '정책 예외', 'An exception'), from: 'executive' },
  ],
  answer: { urgent: { unit: 'wall', minutes: 120 }, otherwise: { unit: 'days', days: 1 } },
};
const step = (level: PolicyStep['level'], ko: string, en: string): PolicyStep => ({
  level,
  who: { ko: '상담사', en: 'Agent' },
  when: { ko: '바로', en: 'At once' },
  label: { ko, en },
});

const day = [
  { from: 9 * 60, to: 12 * 60 },
  { from: 13 * 60, to: 18 * 60 },
];

/** Monday to Friday with an hour for lunch, and the public holidays of Korea. */
export const hq: Calendar = withKoreanHolidays({
  code: 'hq',
  name: { ko: '본사', en: 'Head office' },
  zone: 'Asia/Seoul',
  week: [[], day, day, day, day, day, []],
  holidays: ['kr'],
  days: new Map(),
});

/** A small company, complete enough for every rule of the domain. Change what a test needs: `{ ...aPlaybook, … }`. */
export const aPlaybook: Playbook = {
  company: { ko: '마루상회', en: 'Maru Store' },
  zone: 'Asia/Seoul',
  locale: 'ko',
  departments: [
    department(cs, '고객지원', 'Customer service'),
    department(logistics, '물류', 'Logistics', people.hana, people.jiho),
    department(quality, '품질', 'Quality'),
    department(it, 'IT', 'IT'),
    department(product, '상품', 'Product'),
    department(security, '정보보호', 'Security'),
  ],
  calendars: [hq],
  sla: slaRules,
  desk: { channels: { slack: 'CDESK' }, locale: 'ko' },
  kudos: { channels: {}, locale: 'ko' },
  digests: { at: 540, channels: {}, locale: 'ko' },
  people: Object.values(people),
  taxonomies,
  severity: severityRules,
  suggestions: {
    kinds: [rule('claim', ['환불', '보상', 'refund']), rule('inquiry', ['\\?$', '문의', '궁금'])],
    touchpoints: [rule('last', ['배송', '파손', 'delivery'])],
    signals: [rule('C2', ['오늘', '지금', 'today'])],
  },
  routing: [rule(logistics, ['배송', '파손', 'delivery']), rule(it, ['오류', '앱', 'error'])],
  protection: {
    days: { flagged: 14, confirmed: 90, limited: 7 },
    breakMinutes: 30,
    heavyCases: 3,
    fullAnswers: 2,
    policy: [
      step(0, '통화를 마치겠다고 알린다', 'Say that you are ending the call'),
      step(1, '녹음을 듣고 확인하거나 푼다', 'Listen to the recording, confirm or lift'),
      step(2, '혼자 통화하지 않는다', 'Do not call alone'),
      step(3, '정해진 방법으로만 연락한다', 'Contact only as laid down'),
    ],
  },
  learning: learningRules,
  limits: {
    hops: 2,
    transferReason: 10,
    holdDays: 10,
    reopenDays: 30,
    contactAttempts: 3,
    evidence: 1,
    originalDays: 90,
  },
  lookAlikes: lookAlikeRules,
  care: careRules,
  authority,
};
