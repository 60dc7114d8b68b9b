import type { Action, Step } from '../ports/card.ts';
import type { Reading } from './reading.ts';

/** A step that belongs to no case. */
export function general(step: Step, r: Reading, arg?: string): Action {
  const press = { step, caseId: null, ...(arg === undefined ? {} : { arg }) };
  return { label: r.words.steps.labels[step], press };
}
