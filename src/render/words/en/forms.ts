import type { Words } from '../words.ts';

export const forms: Words['forms'] = {
  titles: {
    acknowledge: 'Acknowledge',
    reassign: 'Change owner',
    start: 'Start',
    transfer: 'Transfer',
    accept: 'Accept the transfer',
    return: 'Send back',
    route: 'Choose the department',
    adjudicate: 'Settle the department',
    hold: 'Hold',
    'ask-decision': 'Ask for a decision',
    decide: 'Decide',
    fix: 'Fixed',
    reply: 'Customer told',
    reopen: 'Reopen',
    merge: 'Merge',
    refuse: 'Refuse',
    overturn: 'Overturn the refusal',
    withdraw: 'Withdrawn',
    void: 'Void',
    obstacle: 'Raise an obstacle',
    'answer-obstacle': 'Answer the obstacle',
    severity: 'Change severity',
    note: 'Note',
    original: 'See the original',
  },
  submit: 'Send',
  cancel: 'Close',
  hops: (next, limit) =>
    next > limit
      ? `Already moved ${limit} times. If you send this, the VOC desk settles the department.`
      : `Transfer ${next} of ${limit}. Your department stays accountable until the other one accepts.`,
  binding: 'Once settled, it cannot be transferred again.',
  humanCall: (why) => `A person has to call the customer (${why}).`,
  solve: 'Say what was solved, not how sorry we are.',
  thank: 'Begin with thanks: they found it for us. One apology is enough.',
  merge: 'Cases of different customers are not merged: each is counted, and each is told.',
  voidProposal: 'Where the customer is known, a second person has to agree.',
  lowering: 'Lowering is for the CS lead and the VOC desk.',
};
