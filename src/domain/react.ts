import { departmentHolding, type FiledCase } from './case/case.ts';
import type { CaseEvent, CaseEventOf } from './case/events.ts';
import type { Said } from './case/note.ts';
import type { Notice, Nudge } from './notices.ts';
import { cardPlaces, notePlaces, storyPlaces } from './react-places.ts';
import { readers } from './react-readers.ts';
import { isUrgent, leadOfStep, rungReaders, toTheCustomer } from './sla/responsible.ts';
import { clockIn } from './sla/sla-clock.ts';

/**
 * Which notices an event owes, and to whom: no words, no channels. `after` is the case once the whole command has acted,
 * so that filing straight into a department does not also call the VOC desk.
 *
 * A word never goes to the person who did it, and one person gets one word for one event. Who has a role is not known
 * here: whoever turns a role into people leaves out the event's `by` and those addressed by name.
 */
export function react(event: CaseEvent, after: FiledCase): readonly Notice[] {
  return after.surge === undefined ? reactions(event, after) : quietly(event, after);
}

/** Thousands of one outage: whoever filed hears that it is there, whoever owes a step finds it among their reminders, and no channel fills up. */
const quietly = (event: CaseEvent, after: FiledCase): readonly Notice[] => [
  ...(event.type === 'CaseFiled' ? [{ type: 'word' as const, audience: filerOf(after), event }] : []),
  ...nudges(event, after),
];
const filerOf = ({ filer }: FiledCase) => ({ to: 'person', person: filer.id }) as const;

function reactions(event: CaseEvent, after: FiledCase): readonly Notice[] {
  return [
    ...cardPlaces(event, after).map((audience): Notice => ({ type: 'card', audience })),
    ...kudos(event, after),
    ...storyPlaces(event, after).map((audience): Notice => ({ type: 'story', audience, event })),
    ...(event.type === 'NoteHeard' ? heard(event.data.said, after) : []),
    ...readers(event, after).map((audience): Notice => ({ type: 'word', audience, event })),
    ...nudges(event, after),
  ];
}

const heard = (said: Said, after: FiledCase): readonly Notice[] =>
  notePlaces(after).map((audience): Notice => ({ type: 'note', audience, said }));

const kudos = (event: CaseEvent, after: FiledCase): readonly Notice[] =>
  event.type === 'CaseSettled' && event.data.outcome === 'shared'
    ? [{ type: 'story', audience: { to: 'kudos', department: departmentHolding(after) }, event }]
    : [];

function nudges(event: CaseEvent, after: FiledCase): readonly Notice[] {
  if (event.type !== 'CaseNudged' && event.type !== 'CaseEscalated') return [];
  const { clock, of, rung, to } = event.data;
  const named = clockIn(event.data);
  const urgent = isUrgent(named, after);
  const nudge = {
    clock,
    ...(of === undefined ? {} : { of }),
    rung,
    urgent,
    safety: after.assessment.roundTheClock,
    ...waitsForCustomer(event, after),
  };
  const instead = leadOfStep(named, after);
  return rungReaders(named, to, after).map((audience): Notice => ({ type: 'nudge', audience, instead, nudge }));
}

/** A reminder to talk to the customer, who has said when. */
function waitsForCustomer(
  { data: { clock, dueAt } }: CaseEventOf<'CaseNudged' | 'CaseEscalated'>,
  { reach }: FiledCase,
): Pick<Nudge, 'reach'> {
  if (reach === undefined || (reach.week === undefined && reach.span === undefined)) return {};
  if (!toTheCustomer.includes(clock)) return {};
  const { week, span } = reach;
  const hours = { ...(week === undefined ? {} : { week }), ...(span === undefined ? {} : { span }) };
  return { reach: { hours, dueAt } };
}
