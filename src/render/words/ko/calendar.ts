const weekdays = ['일', '월', '화', '수', '목', '금', '토'];
const weekday = (n: number): string => weekdays[n] ?? '';

/** When people work, and the days unlike others. Weekdays are numbers, 0 is Sunday; clocks are already in words. */
export const calendar = {
  title: (name: string): string => `달력 · ${name}`,
  hours: '근무 시간',
  zone: '시간대',
  everyDay: '매일',
  weekdays: (days: readonly number[]): string =>
    days.length > 2 ? `${weekday(days[0] ?? 0)}~${weekday(days.at(-1) ?? 0)}` : days.map(weekday).join('·'),
  span: (from: string, to: string): string => `${from}~${to}`,
  nextDay: (clock: string): string => `다음 날 ${clock}`,
  off: '휴무',
  worked: (hours: string): string => `${hours} 근무`,
  special: '다가오는 휴일과 특별한 날',
  none: '다가오는 휴일이 없습니다.',
  ownDay: '회사가 정한 날',
  missing: (list: string, year: number): string =>
    `${year}년 휴일이 목록 ‘${list}’에 없습니다. 그대로 두면 주말만 쉬는 날로 셉니다.`,
  fill: '메아리를 새 판으로 올리거나 iCalendar 파일을 읽어 한꺼번에 채울 수 있습니다. 하루씩은 [휴일 추가]로 더합니다.',
  warning: '휴일이 빠져 있습니다',
  ask: (who: string): string => `틀린 날이 있으면 관리자에게 알려 주세요: ${who}.`,
  adminOnly: (who: string): string => `달력은 관리자만 바꿀 수 있습니다. 관리자에게 부탁해 주세요: ${who}.`,
  noAdmin: '달력은 관리자만 바꿀 수 있습니다. 플레이북에 관리자를 적어 주세요.',
  noList: '휴일 목록을 쓰는 달력이 없습니다. 플레이북의 달력에 holidays를 적어 주세요.',
  nothingToRemove: '다가오는 휴일이 없어 지울 것이 없습니다.',
  list: '목록',
  listLabel: (list: string, calendars: string): string => `${list} (${calendars})`,
  day: '날',
  name: '이름',
  nameHint: '카드에 함께 보입니다. 임시공휴일, 창립기념일처럼 적어 주세요.',
  workedHours: '일하는 시간',
  workedHoursHint: '비우면 하루 쉽니다. 반나절만 일하면 09:00-13:00처럼 적어 주세요.',
  which: '지울 휴일',
  choice: (day: string, name: string, list: string | null): string =>
    list === null ? `${day} ${name}` : `${day} ${name} (${list})`,
  put: (day: string, name: string, hours: string): string => `달력에 적었습니다: ${day} ${name}, ${hours}.`,
  removed: (day: string, name: string): string => `달력에서 지웠습니다: ${day} ${name}.`,
  recounts: '열린 건의 기한을 다시 계산합니다. 바뀐 건은 담당자와 접수자에게 알려 드립니다.',
  unchanged: '이미 그렇게 되어 있습니다. 바뀐 것은 없습니다.',
  problems: {
    day: '날짜를 골라 주세요.',
    name: '이름을 적어 주세요.',
    hours: '09:00-13:00처럼 적어 주세요. 여럿이면 쉼표로 나누고 이른 시각부터 적습니다.',
    workless: (calendar: string, days: number): string =>
      `이대로면 ‘${calendar}’ 달력에 앞으로 ${days}일 동안 일하는 날이 없습니다. 날이나 시간을 다시 확인해 주세요.`,
  },
};
