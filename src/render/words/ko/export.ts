/** Records as a file. */
export const exporting = {
  making: (days: string, n: number): string =>
    `${days} 접수 ${n}건을 표로 만들고 있습니다. 다 되면 메아리와의 개인 대화에 파일로 보내 드립니다.`,
  makingOwn: (days: string, n: number): string =>
    `${days} 접수한 우리 부서 ${n}건을 표로 만들고 있습니다. 다 되면 메아리와의 개인 대화에 파일로 보내 드립니다.`,
  nothing: (days: string): string => `${days}에 접수된 건이 없습니다.`,
  tooMany: (days: string, n: number, most: number): string =>
    `${days}에는 ${n}건이 있고, 채팅에서는 ${most}건까지 내보냅니다. 기간을 줄이거나, 관리자에게 명령줄 내보내기(npm run meari -- export)를 부탁해 주세요.`,
  noPeriod: '기간은 2026-11, 2026-11-23, 2026-11-01~2026-11-30처럼 적어 주세요. 적지 않으면 이번 달입니다.',
  notAllowed: '내보내기는 임원, 조정관, 관리자가 할 수 있고, 부서장은 자기 부서 것을 내보낼 수 있습니다.',
  failed: '파일을 보내지 못했습니다. 잠시 뒤 다시 요청해 주세요. 계속 안 되면 관리자에게 알려 주세요.',
  title: (days: string, n: number): string => `VOC ${days} · ${n}건`,
};
