import { afterAll, beforeAll, describe, it } from 'vitest';
import { wordsIn } from '../../src/render/words/locales.ts';
import type { Company } from '../support/company.ts';
import { movedTime } from '../support/moved-time.ts';
import type { PlaygroundDesk } from '../support/teams/playground-desk.ts';
import { type PlaygroundStage, playgroundStage } from '../support/teams/playground-stage.ts';

const { digests } = wordsIn('ko');
const day = 24 * 3_600_000;
const chat = 'Personal Chat';

/** The lead of customer service asks for the executives' week in Teams, a week after a customer called. */
describe('in Microsoft’s own playground, a week on one screen', () => {
  const time = movedTime(Date.parse('2026-11-23T10:00:00+09:00'));
  let stage: PlaygroundStage;
  let hanbit: Company;
  let at: PlaygroundDesk;

  beforeAll(async () => {
    stage = await playgroundStage(time.now);
    ({ hanbit, at } = stage);
  });
  afterAll(() => stage?.stop());

  const tick = async () => {
    for (let looks = 0; looks < 3; looks += 1) await hanbit.replicas[0]?.keepTime.tick();
  };

  it('is sent at once where she asks for it, with a chart of the client’s own and the same in words', async () => {
    const duri = hanbit.person('U0DURI');
    await duri.fileShortcut();
    await duri.fill({
      kind: 'complaint',
      channel: 'phone',
      wants: ['explanation'],
      department: 'cs',
      words: '환불 규정을 물을 때마다 답이 달라요.',
      experience: '환불 규정을 세 번 다르게 들었다',
    });
    await duri.submit();
    time.to(time.now() + 7 * day);
    await tick();
    await at.goTo(chat);
    await at.say('요약');
    await at.press(digests.desk.send(digests.names.weekly));
    await tick();
    await at.sees(/접수 1 → 확인 0/);
    await at.sees(/주간 VOC · 11\/23/);
    await at.picture('playground-digest', 1600);
  }, 240_000);
});
