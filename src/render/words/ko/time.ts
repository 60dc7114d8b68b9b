import type { Parts } from '../../../domain/zone.ts';

const weekdays = '일월화수목금토';

export const time = {
  date: (p: Parts, withYear: boolean): string =>
    `${withYear ? `${p.year}/` : ''}${p.month}/${p.date}(${weekdays[p.weekday] ?? ''})`,
  today: (clock: string): string => `오늘 ${clock}`,
  until: (when: string): string => `${when}까지`,
  since: (when: string): string => `${when}부터`,
  length: (hours: number, minutes: number): string =>
    [...(hours > 0 ? [`${hours}시간`] : []), ...(minutes > 0 || hours === 0 ? [`${minutes}분`] : [])].join(' '),
  /** Counted while people work: the clock on the wall shows more. */
  working: (length: string): string => `업무시간 ${length}`,
  overdue: '▲ 기한 지남',
  fixOverdue: '▲ 처리 기한 지남',
  newDue: (when: string, first: string): string => `새 기한 ${when}까지(처음 ${first})`,
  expected: (until: string, when: string): string => `${until}(처리 예정 ${when})`,
  acknowledgeBy: (when: string): string => `확인 기한 ${when}`,
  standsStill: '처리 시간은 멈춰 있습니다',
};

/** The view of a case's clocks. */
export const clocks = {
  title: (number: string): string => `${number} · 기한`,
  none: '이 건에는 정해진 기한이 없습니다.',
  target: {
    working: (length: string): string => length.replace('시간', '업무시간'),
    wall: (length: string): string => `${length}(밤·휴일 포함)`,
    daytime: (length: string, from: string, to: string): string => `${length}(${from}–${to}, 휴일 포함)`,
    days: (n: number): string => `${n}영업일`,
    until: (day: string): string => `${day}로 정함`,
  },
  state: {
    left: (length: string): string => `${length} 남음`,
    standsStill: (since: string): string => `멈춤 ${since}부터`,
    kept: (when: string): string => `지킴 ${when}`,
    late: (when: string): string => `▲ 기한 지나서 마침 ${when}`,
    dropped: (when: string): string => `더 필요 없음 ${when}`,
    noWorkingTime: '달력에 일하는 날이 없습니다',
  },
  paused: (from: string, to: string): string => `멈췄던 때 ${from}–${to}`,
  snoozed: (n: number): string => `미루기 ${n}번`,
  snooze: (who: string, until: string, reason: string): string => `${who}, ${until}까지: ${reason}`,
  newDue: (who: string, until: string, reason: string): string => `새 기한 ${until}까지: ${who}, ${reason}`,
  reached: (percents: string): string => `알린 단계 ${percents}`,
  earlier: (n: number): string => `앞의 시계 ${n}개는 줄였습니다.`,
  departments: '부서별 시간',
  departmentsHint: (calendar: string): string => `${calendar}의 업무시간으로 셉니다.`,
};
