import type { Words } from '../words.ts';

export const nudges: Words['nudges'] = {
  ahead: (left) => `${left} left. If something stands in the way, say so.`,
  aheadLead: (left) => `${left} left. Can you help?`,
  stuck: 'If something stands in the way, say so.',
  help: 'Can you help?',
  choose: 'Please choose one of these.',
  executive: 'The department cannot solve this alone. It needs a decision or support.',
  approve: 'A compensation waits for your approval. Please approve it or send it back.',
  asker: 'The decision you asked for has not come yet. Whoever decides has been told again.',
  unowned: 'Nobody owns this one yet. It needs support.',
  interim: (lastContact) =>
    `It is time to tell the customer how it stands.${lastContact === null ? '' : ` Last contact ${lastContact}.`}`,
  silence: 'Are you still on it?',
  silenceLead: 'There is no news of this one. Can you help?',
  customerSilence: "The customer's answer is awaited. Please get in touch once more.",
  close: 'The customer has been told, and this one waits to be closed.',
  statutory: (duty, since, until) => `${duty}: known since ${since}, due ${until}. A reminder, not legal advice.`,
  today: (n) => (n === 1 ? '1 thing to do today' : `${n} things to do today`),
  more: (n) => `${n} more`,
  mine: 'Waiting for me',
};
