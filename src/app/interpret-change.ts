import { actionKinds, appeals } from '../domain/change/change.ts';
import type { ChangeCommand, PlannedAction } from '../domain/change/commands.ts';
import type { CaseId, ClusterId, PersonId } from '../domain/ids.ts';
import { touchpoints } from '../domain/intake/voice.ts';
import type { GaugeLevel, Member } from '../domain/learning/gauge.ts';
import type { Person } from '../domain/people.ts';
import type { Playbook } from '../domain/playbook.ts';
import type { Step } from '../ports/card.ts';
import type { FormValues } from '../ports/form.ts';
import { reader } from './form-values.ts';

type Undated<C> = C extends ChangeCommand ? Pick<C, 'type' | 'data'> : never;
export type ChangeIntent = Undated<ChangeCommand>;

/** What is known around a press that its form does not say: the problem, and its cases. */
export type ChangeSurroundings = {
  readonly presser: Person;
  readonly playbook: Playbook;
  readonly cluster: ClusterId;
  readonly from: CaseId;
  readonly level: GaugeLevel | null;
  readonly relapsed: boolean;
  readonly members: readonly Member[];
  readonly tell: readonly PersonId[];
  readonly context: Readonly<Record<string, string>>;
};

const slots = ['1', '2', '3'];

/** A step on a process change, with what its form came back with, as a command; null for steps that only look. */
export function interpretChange(step: Step, values: FormValues, around: ChangeSurroundings): ChangeIntent | null {
  const { playbook, presser, members, tell, context } = around;
  const form = reader(values, playbook, presser);
  const action = (slot: string): PlannedAction => ({
    slot,
    kind: actionKinds.find((kind) => kind === form.raw(`kind${slot}`)) ?? null,
    what: form.text(`what${slot}`),
    owner: form.person(`owner${slot}`),
    due: form.day(`due${slot}`),
  });
  switch (step) {
    case 'propose':
      return {
        type: 'ProposeChange',
        data: {
          cluster: around.cluster,
          from: around.from,
          level: around.level,
          relapsed: around.relapsed,
          title: form.text('title'),
          means: form.list('means'),
          rootCause: form.code('rootCause'),
          touchpoint: touchpoints.find((t) => t === form.raw('touchpoint')) ?? null,
          department: form.department('department'),
          cost: form.optionalText('cost'),
          effect: form.text('effect'),
          notices: form.optionalText('notices'),
          coaching: form.optionalText('coaching'),
        },
      };
    case 'accept-change':
      return { type: 'AcceptChange', data: { owner: form.person('owner') } };
    case 'decline-change':
      return { type: 'DeclineChange', data: { reason: form.text('reason') } };
    case 'direct-change':
      return { type: 'DirectChange', data: { reason: form.text('reason') } };
    case 'plan-change': {
      const actions = slots.filter((slot) => slot === '1' || form.raw(`what${slot}`) !== '').map(action);
      return { type: 'PlanChange', data: { due: form.day('due'), actions } };
    }
    case 'add-action':
      return { type: 'AddAction', data: action('') };
    case 'finish-action':
      return { type: 'FinishAction', data: { number: Number(context['number']), evidence: form.text('evidence') } };
    case 'begin-change':
      return { type: 'BeginChange', data: {} };
    case 'change-owner':
      return { type: 'ChangeOwner', data: { owner: form.person('owner') } };
    case 'deploy-change': {
      const data = { evidence: form.text('evidence'), deployedAt: form.moment('deployedAt'), members, tell };
      return { type: 'DeployChange', data };
    }
    case 'verify-change':
      return { type: 'VerifyEffect', data: { note: form.optionalText('note'), members } };
    case 'review-change':
      return { type: 'ReviewChange', data: { appeal: appeals.find((appeal) => appeal === context['number']) ?? null } };
    case 'resume-change':
      return { type: 'ResumeChange', data: { reason: form.text('reason') } };
    default:
      return null;
  }
}
