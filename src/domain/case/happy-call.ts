import { runningClock } from '../sla/sla-clock.ts';
import type { ClosedCase, FiledCase } from './case.ts';

/** The case is closed, and its customer is still to be asked how it was. */
export const owesHappyCall = (c: FiledCase): c is ClosedCase =>
  c.status === 'closed' && runningClock(c.sla, 'happyCall') !== null;
