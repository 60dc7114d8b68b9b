import { beforeEach, describe, expect, it } from 'vitest';
import { caseStore } from '../../db/case-store.ts';
import type { Database } from '../../db/database.ts';
import { figures } from '../../db/figures.ts';
import { standing } from '../../db/standing.ts';
import { handleCommandWith } from '../../src/app/handle-command.ts';
import { addDays } from '../../src/domain/calendar.ts';
import type { CaseRecord } from '../../src/domain/case/case.ts';
import type { CaseCommand } from '../../src/domain/case/commands.ts';
import { causationId } from '../../src/domain/ids.ts';
import { day } from '../../src/domain/instant.ts';
import { refOf } from '../../src/domain/people.ts';
import { aPlaybook, people } from '../support/a-playbook.ts';
import { press } from '../support/case-commands.ts';
import { later } from '../support/case-events.ts';
import { eachDatabase } from '../support/databases.ts';

const promise = { owner: null, eta: later(600), caller: refOf(people.duri), callbackAt: later(90) };
let causes = 0;

eachDatabase((_, open) => {
  let db: Database;
  beforeEach(async () => {
    db = await open();
  });

  /** One case of logistics, with everything that happens in it. */
  async function lives(filing: CaseCommand, ...steps: readonly CaseCommand[]): Promise<CaseRecord> {
    const handle = handleCommandWith({
      store: caseStore(db),
      playbook: aPlaybook,
      address: async () => ({ messages: [], nudges: [] }),
      calendars: () => 1,
      committed: () => {},
    });
    let record: CaseRecord | null = null;
    for (const command of [filing, ...steps]) {
      causes += 1;
      const meta = { ...command.meta, causationId: causationId(`standing:${causes}`) };
      const handled = await handle({
        caseId: record?.id ?? null,
        command: { ...command, meta } as CaseCommand,
        original: null,
      });
      if (handled.type !== 'done') throw new Error(`${command.type}: ${JSON.stringify(handled.rejection)}`);
      record = handled.record;
    }
    if (record === null) throw new Error('nothing was filed');
    return record;
  }
  const working = [
    press('AcknowledgeCase', people.hana, promise, later(10)),
    press('StartWork', people.hana, {}, later(20)),
  ];

  const closing = [
    press('FixCase', people.hana, {}, later(60)),
    press('ReplyToCustomer', people.duri, { toldAt: later(85) }, later(90)),
    press('CloseCase', people.garam, {}, later(120)),
  ];

  describe('what came back', () => {
    it('is told of closings: how many there were, and after which the case was reopened, with the case itself', async () => {
      const file = press('FileCase', people.duri, {}, later(0));
      await lives(file, ...working, ...closing);
      const { id } = await lives(file, ...working, ...closing, press('ReopenCase', people.duri, {}, later(150)));
      const read = figures(db);
      const period = { from: later(100), to: later(200) };
      const earlier = { from: later(0), to: later(100) };
      const [now, ...others] = await read.returns([period, earlier], null);
      expect(now).toMatchObject({ slot: 0, closings: 2, returned: 1 });
      expect(others).toEqual([]);
      expect(await read.returns([period], 'each')).toMatchObject([
        { department: 'logistics', closings: 2, returned: 1 },
      ]);
      const { cases, total } = await read.returned(period, null, 9);
      expect([cases.map((record) => record.id), total]).toEqual([[id], 1]);
    });
  });

  describe('what is so now', () => {
    it('a decision is waited for since it was asked for, whenever it is needed', async () => {
      const asks = (at: number, neededBy: string) =>
        press('RequestDecision', people.hana, { neededBy: day(neededBy) }, later(at));
      await lives(press('FileCase', people.duri, {}, later(0)), ...working, asks(40, '2026-11-25'));
      const first = await lives(press('FileCase', people.duri, {}, later(1)), ...working, asks(30, '2026-12-04'));
      const { cases, total } = await standing(db).deciding(1);
      expect([cases.map(({ id }) => id), total]).toEqual([[first.id], 2]);
    });

    it('nobody has answered an obstacle by closing the case: it stands again where that is reopened', async () => {
      const file = press('FileCase', people.duri, {}, later(0));
      const stuck = press('RaiseObstacle', people.hana, {}, later(25));
      await lives(file, ...working, stuck, ...closing);
      expect((await standing(db).obstructed(9)).total).toBe(0);
      const again = press('ReopenCase', people.duri, {}, later(150));
      const { id } = await lives(file, ...working, stuck, ...closing, again);
      const { cases, total } = await standing(db).obstructed(9);
      expect([cases.map((record) => record.id), total]).toEqual([[id], 1]);
    });

    it('a customer who was refused what they asked for may not renew', async () => {
      const today = day('2026-11-23');
      const particulars = { renewal: addDays(today, 30) };
      const file = press('FileCase', people.duri, { kind: 'requirement', particulars }, later(0));
      const refused = press('RefuseCase', people.sechan, {}, later(30));
      const { state } = await lives(file, ...working, refused, press('CountersignRefusal', people.aram, {}, later(40)));
      expect(state).toMatchObject({ status: 'refused', countersigned: { at: later(40) } });
      expect(await standing(db).renewalsAtRisk(today, addDays(today, 90))).toBe(1);
      expect(await standing(db).renewalsAtRisk(today, addDays(today, 30))).toBe(0);
    });
  });
});
