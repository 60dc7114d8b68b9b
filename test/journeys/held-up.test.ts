import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, company } from '../support/company.ts';
import { type Engine, engines, type Fresh, freshDatabase } from '../support/databases.ts';
import { movedTime } from '../support/moved-time.ts';
import { filePlainly, plainVoice } from '../support/plain-filing.ts';

const wait = { timeout: 20_000 };
const kst = (text: string) => Date.parse(`${text}:00+09:00`);

/** The week in which Jiho is on duty in logistics; an S4 complaint of Monday 10:00 reaches four fifths on Tuesday at 15:00. */
describe.each(engines)('a reminder that Slack could not take before closing time, on %s', (engine: Engine) => {
  let fresh: Fresh;
  let hanbit: Company;
  const time = movedTime(kst('2026-11-23T10:00'));
  const tries = new Map<unknown, number>();
  const warn = (_: string, of: Readonly<Record<string, unknown>> = {}) => {
    tries.set(of['outboxId'], (tries.get(of['outboxId']) ?? 0) + 1);
  };
  const log = { info: () => {}, error: () => {}, warn };

  beforeAll(async () => {
    fresh = await freshDatabase(engine);
    hanbit = await company({ ...fresh, clock: time.now, log });
    await filePlainly(hanbit.person('U0DURI'), 'logistics', '상자가 젖어 있었다');
    await hanbit.settled();
  });
  afterAll(async () => {
    await hanbit.stop();
    await fresh.remove();
  });

  const tick = async () => {
    for (const meari of hanbit.replicas) await meari.keepTime.tick();
  };
  /** What is on its way may have been drawn at an earlier hour: who was turned back twice has looked at the clock since. */
  const turnedBackTwice = async () => {
    for (const message of tries.keys()) tries.set(message, 0);
    await expect.poll(() => Math.min(...(tries.size === 0 ? [0] : tries.values())), wait).toBeGreaterThan(1);
  };
  const jiho = () => hanbit.person('U0JIHO').words().join('\n');

  it('is not said in the evening, and an emergency at night passes it', async () => {
    time.to(kst('2026-11-24T17:58'));
    hanbit.sandbox.faults.set({ refuse: true });
    await tick();
    await turnedBackTwice();
    time.to(kst('2026-11-24T18:10'));
    await turnedBackTwice();
    hanbit.sandbox.faults.clear();
    await hanbit.settled();
    expect(jiho()).not.toContain('VOC-0001');

    time.to(kst('2026-11-24T22:00'));
    const duri = hanbit.person('U0DURI');
    await duri.command('/voc 아이가 다쳤습니다');
    await duri.fill({ ...plainVoice('logistics', '아이가 다쳤다'), signals: ['A3'] });
    await duri.submit();
    await hanbit.settled();
    time.to(kst('2026-11-24T22:16'));
    await tick();
    await hanbit.settled();
    expect(jiho()).toContain('VOC-0002');
    expect(jiho()).not.toContain('VOC-0001');
  });

  it('is said the next morning, once', async () => {
    time.to(kst('2026-11-25T09:06'));
    await tick();
    await hanbit.settled();
    const words = hanbit.person('U0JIHO').words();
    expect(words.filter((word) => word.includes('VOC-0001'))).toHaveLength(1);
  });
});
