import type { ChangeId, PersonId } from '../ids.ts';
import type { Notice } from '../notices.ts';
import type { PersonRef } from '../people.ts';
import { unreachable } from '../result.ts';
import { clockIn } from '../sla/sla-clock.ts';
import type { Change } from './change.ts';
import type { ChangeEvent } from './events.ts';
import { changeRungReaders, everybody, judgeOf, leadOf, type RoleReader, stepOf } from './responsible.ts';

type Reader = Extract<Notice, { type: 'change-word' }>['audience'];

/** Which notices an event of a change owes, and to whom: its card, a line below it, private words, reminders. */
export function reactToChange(id: ChangeId, event: ChangeEvent, after: Change): readonly Notice[] {
  const said = { change: id };
  const audience = { to: 'department', department: after.department } as const;
  const isReminder = event.type === 'ChangeNudged' || event.type === 'ChangeEscalated';
  return [
    { type: 'change-card', audience, said },
    ...(isReminder ? [] : [{ type: 'change-story' as const, audience, said, event }]),
    ...readers(event, after).map(
      (reader): Notice => ({ type: 'change-word', audience: reader, ...insteadOf(reader, after), said, event }),
    ),
    ...(isReminder ? nudges(id, event, after) : []),
  ];
}

function nudges(
  id: ChangeId,
  { data }: Extract<ChangeEvent, { type: 'ChangeNudged' | 'ChangeEscalated' }>,
  c: Change,
): readonly Notice[] {
  const { clock, of, rung, to } = data;
  const named = clockIn(data);
  const nudge = { clock, ...(of === undefined ? {} : { of }), rung, urgent: false, safety: false, change: id };
  const instead = stepOf(named, c).lead;
  return changeRungReaders(named, to, c).map((audience): Notice => ({ type: 'nudge', audience, instead, nudge }));
}

/** Whoever runs the change, or has something left to do in it, is stood in for by the lead. */
function insteadOf(reader: Reader, c: Change): { readonly instead?: RoleReader } {
  if (reader.to !== 'person') return {};
  const open = c.actions.filter(({ done }) => done === null).map(({ owner }) => owner);
  const isOnIt = [c.owner, ...open].some((ref) => ref?.id === reader.person);
  return isOnIt ? { instead: leadOf(c) } : {};
}

/** Who is told in private: each once, and never for what they did themselves. */
function readers(event: ChangeEvent, c: Change): readonly Reader[] {
  const named = new Set<PersonId>(event.by === null ? [] : [event.by.id]);
  return candidates(event, c).flatMap((candidate): readonly Reader[] => {
    if (candidate === null) return [];
    if ('to' in candidate && candidate.to === 'role') return [candidate];
    const person = 'to' in candidate ? candidate.person : candidate.id;
    if (named.has(person)) return [];
    named.add(person);
    return [{ to: 'person', person }];
  });
}

type Candidate = PersonRef | Reader | null;
const people = (ids: readonly PersonId[]): readonly Candidate[] => ids.map((person) => ({ to: 'person', person }));

function candidates(event: ChangeEvent, c: Change): readonly Candidate[] {
  const lead: Reader = leadOf(c);
  const proposer = c.proposal?.by ?? null;
  switch (event.type) {
    case 'ChangeDemanded':
      return [lead];
    case 'ChangeProposed':
      return [judgeOf(c)];
    case 'DirectionAsked':
      return [everybody('executive')];
    case 'DirectionGiven':
      return [c.owner, lead];
    case 'ChangeAccepted':
      return [event.data.owner, proposer];
    case 'ChangeDeclined':
      return [proposer, everybody('vocDesk'), everybody('executive')];
    case 'ChangePlanned':
      return event.data.actions.map(({ owner }) => owner);
    case 'ActionAdded':
      return [event.data.action.owner];
    case 'ActionDone':
      return [c.owner];
    case 'OwnerChanged':
      return [event.data.owner];
    case 'ChangeDeployed':
      return [c.sponsor, ...people(event.data.tell)];
    case 'WatchRead':
      return [c.owner, c.sponsor];
    case 'VerificationAsked':
      return [everybody('vocDesk')];
    case 'SevereReturned':
      return [c.owner];
    case 'ChangeRelapsed':
      return [c.owner, c.sponsor, lead, ...people(event.data.tell)];
    case 'ReviewAsked':
      return [c.owner ?? lead, everybody('vocDesk')];
    case 'ChangeReviewed':
      return [];
    case 'EffectVerified':
      return [c.owner, c.sponsor, proposer, lead];
    case 'ChangeResumed':
      return [lead];
    case 'ChangeBegun':
    case 'ChangeNudged':
    case 'ChangeEscalated':
      return [];
    default:
      return unreachable(event);
  }
}
