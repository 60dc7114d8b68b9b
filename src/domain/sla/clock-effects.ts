import { departmentHolding, type FiledCase, hasEnded, isPerson } from '../case/case.ts';
import type { CaseEvent } from '../case/events.ts';
import { openRequest } from '../case/remedies.ts';
import type { DepartmentCode } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { PersonRef } from '../people.ts';
import { unreachable } from '../result.ts';
import { after, type Begin, paused, promised, resumed, runningKeys, type Steps } from './clock-steps.ts';
import { type ClockKey, clockIn, keyOf, type Sla, type SlaClock } from './sla-clock.ts';
import { amongUs, type ClockHours, type ClockName, type Terms, tieredClocks } from './terms.ts';

/* Which promises begin, are kept, wait and fall away by what happened: the one place that says so. */

const company: ClockHours = { of: 'company' };
const of = (department: DepartmentCode): ClockHours => ({ of: 'department', department });
const holder = (c: FiledCase): ClockHours => {
  const department = departmentHolding(c);
  return department === null ? company : of(department);
};

/** Promised to the customer while the case is worked on. */
const whileInWork: readonly ClockKey[] = ['plan', 'containment', 'fix', 'rootCause'];
const withTheOwner: readonly ClockKey[] = ['silence', 'interim', 'decide', 'customerSilence'];

/** The clocks of a case after an event. `c` is the case after it. Total, like `evolve`. */
export function clocksAfter(sla: Sla, event: CaseEvent, c: FiledCase): Sla {
  return stayed(steps(sla, event, c).sla, event, c);
}

