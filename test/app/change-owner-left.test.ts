import { describe, expect, it } from 'vitest';
import { addressWith } from '../../src/app/address.ts';
import type { Change } from '../../src/domain/change/change.ts';
import type { ChangeEvent } from '../../src/domain/change/events.ts';
import { nextChangeDue } from '../../src/domain/change/next-due.ts';
import { reactToChange } from '../../src/domain/change/react.ts';
import { caseId, changeId, type PersonId } from '../../src/domain/ids.ts';
import { days, type Instant, instant, plus } from '../../src/domain/instant.ts';
import type { Playbook } from '../../src/domain/playbook.ts';
import { untimed } from '../../src/domain/sla/sla-clock.ts';
import type { Directory } from '../../src/ports/directory.ts';
import { aPlaybook, people } from '../support/a-playbook.ts';
import { changeEvents, changing } from '../support/a-process-change.ts';
import { withKoreanHolidays } from '../support/korean-holidays.ts';
import { quietLog } from '../support/quiet-log.ts';
import { inSeoul, kst } from '../support/through-time.ts';

const steps = ['ChangeDemanded', 'ChangeProposed', 'ChangeAccepted', 'ChangeDeployed'] as const;
/** 서지호 runs it. */
const after = (count: number): Change => changing(changeId(1), null, changeEvents(steps.slice(0, count))).after;

/** Who is told of an event, and who is reminded, in a company in which these people are no more. */
async function told(event: ChangeEvent, c: Change, ...gone: readonly PersonId[]) {
  const playbook: Playbook = { ...aPlaybook, people: aPlaybook.people.filter(({ id }) => !gone.includes(id)) };
  const directory: Directory = {
    withRole: (role, department) =>
      playbook.people
        .filter((p) => p.roles.includes(role) && (department === null || p.department === department))
        .map(({ id }) => id),
    placesOf: async (id) =>
      gone.includes(id) ? [] : [{ platform: 'slack' as const, tenant: 'T1', kind: 'person' as const, id: `U${id}` }],
    resolve: async () => null,
    known: async () => null,
    greet: async () => false,
    heard: async () => {},
    speak: async () => {},
  };
  const address = addressWith({
    playbook,
    directory,
    absences: async () => [],
    workspaces: () => [{ platform: 'slack', tenant: 'T1' }],
    log: quietLog(),
  });
  const { messages, nudges } = await address(reactToChange(changeId(1), event, c), event.at);
  return {
    words: messages.flatMap(({ person, notice }) => (notice.type === 'change-word' ? [person] : [])),
    nudges: nudges.map(({ person }) => person),
  };
}

const { hana, jiho, sechan } = people;
const at = kst('2026-11-30 10:00');
const returned: ChangeEvent = { type: 'SevereReturned', at, by: null, data: { caseId: caseId(7) } };
const late = (clock: 'prepare' | 'deploy'): ChangeEvent => ({
  type: 'ChangeNudged',
  at,
  by: null,
  data: { clock, rung: 80, dueAt: at, to: ['owner'], skipped: [] },
});

describe('a change whose owner has left the company', () => {
  it('its lead hears of what its owner would have heard, and nobody else', async () => {
    expect((await told(returned, after(4))).words).toEqual([jiho.id]);
    expect((await told(returned, after(4), jiho.id)).words).toEqual([sechan.id]);
  });

  it('its lead is told a relapse once, not once more for the owner', async () => {
    const relapsed: ChangeEvent = {
      type: 'ChangeRelapsed',
      at,
      by: null,
      data: { why: 'many', cases: [caseId(7)], tell: [people.duri.id], within: { unit: 'days', days: 20 } },
    };
    const { words } = await told(relapsed, after(4), jiho.id);
    expect([...words].sort()).toEqual([people.duri.id, sechan.id].sort());
  });

  it('reminders of what is to be done go to the lead, and where there is none to a CS lead', async () => {
    expect((await told(late('prepare'), after(3))).nudges).toEqual([jiho.id]);
    expect((await told(late('prepare'), after(3), jiho.id)).nudges).toEqual([sechan.id]);
    expect((await told(late('deploy'), after(3), jiho.id, sechan.id)).nudges).toEqual([
      people.mirae.id,
      people.garam.id,
    ]);
  });

  it('who filed it and has left is told nothing, and nobody is told in their place', async () => {
    const deployed = changeEvents(['ChangeDeployed'], { from: 3 })[0];
    if (deployed === undefined) throw new Error('nothing took effect');
    expect((await told(deployed, after(4), people.duri.id, hana.id)).words).toEqual([]);
  });
});

describe('a watch that ends on a day off', () => {
  const atWork: Playbook = { ...aPlaybook, calendars: aPlaybook.calendars.map(withKoreanHolidays) };
  const markFrom = (deployedAt: Instant): string => {
    const c = after(4);
    if (c.deployment === null) throw new Error('nothing took effect');
    const { at: moment } =
      nextChangeDue({ ...c, sla: untimed, deployment: { ...c.deployment, deployedAt } }, atWork) ?? {};
    return inSeoul(moment ?? instant(0));
  };
  const before = (day: string): Instant => plus(kst(`${day} 17:00`), -days(30) as ReturnType<typeof days>);

  it.each([
    ['on a working day when work begins, not when the thirtieth day is over', '2026-12-03', '2026-12-03 09:00'],
    ['on a Saturday on the Monday after it', '2026-12-05', '2026-12-07 09:00'],
    ['at Christmas, a Friday, on the Monday after the weekend', '2026-12-25', '2026-12-28 09:00'],
    ['at New Year’s Day, a Friday, on the fourth', '2027-01-01', '2027-01-04 09:00'],
    ['within the days of Seollal when everybody is back', '2027-02-06', '2027-02-10 09:00'],
  ])('is told %s', (_, day, expected) => {
    expect(markFrom(before(day))).toBe(expected);
  });
});
