/** What a customer is given to make good: by whose authority, and asked of whom. `won`: with its sign. */
export const remedies = {
  /** `환불·보상금 30,000원`. */
  of: (what: string, won: string): string => (won === '' ? what : `${what} ${won}`),
  basis: (basis: string): string => ` · 근거: ${basis}`,
  again: (days: number, times: number, won: string): string =>
    ` · 이 고객에게 ${days}일 동안 ${times}번째, 합계 ${won}`,
  granted: (remedy: string): string => `바로 보상했습니다: ${remedy}`,
  requested: (remedy: string, before: string): string => `보상 승인을 요청했습니다: ${remedy} · 승인: ${before}`,
  approved: (remedy: string): string => `보상을 승인했습니다: ${remedy}`,
  changed: (remedy: string, reason: string): string => `금액을 바꿔 승인했습니다: ${remedy}. 이유: ${reason}`,
  declined: (remedy: string, reason: string): string => `보상 요청을 반려했습니다: ${remedy}. 이유: ${reason}`,
  withdrawn: (remedy: string, reason: string): string => `보상을 거두었습니다: ${remedy}. 이유: ${reason}`,
  given: (remedies: string): string => `보상: ${remedies}`,
  waiting: (remedy: string, by: string): string => `승인 대기: ${remedy}(${by} 님 요청)`,
  /** The button says what it approves. */
  approve: (label: string, remedy: string): string => `${label}(${remedy})`,
  owed: (remedy: string): string => `승인할지 정해 주세요: ${remedy}`,
  left: {
    inCase: (won: string): string => `이 건 ${won}`,
    toCustomer: (won: string, days: number): string => `이 고객 ${days}일 ${won}`,
    left: (parts: string): string => `남은 한도: ${parts}. 넘는 금액은 승인을 요청합니다.`,
    unlimited: '한도가 없습니다.',
    none: '보내면 승인을 요청합니다. 건은 그대로 진행됩니다.',
    inFix: (won: string): string => `지금은 ${won}까지입니다. 더 크면 [바로 보상]으로 먼저 요청해 주세요.`,
  },
  form: {
    grant: '한도 안이면 바로 주고 기록합니다. 넘으면 승인할 사람에게 묻습니다.',
    withdraw: '잘못 적은 보상을 거둡니다. 이력에는 그대로 남습니다.',
  },
};
