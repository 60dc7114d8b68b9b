import type { Struggle } from '../../../domain/learning/struggles.ts';
import type { Words } from '../words.ts';

const struggled: Record<Struggle, string> = {
  contact: 'came back to us',
  channel: 'another channel',
  handover: 'somebody new',
  explained: 'explained again',
  broken: 'promise not kept',
  waited: 'long wait',
};

const weekday = (n: number): string => ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][n] ?? '';

export const care: Words['care'] = {
  struggles: {
    contact: () => 'The customer came back to us first',
    channel: () => 'Had to use another channel',
    handover: () => 'Noticed that somebody else had it',
    explained: () => 'Explained it again',
    broken: () => 'A promised call or date was missed',
    waited: (minutes) => `Waited more than ${minutes} minutes to reach us`,
  },
  struggled: 'What it cost the customer',
  struggledHint: 'Only what the customer told you. It is there to become less, not to find who it was.',
  waited: 'Minutes they waited',
  waitedHint: 'Phone menu and queue together. Leave it empty if you do not know.',
  effort: (points) => `Customer effort ${points}`,
  effortSum: (points, sum) => `Customer effort ${points} = ${sum}`,
  effortPart: (of, times, points) => `${struggled[of]}${times > 1 ? ` ×${times}` : ''} (${points})`,
  effortCapped: (sum, cap) => `The sum is ${sum}; at most ${cap} count.`,
  story: (some) => ` · cost the customer: ${some.map((of) => struggled[of]).join(', ')}`,
  waitedStory: (minutes) => ` · reached us after ${minutes} minutes`,
  reach: 'How and when to reach them',
  reachHint: 'For example: weekdays 10:00-12:00, text message. Reminders to contact them wait for these hours.',
  reachCard: 'Reach',
  weekdays: 'weekdays',
  weekend: 'weekend',
  everyDay: 'every day',
  days: (week) => week.map(weekday).join(', '),
  wholeHours: (from, to) => `${from}:00–${to}:00`,
  hours: (from, to) => `${from}–${to}`,
  notReachable: (when) =>
    `This is not when the customer can be reached (${when}). If you have contacted them already, record it all the same.`,
  reachStory: (when) => ` · to be reached: ${when}`,
  reachCleared: ' · no hours to be reached any more',
  earlier: (n) => (n === 1 ? '1 earlier VOC of this customer' : `${n} earlier VOCs of this customer`),
  thankForWaiting: 'This customer waited long to reach us. Before any apology, thank them for not giving up.',
};
