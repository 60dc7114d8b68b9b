import type { Log } from '../../src/ports/ambient.ts';

export type Line = { readonly level: 'info' | 'warn' | 'error'; readonly what: string };

export type QuietLog = Log & { readonly lines: readonly Line[] };

/** A log that keeps what was said instead of printing it. */
export function quietLog(): QuietLog {
  const lines: Line[] = [];
  const at = (level: Line['level']) => (what: string) => void lines.push({ level, what });
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}
