import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseId } from '../../src/domain/ids.ts';
import { wordsIn } from '../../src/render/words/locales.ts';
import { type Company, company } from '../support/company.ts';
import { type Fresh, freshDatabase } from '../support/databases.ts';
import { filePlainly } from '../support/plain-filing.ts';

const wait = { timeout: 8_000 };
const { labels } = wordsIn('ko').steps;

/** What the checks of the work say a person must be able to do, done through Slack's own payloads. */
describe('what a card, a word and a command must offer', () => {
  let fresh: Fresh;
  let hanbit: Company;
  beforeAll(async () => {
    fresh = await freshDatabase('embedded');
    hanbit = await company({ ...fresh });
    await filePlainly(hanbit.person('U0DURI'), 'logistics', '상자가 젖어 있었다');
    await hanbit.settled();
  });
  afterAll(async () => {
    await hanbit.stop();
    await fresh.remove();
  });

  const now = async () => (await hanbit.replicas[0]?.store.load(caseId(1)))?.state;

  it('anybody of the department raises a severity from the card', async () => {
    const hana = hanbit.person('U0HANA');
    await hana.press(labels.severity, 'C0LOGISTICS');
    await hana.fill({ signals: ['A2'], reason: '유리 조각이 나왔다고 합니다' });
    await hana.submit();
    await expect.poll(async () => (await now())?.assessment.tier, wait).toBe('S2');
  });

  it('S4-07 an obstacle reaches the lead in private and is answered from there', async () => {
    const [hana, sechan] = [hanbit.person('U0HANA'), hanbit.person('U0SECHAN')];
    await hana.press(labels.obstacle, 'C0LOGISTICS');
    await hana.fill({ text: '완충재가 떨어졌습니다' });
    await hana.submit();
    await hanbit.settled();
    await expect.poll(() => sechan.words().join('\n'), wait).toContain('막힌 점에 답해 주세요');
    await sechan.press(labels['answer-obstacle'], sechan.direct);
    await sechan.fill({ text: '오늘 들어옵니다' });
    await sechan.submit();
    await expect.poll(async () => (await now())?.obstacles[0]?.answer?.text, wait).toBe('오늘 들어옵니다');
  });

  it('S3-13 one press from the card, and everybody at the VOC desk has it in private', async () => {
    const hana = hanbit.person('U0HANA');
    await hana.press(labels.connect, 'C0LOGISTICS');
    for (const desk of [hanbit.person('U0ARAM'), hanbit.person('U0HANGYEOL')]) {
      await expect.poll(() => desk.words().join('\n'), wait).toContain('김하나 님이 사람과 이야기하고 싶어 합니다');
    }
    await expect.poll(() => hana.words('C0LOGISTICS').join('\n'), wait).toContain('조아람 님, 문한결 님');
  });

  it('S0-28 the command alone gives a member of a department the guide, and the form the next time', async () => {
    const yuna = hanbit.person('U0YUNA');
    await yuna.command('/voc', 'C0START');
    await expect.poll(() => yuna.words('C0START').join('\n'), wait).toContain('사과보다 해결');
    await yuna.command('/voc', 'C0START');
    expect((await yuna.fields()).map((f) => f.name)).toContain('experience');
    await yuna.close();
  });
});
