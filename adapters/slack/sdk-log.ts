import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../src/ports/ambient.ts';

/**
 * Slack's libraries speak through our log, and say less: their debug lines hold whole payloads and their warnings may
 * quote what could not be read, so only the constant beginning of a warning passes.
 */
export function sdkLog(log: Log): Logger {
  const told = (first: unknown): string =>
    typeof first === 'string' ? (first.split(/[:("'{[]/)[0] ?? '').trim().slice(0, 120) : 'something failed';
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (first: unknown) => log.warn('slack sdk', { told: told(first) }),
    error: (first: unknown) => log.error('slack sdk', { told: told(first) }),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}