function steps(sla: Sla, event: CaseEvent, c: FiledCase): Steps {
  const { at } = event;
  const then = after(sla, at);
  const fromNow = (hours: ClockHours): Begin => ({ from: at, hours });
  const inWork = () => then.start('silence', fromNow(holder(c)));
  /** Whoever owns it has shown that they are at it. */
  const stirred = (s: Steps): Steps =>
    byOwner(event.by, c) && runningKeys(sla).includes('silence') ? s.start('silence', fromNow(holder(c))) : s;
  switch (event.type) {
    case 'CaseFiled': {
      const filed = after({ ...sla, terms: event.data.terms ?? null }, at).start('acknowledge', fromNow(company));
      const { share, promised: day } = event.data;
      const begun = [...whileInWork, 'contact'].reduce(
        (s, name) => s.start(name as ClockName, fromNow(company)),
        filed,
      );
      const toTheDay = day === undefined ? begun : begun.start('fix', fromNow(company), { unit: 'until', day });
      return share === undefined ? toTheDay : toTheDay.start('share', fromNow(company), share);
    }
    case 'CaseRouted': {
      const hours = of(event.data.department);
      const bound = whileInWork.reduce((s, key) => s.change(key, (clock) => ({ ...clock, hours })), then);
      return bound.start('acknowledge', fromNow(hours));
    }
    case 'CaseAcknowledged':
      return then.meet('acknowledge').start('silence', fromNow(holder(c)));
    case 'OwnerReassigned':
    case 'ProgressConfirmed':
      return 'owner' in c && c.status !== 'held' && c.status !== 'deciding' ? inWork() : then;
    case 'WorkStarted':
      return then.meet('plan').start('silence', fromNow(holder(c)));
    case 'TransferOffered':
      return stirred(then.start('accept', fromNow(of(event.data.offer.to))));
    case 'TransferAccepted':
      return then.meet('accept', 'acknowledge').start('silence', fromNow(of(event.data.department)));
    case 'TransferDeclined':
      return then.meet('accept');
    case 'AdjudicationOpened':
      return then.drop('accept', 'acknowledge', 'silence').start('adjudicate', fromNow(company));
    case 'CaseAdjudicated':
      return then.meet('adjudicate').start('acknowledge', fromNow(of(event.data.department)));
    case 'CaseHeld': {
      const { hold } = event.data;
      const waiting = then.drop('silence').start('interim', fromNow(company), { unit: 'until', day: hold.nextUpdate });
      return hold.forCustomer === true
        ? waiting.change('fix', (clock) => paused(clock, at)).start('customerSilence', fromNow(company))
        : waiting;
    }
    case 'CaseResumed':
      return inWork()
        .drop('customerSilence')
        .change('fix', (clock) => resumed(clock, at));
    case 'DecisionRequested':
      return then
        .drop('silence')
        .start('decide', fromNow(company), { unit: 'until', day: event.data.request.neededBy });
    case 'DecisionMade':
      return then.meet('decide').start('silence', fromNow(holder(c)));
    case 'CaseFixed':
      return then
        .metAt(event.data.fix.doneAt ?? at, ...whileInWork)
        .drop('accept', ...withTheOwner)
        .start('reply', fromNow(company));
    case 'CustomerContacted':
      return stirred(contacted(then.metAt(event.data.contactedAt, 'contact'), at, c));
    case 'CaseContained':
      return byOwner(event.by, c) ? inWork().meet('containment') : then.meet('containment');
    case 'CustomerReplied':
      return then.metAt(event.data.reply.toldAt, 'contact', 'reply').drop('interim').start('close', fromNow(company));
    case 'RemedyRequested':
      return stirred(then.start('approve', fromNow(company), event.data.target));
    case 'RemedyApproved':
    case 'RemedyDeclined':
      return stirred(then.meet('approve'));
    case 'RemedyWithdrawn':
      return stirred(openRequest(c) === null ? then.drop('approve') : then);
    case 'CaseReopened': {
      return then
        .drop('close', 'reply', 'countersign', 'fix', 'happyCall')
        .start('fix', fromNow(hoursOfWork(sla, c)), sla.terms?.reopened ?? null)
        .start('interim', fromNow(company))
        .start('silence', fromNow(holder(c)));
    }
    case 'CaseRefused':
      return then
        .drop('acknowledge', 'accept', ...withTheOwner)
        .change('fix', (clock) => paused(clock, at))
        .start('countersign', fromNow(company));
    case 'RefusalOverturned':
      return inWork()
        .drop('countersign')
        .change('fix', (clock) => resumed(clock, at));
    case 'VerdictGiven': {
      // What was promised was this answer; a review has its own day.
      const { until } = event.data.verdict;
      return until === null
        ? then.meet('fix')
        : stirred(then.start('fix', fromNow(hoursOfWork(sla, c)), { unit: 'until', day: until }));
    }
    case 'CaseSettled':
      return then.meet('share').drop(...runningKeys(sla).filter((key) => key !== 'share'));
    case 'CaseClosed':
      return calledLater(then.drop(...runningKeys(sla)), at, c);
    case 'HappyCallMade':
      if (event.data.call.over !== true) return then;
      return event.data.call.answer === 'unreachable' ? then.drop('happyCall') : then.meet('happyCall');
    case 'RefusalCountersigned':
    case 'CaseMerged':
    case 'CaseWithdrawn':
    case 'CaseVoided':
      return then.meet('countersign').drop(...runningKeys(sla));
    case 'ObstacleRaised': {
      const { number, forExecutive } = event.data.obstacle;
      const hours = forExecutive === true ? company : holder(c);
      return stirred(then.start('obstacle', { ...fromNow(hours), of: String(number) }));
    }
    case 'ObstacleAnswered':
      return stirred(then.meet(`obstacle:${event.data.number}`));
    case 'SeverityReassessed':
      return stirred(event.data.terms === undefined ? then : retargeted(sla, event.data.terms, event.at, c));
    case 'RemedyGranted':
    case 'CaseLinked':
    case 'CaseUnlinked':
    case 'LikenessDenied':
    case 'NoChangeSigned':
    case 'NoteAdded':
    case 'NoteHeard':
      return stirred(then);
    case 'ChangeLinked':
    case 'ChangeUnlinked':
      return then;
    case 'ClusterWeighed':
      return event.data.raised === undefined ? then : retargeted(sla, event.data.raised.terms, event.at, c);
    case 'CaseNudged':
    case 'CaseEscalated':
      return then.change(keyOf(clockIn(event.data)), (clock) => climbed(clock, event.data.rung));
    case 'NudgesSnoozed': {
      const { until, reason } = event.data;
      return then.change(event.data.clock, (clock) => ({
        ...clock,
        silence: { until, by: 'snooze' },
        snoozes: [...(clock.snoozes ?? []), { until, reason, by: event.by ?? c.customerOwner, at }],
      }));
    }
    case 'NewDueSet': {
      const { until, reason } = event.data;
      return then.change(event.data.clock, (clock) => ({
        ...clock,
        silence: { until, by: 'newDue' },
        newDues: [...(clock.newDues ?? []), { until, reason, by: event.by ?? c.customerOwner, at }],
      }));
    }
    case 'StatutoryAttached':
      return then.start(
        'statutory',
        { from: event.data.since, hours: company, of: event.data.code },
        event.data.target,
      );
    case 'StatutoryDischarged':
      return then.meet(`statutory:${event.data.code}`);
    case 'ProtectionAsked': {
      const { number } = event.data.request;
      // An ended case is looked at no more: there the word that went out at once is all.
      return hasEnded(c)
        ? then
        : then.start('protection', { ...fromNow(company), of: String(number) }, event.data.target);
    }
    case 'ProtectionAnswered':
      return then.meet(`protection:${event.data.number}`);
    case 'ConductFlagged':
    case 'ConductConfirmed':
    case 'LimitProposed':
    case 'ContactLimited':
    case 'ConductLifted':
    case 'CaseSplit':
    case 'FilerSeen':
    case 'WordsUnfolded':
    case 'DuesMoved':
    case 'VoidProposed':
    case 'OriginalViewed':
      return then;
    default:
      return unreachable(event);
  }
}

