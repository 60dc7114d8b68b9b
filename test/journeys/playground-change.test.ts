import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { caseId, changeId } from '../../src/domain/ids.ts';
import { wordsIn } from '../../src/render/words/locales.ts';
import type { Company } from '../support/company.ts';
import type { Entries } from '../support/entries.ts';
import { movedTime } from '../support/moved-time.ts';
import type { PlaygroundDesk } from '../support/teams/playground-desk.ts';
import { type PlaygroundStage, playgroundStage } from '../support/teams/playground-stage.ts';

const ko = wordsIn('ko');
const { labels } = ko.steps;
const { changes, fields, forms, learning, rejections } = ko;
const wait = { timeout: 30_000 };
const day = 24 * 3_600_000;

const chat = 'Personal Chat';
const channel = '고객지원';
const title = '환불 규정 안내문을 한 장으로';
const finish = `${labels['finish-action']} 1`;

/**
 * One complaint, from the first call to a change that has proven itself, as the one who leads customer service sees it:
 * in Teams, by buttons and by forms that stand in cards. The others act in Slack, and the company's clock is moved.
 */
describe('in Microsoft’s own playground, a complaint becomes a proven process change', () => {
  const started = Date.parse('2026-11-23T10:00:00+09:00');
  const time = movedTime(started);
  let stage: PlaygroundStage;
  let hanbit: Company;
  let at: PlaygroundDesk;

  beforeAll(async () => {
    stage = await playgroundStage(time.now);
    ({ hanbit, at } = stage);
  });
  afterAll(() => stage?.stop());

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await at?.picture('change-failed', 1600);
  });

  const replica = () => {
    const [first] = hanbit.replicas;
    if (first === undefined) throw new Error('nobody is at work');
    return first;
  };
  const becomes = (number: number, status: string) =>
    expect.poll(async () => (await replica().store.load(caseId(number)))?.state.status, wait).toBe(status);
  const changeBecomes = (status: string) =>
    expect.poll(async () => (await replica().changes.load(changeId(1)))?.state.status, wait).toBe(status);
  const tick = async () => {
    for (let looks = 0; looks < 3; looks += 1) await replica().keepTime.tick();
  };
  const card = (words: string | RegExp = 'VOC-0001') => at.cardSaying(words);

  async function files(more: Entries): Promise<void> {
    const duri = hanbit.person('U0DURI');
    await duri.fileShortcut();
    await duri.fill({ kind: 'complaint', channel: 'phone', wants: ['explanation'], department: 'cs', ...more });
    await duri.submit();
    await tick();
  }

  it('a complaint that is with the consumer agency already is hers to acknowledge, start and fix', async () => {
    await files({
      words: '환불 규정을 물을 때마다 답이 달라요. 소비자원에 접수했습니다.',
      experience: '환불 규정을 세 번 다르게 들었다',
      signals: ['D2'],
      customer: '010-0000-1234',
    });
    await at.goTo(channel);
    await at.sees(/무엇을 확인/, card());
    await at.press(labels.acknowledge);
    await at.press(forms.submit);
    await at.sees(/정미래 님 · 무엇을/, card());
    await at.press(labels.start);
    await at.fill(at.cardWith(forms.submit), { [fields.plan]: '고객에게 맞는 규정을 다시 안내합니다' });
    await at.press(forms.submit);
    await at.sees(/처리를 시작했습니다/);
    await at.press(labels.fix);
    await at.fill(at.cardWith(forms.submit), {
      [fields.fixType]: '안내',
      [fields.done]: '맞는 규정을 서면으로 다시 안내했습니다',
      [fields.evidence]: '안내 메일 1123호',
      [fields.rootCause]: '사람 › 지식·안내 오류',
    });
    await at.press(forms.submit);
    await becomes(1, 'fixed');
    const duri = hanbit.person('U0DURI');
    await duri.press(labels.reply, duri.direct, 'VOC-0001');
    await duri.fill({ channel: 'phone', gist: '서면으로 다시 안내해 드렸습니다', verdict: 'accepted' });
    await duri.submit();
    await becomes(1, 'replied');
    await at.sees(new RegExp(changes.answer.open), card());
    await at.picture('change-01-card-asks', 1400);
  });

  it('cannot be closed yet, and another lead of customer service reads why', async () => {
    const helen = hanbit.person('U0HELEN');
    const en = wordsIn('en');
    await helen.command('/voc VOC-0001');
    await helen.press(en.steps.labels.close, helen.direct, 'VOC-0001');
    await expect.poll(() => helen.words().join('\n'), wait).toContain(en.rejections.gates.change);
    await at.press(labels.close);
    await at.sees(ko.steps.confirm.close.title);
    await at.press(labels.close);
    await at.sees(rejections.ownCase);
    await at.picture('change-02-not-her-own', 1400);
  });

  it('links a second customer’s with one press under [비슷한 건], and proposes the change there', async () => {
    await files({
      words: '전화마다 환불 규정이 다르네요. 저는 배송비를 10만 원 넘게 더 냈어요.',
      experience: '환불 규정을 다르게 안내받아 돈을 더 냈다',
      signals: ['B2'],
      customer: '010-0000-5678',
    });
    await at.sees(/VOC-0002/);
    await at.choose(labels.alike, card('VOC-0002'));
    await at.goTo(chat);
    await at.sees(learning.ask(1));
    await at.picture('change-03-alike', 1200);
    await at.press(learning.linkTo('VOC-0001'));
    await at.sees(learning.linked('VOC-0001'));
    await tick();
    await at.goTo(channel);
    await at.sees(/같은 문제 2명/, card());
    await at.picture('change-04-linked', 1500);
    await at.press(labels.propose);
    await at.sees(changes.fields.title, at.cardWith(forms.submit));
    await at.picture('change-05-proposal-begun', 2000);
    await at.fill(at.cardWith(forms.submit), {
      [changes.fields.title]: title,
      [changes.fields.means]: ['안내 보완', '교육'],
      [changes.fields.effect]: '안내가 달랐다는 불만이 없어짐',
      [changes.fields.notices]: '어디에 물어도 같은 답을 듣습니다',
    });
    await at.press(forms.submit);
    await at.sees(changes.problems.needsCoaching);
    await at.picture('change-06-needs-coaching', 2200);
    await at.fill(at.cardWith(forms.submit), {
      [changes.fields.coaching]: '한 달 동안 주마다 통화 두 건을 함께 듣습니다',
    });
    await at.press(forms.submit);
    await at.sees(/CHG-0001 · 개선과제 · 제안/);
    await changeBecomes('proposed');
    await tick();
    await at.sees(/CHG-0001로 이어짐/, card());
    await at.picture('change-07-proposed', 1800);
  });

  it('may not accept her own: an executive does, in Slack, and names her as owner', async () => {
    await at.press(labels['accept-change']);
    await at.sees(changes.problems.ownRequest);
    await at.picture('change-08-not-her-own', 1600);
    const dain = hanbit.person('U0DAIN');
    await dain.press(labels['accept-change'], dain.direct, 'CHG-0001');
    await dain.fill({ owner: 'mirae' });
    await dain.submit();
    await changeBecomes('accepted');
    await at.goTo(chat);
    await at.sees(changes.ask.prepare);
    await at.picture('change-09-accepted');
  });

  it('plans it, finishes what is to be done, and puts it in force, by forms that stand in cards', async () => {
    // What was filed within the minute of the deployment would count as filed after it.
    time.to(started + day / 24);
    await at.press(labels['plan-change']);
    await at.fill(at.cardWith(forms.submit), { [changes.fields.what(1)]: '환불 안내문을 한 장으로 고치기' });
    await at.picture('change-10-plan', 2200);
    await at.press(forms.submit);
    await changeBecomes('planned');
    await at.picture('change-11-planned-chat', 1200);
    await at.goTo(channel);
    await at.sees(/CHG-0001 · 개선과제 · 계획/);
    await at.picture('change-12-planned', 1800);
    await at.press(finish);
    await at.fill(at.cardWith(forms.submit), { [changes.fields.evidence]: '안내문 CS-7 개정 2판' });
    await at.picture('change-13-finish', 1800);
    await at.press(forms.submit);
    await at.sees(/할 일 1개 중 1개 마침/);
    await at.press(labels['deploy-change']);
    await at.fill(at.cardWith(forms.submit), { [changes.fields.evidence]: '상담 화면 배포 41호, 공지 1123호' });
    await at.picture('change-14-deploy', 1800);
    await at.press(forms.submit);
    await at.sees(/CHG-0001 · 개선과제 · 시행/);
    await at.sees(/시행했습니다/);
    await at.picture('change-15-in-force', 2000);
    const duri = hanbit.person('U0DURI');
    await expect.poll(() => duri.words().join('\n'), wait).toContain('접수하신 VOC로 바뀌었습니다');
  });

  it('both cases end: another lead closes them, and the customer is called', async () => {
    const duri = hanbit.person('U0DURI');
    const helen = hanbit.person('U0HELEN');
    await duri.command('/voc VOC-0002');
    await duri.press(labels.acknowledge, duri.direct, 'VOC-0002');
    await duri.submit();
    await becomes(2, 'acknowledged');
    await duri.command('/voc VOC-0002');
    await duri.press(labels.start, duri.direct, 'VOC-0002');
    await duri.fill({ plan: '맞는 규정을 다시 안내합니다' });
    await duri.submit();
    await becomes(2, 'working');
    await duri.command('/voc VOC-0002');
    await duri.press(labels.fix, duri.direct, 'VOC-0002');
    await duri.fill({
      fixType: 'informed',
      done: '맞는 규정을 다시 안내했습니다',
      evidence: '안내 메일 1124호',
      rootCause: 'people/knowledge',
    });
    await duri.submit();
    await becomes(2, 'fixed');
    await duri.command('/voc VOC-0002');
    await duri.press(labels.reply, duri.direct, 'VOC-0002');
    await duri.fill({ channel: 'phone', gist: '다시 안내해 드렸습니다', verdict: 'accepted' });
    await duri.submit();
    await becomes(2, 'replied');
    for (const number of [1, 2]) {
      await helen.command(`/voc VOC-000${number}`);
      await helen.press(wordsIn('en').steps.labels.close, helen.direct, `VOC-000${number}`);
      await becomes(number, 'closed');
    }
    await duri.press(labels['happy-call'], duri.direct, 'VOC-0001');
    await duri.fill({ answer: 'solved', again: 'no' });
    await duri.submit();
    await at.sees(/^종결 · 고객 반응: 수용/, card());
    await at.picture('change-16-closed', 2000);
  });

  it('is told how many still complain after thirty, sixty and ninety days', async () => {
    await at.goTo(chat);
    for (const [moved, mark] of [
      [31, 30],
      [61, 60],
      [92, 90],
    ] as const) {
      time.to(started + moved * day);
      await tick();
      await at.sees(changes.story.read(mark, 2, 0, changes.share(100)));
    }
    await at.picture('change-17-told', 1200);
  });

  it('reads what the VOC desk made of it', async () => {
    const aram = hanbit.person('U0ARAM');
    await aram.press(labels['verify-change'], aram.direct, 'CHG-0001');
    await aram.fill({ note: '두 고객 모두 다시 묻지 않았습니다' });
    await aram.submit();
    await changeBecomes('effective');
    await at.sees(new RegExp(changes.story.effective(2, 0)));
    await at.picture('change-18-verdict', 1200);
    await at.goTo(channel);
    await at.sees(/CHG-0001 · 개선과제 · 효과 확인/);
    await at.picture('change-19-proven', 2000);
    await at.goTo(chat);
    await at.say('사례 환불');
    await at.sees(changes.lists.result(2, 0, 90));
    await at.picture('change-20-lesson', 1200);
  });
});
