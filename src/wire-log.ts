import { faultOf } from './app/faults.ts';
import { ConfigError } from './config-error.ts';

export { jsonLog } from '../adapters/log.ts';
export { faultOf };

/** What somebody at a terminal reads: a fault's own sentence where it has one for them, never a stack. */
export function wordOf(fault: unknown): string {
  if (fault instanceof ConfigError) return fault.message;
  if (!(fault instanceof Error && 'code' in fault)) {
    return `Something broke that Meari did not expect: ${JSON.stringify(faultOf(fault))}`;
  }
  if (fault.code !== 'EADDRINUSE') return fault.message;
  const at = 'address' in fault && 'port' in fault ? ` at ${String(fault.address)}:${String(fault.port)}` : '';
  return `Another program already listens${at}. Stop it, or set PORT to a port that is free.`;
}
