import type { FiledCase } from '../../src/domain/case/case.ts';
import type { CaseEvent } from '../../src/domain/case/events.ts';
import { evolve } from '../../src/domain/case/evolve.ts';
import { type CaseId, type CausationId, causationId } from '../../src/domain/ids.ts';
import type { CaseChange } from '../../src/ports/case-store.ts';
import type { Place } from '../../src/ports/chat-gateway.ts';
import type { DueRow } from '../../src/ports/due-list.ts';
import type { Addressed } from '../../src/ports/outbox.ts';
import { logistics, people } from './a-playbook.ts';
import { filed, routedTo } from './case-events.ts';
import { caseAfter } from './given.ts';

let causes = 0;
/** What made a change: another one each time. */
export const aCause = (): CausationId => {
  causes += 1;
  return causationId(`slack:test:${process.pid}:${causes}`);
};

export const channel = (id: string): Place => ({ platform: 'slack', tenant: 'T1', kind: 'channel', id });
export const dm = (id: string): Place => ({ platform: 'slack', tenant: 'T1', kind: 'person', id });

const toLogistics = { to: 'department', department: logistics } as const;
export const cardIn = (place: Place): Addressed => ({
  place,
  person: null,
  notice: { type: 'card', audience: toLogistics },
});
export const storyIn = (place: Place, event: CaseEvent): Addressed => ({
  place,
  person: null,
  notice: { type: 'story', audience: toLogistics, event },
});
export const noteIn = (place: Place, message: string): Addressed => ({
  place,
  person: null,
  notice: {
    type: 'note',
    audience: toLogistics,
    said: { platform: 'teams', tenant: 'T2', conversation: '19:a@thread.tacv2', message },
  },
});
export const wordTo = (place: Place, event: CaseEvent): Addressed => ({
  place,
  person: people.duri.id,
  notice: { type: 'word', audience: { to: 'person', person: people.duri.id }, event },
});

export const nothingDue: DueRow = { due: null, dues: {}, calendars: 1 };

/** Files a case and routes it to logistics, unless told otherwise. */
export function filing(
  options: Partial<CaseChange> & { readonly events?: readonly CaseEvent[] } = {},
): CaseChange & { readonly caseId: null } {
  const events = options.events ?? [filed(), routedTo()];
  return {
    expectedVersion: 0,
    causationId: aCause(),
    after: caseAfter(...events),
    messages: [],
    nudges: [],
    due: nothingDue,
    clusters: [],
    tallies: [],
    original: null,
    ...options,
    events,
    caseId: null,
  };
}

/** What follows on a case that is known. */
export function moving(
  id: CaseId,
  before: { readonly version: number; readonly state: FiledCase },
  events: readonly CaseEvent[],
  options: Partial<CaseChange> = {},
): CaseChange {
  const after = events.reduce<ReturnType<typeof evolve>>(evolve, before.state);
  if (after.status === 'unfiled') throw new Error('a filed case stays filed');
  return {
    caseId: id,
    expectedVersion: before.version,
    causationId: aCause(),
    events,
    after,
    messages: [],
    nudges: [],
    due: nothingDue,
    clusters: [],
    tallies: [],
    original: null,
    ...options,
  };
}
