import type { Struggle } from '../../../domain/learning/effort.ts';
import type { Words } from '../words.ts';

const struggled: Record<Struggle, string> = {
  contact: 'came back to us',
  channel: 'another channel',
  handover: 'somebody new',
  explained: 'explained again',
  broken: 'promise not kept',
  waited: 'long wait',
};

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
  thankForWaiting: 'This customer waited long to reach us. Before any apology, thank them for not giving up.',
};
