import type { Words } from '../words.ts';

export const remedies: Words['remedies'] = {
  of: (what, won) => (won === '' ? what : `${what} ${won}`),
  basis: (basis) => ` · basis: ${basis}`,
  again: (days, times, won) => ` · number ${times} for this customer in ${days} days, ${won} in all`,
  granted: (remedy) => `Given at once: ${remedy}`,
  requested: (remedy, before) => `Asked for approval: ${remedy} · of: ${before}`,
  approved: (remedy) => `Approved: ${remedy}`,
  changed: (remedy, reason) => `Approved with another amount: ${remedy}. Reason: ${reason}`,
  declined: (remedy, reason) => `Not approved: ${remedy}. Reason: ${reason}`,
  withdrawn: (remedy, reason) => `Taken back: ${remedy}. Reason: ${reason}`,
  given: (remedies) => `Given: ${remedies}`,
  waiting: (remedy, by) => `Waits for approval: ${remedy} (asked by ${by})`,
  approve: (label, remedy) => `${label} (${remedy})`,
  owed: (remedy) => `Please approve this or send it back: ${remedy}`,
  left: {
    inCase: (won) => `this case ${won}`,
    toCustomer: (won, days) => `this customer, ${days} days ${won}`,
    left: (parts) => `You may still give: ${parts}. More than that is asked for.`,
    unlimited: 'There is no limit.',
    none: 'This asks for approval. The case goes on meanwhile.',
    inFix: (won) => `Up to ${won} now. For more, ask first with [Make good].`,
  },
  form: {
    grant: 'Within your authority it is given and noted at once. Above it, somebody who may approve is asked.',
    withdraw: 'Takes back what was noted wrongly. It stays in the history.',
  },
};
