import type { Words } from '../words.ts';

export const opinion: Words['opinion'] = {
  title: 'About Meari',
  intro:
    'Tell us what it is like to work with Meari. It is filed with the team that looks after it, and you hear what comes of it.',
  words: 'Your opinion',
  quarter: (year, n) => `A look at the categories, quarter ${n} of ${year}`,
  review:
    'A new quarter: please see whether kinds, channels, wants, causes and signals still fit what is heard. A change makes a new version; cases keep the words they were filed under.',
  now: (channels, wants, causes, signals) =>
    `Now: ${channels} channels · ${wants} wants · ${causes} causes · ${signals} signals`,
};
