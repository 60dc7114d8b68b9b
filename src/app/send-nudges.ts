import type { PersonId } from '../domain/ids.ts';
import type { Duration, Instant } from '../domain/instant.ts';
import type { Playbook } from '../domain/playbook.ts';
import { recipientOf } from '../domain/sla/duty.ts';
import { planNudges } from '../domain/sla/nudge-plan.ts';
import type { Sla } from '../domain/sla/sla-clock.ts';
import { isStillOwed } from '../domain/sla/still-owed.ts';
import { dayIn, momentAt } from '../domain/zone.ts';
import type { Log } from '../ports/ambient.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { ChangeStore } from '../ports/change-store.ts';
import type { Directory } from '../ports/directory.ts';
import type { NudgeId, NudgeOutcome, Nudges, WaitingNudge } from '../ports/nudges.ts';

export type SendNudgesDeps = {
  readonly nudges: Nudges;
  readonly store: Pick<CaseStore, 'load'>;
  readonly changes: Pick<ChangeStore, 'load'>;
  readonly directory: Pick<Directory, 'placesOf'>;
  readonly playbook: Playbook;
  readonly ahead: () => Duration;
  /** Something may be owed to a chat now. */
  readonly kick: () => void;
  readonly log: Log;
};

const atATime = 50;

/**
 * Lets reminders leave whose hour has come: each person's together, after leaving out what has been done meanwhile. They
 * go into the outbox in the statement that takes them off the list, so each leaves once. Resolves to how many people heard.
 */
export async function sendNudges(deps: SendNudgesDeps): Promise<number> {
  let heard = 0;
  for (;;) {
    const { people, at } = await deps.nudges.people(atATime, deps.ahead());
    for (const person of people) heard += await sendTo(deps, person, at);
    if (people.length < atATime) break;
  }
  if (heard > 0) deps.kick();
  return heard;
}

async function sendTo(deps: SendNudgesDeps, person: PersonId, at: Instant): Promise<number> {
  const { playbook } = deps;
  const recipient = recipientOf(person, playbook);
  const { hours } = recipient;
  const midnight = momentAt(dayIn(at, hours.zone), 0, 0, hours.zone);
  const { waiting, sentSince } = await deps.nudges.of(person, at, midnight);
  if (waiting.length === 0) return 0;
  const timed = await loaded(deps, waiting);
  const owed = waiting.filter((one) => isOwed(one, waiting, timed));
  const plan = planNudges(owed, at, recipient, sentSince, playbook.sla);
  const places = await deps.directory.placesOf(person);
  if (places.length === 0) deps.log.error('somebody is owed a reminder but has no chat here', { person });

  const send = (ids: readonly NudgeId[], as: NudgeOutcome['sent'][number]['as']): NudgeOutcome['sent'] => {
    const chosen = owed.filter(({ id }) => ids.includes(id));
    const [first] = chosen;
    if (first === undefined) return [];
    const audience = { to: 'person' as const, person };
    const nudges = chosen.map(({ nudge, caseId }) => ({ ...nudge, caseId }));
    const notice = { type: 'nudges' as const, audience, nudges };
    return [{ ids, as, caseId: first.caseId, messages: places.map((place) => ({ place, person, notice })) }];
  };
  const { together } = plan;
  const outcome: NudgeOutcome = {
    superseded: waiting.filter((one) => !owed.includes(one)).map(({ id }) => id),
    sent: [
      ...plan.urgent.flatMap((id) => send([id], 'urgent')),
      ...(together === null ? [] : send(together.ids, together.counts ? 'single' : 'bundle')),
    ],
    wait: plan.wait,
  };
  const settled = await deps.nudges.settle(outcome, at);
  return settled && outcome.sent.length > 0 ? 1 : 0;
}

/** What reminders are about, by what tells those apart: whose clocks they go by. */
type Timed = { readonly sla: Sla };
const about = ({ caseId, nudge: { change } }: WaitingNudge): string =>
  change === undefined ? `case:${caseId}` : `change:${change}`;

async function loaded(
  { store, changes }: SendNudgesDeps,
  waiting: readonly WaitingNudge[],
): Promise<ReadonlyMap<string, Timed>> {
  const each = new Map(waiting.map((one) => [about(one), one]));
  const found = await Promise.all(
    [...each].map(async ([key, { caseId, nudge }]) => {
      const record = nudge.change === undefined ? await store.load(caseId) : await changes.load(nudge.change);
      return record === null ? [] : [[key, record.state] as const];
    }),
  );
  return new Map(found.flat());
}

/** Still to be done, and not said by a later reminder that waits beside it. */
function isOwed(one: WaitingNudge, waiting: readonly WaitingNudge[], timed: ReadonlyMap<string, Timed>): boolean {
  const state = timed.get(about(one));
  const isOutdone = waiting.some(
    (other) =>
      other.id > one.id &&
      about(other) === about(one) &&
      other.nudge.clock === one.nudge.clock &&
      other.nudge.of === one.nudge.of,
  );
  return state !== undefined && !isOutdone && isStillOwed(one.nudge, state);
}
