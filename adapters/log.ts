import { pino } from 'pino';
import type { Log } from '../src/ports/ambient.ts';

/** JSON lines on stdout. Whoever calls it passes no personal data; keys that could carry a secret are cut as a second net. */
export function jsonLog(level: string): Log {
  const secrets = ['token', 'password', 'secret', 'authorization', 'text', 'words'];
  const logger = pino({ level, redact: { paths: secrets.flatMap((key) => [key, `*.${key}`]), remove: true } });
  return {
    info: (what, data) => logger.info(data ?? {}, what),
    warn: (what, data) => logger.warn(data ?? {}, what),
    error: (what, data) => logger.error(data ?? {}, what),
  };
}
