import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseId } from '../../src/domain/ids.ts';
import { wordsIn } from '../../src/render/words/locales.ts';
import { type Company, company } from '../support/company.ts';
import { engines, type Fresh, freshDatabase } from '../support/databases.ts';
import { shipped } from '../support/shipped-playbook.ts';
import { pour } from '../support/surge.ts';

const { labels } = wordsIn('ko').steps;
const count = 120;
const { from } = shipped.lookAlikes.surge;

describe.each(engines)('one outage, a hundred and twenty calls, on %s', (engine) => {
  let fresh: Fresh;
  let hanbit: Company;
  let ahead = 0;

  beforeAll(async () => {
    fresh = await freshDatabase(engine);
    hanbit = await company({
      ...fresh,
      replicas: engine === 'postgres' ? 2 : 1,
      gapMs: 0,
      clock: () => Date.now() + ahead,
    });
  });
  afterAll(async () => {
    await hanbit.stop();
    await fresh.remove();
  });

  const cards = () =>
    hanbit.sandbox.state
      .messages('C0OPERATIONS')
      .filter(({ threadTs, onlyFor }) => threadTs === null && onlyFor === null);
  const clusterOf = async (id: number) => (await hanbit.replicas[0]?.store.load(caseId(id)))?.state.cluster;

  it('no channel fills up; those who decide hear of it once; one press links all that wait, on every replica', async () => {
    await pour(hanbit, count);
    await hanbit.settled();
    const posted = cards().length;
    // Those that were filed at the same moment do not know of one another yet.
    expect(posted).toBeGreaterThanOrEqual(from);
    expect(posted).toBeLessThanOrEqual(from + 8);
    for (const meari of hanbit.replicas) await meari.keepTime.tick();
    await hanbit.settled();
    const aram = hanbit.person('U0ARAM');
    expect(aram.words().filter((said) => said.includes('몰리고 있습니다'))).toHaveLength(1);
    const head = cards().find(({ blocks }) => JSON.stringify(blocks).includes('모아 두었습니다'));
    expect(JSON.stringify(head?.blocks)).toContain(`같아 보이는 건 ${count - posted}건이 더 있습니다`);
    await aram.press(labels.gather, 'C0OPERATIONS', 'VOC-0001');
    ahead += 120_000;
    for (let n = 0; n < 3; n += 1) for (const meari of hanbit.replicas) await meari.keepTime.tick();
    await hanbit.settled();
    expect(await clusterOf(count)).toBe(await clusterOf(1));
    // The pile asks for a process change, on a card of its own.
    expect(cards()).toHaveLength(posted + 1);
    expect(JSON.stringify(cards().find(({ text }) => text.includes('VOC-0001'))?.blocks)).not.toContain(
      '모아 두었습니다',
    );
  }, 60_000);
});
