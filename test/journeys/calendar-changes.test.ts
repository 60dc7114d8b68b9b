import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseId } from '../../src/domain/ids.ts';
import { day } from '../../src/domain/instant.ts';
import { type Company, company } from '../support/company.ts';
import { type Engine, engines, type Fresh, freshDatabase } from '../support/databases.ts';
import { movedTime } from '../support/moved-time.ts';
import { filePlainly } from '../support/plain-filing.ts';

const kst = (text: string) => Date.parse(`${text}:00+09:00`);

/** An S4 complaint of Monday 23 November is to be acknowledged by Tuesday 18:00 and fixed by Monday 7 December 18:00. */
describe.each(engines)('a holiday declared at short notice, on %s', (engine: Engine) => {
  let fresh: Fresh;
  let hanbit: Company;
  const time = movedTime(kst('2026-11-23T10:00'));

  beforeAll(async () => {
    fresh = await freshDatabase(engine);
    hanbit = await company({ ...fresh, clock: time.now, replicas: engine === 'postgres' ? 2 : 1 });
    await filePlainly(hanbit.person('U0DURI'), 'logistics', '상자가 젖어 있었다');
    await hanbit.settled();
  });
  afterAll(async () => {
    await hanbit.stop();
    await fresh.remove();
  });

  const tick = async () => {
    for (const meari of hanbit.replicas) await meari.keepTime.tick();
    await hanbit.settled();
  };
  const [first, last] = [() => hanbit.replicas[0], () => hanbit.replicas.at(-1)];
  const told = (user: string, conversation?: string) => hanbit.person(user).words(conversation).join('\n');
  const moves = async () =>
    ((await first()?.store.history(caseId(1))) ?? []).filter(({ event }) => event.type === 'DuesMoved');
  const holiday = { list: 'kr', day: day('2026-11-24'), name: '임시공휴일', spans: [] };

  it('moves the due times of open cases, in every replica, and says the old and the new one', async () => {
    await first()?.calendars.put(holiday, 'gyuri');
    await tick();
    expect(last()?.calendars.version()).toBe(first()?.calendars.version());
    const [moved] = await moves();
    expect(moved?.event.data).toMatchObject({
      moves: expect.arrayContaining([
        { clock: 'acknowledge', from: kst('2026-11-24T18:00'), to: kst('2026-11-25T18:00') },
        { clock: 'fix', from: kst('2026-12-07T18:00'), to: kst('2026-12-08T18:00') },
      ]),
    });
    expect(told('U0HANA', 'C0LOGISTICS')).toContain('11/25(수) 18:00');
    expect(told('U0DURI')).toContain('12/7(월) 18:00');
    expect(told('U0DURI')).toContain('12/8(화) 18:00');
  });

  it('is told once, however often everybody looks', async () => {
    await tick();
    await tick();
    expect(await moves()).toHaveLength(1);
  });

  it('nobody is reminded on the day off', async () => {
    time.to(kst('2026-11-24T15:30'));
    await tick();
    expect(told('U0JIHO')).not.toContain('VOC-0001');
    time.to(kst('2026-11-25T15:01'));
    await tick();
    expect(told('U0JIHO')).toContain('VOC-0001');
  });

  it('taken back, the day counts again and what was told before is told anew', async () => {
    await last()?.calendars.remove('kr', day('2026-11-24'), 'gyuri');
    await tick();
    expect(await moves()).toHaveLength(2);
    expect((await moves()).at(-1)?.event.data).toMatchObject({
      moves: expect.arrayContaining([{ clock: 'fix', from: kst('2026-12-08T18:00'), to: kst('2026-12-07T18:00') }]),
    });
  });
});
