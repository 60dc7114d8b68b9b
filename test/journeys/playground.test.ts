import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { caseId } from '../../src/domain/ids.ts';
import { wordsIn } from '../../src/render/words/locales.ts';
import type { Company } from '../support/company.ts';
import { groupChat } from '../support/teams/playground.ts';
import type { PlaygroundDesk } from '../support/teams/playground-desk.ts';
import { type PlaygroundStage, playgroundStage } from '../support/teams/playground-stage.ts';

const ko = wordsIn('ko');
const { labels } = ko.steps;
const { fields, filing, forms, rejections } = ko;
const wait = { timeout: 30_000 };

const chat = 'Personal Chat';
const channel = '고객지원';

/**
 * Through the client that Microsoft gives developers: its own renderer of cards, its own windows, its own network calls.
 * Windows it opens for message extensions only, so every other form stands in its card.
 */
describe('in Microsoft’s own playground, in Korean, the lead of customer service', () => {
  let stage: PlaygroundStage;
  let hanbit: Company;
  let at: PlaygroundDesk;

  beforeAll(async () => {
    stage = await playgroundStage();
    ({ hanbit, at } = stage);
  });
  afterAll(() => stage?.stop());

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await at?.picture('failed', 1500);
  });

  const load = async (number: number) => (await hanbit.replicas[0]?.store.load(caseId(number)))?.state;
  const card = () => at.cardSaying('VOC-0001');
  const becomes = (number: number, status: string) =>
    expect.poll(async () => (await load(number))?.status, wait).toBe(status);

  it('is greeted with what waits for her', async () => {
    await at.sees(ko.lists.nothingWaiting);
    await at.picture('01-greeted');
  });

  it('files out of a message what a customer said, and loses nothing when something is missing', async () => {
    await at.goTo(groupChat);
    await at.say('고객님이 환불 규정을 두 번 다르게 안내받으셨대요. 연락처는 010-0000-1234입니다.');
    await at.fileMessage();
    await at.sees(/연락처는 010-••••-1234입니다/, at.window);
    await at.fill(at.window, {
      [filing.wants]: ['설명'],
      [filing.channel]: '전화',
      [filing.kind]: '불만',
      [filing.department]: channel,
    });
    await at.button(filing.submit, at.window).click();
    await at.sees('고객이 겪은 일을 한 줄로 적어 주세요.', at.window);
    await at.picture('02-missing', 1500);
    await at.fill(at.window, { [filing.experience]: '환불 규정을 두 번 다르게 들었다' });
    await at.picture('03-filled', 1500);
    await at.button(filing.submit, at.window).click();
    await at.sees('반영했습니다.', at.window);
    await at.button('Close', at.window).click();
    await at.goTo(chat);
    await at.sees(/접수하신 VOC-0001/);
    await at.picture('04-told');
    await becomes(1, 'routed');
  });

  it('finds it in her department’s channel and acknowledges it: the card changes where it stands', async () => {
    await at.goTo(channel);
    await at.sees(/무엇을 확인/, card());
    await at.picture('05-card');
    await at.press(labels.acknowledge);
    await at.sees(/정미래 님 · 무엇을 처리 계획 세우기/, card());
    await at.sees('정미래 님이 확인했습니다.');
    expect(await at.page.getByText('고객이 겪은 일').count()).toBe(1);
    expect(await at.button(labels.acknowledge).count()).toBe(0);
    await at.picture('06-acknowledged');
    await becomes(1, 'acknowledged');
  });

  it('is told who did it already when she presses an older button, and nothing happens again', async () => {
    const before = await load(1);
    await at.goTo(chat);
    await at.press(labels.acknowledge);
    await at.sees(/이미 정미래 님이 확인했습니다/);
    await at.picture('07-pressed-again');
    expect(await load(1)).toEqual(before);
  });

  it('starts and fixes it by forms that stand in the card', async () => {
    await at.goTo(channel);
    await at.press(labels.start);
    await at.press(forms.submit);
    await at.sees('이 칸을 채워 주세요.');
    await at.picture('08-start');
    await at.fill(at.cardWith(forms.submit), { [fields.plan]: '환불 안내문을 한 장으로 고칩니다' });
    await at.press(forms.submit);
    await at.sees(/무엇을 환불 안내문을 한 장으로/, card());
    await at.sees(/처리를 시작했습니다/);
    await at.picture('09-started');
    await at.press(labels.fix);
    await at.fill(at.cardWith(forms.submit), {
      [fields.fixType]: '해결',
      [fields.done]: '환불 안내문을 한 장으로 고치고 상담사 모두에게 알렸습니다',
      [fields.evidence]: '안내문 CS-7 개정 2판',
      [fields.rootCause]: '제품 › 포장',
    });
    await at.picture('10-fix', 1500);
    await at.press(forms.submit);
    await at.sees(/조치: 해결/, card());
    await at.sees(/조치했습니다: 해결/);
    await at.picture('11-fixed', 1200);
    await becomes(1, 'fixed');
  });

  it('tells the customer, and says what the customer made of it', async () => {
    await at.press(labels.reply);
    await at.fill(at.cardWith(forms.submit), {
      [fields.replyChannel]: '전화',
      [fields.gist]: '고친 안내문대로 다시 안내해 드렸습니다',
      [fields.verdict]: { pick: '수용' },
    });
    await at.picture('12-reply', 1500);
    await at.press(forms.submit);
    await at.sees(/고객 반응: 수용/, card());
    await at.sees(/고객에게 알렸습니다/);
    await becomes(1, 'replied');
  });

  it('may not close what she fixed herself: another lead does, in Slack, and the card shrinks where it stands', async () => {
    await at.press(labels.close);
    await at.sees('종결할까요?');
    await at.picture('13-close', 1200);
    await at.press(labels.close);
    await at.sees(rejections.ownCase);
    await at.picture('14-not-her-own', 1200);
    const helen = hanbit.person('U0HELEN');
    await helen.press(wordsIn('en').steps.labels.close, helen.direct);
    await becomes(1, 'closed');
    await at.sees(/^종결 · 고객 반응: 수용/, card());
    await at.sees(/종결했습니다/);
    expect(await at.button(labels.close).count()).toBe(0);
    await at.picture('15-closed', 1200);
  });

  it('files by writing to Meari for a department in Slack, and hears in private how it goes there', async () => {
    await at.goTo(chat);
    await at.say('새벽배송 상자가 젖어서 왔어요. 교환해 주세요.');
    await at.fill(at.cardWith(filing.submit), {
      [filing.experience]: '새벽배송 상자가 젖은 채로 왔다',
      [filing.wants]: ['교환'],
      [filing.channel]: '앱 채팅',
      [filing.kind]: '불만',
      [filing.department]: '물류',
    });
    await at.picture('16-written', 1600);
    await at.press(filing.submit);
    await at.sees('VOC 등록 · 반영했습니다.');
    await at.sees(/VOC-0002 접수했습니다/);
    const hana = hanbit.person('U0HANA');
    await hana.press(labels.acknowledge, 'C0LOGISTICS', 'VOC-0002');
    await at.sees(/김하나 님이 확인했습니다/);
    await hana.press(labels.start, 'C0LOGISTICS', 'VOC-0002');
    await hana.fill({ plan: '방수 봉투를 한 겹 더합니다' });
    await hana.submit();
    await hanbit.settled();
    await hana.press(labels.fix, 'C0LOGISTICS', 'VOC-0002');
    await hana.fill({
      fixType: 'solved',
      done: '새 상자로 다시 보냈습니다',
      evidence: '송장 6012-3344',
      rootCause: 'product/packaging',
    });
    await hana.submit();
    await at.sees(/새 상자로 다시 보냈습니다/);
    await at.picture('17-told-fixed');
  });

  it('tells that customer from the private word, and closes it from the list of what waits for her', async () => {
    await at.press(labels.reply);
    await at.fill(at.cardWith(forms.submit), {
      [fields.replyChannel]: '전화',
      [fields.gist]: '다시 보내 드렸다고 말씀드렸습니다',
      [fields.verdict]: { pick: '수용' },
    });
    await at.press(forms.submit);
    await at.sees('고객 회신 기록 · 반영했습니다.');
    await becomes(2, 'replied');
    await at.say('할일');
    await at.sees(/VOC-0002/, at.cardSaying('할 일 1'));
    await at.picture('18-waiting');
    await at.press(labels.show);
    await at.sees('아래에 적어 두었습니다.');
    await at.press(labels.close);
    await at.sees('종결할까요?');
    await at.press(labels.close);
    await becomes(2, 'closed');
    await at.picture('19-closed');
  });
});
