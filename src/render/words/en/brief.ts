import type { Words } from '../words.ts';

export const brief: Words['brief'] = {
  title: (number) => `${number} · call brief`,
  happened: 'What happened',
  wants: 'Wants',
  tried: 'Tried',
  options: 'Options',
  promised: 'Promised',
  contact: 'Reach',
  authority: 'Your authority',
  nothing: 'nothing yet',
  anyTime: 'no hours named',
  notNow: 'not at this hour',
  fixed: (type, done) => `fixed, ${type}: ${done}`,
  contained: (measure) => `contained: ${measure}`,
  said: (when, gist) => `last word ${when}: ${gist}`,
  dissatisfied: (n) => (n === 1 ? 'one answer did not satisfy' : `${n} answers did not satisfy`),
  plan: (plan) => `plan: ${plan}`,
  decided: (choice) => `decided: ${choice}`,
  deciding: (options) => `being decided: ${options}`,
};
