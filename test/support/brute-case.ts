import type { CaseEvent } from '../../src/domain/case/events.ts';
import type { DepartmentCode } from '../../src/domain/ids.ts';
import { type BruteClock, reachedAt, speak, speaksAt, type Told } from './brute-clock.ts';
import type { BruteOffice } from './brute-office.ts';
import { type Promises, promises } from './brute-promises.ts';
import { type Minutes, numberOf, openingFrom } from './brute-time.ts';

/*
 * Which clocks a case runs after what happened, told once more in the plainest way. It is fed what people did; what the
 * clock itself does it says for itself.
 */

/** Counted by the department the case is first routed to, whoever has it later. */
const promisesOfWork = ['plan', 'containment', 'fix', 'rootCause'] as const;
/** From the fix on the customer waits for the answer. */
const overWhenFixed = [...promisesOfWork, 'interim', 'silence', 'accept'] as const;
/** Steps that show that the owner is at it. Putting off a reminder is none. */
const activities: readonly CaseEvent['type'][] = [
  'TransferOffered',
  'CaseContained',
  'CustomerContacted',
  'ObstacleRaised',
  'ObstacleAnswered',
  'SeverityReassessed',
  'ProgressConfirmed',
  'NoteAdded',
  'NoChangeSigned',
  'RemedyGranted',
  'RemedyRequested',
  'RemedyApproved',
  'RemedyDeclined',
  'RemedyWithdrawn',
];

export type Action = Told | 'CaseResumed' | 'CaseClosed';

export type BruteCase = {
  readonly running: Promises['running'];
  /** What somebody did. */
  readonly happened: (event: CaseEvent) => void;
  /** The next moment at which somebody is owed something, and what. */
  readonly next: () => { readonly at: number; readonly kinds: readonly string[] } | null;
  /** Everything that is owed by a moment, in the order in which it became due. */
  readonly passed: (at: number) => readonly Action[];
  /** When a clock is due; null while it stands still before, or does not run. */
  readonly dueOf: (key: string) => number | null;
};

const isHigh = (tier: string | null): boolean => tier === 'S1' || tier === 'S2';

