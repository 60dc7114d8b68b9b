import type { Words } from '../words.ts';

const because = (reason: string | null): string => (reason === null || reason === '' ? '' : ` Reason: ${reason}`);

export const story: Words['story'] = {
  system: 'Meari',
  by: (who, sentence) => `${who} · ${sentence}`,
  filed: (filer, kind, severity) => `Filed by ${filer}: ${kind}${severity === '' ? '' : ` · ${severity}`}.`,
  routed: (department, reason) => `Assigned to ${department}.${because(reason)}`,
  acknowledged: (owner, call, eta) => `${owner} has it.${call}${eta}`,
  appointed: (by, owner, call, eta) => `Acknowledged by ${by}. Owner: ${owner}.${call}${eta}`,
  call: (when, caller) => ` Call to the customer: ${when} by ${caller}.`,
  eta: (when) => ` Due by ${when}.`,
  reassigned: (owner) => `The owner is now ${owner}.`,
  started: (plan, eta, position) => `Work has started. Plan: ${plan} · by ${eta}${position}`,
  position: (text) => ` · the department: ${text}`,
  offered: (from, to, reason, why, hop, limit) =>
    `${from} offers it to ${to}. Reason: ${reason} (${hop} of ${limit}) · ${why}`,
  accepted: (from, to, owner) => `Moved from ${from} to ${to}. Owner: ${owner}.`,
  declined: (to, proposed, why) => `${to} sent it back. A better department: ${proposed}.${because(why)}`,
  adjudication: (limit) => `Already moved ${limit} times. The VOC desk settles the department.`,
  adjudicated: (department, reason) => `The department is ${department}.${because(reason)}`,
  held: (reason, until, nextUpdate) =>
    `On hold. Waiting for: ${reason} · until ${until} · next word to the customer ${nextUpdate}`,
  resumed: 'Work goes on.',
  decisionAsked: (question, neededBy) => `A decision is asked for: ${question} · by ${neededBy}`,
  decided: (choice, reason) => `Decided: ${choice}.${because(reason)}`,
  fixed: (fixType, done, evidence, rest) => `Fixed: ${fixType} · ${done} · evidence: ${evidence}${rest}`,
  cause: (rootCause) => ` · cause: ${rootCause}`,
  doneAt: (when) => ` · really done ${when}`,
  informationMissing: ' · asked because information was missing',
  paid: (amount, basis) => ` · compensation ₩${amount} (basis: ${basis})`,
  replied: (channel, when, gist, verdict) =>
    `The customer was told (${channel}, ${when}): ${gist} · customer: ${verdict}`,
  closed: 'Closed.',
  reopened: (reason) => `Reopened.${because(reason)}`,
  dissatisfied: (reason) => `The customer is not satisfied, so work goes on. They were told: ${reason}`,
  merged: (into) => `Merged into ${into}.`,
  refused: (reason, evidence, why, explanation) =>
    `A refusal was entered. Reason: ${reason} · evidence: ${evidence} · why not reasonable: ${why} · for the customer: ${explanation} · the VOC desk reviews it.`,
  countersigned: 'The VOC desk agreed to the refusal.',
  overturned: (reason) => `The VOC desk overturned the refusal. Work goes on.${because(reason)}`,
  withdrawn: (words, cause) => `The customer withdrew it. Their words: “${words}” · cause: ${cause}`,
  voidProposed: (reason) => `Proposed to void it. A second person has to agree.${because(reason)}`,
  voided: (reason) => `Made void.${because(reason)}`,
  obstacle: (n, text) => `Obstacle ${n}: ${text}`,
  obstacleAnswered: (n, text) => `Answer to obstacle ${n}: ${text}`,
  reassessed: (severity, points, reason) => `Severity is now ${severity} · ${points}.${because(reason)}`,
  note: (text) => `Note: ${text}`,
  noteOf: (when, text) => `Note on what happened ${when}: ${text}`,
  originalViewed: (reason) => `Looked at the words before masking.${because(reason)}`,
};

export const word: Words['word'] = {
  yours: (number) => `${number}, which you filed`,
  about: (number) => number,
  closedWith: (verdict, done) => `Closed. Customer: ${verdict}. What was done: ${done}`,
  refusedWith: (reason, explanation) => `Refused in the end. Reason: ${reason} · for the customer: ${explanation}`,
  nothingOwed: 'Nothing for you to do now.',
  owed: {
    route: 'Please choose the department.',
    acknowledge: 'Please acknowledge it, and say by name who has it.',
    start: 'Please say how it will be solved and by when, and start.',
    fix: 'Once it is solved, please say what was solved.',
    resume: 'Please resume when what you wait for has come.',
    accept: 'Please accept it, or send it back with a better department.',
    adjudicate: 'Please settle the department. It cannot be transferred again.',
    decide: (when) => `Please choose one by ${when}.`,
    reply: 'Please tell the customer, and note what they say.',
    close: 'Please close it if nothing more is owed.',
    countersign: 'Please review the refusal: agree, or overturn it.',
    voidSecond: 'Please review the proposal to void it. A second person has to agree.',
    explain: 'Please give the customer this explanation.',
    together:
      'The customer was not satisfied twice. CS lead and department lead, please settle together what comes next.',
    call: (when) => `Please call the customer: ${when}`,
    answerObstacle: 'Please answer the obstacle.',
  },
  option: (n, label, mark) => `${n}) ${label}${mark}`,
  recommended: 'recommended',
};

export const done: Words['done'] = {
  filed: (number, department) => `Filed ${number}. Department: ${department}`,
  filedUnrouted: (number) => `Filed ${number}. Could not decide the department; sent to the VOC desk.`,
  next: 'You hear of every step.',
};
