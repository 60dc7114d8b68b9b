import type { Struggle } from '../../../domain/learning/struggles.ts';

/** What a customer went through to be helped, as a choice; minutes only where they say something. */
const struggles: Record<Struggle, (minutes: number) => string> = {
  contact: () => '고객이 먼저 다시 연락함',
  channel: () => '다른 곳으로 다시 연락함',
  handover: () => '담당이 바뀐 것을 느낌',
  explained: () => '다시 설명함',
  broken: () => '약속한 전화나 날짜를 놓침',
  waited: (minutes) => `연결까지 ${minutes}분 넘게 기다림`,
};
/** The same in a sum. */
const struggled: Record<Struggle, string> = {
  contact: '다시 연락',
  channel: '다른 곳으로 연락',
  handover: '담당 바뀜',
  explained: '다시 설명',
  broken: '놓친 약속',
  waited: '오래 기다림',
};

const weekday = (n: number): string => `${'일월화수목금토'[n] ?? ''}요일`;

/** Help for the people who talk to customers. */
export const care = {
  struggles,
  struggled: '고객이 들인 수고',
  struggledHint: '고객이 말한 것만 골라 주세요. 줄여 갈 일이지, 누구의 탓을 가리는 것이 아닙니다.',
  waited: '기다린 시간(분)',
  waitedHint: 'ARS와 대기를 더해 적어 주세요. 모르면 비워 두세요.',
  effort: (points: number): string => `고객 노력 ${points}`,
  effortSum: (points: number, sum: string): string => `고객 노력 ${points}점 = ${sum}`,
  effortPart: (of: Struggle, times: number, points: number): string =>
    `${struggled[of]}${times > 1 ? ` ${times}번` : ''}(${points})`,
  effortCapped: (sum: number, cap: number): string => `더하면 ${sum}점이고, ${cap}점까지만 셉니다.`,
  story: (some: readonly Struggle[]): string => ` · 고객이 들인 수고: ${some.map((of) => struggled[of]).join(', ')}`,
  waitedStory: (minutes: number): string => ` · ${minutes}분 기다려 연결됨`,
  reach: '연락 방법·시간',
  reachHint: '평일 10-12시, 문자처럼 적어 주세요. 이 시간 밖에는 연락하라는 알림을 미룹니다.',
  reachCard: '연락',
  weekdays: '평일',
  weekend: '주말',
  everyDay: '매일',
  days: (week: readonly number[]): string => week.map(weekday).join('·'),
  wholeHours: (from: number, to: number): string => `${from}–${to}시`,
  hours: (from: string, to: string): string => `${from}–${to}`,
  notReachable: (when: string): string =>
    `지금은 연락 가능 시간이 아닙니다(${when}). 이미 연락했다면 그대로 적을 수 있습니다.`,
  reachStory: (when: string): string => ` · 연락 가능: ${when}`,
  reachCleared: ' · 연락 가능 시간을 지움',
  earlier: (n: number): string => `이 고객의 이전 VOC ${n}건`,
  thankForWaiting: '오래 기다려 찾아 주신 고객입니다. 사과보다 먼저, 끝까지 알려 주신 것에 감사드려 주세요.',
};
