import type { Err } from '../result.ts';
import { err, unreachable } from '../result.ts';
import type { FiledCase } from './case.ts';
import type { CaseCommandType } from './commands.ts';
import type { CaseRejection } from './rejections.ts';

type LastMove = Pick<Extract<CaseRejection, { type: 'NotNow' }>, 'by' | 'at'>;

/** The case is not where this command needs it to be: the answer is where it is, and who brought it there. */
export const notNow = (command: CaseCommandType, c: FiledCase): Err<CaseRejection> =>
  err({ type: 'NotNow', command, status: c.status, ...lastMove(c) });

/** Who brought the case to its status, and when; null where the status does not keep it. */
function lastMove(c: FiledCase): LastMove {
  switch (c.status) {
    case 'new':
      return { by: c.filer, at: c.filedAt };
    case 'acknowledged':
      return { by: c.acknowledgedBy, at: c.acknowledgedAt };
    case 'held':
      return pick(c.hold);
    case 'deciding':
      return pick(c.request);
    case 'fixed':
      return pick(c.fix);
    case 'replied':
      return pick(c.reply);
    case 'closed':
      return { by: c.closedBy, at: c.closedAt };
    case 'refused':
      return pick(c.countersigned ?? c.refusal);
    case 'adjudication':
      return { by: null, at: c.openedAt };
    case 'merged':
    case 'withdrawn':
    case 'settled':
    case 'void':
      return pick(c);
    case 'routed':
    case 'working':
      return { by: null, at: null };
    default:
      return unreachable(c);
  }
}

const pick = ({ by, at }: LastMove): LastMove => ({ by, at });
