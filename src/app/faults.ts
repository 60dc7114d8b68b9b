export type FaultKind = 'database' | 'busy' | 'key' | 'unexpected';

const full = new Set(['53100', '53200', '53300', 'ENOSPC']);

/** What broke, as far as the person needs to know: by the `code` that faults carry, through their causes. */
export function faultKind(fault: unknown): FaultKind {
  for (let f: unknown = fault, depth = 0; f instanceof Error && depth < 5; f = f.cause, depth++) {
    const code = 'code' in f ? String(f.code) : '';
    if (code.startsWith('VAULT')) return 'key';
    if (code.startsWith('DATABASE') || /^(08|57P|53|58)/.test(code) || full.has(code)) return 'database';
    if (/^(ECONN|CONNECT|CONNECTION|EPIPE|ENOTFOUND)/.test(code)) return 'database';
    if (code === '40001' || code === '40P01' || / races? in a row$/.test(f.message)) return 'busy';
  }
  return 'unexpected';
}
