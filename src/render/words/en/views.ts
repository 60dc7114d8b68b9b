import type { Words } from '../words.ts';

export const views: Words['views'] = {
  source: 'Original message',
  maskedCount: (what, n) => `${n} ${what}${n === 1 ? '' : what.endsWith('s') ? 'es' : 's'}`,
  masked: (some) => `Masked ${some}.`,
  history: (number) => `${number} history`,
  earlier: (n) => `${n} earlier entries are not shown.`,
  why: {
    title: (number) => `${number} · why this severity?`,
    sum: (severity, score, sum) => `${severity} · ${score} points = ${sum}`,
    nothing: (severity) => `${severity} · 0 points. Nothing is ticked.`,
    without: (kind) => `A case of kind "${kind}" has no severity.`,
    signal: (label, points) => `${label} (${points})`,
    capped: (sum, cap) => `The sum is ${sum}; at most ${cap} count.`,
    gated:
      'The score alone would say S1, but no signal of safety, large loss, today, privacy or a wide outage is ticked: it stays S2.',
    floor: (label, tier) => `With "${label}" it is at least ${tier}, whatever the score.`,
    outside: (label) => `"${label}" only orders cases of the same severity.`,
    roundTheClock: 'It needs an acknowledgement outside business hours too.',
    human: (why) => `A person has to call the customer (${why}).`,
    rule: 'The same ticks always give the same score. A raised voice adds nothing.',
  },
  words: (number) => `${number} · the customer's words in full`,
  part: (n, of) => `Part ${n} of ${of}.`,
  nextPart: 'Next part',
  original: (number) => `${number} · before masking`,
  noOriginal: 'No original is kept apart: nothing was masked, or its time is over.',
  originalKept: 'Only you see this. The look is in the history.',
  stranger: 'Meari is for people of this company. Please pass the word on to the person you work with here.',
  originalCut: 'Only the beginning is shown. Ask the privacy officer for the rest.',
};

const again = 'Please press once more.';

export const faults: Words['faults'] = {
  database: `It cannot be saved right now. Leave what you typed as it is and try again in a minute; tell an administrator if it goes on.`,
  busy: `Several people are changing this case at once. ${again}`,
  key: 'The kept original cannot be opened: the encryption key has changed. Please tell an administrator.',
  unexpected: `That did not work, and nothing was changed. ${again} Tell an administrator if it goes on.`,
};
