import type { DraftPart } from '../../../domain/learning/draft-check.ts';
import type { Words } from '../words.ts';

const parts: Record<DraftPart, string> = {
  time: 'by when (a date or a time)',
  who: 'who (a name or a team)',
  option: 'what can be done (an option)',
};

export const drafts: Words['drafts'] = {
  draft: 'Your reply to the customer',
  draftHint: 'Paste it and press [Look it over]. It is neither kept nor sent.',
  check: 'Look it over',
  nothing: 'Nothing to look at again. Sending it is yours.',
  found: (n) => (n === 1 ? '1 thing to look at' : `${n} things to look at`),
  apologies: (count, most) =>
    `It apologises ${count} times; ${most === 1 ? 'once' : `${most} times`} is enough. Use the room to say what will be done.`,
  missing: (some) => `It helps to add: ${some.map((part) => parts[part]).join(', ')}.`,
  later: (sentence) => `"${sentence}" needs the time at which you will call.`,
  barrier: (words) => `Instead of "${words}", say what can be done, and why.`,
  honorific: (words) => `"${words}": honour the person, not the thing.`,
  gushing: (words) => `Leave out "${words}" and begin with what will be solved.`,
  asksAgain: (what) => `The case knows it already: ${what}. The customer need not be asked again.`,
  shape: 'A good order',
  shapeParts: [
    'one thank you, or one apology',
    'what we found',
    'one to three things we can do',
    'who does what by when',
    'how it stops happening',
  ],
  known: (facts) => `From this case: ${facts}`,
};
