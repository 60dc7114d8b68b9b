import { type FiledCase, type HeldCase, offerOf, type Refusal } from '../domain/case/case.ts';
import { isChangeAnswered } from '../domain/case/change-answer.ts';
import { caseNumber } from '../domain/ids.ts';
import { unreachable } from '../domain/result.ts';
import { presentClock } from '../domain/sla/present-clock.ts';
import { runningClock } from '../domain/sla/sla-clock.ts';
import type { CardPlace } from './actions.ts';
import { clockUntil, standsStill, untilWithEta } from './clock-lines.ts';
import { inLine } from './excerpt.ts';
import { departmentName, departmentNames, holderName, termLabel } from './labels.ts';
import { isOpenPraise, settledLine, verdictLine } from './light-lines.ts';
import type { Reading } from './reading.ts';
import { dayText, momentText } from './time.ts';

/** Who does what until when; each is always said, if only that it is undecided. */
export type Task = { readonly who: string; readonly what: string; readonly until: string };

const short = 120;

/** The open task of a case: the reader's question is "who solves it, and how, and by when?" */
export function taskOf(c: FiledCase, r: Reading): Task | null {
  const { tasks, undecided, ownerUnknown } = r.words.card;
  const { desk, roles, person } = r.words.glossary;
  const due = clockUntil(presentClock(c), r);
  if (isOpenPraise(c)) {
    const who = c.praised === undefined ? holderName(c, r) : person(c.praised.name);
    return { who, what: r.words.light.tasks.share, until: due ?? undecided.notYet };
  }
  switch (c.status) {
    case 'new':
      return { who: desk, what: tasks.route, until: due ?? undecided.atRouting };
    case 'routed':
      return {
        who: ownerUnknown(departmentName(c.department, r)),
        what: tasks.acknowledge,
        until: due ?? undecided.atAcknowledgement,
      };
    case 'acknowledged':
      return {
        who: person(c.owner.name),
        what: tasks.plan,
        until: untilWithEta(presentClock(c), c.eta, r) ?? undecided.atStart,
      };
    case 'working':
      return {
        who: person(c.owner.name),
        what: c.plan === null ? tasks.fix : inLine(c.plan, short),
        until: untilWithEta(presentClock(c), c.eta, r) ?? undecided.notYet,
      };
    case 'held':
      return {
        who: person(c.owner.name),
        what: tasks.wait(termLabel('holdReasons', c.hold.reason, r)),
        until: r.words.time.until(dayText(c.hold.until, r)),
      };
    case 'adjudication':
      return { who: desk, what: tasks.adjudicate, until: due ?? undecided.notYet };
    case 'deciding':
      return {
        who: roles.executive,
        what: tasks.decide(inLine(c.request.question, short)),
        until: due ?? r.words.time.until(dayText(c.request.neededBy, r)),
      };
    case 'fixed':
      return { who: person(c.customerOwner.name), what: tasks.reply, until: due ?? undecided.notYet };
    case 'replied':
      if (!isChangeAnswered(c)) {
        const { who, task } = r.words.changes.answer;
        return { who: who(departmentName(c.department, r)), what: task, until: due ?? undecided.notYet };
      }
      return { who: roles.csLead, what: tasks.close, until: due ?? undecided.notYet };
    case 'refused':
      return c.countersigned ? null : { who: desk, what: tasks.countersign, until: due ?? undecided.notYet };
    case 'closed':
    case 'merged':
    case 'withdrawn':
    case 'settled':
    case 'void':
      return null;
    default:
      return unreachable(c);
  }
}

/** The one line that says what the case is waiting for or came to; null where the task says it all. */
export function statusLine(c: FiledCase, place: CardPlace, r: Reading): string | null {
  const { status } = r.words.card;
  const offer = offerOf(c);
  if (offer) {
    const reason = termLabel('transferReasons', offer.reason, r);
    const why = inLine(offer.why, short);
    const isTarget = place.to === 'department' && place.department === offer.to;
    const from = holderName(c, r);
    const said = isTarget
      ? status.offerIn(from, reason, why)
      : status.offerOut(departmentName(offer.to, r), reason, why);
    const answer = clockUntil(runningClock(c.sla, 'accept'), r);
    return answer === null ? said : `${said} · ${status.answer(answer)}`;
  }
  switch (c.status) {
    case 'new':
      return c.voidProposed
        ? status.voidProposed(c.voidProposed.by.name, inLine(c.voidProposed.reason, short))
        : status.unrouted;
    case 'adjudication':
      return status.adjudication(departmentNames(c.proposed, r));
    case 'held':
      return heldLine(c, r);
    case 'deciding': {
      const options = c.request.options.map((o) => inLine(o.label, 60));
      return status.deciding(options.join(' / '), options[c.request.recommended] ?? '');
    }
    case 'fixed':
      return status.fixed(termLabel('fixTypes', c.fix.fixType, r), inLine(c.fix.done, short));
    case 'replied':
      return [
        status.replied(r.words.glossary.verdicts[c.reply.verdict], momentText(c.reply.toldAt, r)),
        ...(c.reply.again === true ? [r.words.happyCall.believes] : []),
      ].join(' · ');
    case 'refused':
      return refusalLine(c.refusal, r);
    case 'routed':
    case 'acknowledged':
    case 'working':
      return pastLine(c, r);
    case 'closed':
    case 'merged':
    case 'withdrawn':
    case 'settled':
    case 'void':
      return null;
    default:
      return unreachable(c);
  }
}

function heldLine(c: HeldCase, r: Reading): string {
  const { held } = r.words.card.status;
  const said = held(termLabel('holdReasons', c.hold.reason, r), dayText(c.hold.nextUpdate, r));
  return standsStill(c) ? `${said} · ${r.words.time.standsStill}` : said;
}

/** Everything the VOC desk signs: also what the customer will hear. */
function refusalLine({ reason, evidence, whyUnreasonable, explanation }: Refusal, r: Reading): string {
  const label = termLabel('refusalReasons', reason, r);
  return r.words.card.status.refused(
    label,
    inLine(evidence, short),
    inLine(whyUnreasonable, short),
    inLine(explanation, short),
  );
}

/** In quiet work the line goes to what stands in the way, else to what was decided or came back. */
function pastLine(c: FiledCase, r: Reading): string | null {
  const { status } = r.words.card;
  const obstacle = c.obstacles.find((o) => o.answer === null);
  if (obstacle) return status.obstacle(obstacle.number, inLine(obstacle.text, short));
  const verdict = verdictLine(c, r);
  if (verdict !== null) return verdict;
  const decided = c.decisions.at(-1);
  if (decided) return status.decided(inLine(decided.choice, short), inLine(decided.reason, short));
  return c.reopened > 0 ? status.reopened(c.reopened) : null;
}

/** How a finished case ended, in one line; null while it is open. */
export function endLine(c: FiledCase, r: Reading): string | null {
  const { ended } = r.words.card;
  switch (c.status) {
    case 'closed':
      return ended.closed(
        r.words.glossary.verdicts[c.reply.verdict],
        termLabel('fixTypes', c.fix.fixType, r),
        momentText(c.closedAt, r),
      );
    case 'refused': {
      const reason = termLabel('refusalReasons', c.refusal.reason, r);
      return c.countersigned ? ended.refused(reason, momentText(c.countersigned.at, r)) : null;
    }
    case 'merged':
      return ended.merged(caseNumber(c.into));
    case 'settled':
      return settledLine(c, r);
    case 'withdrawn':
      return ended.withdrawn(inLine(c.words, short));
    case 'void':
      return ended.void(inLine(c.reason, short));
    default:
      return null;
  }
}
