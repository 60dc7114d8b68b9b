import type { Step } from '../../src/ports/card.ts';
import { plans } from '../support/stages.ts';
import { step } from './on-a-case.ts';
import type { Scenario } from './scenario.ts';

/** Who takes a case, and who takes it over. */
export const taking = {
  acknowledge: step('acknowledge', 'acknowledges a case by name, with one press', {
    from: 'routed',
    who: 'hana',
    where: 'logistics',
    event: 'CaseAcknowledged',
  }),
  reassign: step('reassign', 'gives a case to another member of the department', {
    from: 'acknowledged',
    who: 'sechan',
    where: 'logistics',
    enter: { owner: 'jiho' },
    event: 'OwnerReassigned',
  }),
  transfer: step('transfer', 'offers a case to another department', {
    from: 'acknowledged',
    who: 'hana',
    where: 'logistics',
    enter: plans.toQuality,
    event: 'TransferOffered',
  }),
  accept: step('accept', 'takes a case that was offered', {
    from: 'offered',
    who: 'yuna',
    where: 'quality',
    event: 'TransferAccepted',
  }),
  return: step('return', 'returns a case that was offered, and names a better owner', {
    from: 'offered',
    who: 'yuna',
    where: 'quality',
    enter: { department: 'product', why: '규격은 맞았습니다' },
    event: 'TransferDeclined',
  }),
  route: step('route', 'gives an unrouted case to a department', {
    from: 'new',
    who: 'aram',
    where: 'desk',
    enter: { department: 'logistics' },
    event: 'CaseRouted',
  }),
  adjudicate: step('adjudicate', 'settles who owns a case that two departments declined', {
    from: 'adjudication',
    who: 'aram',
    where: 'desk',
    enter: { department: 'quality', reason: '출고 기록으로 보아 규격이 원인입니다' },
    event: 'CaseAdjudicated',
  }),
} satisfies Partial<Record<Step, Scenario>>;
