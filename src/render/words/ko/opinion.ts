/** What people think of Meari itself, and the look at its categories each quarter. */
export const opinion = {
  title: '메아리 의견',
  intro: '메아리를 쓰면서 느낀 점을 알려 주세요. 담당 팀에 직원의 소리로 접수하고, 결과를 알려 드립니다.',
  words: '의견',
  quarter: (year: number, n: number): string => `${year}년 ${n}분기 분류 살펴보기`,
  review:
    '새 분기입니다. 유형·채널·원하는 것·원인·신호의 말이 지금 들리는 목소리와 맞는지 살펴봐 주세요. 고치면 새 판이 되고, 이미 접수한 건은 그때의 말을 그대로 씁니다.',
  now: (channels: number, wants: number, causes: number, signals: number): string =>
    `지금: 채널 ${channels} · 원하는 것 ${wants} · 원인 ${causes} · 신호 ${signals}`,
};
