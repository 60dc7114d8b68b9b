import type { Asked } from '../case/decision.ts';
import { err, ok, type Result } from '../result.ts';
import type { Change } from './change.ts';
import type { ChangeCommandOf, ChangeCommandType } from './commands.ts';
import type { ChangeEvent } from './events.ts';
import type { ChangeProblem, ChangeRejection } from './rejections.ts';

export type { Asked };
export type Decision = Result<readonly ChangeEvent[], ChangeRejection>;
export type DataOf<T extends ChangeCommandType> = ChangeCommandOf<T>['data'];

export const happened = (...events: readonly ChangeEvent[]): Decision => ok(events);
export const refused = (rejection: ChangeRejection): Decision => err(rejection);
export const invalid = (problems: readonly ChangeProblem[]): Decision => err({ type: 'InvalidInput', problems });
export const notNow = (command: ChangeCommandType, { status }: Change): Decision =>
  err({ type: 'NotNow', command, status });