/** Of an S1 or S2 the customer is asked once more after closing, unless there is nobody to ask. */
const calledLater = (over: Steps, at: Instant, c: FiledCase): Steps =>
  c.status === 'closed' && c.reply.verdict !== 'notDue' ? over.start('happyCall', { from: at, hours: company }) : over;

const contacted = (told: Steps, at: Instant, c: FiledCase): Steps =>
  isSolved(c) ? told : told.start('interim', { from: at, hours: company });

/** From here on the customer waits for the answer itself, not for news of it. */
const isSolved = (c: FiledCase): boolean => 'fix' in c || c.status === 'refused' || hasEnded(c);

/** The department it was first routed to promised the work; a transfer changes no promise. */
const hoursOfWork = (sla: Sla, c: FiledCase): ClockHours =>
  sla.clocks.findLast((clock) => clock.name === 'fix')?.hours ?? holder(c);

const byOwner = (by: PersonRef | null, c: FiledCase): boolean =>
  by !== null && 'owner' in c && isPerson(c.owner, by.id) && c.status !== 'held' && c.status !== 'deciding';

/** A rung is reached once; whatever kept it silent is over. */
function climbed({ silence: _over, ...clock }: SlaClock, rung: number): SlaClock {
  return { ...clock, reached: Math.max(clock.reached, rung) };
}

/** A new severity is a new promise, counted from where the old one began; what was kept stays kept. */
function retargeted(sla: Sla, terms: Terms | null, at: Instant, c: FiledCase): Steps {
  const renewed = after({ ...sla, terms }, at);
  if (terms === null) return renewed.drop(...runningKeys(sla).filter((key) => !outlivesTerms(key)));
  return [...tieredClocks, 'accept' as const].reduce((s, name) => {
    const had = sla.clocks.findLast((clock) => clock.name === name);
    const target = promised(name, terms);
    if (had === undefined) {
      return isNewlyPromised(name, c) ? s.start(name, { from: c.filedAt, hours: hoursOfWork(sla, c) }) : s;
    }
    if (target === null) return s.drop(name);
    if (had.ended?.met === false && isNewlyPromised(name, c)) {
      return after({ ...s.sla, clocks: takenUp(had, { target, hours: hoursOfWork(sla, c) }, s.sla) }, at);
    }
    // A day that somebody named, and the second chance of a case that came back, are no matter of severity.
    const own = had.target.unit === 'until' || (name === 'fix' && c.reopened > 0);
    return own ? s : s.change(name, (clock) => ({ ...clock, target }));
  }, renewed);
}

/** Owed whatever the severity: by law, and between colleagues. */
const outlivesTerms = (key: ClockKey): boolean => {
  const [name] = key.split(':');
  return name === 'statutory' || amongUs.some((own) => own === name);
};

/** What a lower severity had taken back is promised again; what was said about it stays said. */
function takenUp(
  { ended: _over, ...had }: SlaClock,
  promise: Pick<SlaClock, 'target' | 'hours'>,
  { clocks }: Sla,
): readonly SlaClock[] {
  return [...clocks.filter((clock) => clock.name !== had.name), { ...had, ...promise }];
}

const isNewlyPromised = (name: ClockName, c: FiledCase): boolean =>
  (name === 'containment' || name === 'rootCause') && !('fix' in c);

/** Keeps the record of where the case was, and of when it waited. */
function stayed(sla: Sla, event: CaseEvent, c: FiledCase): Sla {
  const department = c.status === 'new' || c.status === 'adjudication' ? null : departmentHolding(c);
  const last = sla.stays.at(-1);
  const moved = last === undefined || last.department !== department;
  const ended = event.type === 'CaseMerged' || event.type === 'CaseWithdrawn' || event.type === 'CaseVoided';
  const stays =
    moved && !ended ? [...sla.stays.filter((s) => s.from < event.at), { department, from: event.at }] : sla.stays;
  return { ...sla, stays, holds: held(sla.holds, event) };
}

function held(holds: Sla['holds'], event: CaseEvent): Sla['holds'] {
  if (event.type === 'CaseHeld') return [...holds, { from: event.at, to: null }];
  const isOver = event.type === 'CaseResumed' || event.type === 'CaseWithdrawn' || event.type === 'CaseSettled';
  return isOver ? holds.map((h) => (h.to === null ? { ...h, to: event.at } : h)) : holds;
}
