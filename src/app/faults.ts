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

/**
 * A fault as the log may hold it: name, code and place. Its message may carry what a customer wrote, whole source lines or
 * a statement's values; it stands in the stack too, on as many lines as it has, so the place is looked for behind it.
 */
export function faultOf(fault: unknown): Readonly<Record<string, unknown>> {
  if (!(fault instanceof Error)) return { fault: typeof fault };
  const { name, message, stack = '' } = fault;
  const from = stack.indexOf(message);
  const trace = from === -1 ? [] : stack.slice(from + message.length).split('\n');
  const code = 'code' in fault ? { code: String(fault.code) } : {};
  // The database's own five characters: 53100 is a full disk.
  const state = 'sqlState' in fault && fault.sqlState !== null ? { sqlState: String(fault.sqlState) } : {};
  return { fault: name, ...code, ...state, at: trace.find((line) => line.startsWith('    at '))?.trim() };
}
