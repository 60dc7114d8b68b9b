import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseId } from '../../src/domain/ids.ts';
import { wordsIn } from '../../src/render/words/locales.ts';
import { masked } from '../support/case-events.ts';
import { type Company, company } from '../support/company.ts';
import { type Engine, engines, type Fresh, freshDatabase } from '../support/databases.ts';
import { plainVoice } from '../support/plain-filing.ts';

const { labels } = wordsIn('ko').steps;
/** What a company may call its own goods: nobody else has these words. */
const [lamp, kettle] = ['루미나팟', '달빛주전자'];

describe.each(engines)('two words that the VOC desk joins, on %s', (engine: Engine) => {
  let fresh: Fresh;
  let hanbit: Company;

  beforeAll(async () => {
    fresh = await freshDatabase(engine);
    hanbit = await company({ ...fresh, replicas: engine === 'postgres' ? 2 : 1 });
  });
  afterAll(async () => {
    await hanbit.stop();
    await fresh.remove();
  });

  /** The bell rings every second: every replica looks. */
  const bell = async () => {
    for (const meari of hanbit.replicas) await meari.keepTime.tick();
  };
  let cases = 0;
  /** The earlier cases that a new one offers. */
  async function offeredTo(words: string): Promise<readonly number[]> {
    const duri = hanbit.person('U0DURI');
    await duri.command(`/voc ${words}`);
    await duri.fill(plainVoice('logistics', words));
    await duri.submit();
    cases += 1;
    return (await hanbit.replicas[0]?.store.load(caseId(cases)))?.state.alikes ?? [];
  }
  const edit = async (step: 'new-group' | 'remove-word', search: string, values: Record<string, string>) => {
    const aram = hanbit.person('U0ARAM');
    await aram.command(`/voc 사전 ${search}`);
    await aram.press(labels[step], aram.direct);
    await aram.fill(values);
    await aram.submit();
    // What came of it is said in the window.
    await aram.close();
    await bell();
  };

  /** What each replica finds by itself. */
  const foundBy = (words: string) =>
    Promise.all(
      hanbit.replicas.map(async (meari) => {
        const said = { words: masked(words), experience: masked(words), kind: 'complaint', touchpoint: null } as const;
        const found = await meari.lookAlikes.find({ ...said, department: null, except: [], at: meari.now() });
        return found.map(({ id }) => id);
      }),
    );

  it('S0-06 a voice with the one offers the earlier case with the other, at every replica, until it is undone', async () => {
    expect(await offeredTo(`${lamp}이 흔들거렸어요`)).toEqual([]);
    expect(await offeredTo(`${kettle}에서 그랬어요`)).toEqual([]);

    await edit('new-group', lamp, { words: `${lamp}, ${kettle}`, kind: 'thing' });
    expect(await offeredTo(`${kettle} 이야기입니다`)).toContain(1);
    for (const found of await foundBy(kettle)) expect(found).toEqual(expect.arrayContaining([1, 2]));

    await edit('remove-word', lamp, { word: kettle });
    expect(await offeredTo(`${kettle} 말씀이세요`)).not.toContain(1);
    for (const found of await foundBy(kettle)) expect(found).not.toContain(1);
    for (const found of await foundBy(kettle)) expect(found).toContain(2);
  });
});
