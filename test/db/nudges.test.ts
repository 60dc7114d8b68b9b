import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { caseStore } from '../../db/case-store.ts';
import { changeStore } from '../../db/change-store.ts';
import type { Database } from '../../db/database.ts';
import { nudges as openNudges } from '../../db/nudges.ts';
import { type SendNudgesDeps, sendNudges } from '../../src/app/send-nudges.ts';
import { type CaseId, type PersonId, personId } from '../../src/domain/ids.ts';
import { type Duration, type Instant, instant, minutes, plus } from '../../src/domain/instant.ts';
import type { Nudge } from '../../src/domain/notices.ts';
import type { Place } from '../../src/ports/chat-gateway.ts';
import type { NudgeId, NudgeOutcome, Nudges } from '../../src/ports/nudges.ts';
import type { Addressed } from '../../src/ports/outbox.ts';
import { channel, dm, filing } from '../support/a-change.ts';
import { aPlaybook, people } from '../support/a-playbook.ts';
import { eachDatabase } from '../support/databases.ts';
import { quietLog } from '../support/quiet-log.ts';

/** Monday 11:00 in Seoul: people work. */
const eleven = instant(Date.UTC(2026, 10, 23, 2));
const at = (n: number): Instant => plus(eleven, minutes(n));
const midnight = at(-11 * 60);
const hana = people.hana.id;
const jiho = people.jiho.id;
const aNudge: Nudge = { clock: 'acknowledge', rung: 80, urgent: false, safety: false };
const now = minutes(0);

