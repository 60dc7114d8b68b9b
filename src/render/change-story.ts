import type { ChangeEvent } from '../domain/change/events.ts';
import { caseNumber } from '../domain/ids.ts';
import { unreachable } from '../domain/result.ts';
import { clockIn } from '../domain/sla/sla-clock.ts';
import { shareText } from './change-lines.ts';
import { clockName } from './clock-names.ts';
import { inLine } from './excerpt.ts';
import type { Reading } from './reading.ts';
import { dayText, momentText } from './time.ts';

const short = (words: string): string => inLine(words, 300);

/** What an event of a change says, without who did it. `title`: what the change is called now. */
function sentence(event: ChangeEvent, title: string, r: Reading): string {
  const w = r.words.changes;
  const { story } = w;
  switch (event.type) {
    case 'ChangeDemanded': {
      const { customers, level, within } = event.data;
      const days = 'days' in within ? r.words.changes.days(within.days) : '';
      return story.demanded(customers, r.words.learning.levels[level], days);
    }
    case 'ChangeProposed':
      return story.proposed(short(event.data.proposal.title));
    case 'DirectionAsked':
      return story.directionAsked(event.data.customers);
    case 'DirectionGiven':
      return story.directed(short(event.data.reason));
    case 'ChangeAccepted':
      return story.accepted(event.data.owner.name);
    case 'ChangeDeclined':
      return story.declined(short(event.data.reason));
    case 'ChangePlanned':
      return story.planned(event.data.actions.length, dayText(event.data.due, r));
    case 'ActionAdded': {
      const { what, owner, due } = event.data.action;
      return story.actionAdded(short(what), owner.name, dayText(due, r));
    }
    case 'ActionDone':
      return story.actionDone(event.data.number, short(event.data.evidence));
    case 'ChangeBegun':
      return story.begun;
    case 'OwnerChanged':
      return story.owner(event.data.owner.name);
    case 'ChangeDeployed': {
      const { deployedAt, evidence } = event.data.deployment;
      return story.deployed(title, momentText(deployedAt, r), short(evidence));
    }
    case 'WatchRead': {
      const { day, before, since } = event.data;
      return story.read(day, before, since, shareText(before, since, r));
    }
    case 'VerificationAsked':
      return story.verification(event.data.total, event.data.allowed);
    case 'SevereReturned':
      return story.severe(caseNumber(event.data.caseId));
    case 'ChangeRelapsed':
      return story.relapsed(w.relapses[event.data.why], event.data.cases.length);
    case 'ReviewAsked':
      return story.reviewAsked;
    case 'ChangeReviewed':
      return w.reviewed(w.appeals[event.data.appeal], event.by?.name ?? '');
    case 'EffectVerified': {
      const { outcome, total, allowed } = event.data.effect;
      return outcome === 'effective' ? story.effective(event.data.before, total) : story.partial(total, allowed);
    }
    case 'ChangeResumed':
      return story.resumed(short(event.data.reason));
    case 'ChangeNudged':
    case 'ChangeEscalated':
      return story.nudged(
        clockName(clockIn(event.data), r),
        event.data.rung,
        r.words.time.until(momentText(event.data.dueAt, r)),
      );
    default:
      return unreachable(event);
  }
}

/** One line: who, and what happened; of Meari's own doing it need not say whose it was. */
export function changeStoryLine(event: ChangeEvent, title: string, r: Reading): string {
  const said = sentence(event, title, r);
  return event.by === null ? said : r.words.story.by(r.words.glossary.person(event.by.name), said);
}
