export { jsonLog } from '../adapters/log.ts';

/** Name, code and place, no more: a fault's message may carry whole source lines, and a statement's values. */
export const faultOf = (fault: unknown): Readonly<Record<string, unknown>> =>
  fault instanceof Error
    ? { fault: fault.name, code: 'code' in fault ? fault.code : undefined, at: fault.stack?.split('\n')[1]?.trim() }
    : { fault: typeof fault };