export function bruteCase(office: BruteOffice): BruteCase {
  const { company } = office;
  const p = promises(office);
  let filedAt = 0;
  let status = 'unfiled';
  let department: DepartmentCode | null = null;
  let hoursOfWork: Minutes = company;
  let owner: string | null = null;
  let resumesAt: number | null = null;
  let isContent = false;
  /** There is somebody to call after closing. */
  let hasVoice = true;
  /** Raised, and nobody has answered: also after a closing, which stops their clocks. */
  const obstacles = new Set<number>();
  /** Nothing is timed: praise. */
  let isTimed = false;
  /** The remedy that waits for somebody's approval. */
  let waiting: number | null = null;
  const answered = (number: number): void => {
    if (number !== waiting) return;
    waiting = null;
    p.end('approve');
  };
  let awaitsVerdict = false;
  /** An S1 or S2 of which nobody has said what becomes different. */
  let isComplaint = false;
  let isSevere = false;
  let isAnswered = false;

  const hours = (): Minutes => (department === null ? company : office.department(department));
  const isUnsolved = (): boolean => !['fixed', 'replied', 'ended'].includes(status);
  const withOwner = (now: 'acknowledged' | 'working', at: number): void => {
    status = now;
    p.start('silence', at, hours());
  };
  const resume = (at: number): void => {
    resumesAt = null;
    p.end('customerSilence');
    p.goOn('fix', at);
    withOwner('working', at);
  };
  const over = (): void => {
    status = 'ended';
    p.endAll();
  };

  /** Whoever has an S1 or S2 behind them is asked once more, where there is somebody to ask. */
  const close = (at: number): void => {
    over();
    if (hasVoice) p.start('happyCall', at, company);
  };

  function happened(event: CaseEvent): void {
    step(event);
    const isActive = status === 'acknowledged' || status === 'working';
    if (isActive && event.by?.id === owner && activities.includes(event.type)) {
      p.start('silence', event.at, hours());
    }
  }

  function step(event: CaseEvent): void {
    const { at } = event;
    switch (event.type) {
      case 'CaseFiled':
        status = 'new';
        filedAt = at;
        isTimed = event.data.terms != null;
        isComplaint = ['complaint', 'claim'].includes(event.data.voice.kind);
        isSevere = isHigh(event.data.assessment.tier);
        // What a contract customer requires is not over before somebody said what becomes of it.
        awaitsVerdict = event.data.voice.kind === 'requirement';
        p.agree(event.data.terms ?? null);
        if (event.data.share !== undefined) p.begin('share', event.data.share, at, company);
        // Customers are contacted by CS, and CS works by the company's hours.
        for (const name of ['acknowledge', 'contact', ...promisesOfWork]) p.start(name, at, company);
        break;
      case 'CaseRouted':
        status = 'routed';
        department = event.data.department;
        hoursOfWork = hours();
        for (const name of promisesOfWork) p.move(name, hoursOfWork);
        p.start('acknowledge', at, hours());
        break;
      case 'CaseAcknowledged':
        owner = event.data.owner.id;
        p.end('acknowledge');
        withOwner('acknowledged', at);
        break;
      case 'OwnerReassigned':
        owner = event.data.owner.id;
        if (status === 'acknowledged' || status === 'working') p.start('silence', at, hours());
        break;
      case 'WorkStarted':
        p.end('plan');
        withOwner('working', at);
        break;
      case 'TransferOffered':
        p.start('accept', at, office.department(event.data.offer.to), 'acknowledge');
        break;
      case 'TransferAccepted':
        department = event.data.department;
        owner = event.data.owner.id;
        p.end('accept', 'acknowledge');
        withOwner('acknowledged', at);
        break;
      case 'TransferDeclined':
        p.end('accept');
        break;
      case 'AdjudicationOpened':
        status = 'adjudication';
        owner = null;
        p.end('accept', 'acknowledge', 'silence');
        p.start('adjudicate', at, company);
        break;
      case 'CaseAdjudicated':
        status = 'routed';
        department = event.data.department;
        p.end('adjudicate');
        p.start('acknowledge', at, hours());
        break;
      case 'CaseHeld': {
        const { until, nextUpdate, forCustomer } = event.data.hold;
        status = 'held';
        resumesAt = openingFrom(numberOf(until), hours());
        p.end('silence');
        p.begin('interim', { unit: 'until', day: nextUpdate }, at, company);
        if (forCustomer) {
          p.pause('fix', at);
          p.start('customerSilence', at, company);
        }
        break;
      }
      case 'CaseResumed':
        resume(at);
        break;
      case 'DecisionRequested':
        status = 'deciding';
        p.end('silence');
        p.begin('decide', { unit: 'until', day: event.data.request.neededBy }, at, company);
        break;
      case 'DecisionMade':
        p.end('decide');
        withOwner('working', at);
        break;
      case 'CaseFixed':
        status = 'fixed';
        p.end(...overWhenFixed);
        p.start('reply', at, company);
        break;
      case 'CustomerReplied':
        status = 'replied';
        isContent = event.data.reply.verdict === 'accepted' && event.data.reply.again !== true;
        hasVoice = event.data.reply.verdict !== 'notDue';
        p.end('reply', 'contact');
        p.start('close', at, company);
        break;
      case 'CaseReopened':
        isAnswered = false;
        p.end('reply', 'close', 'happyCall');
        p.again(at, hoursOfWork);
        p.start('interim', at, company);
        withOwner('working', at);
        break;
      case 'NoChangeSigned':
        isAnswered = true;
        break;
      case 'CaseClosed':
        close(at);
        break;
      case 'HappyCallMade':
        if (event.data.call.over) p.end('happyCall');
        break;
      case 'CaseWithdrawn':
        over();
        break;
      case 'CustomerContacted':
        p.end('contact');
        if (isUnsolved()) p.start('interim', at, company);
        break;
      case 'CaseContained':
        p.end('containment');
        break;
      case 'ObstacleRaised': {
        const { number, forExecutive } = event.data.obstacle;
        obstacles.add(number);
        p.start(`obstacle:${number}`, at, forExecutive ? company : hours(), 'obstacle');
        break;
      }
      case 'ObstacleAnswered':
        obstacles.delete(event.data.number);
        p.end(`obstacle:${event.data.number}`);
        break;
      case 'RemedyRequested':
        waiting = event.data.remedy.number;
        if (isTimed) p.begin('approve', event.data.target, at, company);
        break;
      case 'RemedyApproved':
      case 'RemedyDeclined':
      case 'RemedyWithdrawn':
        answered(event.data.number);
        break;
      case 'SeverityReassessed':
        isSevere = isHigh(event.data.assessment.tier);
        if (event.data.terms !== undefined) isTimed = event.data.terms !== null;
        p.renew(event.data.terms ?? null, isUnsolved(), filedAt, hoursOfWork);
        break;
      case 'NudgesSnoozed':
        p.silence(event.data.clock, event.data.until, 'snooze');
        break;
      case 'NewDueSet':
        p.silence(event.data.clock, event.data.until, 'newDue');
        break;
      case 'StatutoryAttached':
        p.begin(`statutory:${event.data.code}`, event.data.target, event.data.since, company);
        break;
      case 'StatutoryDischarged':
        p.end(`statutory:${event.data.code}`);
        break;
      default:
        break;
    }
  }

  /** By itself, when the customer is content and nothing is left to say. */
  function closesAt(): number | null {
    const close = p.running.get('close')?.clock;
    if (status !== 'replied' || !isContent || close === undefined) return null;
    const isLeft =
      awaitsVerdict ||
      (isComplaint && isSevere && !isAnswered) ||
      obstacles.size > 0 ||
      waiting !== null ||
      [...p.running.keys()].some((key) => key.startsWith('statutory:'));
    return isLeft ? null : reachedAt(close, 100);
  }

  function owed(): readonly { readonly at: number; readonly kind: string; readonly clock?: BruteClock }[] {
    const closes = closesAt();
    const all = [...p.running.values()].map(({ clock }) => ({ at: speaksAt(clock), kind: `rung ${clock.key}`, clock }));
    // What happens by itself nobody need be told of.
    const rungs = all.filter(({ clock }) => closes === null || clock.key !== 'close');
    const others = [
      { at: status === 'held' ? resumesAt : null, kind: 'resume' },
      { at: closes, kind: 'close' },
    ];
    return [...others, ...rungs].flatMap((due) => (due.at === null ? [] : [{ ...due, at: due.at }]));
  }

  const first = () => {
    const all = owed();
    const at = Math.min(...all.map((due) => due.at));
    return { at, now: all.filter((due) => due.at === at) };
  };

  function passed(at: number): readonly Action[] {
    const actions: Action[] = [];
    for (let due = first(); due.at <= at; due = first()) {
      const [{ kind, clock } = { kind: '' }] = due.now;
      if (clock === undefined) {
        if (kind === 'resume') resume(at);
        else close(at);
        actions.push(kind === 'resume' ? 'CaseResumed' : 'CaseClosed');
        continue;
      }
      const { told, after } = speak(clock, at);
      if (told === null) throw new Error(`${kind} has nothing to say`);
      p.become(clock.key, after);
      actions.push(told);
    }
    return actions;
  }

  return {
    running: p.running,
    happened,
    next: () => {
      const { at, now } = first();
      return now.length === 0 ? null : { at, kinds: now.map((due) => due.kind) };
    },
    passed,
    dueOf: (key) => {
      const clock = p.running.get(key)?.clock;
      return clock === undefined ? null : reachedAt(clock, 100);
    },
  };
}
