import type { GaugeLevel } from '../../../domain/learning/gauge.ts';
import type { Trend } from '../../../domain/learning/trend.ts';

const levels: Record<GaugeLevel, string> = { watch: '주의', alert: '경계', critical: '심각' };
const trends: Record<Trend, string> = { rising: '▲ 늘고 있음', falling: '▼ 줄고 있음', steady: '비슷하게 이어짐' };

/** What linked cases say together: how many, how fast, how far along the row of warnings. Never a probability. */
export const learning = {
  levels,
  trends,
  /** `share`: `29건 중 4건째`. */
  gauge: (level: string | null, percent: number, share: string): string =>
    level === null ? `하인리히 ${percent} %` : `하인리히 ${level} ${percent} %(${share})`,
  minorShare: (counted: number, whole: number): string => `${whole}건 중 ${counted}건째`,
  weakShare: (counted: number, whole: number): string => `약한 신호 ${whole}건 중 ${counted}건째`,
  criticalShare: '긴급 건 포함',
  same: (customers: number, days: number): string => `같은 문제 ${customers}명 · ${days}일`,
  weeks: (weeks: number, line: string): string => `${weeks}주\u00a0${line}`,
  drifting: '서서히 증가',
  paidAgain: '보상 반복, 원인 미해결',
  metric: (department: string, text: string): string => `${department} 지표: ${text}`,
  /** `numbers`: `VOC-0401, VOC-0399`. */
  alike: (count: number, numbers: string): string => `비슷한 건 ${count}건: ${numbers}`,
  ask: (count: number): string => `비슷한 건이 ${count}건 있습니다. 같은 문제인가요?`,
  candidate: (number: string, department: string, status: string, said: string): string =>
    `${number} · ${department} · ${status} · ${said}`,
  answer: (owner: string | null, done: string): string =>
    owner === null ? `지난 조치: ${done}` : `지난 조치(${owner} 님): ${done}`,
  linkTo: (number: string): string => `${number} 연결`,
  notTo: (number: string): string => `${number} 아님`,
  linked: (number: string): string => `${number} 건과 같은 문제로 연결했습니다.`,
  unlinked: '연결을 풀었습니다. 연결하기 전과 같습니다.',
  denied: (number: string): string => `${number} 건과는 다른 문제로 적어 두었습니다. 다시 권하지 않습니다.`,
  joined: (name: string): string => `두 묶음을 같은 문제로 합쳤습니다: ${name}`,
  parted: '합친 것을 풀었습니다. 건마다 합치기 전의 묶음으로 돌아갔습니다.',
  title: (number: string): string => `${number}의 비슷한 건`,
  cluster: (number: string, name: string): string => `${number} · 같은 문제: ${name}`,
  noneYet: '연결한 건이 없습니다. 같은 문제인 건을 알면 [연결]을 눌러 번호를 적어 주세요.',
  members: (shown: number, total: number): string =>
    shown < total ? `연결한 건 ${total}건 중 최근 ${shown}건` : `연결한 건 ${total}건`,
  member: (number: string, severity: string, department: string, status: string): string =>
    [number, severity, department, status].filter((part) => part !== '').join(' · '),
  mixed: (business: number, consumers: number): string => `기업고객 ${business}건 · 개인고객 ${consumers}건`,
  surge: {
    waiting: (n: number): string => `같아 보이는 건 ${n}건이 더 있습니다. 이 카드에 모아 두었습니다.`,
    told: (number: string, n: number): string => `${number} 건과 같아 보이는 건이 몰리고 있습니다: ${n}건`,
    quiet: '채널에는 하나하나 올리지 않습니다. 건마다 접수한 사람에게 번호를 알려 드렸고, 알림은 묶어서 보냅니다.',
    title: '모두 같은 문제인가요?',
    text: (n: number): string => `${n}건을 이 건과 같은 문제로 연결합니다. 건은 합쳐지지 않고, 하나씩 풀 수 있습니다.`,
    begun: (n: number): string => `${n}건을 같은 문제로 연결하고 있습니다. 카드에서 건수를 볼 수 있습니다.`,
    none: '이 건 뒤에 모아 둔 건이 없습니다. 모두 연결했거나 누군가 맡았습니다.',
  },
  notProbability: '29건과 300건은 큰일 하나에 앞서 있었다는 줄의 길이이며, 확률이 아닙니다.',
  fields: {
    other: '같은 문제인 건의 번호',
    otherHint: 'VOC-0413처럼 적습니다. 다른 고객이어도 같은 문제면 연결합니다. 건은 합쳐지지 않습니다.',
    name: '이 문제를 부를 이름',
    nameHint: '예: 새벽배송 유리병 파손',
    metric: '부서 지표',
    metricHint: '‘파손율 0.4 %’처럼 적습니다. 건수와 추세 옆에 나란히 보이고, 대신하지 않습니다.',
  },
  story: {
    linked: (other: string): string => `${other} 건과 같은 문제로 연결했습니다.`,
    unlinked: '같은 문제로 연결했던 것을 풀었습니다.',
    denied: (other: string): string => `${other} 건과는 다른 문제로 봤습니다.`,
    raised: (customers: number, level: string, severity: string): string =>
      `같은 문제 ${customers}명(${level})으로 등급이 올랐습니다: ${severity}`,
    restored: (severity: string): string => `연결을 풀어 등급을 되돌렸습니다: ${severity}`,
    weighed: (customers: number, level: string): string => `같은 문제 ${customers}명 · 하인리히 ${level}`,
  },
  problems: {
    noOther: '그 번호의 건이 없습니다. VOC-0413처럼 다시 적어 주세요.',
    itself: '같은 건의 번호입니다. 다른 건의 번호를 적어 주세요.',
    notSeen: '그 건을 볼 수 있는 사람이 연결할 수 있습니다. CS나 VOC 조정관에게 부탁해 주세요.',
    already: '이미 같은 문제로 연결된 건입니다.',
    twoClusters: '두 건이 서로 다른 묶음에 있습니다. VOC 조정관이 합칠 수 있습니다. [사람 연결]로 알려 주세요.',
    deskOnly: '두 묶음을 합치고 푸는 일은 VOC 조정관이 합니다.',
    noDepartment: '부서 지표는 그 부서의 사람이 적습니다.',
    needsText: '적어 주세요. 비어 있습니다.',
    sameAlready: '바뀐 것이 없습니다.',
  },
};
