import { needsCause } from '../intake/voice.ts';
import { isAtLeast } from '../learning/gauge.ts';
import type { FiledCase } from './case.ts';

/** What was severe, what many have, and what a change did not hold back: before it ends, somebody says what becomes different. */
export const asksForChange = (c: FiledCase): boolean =>
  (needsCause(c.voice.kind) && (c.assessment.tier === 'S1' || c.assessment.tier === 'S2')) ||
  isAtLeast(c.weighed ?? null, 'alert') ||
  c.cameBack === true;

/** A process change stands behind it, or a lead has signed that none is needed. */
export const isChangeAnswered = (c: FiledCase): boolean => !asksForChange(c) || c.changeAnswer !== undefined;