eachDatabase((engine, open) => {
  let db: Database;
  let nudges: Nudges;
  /** A case that owes a reminder; where it has waited since does not matter unless given. */
  const owe = async (person: PersonId, leavesAt: Instant, owedAt = leavesAt, nudge = aNudge): Promise<CaseId> => {
    const made = await caseStore(db).commit(filing({ nudges: [{ person, nudge, leavesAt, owedAt }] }));
    if (!made.ok) throw new Error('not filed');
    return made.value.caseId;
  };
  const waitingOf = async (person: PersonId, until = eleven): Promise<readonly NudgeId[]> =>
    (await nudges.of(person, until, midnight)).waiting.map(({ id }) => id);
  const owed = async (person: PersonId, n: number, leavesAt = at(-10)): Promise<readonly NudgeId[]> => {
    for (let i = 0; i < n; i += 1) await owe(person, leavesAt);
    return waitingOf(person);
  };
  const record = async (id: NudgeId | undefined) =>
    (await db.query('select state, done_at, leaves_at, owed_at from nudges where id = $1::bigint', [id ?? 0]))[0];
  const words = (place: Place, person: PersonId, caseId: CaseId): Addressed => ({
    place,
    person,
    notice: { type: 'nudges', audience: { to: 'person', person }, nudges: [{ ...aNudge, caseId }] },
  });
  const outcome = (some: Partial<NudgeOutcome>): NudgeOutcome => ({ superseded: [], sent: [], wait: null, ...some });
  const sent = (
    as: NudgeOutcome['sent'][number]['as'],
    ids: readonly NudgeId[],
    messages: readonly Addressed[] = [],
    caseId = 1 as CaseId,
  ) => ({ ids, as, caseId, messages });
  const leaving = () =>
    db.query<{ lane: string; type: string; person_id: string; case_id: number }>(
      'select lane, type, person_id, case_id from outbox order by id',
    );

  beforeAll(async () => {
    db = await open();
    nudges = openNudges(db, { gapMs: () => 0 });
  });
  beforeEach(async () => {
    await db.query('truncate nudges, outbox');
  });

  describe('a reminder that is owed', () => {
    it('waits from the commit that owes it on, until its hour', async () => {
      const caseId = await owe(hana, at(0), at(-30));
      expect(await nudges.of(hana, at(-1), midnight)).toEqual({ waiting: [], sentSince: 0 });
      expect((await nudges.of(hana, at(0), midnight)).waiting).toEqual([
        { id: expect.any(Number), caseId, nudge: aNudge, leavesAt: at(0), owedAt: at(-30) },
      ]);
      expect(await waitingOf(jiho)).toEqual([]);
    });

    it('brings its person up when it may leave, whoever waits longest first, by the time that was moved', async () => {
      const soon = plus(instant(Date.now()), minutes(30));
      await owe(jiho, soon);
      await owe(hana, plus(soon, minutes(1)));
      await owe(jiho, plus(soon, minutes(2)));
      const due = await nudges.people(10, now);
      expect(due.people).toEqual([]);
      expect(Math.abs(due.at - Date.now())).toBeLessThan(10_000);
      expect((await nudges.people(10, minutes(30.5))).people).toEqual([jiho]);
      const later = await nudges.people(10, minutes(60));
      expect(later.people).toEqual([jiho, hana]);
      expect(Math.abs(later.at - Date.now() - minutes(60))).toBeLessThan(10_000);
      expect((await nudges.people(1, minutes(60))).people).toEqual([jiho]);
    });

    it('is counted, and so is how long the oldest is late', async () => {
      expect(await nudges.state(now)).toEqual({ waiting: 0, lateMs: 0 });
      await owe(hana, plus(instant(Date.now()), minutes(10)));
      expect(await nudges.state(now)).toEqual({ waiting: 1, lateMs: 0 });
      expect((await nudges.state(minutes(40))).lateMs / 60_000).toBeCloseTo(30, 0);
    });
  });

  describe('what becomes of reminders', () => {
    it('sent ones are off the list and on their way, in the order in which they are to be read', async () => {
      const caseId = await owe(hana, at(-10));
      const [one, two, three] = [...(await waitingOf(hana)), ...(await owed(jiho, 2))];
      if (one === undefined || two === undefined || three === undefined) throw new Error('not owed');
      const settled = await nudges.settle(
        outcome({
          sent: [
            sent('urgent', [one], [words(dm('UHANA'), hana, caseId), words(channel('CZ'), hana, caseId)], caseId),
            sent('single', [two, three], [words(dm('UHANA'), hana, caseId)], 7 as CaseId),
          ],
        }),
        eleven,
      );
      expect(settled).toBe(true);
      expect(await leaving()).toEqual([
        { lane: 'slack/T1/person/UHANA', type: 'nudges', person_id: hana, case_id: caseId },
        { lane: 'slack/T1/channel/CZ', type: 'nudges', person_id: hana, case_id: caseId },
        { lane: 'slack/T1/person/UHANA', type: 'nudges', person_id: hana, case_id: 7 },
      ]);
      expect(await waitingOf(hana)).toEqual([]);
      expect(await waitingOf(jiho)).toEqual([]);
      expect(await record(one)).toMatchObject({ state: 'urgent', done_at: eleven });
      expect(await record(two)).toMatchObject({ state: 'single', done_at: eleven });
    });

    it('superseded ones keep their record: when, and that nobody was told', async () => {
      const [one] = await owed(hana, 1);
      expect(await nudges.settle(outcome({ superseded: one === undefined ? [] : [one] }), eleven)).toBe(true);
      expect(await record(one)).toEqual({
        ...{ state: 'superseded', done_at: eleven, leaves_at: at(-10), owed_at: at(-10) },
      });
      expect(await leaving()).toEqual([]);
      expect(await waitingOf(hana)).toEqual([]);
    });

    it('waiting ones wait on, until their new hour, and it is remembered since when', async () => {
      const ids = await owed(hana, 2);
      expect(await nudges.settle(outcome({ wait: { ids, until: at(180) } }), eleven)).toBe(true);
      expect(await waitingOf(hana, at(179))).toEqual([]);
      expect(await waitingOf(hana, at(180))).toEqual(ids);
      expect(await record(ids[0])).toEqual({ state: 'waiting', done_at: null, leaves_at: at(180), owed_at: at(-10) });
      expect(await leaving()).toEqual([]);
    });

    it('all of it happens or nothing: what another process has settled is not settled again', async () => {
      const [one, two, three] = await owed(hana, 3);
      if (one === undefined || two === undefined || three === undefined) throw new Error('not owed');
      expect(await nudges.settle(outcome({ sent: [sent('single', [one, two])] }), eleven)).toBe(true);
      const late = outcome({
        superseded: [two],
        sent: [sent('bundle', [three], [words(dm('UHANA'), hana, 1 as CaseId)])],
      });
      expect(await nudges.settle(late, at(1))).toBe(false);
      expect(await waitingOf(hana)).toEqual([three]);
      expect(await record(two)).toMatchObject({ state: 'single', done_at: eleven });
      expect(await leaving()).toEqual([]);
    });

    it('of eight processes at it, one writes', async () => {
      const ids = await owed(hana, 3);
      const same = outcome({ sent: [sent('bundle', ids, [words(dm('UHANA'), hana, 1 as CaseId)])] });
      const all = await Promise.all(Array.from({ length: 8 }, () => openNudges(db).settle(same, eleven)));
      expect(all.filter((yes) => yes)).toHaveLength(1);
      expect(await leaving()).toHaveLength(1);
    });

    it('a fault leaves everything as it was', async () => {
      const ids = await owed(hana, 1);
      const nowhere = words({ ...dm('UHANA'), kind: 'nowhere' as Place['kind'] }, hana, 1 as CaseId);
      await expect(nudges.settle(outcome({ sent: [sent('single', ids, [nowhere])] }), eleven)).rejects.toMatchObject({
        constraint: 'lanes_kind',
      });
      expect(await waitingOf(hana)).toEqual(ids);
      expect(await leaving()).toEqual([]);
    });
  });

  it('only what counts is counted: single messages since the person’s midnight, however many cases each names', async () => {
    const [yesterday, first, second, bundled, urgent, waits] = await owed(hana, 6);
    const [other] = await owed(jiho, 1);
    const settle = (as: 'single' | 'bundle' | 'urgent', when: Instant, ...ids: readonly (NudgeId | undefined)[]) =>
      nudges.settle(outcome({ sent: [sent(as, ids.map(Number))] }), when);
    await settle('single', plus(midnight, -1 as Duration), yesterday);
    expect((await nudges.of(hana, eleven, midnight)).sentSince).toBe(0);
    await settle('single', midnight, first, second);
    await settle('bundle', at(-5), bundled);
    await settle('urgent', at(-4), urgent);
    await settle('single', at(-3), other);
    expect(await nudges.of(hana, eleven, midnight)).toMatchObject({ waiting: [{ id: waits }], sentSince: 1 });
  });

  describe('when two replicas look at once', () => {
    const replica = (): SendNudgesDeps => ({
      nudges: openNudges(db, { gapMs: () => 0 }),
      store: caseStore(db),
      changes: changeStore(db),
      directory: { placesOf: async (id) => [dm(`U${id.toUpperCase()}`)] },
      playbook: aPlaybook,
      ahead: () => (eleven - Date.now()) as Duration,
      kick: () => {},
      log: quietLog(),
    });

    it('everybody’s reminders leave once, each person’s together', async () => {
      for (const person of [hana, jiho, hana, people.sechan.id, hana, jiho]) await owe(person, at(-1));
      const heard = await Promise.all([1, 2, 3].map(() => sendNudges(replica())));
      expect(heard.reduce((sum, n) => sum + n)).toBe(3);
      expect((await leaving()).map(({ lane }) => lane).sort()).toEqual(
        ['HANA', 'JIHO', 'SECHAN'].map((id) => `slack/T1/person/U${id}`),
      );
      const [named] = await db.query<{ n: number }>(
        "select sum(jsonb_array_length(notice -> 'nudges'))::int as n from outbox",
      );
      expect(named?.n).toBe(6);
      expect(await nudges.state(now)).toMatchObject({ waiting: 0 });
    });

    it('what was done meanwhile is not asked for, and leaves a record instead', async () => {
      const done: Nudge = { ...aNudge, clock: 'reply' };
      await owe(hana, at(-1), at(-1), done);
      const [id] = await waitingOf(hana);
      expect(await sendNudges(replica())).toBe(0);
      expect(await record(id)).toMatchObject({ state: 'superseded' });
      expect(await leaving()).toEqual([]);
    });
  });

  if (engine === 'postgres') {
    it('over many that were sent, looking for people and for theirs reads what waits', async () => {
      const many = await open();
      await many.query(`insert into nudges (person_id, case_id, nudge, leaves_at, state, owed_at, done_at)
        select 'p' || n % 500, n, '{}', now() - n * interval '1 s', case when n % 200 = 0 then 'waiting' else 'single' end,
               now(), case when n % 200 = 0 then null else now() - n * interval '1 s' end from generate_series(1, 20000) n`);
      await many.query('analyze nudges');
      const plans: string[] = [];
      const explained = openNudges({
        ...many,
        query: async (text, parameters) => {
          plans.push(JSON.stringify(await many.query(`explain ${text}`, parameters)));
          return [];
        },
      });
      await explained.people(50, now);
      await explained.of(personId('p0'), instant(Date.now()), instant(Date.now() - 3_600_000));
      expect(plans[0]).toContain('nudges_waiting');
      expect(plans[1]).toContain('nudges_of');
      for (const plan of plans) expect(plan).not.toContain('Seq Scan');
      expect(plans).toHaveLength(2);
    });
  }
});
