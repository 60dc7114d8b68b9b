import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseId } from '../../src/domain/ids.ts';
import { wordsIn } from '../../src/render/words/locales.ts';
import type { Company } from '../support/company.ts';
import { filePlainly } from '../support/plain-filing.ts';
import type { TeamsDouble } from '../support/teams/teams-double.ts';
import { type TwoPlatforms, twoPlatforms } from '../support/two-platforms.ts';

const wait = { timeout: 15_000 };
const { labels } = wordsIn('ko').steps;

/** Logistics lives in Teams, and somebody there takes away what Meari stands on. */
describe('when Teams shuts a door', () => {
  let two: TwoPlatforms;
  let hanbit: Company;
  let teams: TeamsDouble;

  beforeAll(async () => {
    two = await twoPlatforms('embedded', 'logistics');
    ({ hanbit, teams } = two);
  });
  afterAll(() => two.stop());

  const outbox = () => {
    const [meari] = hanbit.replicas;
    if (meari === undefined) throw new Error('nobody is at work');
    return meari.outbox;
  };
  const letters = async () => (await outbox().deadLetters(50)).filter(({ place }) => place.platform === 'teams');
  const shown = () =>
    teams
      .read(two.channel)
      .map(({ text }) => text)
      .join('\n');
  const status = async (n: number) => (await hanbit.replicas[0]?.store.load(caseId(n)))?.state.status;
  const file = async (what: string) => {
    await filePlainly(hanbit.person('U0DURI'), 'logistics', what);
    await hanbit.settled();
  };

  it('a team that puts the app out is written to no more; the case is filed, and an operator sees what could not be told', async () => {
    await teams.uninstall(teams.place('제조본부'));
    await file('상자가 젖어 있었다');
    expect(await status(1)).toBe('routed');
    expect(hanbit.person('U0DURI').words().join('\n')).toContain('VOC-0001 접수했습니다');
    expect(shown()).not.toContain('VOC-0001');
    expect((await letters()).map(({ caseId: id }) => id)).toContain(1);
  });

  it('once the app is back, what was put back goes out, and nothing stands twice', async () => {
    await teams.install(teams.place('제조본부'));
    for (const { outboxId } of await letters()) expect(await outbox().revive(outboxId)).toBe(true);
    await expect.poll(shown, wait).toContain('VOC-0001');
    await hanbit.settled();
    expect(await letters()).toEqual([]);
    expect(shown().split('VOC-0001 · ').length - 1).toBe(1);
  });

  it('who blocks Meari hears nothing more in private, and everybody else goes on hearing', async () => {
    const hana = teams.person('hana');
    await hana.press(labels.acknowledge, two.channel, 'VOC-0001');
    await expect.poll(() => status(1), wait).toBe('acknowledged');
    await hanbit.settled();
    await teams.uninstall('hana');
    const before = hana.words().length;
    await file('뚜껑이 깨져 있었다');
    await teams.person('sechan').press(labels.acknowledge, two.channel, 'VOC-0002');
    await expect.poll(() => status(2), wait).toBe('acknowledged');
    await hanbit.settled();
    expect(hana.words()).toHaveLength(before);
    expect(shown()).toContain('오세찬 님');
    expect(hanbit.person('U0DURI').words().join('\n')).toContain('오세찬 님이 확인했습니다');
    await teams.install('hana');
  });

  it('a card that somebody deleted is posted anew when there is something to say', async () => {
    const card = teams.read(two.channel).find(({ text, thread }) => thread === null && text.includes('VOC-0002'));
    expect(teams.removeMessage(two.channel, card?.message ?? '')).toBe(true);
    const sechan = teams.person('sechan');
    await sechan.say('VOC-0002');
    await sechan.press(labels.start, sechan.direct, 'VOC-0002');
    await sechan.fill({ plan: '뚜껑을 바꿉니다' });
    await sechan.submit();
    await expect.poll(() => status(2), wait).toBe('working');
    await hanbit.settled();
    expect(
      teams.read(two.channel).filter(({ text, thread }) => thread === null && text.includes('VOC-0002')),
    ).toHaveLength(1);
  });

  it('a window that is sent after the case has moved on says how it stands, and keeps what was typed', async () => {
    const [hana, sechan] = [teams.person('hana'), teams.person('sechan')];
    await hana.press(labels.start, two.channel, 'VOC-0001');
    await hana.fill({ plan: '완충재를 두 겹으로' });
    const duri = hanbit.person('U0DURI');
    await duri.command('/voc VOC-0001');
    await duri.press(labels.withdraw, duri.direct, 'VOC-0001');
    await duri.fill({ words: '이제 괜찮아요', cause: '포장' });
    await duri.submit();
    await expect.poll(() => status(1), wait).toBe('withdrawn');
    await hana.submit();
    expect(Object.values(hana.errors()).join(' ')).toContain('취하');
    expect(hana.suggested('plan')).toBe('완충재를 두 겹으로');
    expect(sechan.hasForm()).toBe(false);
    expect(await status(1)).toBe('withdrawn');
  });

  it('words as long as they come fit the card, which says where the rest is', async () => {
    const duri = hanbit.person('U0DURI');
    await duri.command(`/voc ${'상자가 젖어서 안의 것까지 모두 못 쓰게 되었습니다. '.repeat(90)}`);
    await duri.fill({
      channel: 'phone',
      kind: 'complaint',
      experience: '모두 젖었다',
      wants: ['exchange'],
      department: 'logistics',
      signals: [],
    });
    await duri.submit();
    await hanbit.settled();
    await expect.poll(shown, wait).toContain('VOC-0003');
    expect((await letters()).filter(({ caseId: id }) => id === 3)).toEqual([]);
  });

  it('a channel that was taken away loses no case: it goes on, and what could not be told waits for an operator', async () => {
    teams.removeChannel(two.channel);
    await file('손잡이가 없었다');
    expect(await status(4)).toBe('routed');
    expect((await letters()).some(({ caseId: id }) => id === 4)).toBe(true);
    const sechan = teams.person('sechan');
    await sechan.say('VOC-0004');
    await sechan.press(labels.acknowledge, sechan.direct, 'VOC-0004');
    await expect.poll(() => status(4), wait).toBe('acknowledged');
    await hanbit.settled();
    expect(hanbit.person('U0DURI').words().join('\n')).toContain('오세찬 님이 확인했습니다');
  });
});
