/** Reminders: each asks for the next step, none asks why. */
export const nudges = {
  ahead: (left: string): string => `${left} 남았습니다. 막힌 점이 있으면 알려 주세요.`,
  aheadLead: (left: string): string => `${left} 남은 건입니다. 도울 일이 있을까요?`,
  /** Where the date has passed, the head says so already. */
  stuck: '막힌 점이 있으면 알려 주세요.',
  help: '도울 일이 있을까요?',
  choose: '다음 중 하나를 골라 주세요.',
  executive: '부서에서 풀기 어려운 건입니다. 결정이나 지원이 필요합니다.',
  approve: '보상 승인을 기다리는 건입니다. 승인하거나 반려해 주세요.',
  asker: '요청하신 결정을 아직 기다리고 있습니다. 결정할 분에게 다시 알렸습니다.',
  unowned: '아직 담당자가 없는 건입니다. 지원이 필요합니다.',
  interim: (lastContact: string | null): string =>
    `고객에게 진행 상황을 알릴 때입니다.${lastContact === null ? '' : ` 마지막 연락 ${lastContact}.`}`,
  silence: '아직 진행 중인가요?',
  silenceLead: '새 소식을 기다리는 건이 있습니다. 도울 일이 있을까요?',
  customerSilence: '고객의 답을 기다리고 있습니다. 한 번 더 연락해 주세요.',
  close: '고객에게 알렸고 종결을 기다리는 건입니다.',
  statutory: (duty: string, since: string, until: string): string =>
    `${duty}: ${since}에 알았고, ${until}입니다. 알림이며 법률 자문이 아닙니다.`,
  today: (n: number): string => `오늘 할 일 ${n}건`,
  more: (n: number): string => `외 ${n}건`,
  mine: '내 할 일',
};
