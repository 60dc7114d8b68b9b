/** What was written under a card of the case, told under its other cards. */
export const notes = {
  elsewhere: (who: string, platform: string): string => `${who} (${platform})`,
  edited: '고침',
  files: (n: number): string => `파일 ${n}개`,
  takenBack: (who: string): string => `${who}이 메모를 지웠습니다.`,
  kept: (number: string): string => `${number}에 메모로 남겼습니다.`,
};
