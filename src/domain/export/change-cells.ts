import type { ChangeEvent } from '../change/events.ts';
import { caseNumber } from '../ids.ts';
import type { Day } from '../instant.ts';
import { unreachable } from '../result.ts';
import { clockIn, keyOf } from '../sla/sla-clock.ts';

/** What an event of a change says, in cells of its own. `before`, `since`: customers, as they were told. */
type ChangeCells = {
  readonly code?: string;
  readonly of?: string | number;
  readonly before?: number;
  readonly since?: number;
  readonly until?: Day;
  readonly detail?: string | null;
};

export function changeCells(event: ChangeEvent): ChangeCells {
  switch (event.type) {
    case 'ChangeDemanded':
    case 'DirectionAsked':
      return { code: event.data.level, of: event.data.customers };
    case 'ChangeProposed':
      return { code: event.data.proposal.means.join('|'), detail: event.data.proposal.title };
    case 'DirectionGiven':
    case 'ChangeDeclined':
    case 'ChangeResumed':
      return { detail: event.data.reason };
    case 'ChangePlanned':
      return { of: event.data.actions.length, until: event.data.due };
    case 'ActionAdded': {
      const { number, kind, due, what } = event.data.action;
      return { code: kind, of: number, until: due, detail: what };
    }
    case 'ActionDone':
      return { of: event.data.number, detail: event.data.evidence };
    case 'ChangeDeployed': {
      const { counts, baseline, evidence } = event.data.deployment;
      return { code: counts, before: baseline, detail: evidence };
    }
    case 'WatchRead': {
      const { day, before, since } = event.data;
      return { of: day, before, since };
    }
    case 'VerificationAsked':
      return { of: event.data.allowed, since: event.data.total };
    case 'SevereReturned':
      return { of: caseNumber(event.data.caseId) };
    case 'ChangeRelapsed':
      return { code: event.data.why, detail: event.data.cases.map(caseNumber).join('|') };
    case 'EffectVerified': {
      const { effect, before } = event.data;
      return { code: effect.outcome, of: effect.allowed, before, since: effect.total, detail: effect.note };
    }
    case 'ChangeReviewed':
      return { code: event.data.appeal };
    case 'ChangeNudged':
    case 'ChangeEscalated':
      return { code: keyOf(clockIn(event.data)), of: event.data.rung, detail: event.data.to.join('|') };
    case 'ChangeAccepted':
    case 'ChangeBegun':
    case 'OwnerChanged':
    case 'ReviewAsked':
      return {};
    default:
      return unreachable(event);
  }
}
