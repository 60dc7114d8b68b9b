export type DatabaseFaultCode =
  /** No server, a lost connection, a refused login. Trying again later may help. */
  | 'DATABASE_UNREACHABLE'
  | 'DATABASE_URL_INVALID'
  | 'DATABASE_TOO_OLD'
  | 'DATABASE_NOT_UTF8'
  /** Another process has the embedded database open. */
  | 'DATABASE_IN_USE'
  /** The database cannot be opened or written: disk full, damaged, no right to. */
  | 'DATABASE_UNUSABLE'
  | 'MIGRATION_FAILED'
  /** What is stored was written by a newer Meari. */
  | 'WRITTEN_BY_NEWER'
  /** The server refused a statement: `sqlState` says why. */
  | 'STATEMENT_FAILED';

type Details = { readonly cause?: unknown; readonly sqlState?: string | null; readonly constraint?: string | null };

/**
 * Something broke at the database. The message is for an operator; neither it nor the cause carries parameters, rows or
 * passwords, so both may be logged.
 */
export class DatabaseFault extends Error {
  override readonly name = 'DatabaseFault';
  readonly code: DatabaseFaultCode;
  readonly sqlState: string | null;
  /** Name of the violated constraint, where one was. */
  readonly constraint: string | null;

  constructor(code: DatabaseFaultCode, message: string, details: Details = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.sqlState = details.sqlState ?? null;
    this.constraint = details.constraint ?? null;
  }
}

const field = (error: unknown, name: string): string | null => {
  const value = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' ? value : null;
};

/** Connection lost or refused, server starting or stopping, too many clients, a primary that has become a standby. */
const away = /^(08|57P0|53300|28|3D000|25006|CONN|CONNECT|ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|EPIPE)/;

/** Disk or memory full, a file that cannot be read or written. */
const unusable = /^(53|58)/;

/**
 * What a driver threw, as a fault. Drivers hang the statement, its parameters and the offending row on their errors;
 * those hold what customers wrote, so only the message, the state and the constraint's name go on.
 */
export function faultOf(error: unknown): DatabaseFault {
  if (error instanceof DatabaseFault) return error;
  const code = field(error, 'code');
  const firstLine = (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 300) ?? '';
  // Class 22 is about values, and quotes them: invalid input syntax for type integer: "…".
  const harmless = code?.startsWith('22') ? firstLine.replace(/["'].*$/, '…') : firstLine;
  const message = `${harmless}${code === null ? '' : ` (${code})`}`;
  const constraint = field(error, 'constraint_name') ?? field(error, 'constraint');
  return new DatabaseFault(kindOf(code), message, { sqlState: code, constraint });
}

function kindOf(code: string | null): DatabaseFaultCode {
  if (code === null) return 'STATEMENT_FAILED';
  if (away.test(code)) return 'DATABASE_UNREACHABLE';
  return unusable.test(code) ? 'DATABASE_UNUSABLE' : 'STATEMENT_FAILED';
}

/** True where `constraint` was the unique constraint in the way. */
export const violates = (error: unknown, constraint: string): boolean =>
  error instanceof DatabaseFault && error.sqlState === '23505' && error.constraint === constraint;

/** Deadlock or serialisation failure: nothing was written, the same statement may simply be sent again. */
export const maySendAgain = (error: unknown): boolean =>
  error instanceof DatabaseFault && (error.sqlState === '40P01' || error.sqlState === '40001');
