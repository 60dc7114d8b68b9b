import type { CaseRecord } from '../domain/case/case.ts';
import { type CaseCommand, snoozeChoices } from '../domain/case/commands.ts';
import { decide } from '../domain/case/decide.ts';
import { causationId, type MaskedText, type PersonId } from '../domain/ids.ts';
import { personOf } from '../domain/playbook.ts';
import { keyOf, type SlaClock } from '../domain/sla/sla-clock.ts';
import type { Step } from '../ports/card.ts';
import type { Reading } from './reading.ts';

/*
 * A reminder goes to one person, so it offers only what that person may do now. The core is asked, with an empty form:
 * where it only misses fields, the step is open to them.
 */

type Intent = Pick<CaseCommand, 'type' | 'data'>;
const nothing = '' as MaskedText;
const something = '-' as MaskedText;

/** Steps a reminder may offer beside the next one. */
export type SideStep = Extract<
  Step,
  | 'contact'
  | 'contain'
  | 'happy-call'
  | 'progress'
  | 'hold'
  | 'transfer'
  | 'reassign'
  | 'new-due'
  | 'ask-decision'
  | 'obstacle'
  | 'answer-obstacle'
  | 'protect-answer'
  | 'keep'
  | 'statutory-done'
  | 'snooze'
>;

const intents: Readonly<Record<SideStep, (clock: SlaClock) => readonly Intent[]>> = {
  contact: () => [
    { type: 'ContactCustomer', data: { channel: null, contactedAt: null, gist: nothing, struggled: [], reach: null } },
  ],
  'happy-call': () => [
    { type: 'RecordHappyCall', data: { answer: null, calledAt: null, effort: null, again: null, note: null } },
  ],
  contain: () => [{ type: 'ContainCase', data: { measure: nothing } }],
  progress: () => [{ type: 'ConfirmProgress', data: { note: null } }],
  hold: () => [{ type: 'HoldCase', data: { reason: null, until: null, nextUpdate: null } }],
  transfer: () => [{ type: 'OfferTransfer', data: { department: null, reason: null, why: nothing } }],
  reassign: () => [{ type: 'ReassignOwner', data: { owner: null } }],
  'new-due': (clock) => [{ type: 'SetNewDue', data: { clock: keyOf(clock), until: null, reason: nothing } }],
  'ask-decision': () => [
    {
      type: 'RequestDecision',
      data: { question: nothing, options: [], recommended: null, neededBy: null, position: null },
    },
  ],
  obstacle: () => [{ type: 'RaiseObstacle', data: { text: nothing } }],
  'answer-obstacle': ({ of }) => [{ type: 'AnswerObstacle', data: { number: Number(of), text: nothing } }],
  keep: () => [{ type: 'SettlePraise', data: { share: false, isAway: false } }],
  'protect-answer': ({ of }) => [{ type: 'AnswerProtection', data: { number: Number(of) } }],
  'statutory-done': ({ of }) => [{ type: 'DischargeStatutory', data: { code: of ?? '', note: nothing } }],
  // Some moment must be left before the clock is due.
  snooze: (clock) =>
    snoozeChoices.map((until) => ({
      type: 'SnoozeNudges',
      data: { clock: keyOf(clock), until, reason: something },
    })),
};

export function isAllowed(step: SideStep, clock: SlaClock, record: CaseRecord, id: PersonId, r: Reading): boolean {
  const known = personOf(r.playbook, id);
  const { name, department, roles } = known ?? { name: '', department: null, roles: [] };
  const actor = { type: 'person' as const, person: { id, name, department, roles } };
  const meta = { actor, at: r.now, causationId: causationId('asked') };
  return intents[step](clock).some((intent) => {
    const decided = decide({ ...intent, meta } as CaseCommand, record.state, r.playbook);
    return decided.ok || decided.error.type === 'InvalidInput';
  });
}
