import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsIn } from '../../src/render/words/locales.ts';
import { type Company, company } from '../support/company.ts';
import { type Engine, engines, type Fresh, freshDatabase } from '../support/databases.ts';

const wait = { timeout: 8_000 };
const { labels } = wordsIn('ko').steps;
/** Monday 2026-11-23 10:00 in Seoul. */
const monday = Date.UTC(2026, 10, 23, 1, 0);

describe.each(engines)('away and back, on %s', (engine: Engine) => {
  let fresh: Fresh;
  let hanbit: Company;
  beforeAll(async () => {
    fresh = await freshDatabase(engine);
    hanbit = await company({ ...fresh, replicas: engine === 'postgres' ? 2 : 1, clock: () => monday });
  });
  afterAll(async () => {
    await hanbit.stop();
    await fresh.remove();
  });
  const said = (who: string) => () => hanbit.person(who).words().join('\n');

  it('an absence set in chat is known to whoever stands in, and ended with one press', async () => {
    const hana = hanbit.person('U0HANA');
    await hana.command('/voc 부재');
    await hana.fill({ from: '2026-11-24', until: '2026-11-28', delegate: '서지호' });
    await hana.submit();
    await expect.poll(said('U0JIHO'), wait).toContain('11/24(화)~11/28(토) 김하나 님 대신 알림을 받습니다.');
    await expect.poll(said('U0SECHAN'), wait).toContain('11/24(화)~11/28(토) 김하나 님이 자리를 비웁니다.');
    expect(await hana.formText()).toContain('그동안 알림은 서지호 님이 받습니다');
    await hana.close();

    await hana.command('/voc away');
    await expect.poll(said('U0HANA'), wait).toContain('알림 서지호 님');
    await hana.press(labels.back, hana.direct);
    await expect.poll(said('U0HANA'), wait).toContain('알림은 다시 김하나 님에게 갑니다');
    await expect.poll(said('U0JIHO'), wait).toContain('부재(11/24(화)~11/28(토))가 끝났습니다');
  });

  it('a holiday added by an administrator is in everybody’s calendar', async () => {
    const gyuri = hanbit.person('U0GYURI');
    await gyuri.command('/voc 달력');
    await gyuri.press(labels['add-holiday'], gyuri.direct);
    await gyuri.fill({ day: '2026-11-30', name: '임시공휴일' });
    await gyuri.submit();
    expect(await gyuri.formText()).toContain('열린 건의 기한을 다시 계산합니다');
    const hana = hanbit.person('U0HANA');
    await hana.command('/voc 달력');
    await expect.poll(said('U0HANA'), wait).toContain('11/30(월) 임시공휴일 · 휴무');
    await gyuri.close();
    await gyuri.press(labels['remove-holiday'], gyuri.direct);
    await gyuri.fill({ holiday: '2026-11-30 kr' });
    await gyuri.submit();
    expect(await gyuri.formText()).toContain('달력에서 지웠습니다: 11/30(월) 임시공휴일.');
  });
});
