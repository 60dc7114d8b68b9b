import type { Words } from '../words.ts';

export const protection: Words['protection'] = {
  levels: { 0: 'nothing flagged', 1: 'caution (to be confirmed)', 2: 'warned', 3: 'limited' },
  measures: { writtenOnly: 'in writing only', stop: 'no contact' },
  care: 'Handle with care',
  folded:
    'The words may be harsh, so they are folded away. [Show the words] opens them, and the log keeps that you looked.',
  stopped: 'You may stop now. Your CS lead has been told.',
  title: (number) => `${number} · Abusive conduct`,
  level: (level) => `Level now: ${level}`,
  until: (when) => `It ends by itself on ${when}.`,
  types: (types) => `Conduct: ${types}`,
  evidence: (text) => `Evidence: ${text}`,
  limit: (measure, day) => `Contact is limited: ${measure} · until ${day}`,
  proposed: (by) => `${by} proposes to limit contact. Legal or the privacy officer has to agree.`,
  appeal: (how) => `How to object: ${how}`,
  step: (n, who, when, what) => `${n}) ${who} · ${when}: ${what}`,
  noPolicy: 'The company has no procedure here yet. Ask an administrator for protection.policy in the playbook.',
  merits:
    'What the customer complains of is handled all the same. A flag lowers no severity, and refuses and closes nothing.',
  forms: {
    flag: 'Strong words are not always abuse: where somebody is angry about a real failure, flag nothing. Only the CS leads see this.',
    confirm: (by, evidence) => `Flagged by ${by}: ${evidence}`,
    limit: (days) =>
      `At most ${days} days, with an end and a way to object. It begins once legal or the privacy officer agrees.`,
    lift: 'The flag goes away, and the customer’s words are shown again.',
  },
  fields: {
    types: 'What kind of conduct was it?',
    evidence: 'Evidence',
    evidenceHint: 'What was said and when, and where the recording or screenshot is.',
    isWarned: 'The customer was warned',
    warned: 'Was the customer warned?',
    measure: 'What is the limit?',
    until: 'Until',
    reason: 'Reason',
    appeal: 'How the customer can object',
    appealHint: 'Where and how to say so, so that somebody looks again.',
  },
  story: {
    flagged: (types, evidence) => `flagged abusive conduct: ${types} · evidence: ${evidence}`,
    confirmed: (types, evidence) =>
      `confirmed it as a warning: ${types} · evidence: ${evidence} · the customer was warned.`,
    proposed: (measure, day, reason) => `proposed to limit contact: ${measure} · until ${day} · reason: ${reason}`,
    limited: (measure, day, appeal) => `agreed to limit contact: ${measure} · until ${day} · how to object: ${appeal}`,
    lifted: (reason) => `lifted the flag on conduct. Reason: ${reason}`,
    expired: 'The time of the flag on conduct is over.',
    unfolded: 'looked at the words that were folded away.',
    asked: 'asked for protection.',
    answered: 'takes over.',
  },
  owed: {
    flagged: 'Please look at the evidence, and confirm the flag or lift it.',
    limit: 'Please look at the limit and decide whether you agree. If you do not, tell the CS lead.',
    asked: (minutes) =>
      `Please take over now. Let them rest for ${minutes} minutes or more, offer counselling, keep the evidence, and help if they report it.`,
    answered: (minutes) => `Please rest for ${minutes} minutes or more. The evidence is kept.`,
  },
  rest: {
    title: 'Rest or rotate',
    said: (who, cases) => `${who} has had ${cases} heavy cases today. Please let them rest, or rotate.`,
  },
};
