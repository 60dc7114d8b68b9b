import type { HappyCallAnswer } from '../../../domain/case/case.ts';
import type { Words } from '../words.ts';

const answers: Record<HappyCallAnswer, string> = {
  solved: 'They say it is solved',
  unsolved: 'They say it is not solved (reopens the case)',
  unreachable: 'Could not be reached',
};

export const happyCall: Words['happyCall'] = {
  answers,
  answer: 'Is it solved?',
  again: 'Do they think it will happen again?',
  againHint: 'If you spoke to them. A yes is told to the CS lead.',
  effort: 'How hard was it for them to get there? (1–7)',
  scale: (n) => (n === 1 ? '1 very easy' : n === 7 ? '7 very hard' : String(n)),
  note: "The customer's words",
  noteHint: 'Needed where it is not solved: it is the reason to reopen.',
  calledAt: 'When you called',
  yes: 'Yes',
  no: 'No',
  says: 'Some days after closing, ask once more. If it is not solved, the department takes it up again.',
  owed: (until) => `Please make the follow-up call: ${until}`,
  nudge: 'It is time for the follow-up call: three questions to the customer of a closed case.',
  story: (answer) => `Follow-up call: ${answers[answer]}`,
  storyEffort: (n) => ` · effort ${n}/7`,
  storyAgain: ' · expects it to happen again',
  storyTries: (n) => ` · attempt ${n}`,
  believes: 'The customer expects it to happen again. It does not close by itself: the CS lead looks at it.',
};
