import type { Words } from '../words.ts';

export const away: Words['away'] = {
  title: 'Absence',
  intro: 'Cases keep their owner; only reminders go to the delegate.',
  who: 'Who',
  me: (name) => `${name} (me)`,
  from: 'First day',
  until: 'Last day',
  delegate: 'Delegate',
  delegateHint: 'Receives the reminders meanwhile. Left empty: the department lead, or another in the same role.',
  days: (from, until) => (from === until ? from : `${from} – ${until}`),
  row: (days, standIn) => ` · ${days} · reminders: ${standIn}`,
  more: (n) => `${n} more.`,
  set: (who, days) => `The absence of ${who} is set: ${days}.`,
  receives: (standIn) => `Meanwhile ${standIn} receives the reminders. Cases keep their owner.`,
  nobody: 'Everybody who could stand in is away too. Reminders still go to the person.',
  told: (names) => `Told: ${names}.`,
  untold: (names) => `Not reached: ${names}. Please tell them yourself.`,
  ended: (who, days) => `The absence of ${who} (${days}) is over. Reminders go to ${who} again.`,
  endedBefore: 'That absence is over already. To see what is set now, type /voc away.',
  word: {
    standIn: (who, days) => `${days}: you receive reminders instead of ${who}.`,
    standInHint: (who) => `The cases are still owned by ${who}.`,
    lead: (who, days) => `${days}: ${who} is away.`,
    forYou: (by, days) => `${by} has set an absence for you: ${days}.`,
    over: (who, days) => `The absence of ${who} (${days}) is over. Reminders go to ${who} again.`,
  },
  problems: {
    order: 'That is before the first day. Please choose the first day or a later one.',
    over: 'That day is over. Please choose today or a later day.',
    self: 'Nobody stands in for themselves. Please choose somebody else, or leave it empty.',
    delegateAway: (who, days) => `${who} is away too (${days}). Please choose somebody else.`,
    overlaps: (days) =>
      `It overlaps an absence that is set already (${days}). To change it, press [End absence] at /voc away and set it anew.`,
    notYours: 'You may set it for yourself and for members of your department. Please ask the lead of theirs.',
  },
};
