import type { CommandMeta } from '../case/command.ts';
import { refOf } from '../people.ts';
import type { Playbook } from '../playbook.ts';
import { unreachable } from '../result.ts';
import type { ChangeState } from './change.ts';
import type { ChangeCommand } from './commands.ts';
import { askDirection, demandChange, readReturns, runTimer } from './decide-by-itself.ts';
import { acceptChange, declineChange, directChange, proposeChange } from './decide-proposal.ts';
import { deployChange, resumeChange, reviewChange, verifyEffect } from './decide-watch.ts';
import { addAction, beginChange, changeOwner, finishAction, planChange } from './decide-work.ts';
import { type Decision, refused } from './decision.ts';

/** What follows from a command about a process change: events, or one helpful "no". The same order of questions as with cases. */
export function decideChange(command: ChangeCommand, c: ChangeState, playbook: Playbook): Decision {
  return command.meta.actor.type === 'system'
    ? byItself(command, c, command.meta, playbook)
    : byPerson(command, c, playbook);
}

function byItself(command: ChangeCommand, c: ChangeState, { at }: CommandMeta, playbook: Playbook): Decision {
  if (command.type === 'DemandChange') return demandChange(command.data, c, at, playbook);
  if (c.status === 'unbegun') return refused({ type: 'NoSuchChange' });
  switch (command.type) {
    case 'AskDirection':
      return askDirection(command.data, c, at, playbook);
    case 'ReadReturns':
      return readReturns(command.data, c, at, playbook);
    case 'RunTimer':
      return runTimer(command.data, c, at, playbook);
    default:
      return refused({ type: 'NotAllowed', needs: { type: 'involved' } });
  }
}

function byPerson(command: ChangeCommand, c: ChangeState, playbook: Playbook): Decision {
  const { actor, at } = command.meta;
  if (actor.type !== 'person') return refused({ type: 'NotAllowed', needs: { type: 'involved' } });
  const asked = { person: actor.person, by: refOf(actor.person), at, playbook };
  if (command.type === 'ProposeChange') return proposeChange(command.data, c, asked);
  if (c.status === 'unbegun') return refused({ type: 'NoSuchChange' });
  switch (command.type) {
    case 'AcceptChange':
      return acceptChange(command.data, c, asked);
    case 'DeclineChange':
      return declineChange(command.data, c, asked);
    case 'DirectChange':
      return directChange(command.data, c, asked);
    case 'PlanChange':
      return planChange(command.data, c, asked);
    case 'AddAction':
      return addAction(command.data, c, asked);
    case 'FinishAction':
      return finishAction(command.data, c, asked);
    case 'BeginChange':
      return beginChange(c, asked);
    case 'ChangeOwner':
      return changeOwner(command.data, c, asked);
    case 'DeployChange':
      return deployChange(command.data, c, asked);
    case 'VerifyEffect':
      return verifyEffect(command.data, c, asked);
    case 'ReviewChange':
      return reviewChange(command.data, c, asked);
    case 'ResumeChange':
      return resumeChange(command.data, c, asked);
    case 'DemandChange':
    case 'AskDirection':
    case 'ReadReturns':
    case 'RunTimer':
      return refused({ type: 'NotAllowed', needs: { type: 'involved' } });
    default:
      return unreachable(command);
  }
}
