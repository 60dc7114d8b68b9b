import { describe, expect, it } from 'vitest';
import { addressNudges } from '../../src/app/address-nudges.ts';
import { type PersonId, personId } from '../../src/domain/ids.ts';
import { day, instant } from '../../src/domain/instant.ts';
import type { Notice } from '../../src/domain/notices.ts';
import type { Playbook } from '../../src/domain/playbook.ts';
import type { Absence } from '../../src/domain/sla/absence.ts';
import { aPlaybook, logistics, people, quality } from '../support/a-playbook.ts';
import { quietLog } from '../support/quiet-log.ts';

type NudgeNotice = Extract<Notice, { type: 'nudge' }>;
const monday = instant(Date.parse('2026-11-23T10:00+09:00'));
const night = instant(Date.parse('2026-11-23T23:30+09:00'));
const nudge = { clock: 'fix', rung: 80, urgent: false, safety: false } as const;
const lead = { to: 'role', role: 'deptLead', department: logistics } as const;

const to = (audience: NudgeNotice['audience'], more: Partial<NudgeNotice['nudge']> = {}): NudgeNotice => ({
  type: 'nudge',
  audience,
  instead: lead,
  nudge: { ...nudge, ...more },
});
const toHana = to({ to: 'person', person: people.hana.id });
const toDuty = to({ to: 'duty', department: quality });

/** Who is reminded, and when it may leave, in the company of the tests. */
async function reminded(
  notices: readonly NudgeNotice[],
  {
    at = monday,
    away = [],
    gone = [],
    playbook = aPlaybook,
  }: {
    at?: typeof monday;
    away?: readonly Omit<Absence, 'id' | 'setBy'>[];
    gone?: readonly PersonId[];
    playbook?: Playbook;
  } = {},
) {
  const log = quietLog();
  const directory = {
    withRole: (role: (typeof people.hana.roles)[number] | string, department: typeof logistics | null) =>
      playbook.people
        .filter((p) => p.roles.some((r) => r === role) && (department === null || p.department === department))
        .map((p) => p.id),
    placesOf: async (id: PersonId) =>
      gone.includes(id) || !playbook.people.some((p) => p.id === id)
        ? []
        : [{ platform: 'slack' as const, tenant: 'T1', kind: 'person' as const, id: `U${id}` }],
  };
  const absences = away.map((a, id) => ({ ...a, id, setBy: a.person }));
  const owed = await addressNudges({ playbook, directory, absences: async () => absences, log }, notices, at);
  return { who: owed.map(({ person }) => person), owed };
}

const without = (...ids: readonly PersonId[]): Playbook => ({
  ...aPlaybook,
  people: aPlaybook.people.filter((p) => !ids.includes(p.id)),
});
const wholeWeek = { from: day('2026-11-23'), until: day('2026-11-27') };

