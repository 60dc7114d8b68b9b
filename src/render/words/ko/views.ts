export const views = {
  source: '원래 메시지',
  maskedCount: (what: string, n: number): string => `${what} ${n}개`,
  masked: (some: string): string => `${some}를 가렸습니다.`,
  history: (number: string): string => `${number} 이력`,
  earlier: (n: number): string => `앞의 ${n}건은 줄였습니다.`,
  why: {
    title: (number: string): string => `${number} · 왜 이 등급?`,
    sum: (severity: string, score: number, sum: string): string => `${severity} · ${score}점 = ${sum}`,
    nothing: (severity: string): string => `${severity} · 0점. 고른 신호가 없습니다.`,
    without: (kind: string): string => `유형이 ${kind}인 건에는 등급이 없습니다.`,
    signal: (label: string, points: number): string => `${label}(${points})`,
    capped: (sum: number, cap: number): string => `더하면 ${sum}점이고, ${cap}점까지만 셉니다.`,
    gated: '점수만으로는 S1이지만, 안전·큰 금액·오늘 안·개인정보·여러 고객 중단 신호가 없어 S2로 둡니다.',
    floor: (label: string, tier: string): string => `‘${label}’ 신호가 있어 점수와 관계없이 ${tier} 이상입니다.`,
    outside: (label: string): string => `‘${label}’ 신호는 같은 등급 안의 순서에만 씁니다.`,
    roundTheClock: '업무시간 밖에도 확인이 필요한 건입니다.',
    human: (why: string): string => `사람이 전화해야 하는 건입니다(${why}).`,
    rule: '같은 신호를 고르면 언제나 같은 점수입니다. 목소리의 크기는 더하지 않습니다.',
  },
  words: (number: string): string => `${number} · 고객의 말 전체`,
  part: (n: number, of: number): string => `전체 ${of}쪽 가운데 ${n}쪽입니다.`,
  nextPart: '다음 쪽',
  original: (number: string): string => `${number} · 가리기 전 원문`,
  noOriginal: '따로 보관한 원문이 없습니다. 가린 것이 없거나 보관 기간이 끝났습니다.',
  originalKept: '이 화면은 나에게만 보입니다. 본 사실이 이력에 남았습니다.',
  stranger: '메아리는 우리 회사 구성원만 쓸 수 있습니다. 고객의 말은 함께 일하는 담당자에게 전해 주세요.',
  originalCut: '앞부분만 보입니다. 나머지는 개인정보 책임자에게 요청해 주세요.',
};

const again = '다시 한 번 눌러 주세요.';

/** Something broke: what it means for you, and what to do. Never a code. */
export const faults = {
  database: `지금은 저장할 수 없습니다. 적은 내용은 그대로 두고 1분 뒤에 ${again} 계속되면 관리자에게 알려 주세요.`,
  busy: `같은 건을 여러 사람이 한꺼번에 바꾸고 있습니다. ${again}`,
  key: '보관한 원문을 열 수 없습니다. 암호 키가 바뀌었습니다. 관리자에게 알려 주세요.',
  unexpected: `처리하지 못했습니다. 바뀐 것은 없습니다. ${again} 계속되면 관리자에게 알려 주세요.`,
};
