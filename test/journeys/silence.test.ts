import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseId } from '../../src/domain/ids.ts';
import { wordsIn } from '../../src/render/words/locales.ts';
import { type Company, company } from '../support/company.ts';
import { type Engine, engines, type Fresh, freshDatabase } from '../support/databases.ts';
import { movedTime } from '../support/moved-time.ts';
import { filePlainly } from '../support/plain-filing.ts';

const wait = { timeout: 10_000 };
const { labels } = wordsIn('ko').steps;
const kst = (text: string) => Date.parse(`${text}:00+09:00`);

/**
 * An S4 complaint filed on Monday 23 November at 10:00 has until Tuesday 18:00 to be acknowledged: 900 business minutes.
 * Nobody does anything. That week Jiho is on duty in logistics, Sechan leads it.
 */
describe.each(engines)('a silent department, on %s', (engine: Engine) => {
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

  /** It is that time now, and whoever is owed something has been told. */
  const at = async (text: string) => {
    time.to(kst(text));
    await Promise.all(hanbit.replicas.map((meari) => meari.keepTime.tick()));
    await hanbit.settled();
  };
  const told = (user: string, conversation?: string) => hanbit.person(user).words(conversation);
  const state = async () => (await hanbit.replicas[0]?.store.load(caseId(1)))?.state;
  const about = (words: readonly string[]) => words.filter((word) => word.includes('VOC-0001'));

  it('the card says by when it is to be acknowledged', () => {
    expect(told('U0HANA', 'C0LOGISTICS').join('\n')).toContain('11/24(화) 18:00');
  });

  it('halfway the thread has a line, and nobody is called', async () => {
    await at('2026-11-24T09:29');
    expect(told('U0HANA', 'C0LOGISTICS').join('\n')).not.toContain('절반');
    await at('2026-11-24T09:31');
    expect(told('U0HANA', 'C0LOGISTICS').join('\n')).toContain('절반 지났습니다. 11/24(화) 18:00까지입니다.');
    expect(about(told('U0JIHO'))).toEqual([]);
  });

  it('at four fifths whoever is on duty is asked in private, with the next step at hand', async () => {
    await at('2026-11-24T15:01');
    expect(about(told('U0JIHO'))).toHaveLength(1);
    expect(about(told('U0HANA'))).toEqual([]);
    expect(told('U0JIHO').join('\n')).toContain('11/24(화) 18:00');
  });

  it('what is due at the end of the day is said the next morning, to the lead too', async () => {
    await at('2026-11-24T18:30');
    expect(about(told('U0SECHAN'))).toEqual([]);
    await at('2026-11-25T09:04');
    expect(about(told('U0SECHAN'))).toEqual([]);
    await at('2026-11-25T09:06');
    expect(about(told('U0SECHAN')).join('\n')).toContain('도울 일이 있을까요?');
    expect(told('U0HANA', 'C0LOGISTICS').join('\n')).toContain('기한 지남');
  });

  it('later the CS leads hear of it, and at twice the time the executives, once', async () => {
    await at('2026-11-25T17:31');
    expect(about(told('U0MIRAE'))).toHaveLength(1);
    await at('2026-11-26T17:01');
    expect(about(told('U0DAIN')).join('\n')).toContain('지원이 필요합니다');
    await at('2026-12-04T12:00');
    expect(about(told('U0DAIN')).filter((word) => word.includes('확인'))).toHaveLength(1);
  });

  it('an acknowledgement at last ends it: nobody is reminded of that again', async () => {
    await hanbit.person('U0JIHO').press(labels.acknowledge, 'C0LOGISTICS');
    await expect.poll(async () => (await state())?.status, wait).toBe('acknowledged');
    const before = about(told('U0SECHAN')).filter((word) => word.includes('확인 기한')).length;
    await at('2026-12-07T12:00');
    expect(about(told('U0SECHAN')).filter((word) => word.includes('확인 기한'))).toHaveLength(before);
  });
});