describe('who is reminded', () => {
  it('whoever owes the step', async () => {
    expect((await reminded([toHana])).who).toEqual(['hana']);
  });

  it('one person once, also as owner and lead in one', async () => {
    expect((await reminded([to({ to: 'person', person: people.sechan.id }), to(lead)])).who).toEqual(['sechan']);
  });

  it('of each clock for itself, where several have become due at once', async () => {
    const both = [to(lead, { clock: 'acknowledge', rung: 150 }), to(lead, { clock: 'contact', rung: 100 })];
    const { owed } = await reminded([...both, to(lead, { clock: 'obstacle', of: '1' }), ...both]);
    expect(owed.map(({ person, nudge: { clock } }) => `${person} ${clock}`)).toEqual([
      'sechan acknowledge',
      'sechan contact',
      'sechan obstacle',
    ]);
  });

  it('the delegate of whoever is away; without a delegate the lead', async () => {
    const delegated = [{ person: people.hana.id, ...wholeWeek, delegate: people.jiho.id }];
    expect((await reminded([toHana], { away: delegated })).who).toEqual(['jiho']);
    const alone = [{ person: people.hana.id, ...wholeWeek, delegate: null }];
    expect((await reminded([toHana], { away: alone })).who).toEqual(['sechan']);
    const before = [
      { person: people.hana.id, from: day('2026-11-16'), until: day('2026-11-22'), delegate: people.jiho.id },
    ];
    expect((await reminded([toHana], { away: before })).who).toEqual(['hana']);
  });

  it('the lead of whoever has left the company', async () => {
    expect((await reminded([toHana], { playbook: without(people.hana.id) })).who).toEqual(['sechan']);
    expect((await reminded([toHana], { gone: [people.hana.id] })).who).toEqual(['sechan']);
  });

  it('the CS leads where a department has no lead, the VOC desk where there are none: never nobody', async () => {
    expect((await reminded([to(lead)], { playbook: without(people.sechan.id) })).who).toEqual(['mirae', 'garam']);
    const csGone = without(people.sechan.id, people.mirae.id, people.garam.id);
    expect((await reminded([to(lead)], { playbook: csGone })).who).toEqual(['aram', 'hangyeol']);
  });

  it('whoever is on duty this week, the next in the rota while they are away, the lead where there is no rota', async () => {
    const rota = [people.hana.id, people.jiho.id];
    const playbook = {
      ...aPlaybook,
      departments: aPlaybook.departments.map((d) => ({ ...d, duty: d.code === logistics ? rota : [] })),
    };
    const onDuty = to({ to: 'duty', department: logistics });
    const [thisWeek] = (await reminded([onDuty], { playbook })).who;
    const nextMonday = instant(monday + 7 * 86_400_000);
    const [nextWeek] = (await reminded([onDuty], { playbook, at: nextMonday })).who;
    expect([thisWeek, nextWeek].sort()).toEqual(['hana', 'jiho']);
    const sunday = instant(monday + 6 * 86_400_000);
    expect((await reminded([onDuty], { playbook, at: sunday })).who).toEqual([thisWeek]);
    const away = [{ person: personId(thisWeek ?? ''), ...wholeWeek, delegate: null }];
    expect((await reminded([onDuty], { playbook, away })).who).toEqual([nextWeek]);
    expect((await reminded([toDuty], { playbook })).who).toEqual(['dongmin']);
  });

  it('an S1 at night reaches the lead and the CS leads where no rota says who is on call', async () => {
    const urgent = to({ to: 'duty', department: quality }, { urgent: true });
    const noRota = { ...aPlaybook, departments: aPlaybook.departments.map((d) => ({ ...d, duty: [] })) };
    expect((await reminded([urgent], { playbook: noRota })).who).toEqual(['dongmin']);
    const { who, owed } = await reminded([urgent], { playbook: noRota, at: night });
    expect(who).toEqual(['dongmin', 'mirae', 'garam']);
    expect(owed.every(({ leavesAt }) => leavesAt === night)).toBe(true);
  });
});

describe('when a reminder may leave', () => {
  const leaves = async (notice: NudgeNotice, at: string) => {
    const { owed } = await reminded([notice], { at: instant(Date.parse(`${at}:00+09:00`)) });
    return new Date((owed[0]?.leavesAt ?? 0) + 9 * 3_600_000).toISOString().slice(0, 16);
  };
  const toExecutive = (more: Partial<NudgeNotice['nudge']>) => to({ to: 'person', person: people.dain.id }, more);

  it('at once in working hours; after lunch, the next morning or after the holidays otherwise', async () => {
    expect(await leaves(toHana, '2026-11-23T10:00')).toBe('2026-11-23T10:00');
    expect(await leaves(toHana, '2026-11-23T12:20')).toBe('2026-11-23T13:05');
    expect(await leaves(toHana, '2026-11-23T18:00')).toBe('2026-11-24T09:05');
    expect(await leaves(toHana, '2026-12-24T20:00')).toBe('2026-12-28T09:05');
  });

  it('an S1 at any hour, but an executive sleeps unless somebody may be hurt', async () => {
    expect(await leaves(to({ to: 'person', person: people.hana.id }, { urgent: true }), '2026-11-22T03:00')).toBe(
      '2026-11-22T03:00',
    );
    expect(await leaves(toExecutive({ urgent: true }), '2026-11-22T03:00')).toBe('2026-11-22T08:00');
    expect(await leaves(toExecutive({ urgent: true }), '2026-11-22T21:00')).toBe('2026-11-22T21:00');
    expect(await leaves(toExecutive({ urgent: true, safety: true }), '2026-11-22T03:00')).toBe('2026-11-22T03:00');
  });
});
