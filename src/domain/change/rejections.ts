import type { Authority, FieldProblem } from '../case/rejections.ts';
import type { Day } from '../instant.ts';
import type { PersonRef } from '../people.ts';
import type { Status } from './change.ts';
import type { ChangeCommandType } from './commands.ts';

/** Every expected "no" about a process change, with the data a helpful sentence needs. */
export type ChangeRejection =
  | { readonly type: 'NoSuchChange' }
  | { readonly type: 'InvalidInput'; readonly problems: readonly ChangeProblem[] }
  | { readonly type: 'NotAllowed'; readonly needs: Authority }
  | { readonly type: 'NotNow'; readonly command: ChangeCommandType; readonly status: Status }
  /** Who asked for it does not grant it, and who runs it does not say whether it held. */
  | { readonly type: 'OwnRequest'; readonly by: PersonRef }
  | { readonly type: 'ActionsOpen'; readonly numbers: readonly number[] }
  | { readonly type: 'WatchRunning'; readonly until: Day }
  | { readonly type: 'ActionDoneAlready'; readonly by: PersonRef }
  | { readonly type: 'NoSuchAction' }
  | { readonly type: 'NothingChanged' }
  | { readonly type: 'StaleTimer' };

/** `trainingAlone`: people are taught, and what happens to them stays. `needsCoaching`: the cause lies with people. */
export type ChangeProblem = {
  readonly field: string;
  readonly problem: FieldProblem['problem'] | { readonly type: 'trainingAlone' } | { readonly type: 'needsCoaching' };
};
