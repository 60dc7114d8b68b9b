import type { Reading } from './reading.ts';

export type FaultKind = 'database' | 'busy' | 'unexpected' | 'key';

/** Something broke: what it means for the person, and what to do. */
export const faultText = (kind: FaultKind, r: Reading): string => r.words.faults[kind];
