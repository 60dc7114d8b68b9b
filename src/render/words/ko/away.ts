/** Who is away, and who stands in. `days`: already in words. */
export const away = {
  title: '부재',
  intro: '담당은 그대로이고, 알림만 대행자에게 갑니다.',
  who: '누가',
  me: (name: string): string => `${name} (나)`,
  from: '첫날',
  until: '마지막 날',
  delegate: '대행자',
  delegateHint: '그동안 알림을 대신 받을 사람입니다. 비우면 부서장이나 같은 역할의 다른 사람이 받습니다.',
  days: (from: string, until: string): string => (from === until ? from : `${from}~${until}`),
  row: (days: string, standIn: string): string => ` · ${days} · 알림 ${standIn} 님`,
  more: (n: number): string => `외 ${n}건이 더 있습니다.`,
  set: (who: string, days: string): string => `${who} 님의 부재를 등록했습니다: ${days}.`,
  receives: (standIn: string): string => `그동안 알림은 ${standIn} 님이 받습니다. 담당은 그대로입니다.`,
  nobody: '그동안 대신할 사람이 모두 부재입니다. 알림은 본인에게 갑니다.',
  told: (names: string): string => `알린 사람: ${names}.`,
  untold: (names: string): string => `전하지 못한 사람: ${names}. 직접 알려 주세요.`,
  ended: (who: string, days: string): string =>
    `${who} 님의 부재(${days})를 끝냈습니다. 알림은 다시 ${who} 님에게 갑니다.`,
  endedBefore: '이미 끝난 부재입니다. 지금의 부재는 /voc 부재에서 볼 수 있습니다.',
  /** To others, in private. */
  word: {
    standIn: (who: string, days: string): string => `${days} ${who} 님 대신 알림을 받습니다.`,
    standInHint: (who: string): string => `건의 담당은 ${who} 님 그대로입니다.`,
    lead: (who: string, days: string): string => `${days} ${who} 님이 자리를 비웁니다.`,
    forYou: (by: string, days: string): string => `${by} 님이 부재를 등록했습니다: ${days}.`,
    over: (who: string, days: string): string =>
      `${who} 님의 부재(${days})가 끝났습니다. 알림은 다시 ${who} 님에게 갑니다.`,
  },
  problems: {
    order: '첫날보다 앞선 날입니다. 첫날이나 그 뒤의 날을 골라 주세요.',
    over: '이미 지난 날입니다. 오늘이나 그 뒤의 날을 골라 주세요.',
    self: '본인은 대행자가 될 수 없습니다. 다른 사람을 고르거나 비워 주세요.',
    delegateAway: (who: string, days: string): string => `${who} 님도 부재입니다(${days}). 다른 사람을 골라 주세요.`,
    overlaps: (days: string): string =>
      `이미 등록한 부재와 겹칩니다(${days}). 바꾸려면 /voc 부재에서 [복귀]를 누르고 다시 등록해 주세요.`,
    notYours: '본인과 우리 부서 사람의 부재만 등록할 수 있습니다. 그 사람의 부서장에게 부탁해 주세요.',
  },
};
