import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { wordsIn } from '../../src/render/words/locales.ts';
import { launchBrowser, openPage } from '../support/chromium.ts';
import { type MeariProcess, startMeari } from '../support/meari-process.ts';
import { sandboxDesk } from '../support/sandbox-desk.ts';

const wide = { width: 1280, height: 960 };

let dataDir: string;
let meari: MeariProcess;
let browser: Browser;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'meari-change-'));
  [meari, browser] = await Promise.all([startMeari({ DATA_DIR: dataDir }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await meari?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function desk(locale: 'ko' | 'en') {
  const page = await openPage(browser, { locale: locale === 'ko' ? 'ko-KR' : 'en-US', viewport: wide });
  page.setDefaultTimeout(20_000);
  await page.goto(`${meari.url}/`);
  if (locale === 'en') await page.getByRole('button', { name: 'English' }).click();
  return sandboxDesk(page, locale);
}
type Desk = Awaited<ReturnType<typeof desk>>;

/** Two customers have the same wet boxes; one of them has already gone to the consumer agency, which makes it an S2. */
describe('in Korean, by clicking, a complaint becomes a proven process change', () => {
  const ko = wordsIn('ko');
  const { labels } = ko.steps;
  const { changes, fields, filing, forms, happyCall, learning, rejections } = ko;
  const finish = `${labels['finish-action']} 1`;
  const channel = 'voc-물류';
  const title = '새벽배송 상자마다 방수 비닐 한 겹';
  let at: Desk;

  beforeAll(async () => {
    at = await desk('ko');
    await at.become('박두리');
    await at.move('morning');
    await at.move('hour');
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await at?.picture('change-ko-failed');
  });

  const confirmed = (label: string) => at.form().getByRole('button', { name: label, exact: true }).click();

  async function file(words: string, experience: string, signal: string, customer: string): Promise<void> {
    await at.goTo('시작하기');
    await at.press(labels.file);
    await at.fill({
      [filing.words]: words,
      [filing.experience]: experience,
      [filing.wants]: ['재발 방지'],
      [filing.channel]: '전화',
      [filing.customer]: customer,
    });
    await at.seesInForm(filing.preview);
    await at.fill({ [filing.kind]: '불만' });
    await at.fill({ [filing.department]: '물류', [filing.signals]: [signal] });
  }

  /** What a department does about one customer's case, up to the customer being told. */
  async function handle(number: string): Promise<void> {
    await at.become('김하나');
    await at.goTo(channel);
    await at.sees(new RegExp(number));
    await at.press(labels.acknowledge);
    await at.submit(forms.submit);
    await at.press(labels.start);
    await at.fill({ [fields.plan]: '마른 상자로 오늘 다시 보냅니다' });
    await at.submit(forms.submit);
    await at.press(labels.fix);
    await at.fill({
      [fields.fixType]: '해결',
      [fields.done]: '마른 상자로 다시 보냈습니다',
      [fields.evidence]: '송장 6897-1234-5678',
      [fields.rootCause]: '제품 › 포장',
    });
    await at.submit(forms.submit);
    await at.become('박두리');
    await at.directly();
    await at.sees(/마른 상자로 다시 보냈습니다/);
    await at.press(labels.reply);
    await at.fill({
      [fields.replyChannel]: '전화',
      [fields.gist]: '새 상자로 다시 보내 드렸습니다',
      [fields.verdict]: '수용',
    });
    await at.submit(forms.submit);
  }

  it('is filed as a serious one, taken, fixed, and told to the customer', async () => {
    await file(
      '새벽배송 상자가 젖어서 왔어요. 벌써 두 번째라 소비자원에 접수했어요.',
      '새벽배송 상자가 젖은 채로 왔다',
      '이미 접수·제소·취재됨',
      '010-0000-1234',
    );
    await at.picture('change-ko-01-filing');
    await at.submit(filing.submit);
    await at.directly();
    await at.sees(/VOC-0001 접수했습니다/);
    await handle('VOC-0001');
    await at.become('김하나');
    await at.goTo(channel);
    await at.sees(new RegExp(changes.answer.open));
    await at.picture('change-ko-02-card-asks');
  });

  it('may not be closed before somebody says what becomes different, and the lead of customer service reads why', async () => {
    await at.become('정미래');
    await at.directly();
    await at.sees(/VOC-0001/);
    await at.picture('change-ko-03-lead-told');
    await at.goTo(channel);
    await at.press(labels.close);
    await confirmed(labels.close);
    await at.sees(rejections.gates.change);
    await at.picture('change-ko-04-not-yet');
  });

  it('is linked with a second customer’s by one press on the receipt', async () => {
    await at.become('박두리');
    await file(
      '새벽에 받은 상자가 흠뻑 젖어 있었어요. 안에 든 쌀도 못 먹게 됐어요.',
      '새벽배송 상자가 젖어 쌀을 버렸다',
      '금전 손실 10만~100만 원 미만',
      '010-0000-5678',
    );
    await at.submit(filing.submit);
    await at.directly();
    await at.sees(learning.ask(1));
    await at.picture('change-ko-05-receipt-alike');
    await at.press(learning.linkTo('VOC-0001'));
    await at.sees(learning.linked('VOC-0001'));
    await at.picture('change-ko-06-linked');
  });

  it('has its owner propose the change on the card, where it is offered', async () => {
    await at.become('김하나');
    await at.goTo(channel);
    await at.sees(/같은 문제 2명/);
    await at.press(labels.propose);
    await at.seesInForm(/같은 문제 2명/);
    await at.picture('change-ko-07-proposal-begun');
    await at.fill({
      [changes.fields.title]: title,
      [changes.fields.means]: ['절차·기준 변경', '협력사 기준 변경'],
      [changes.fields.effect]: '젖은 상자 불만이 절반으로',
      [changes.fields.notices]: '상자 안에 비닐이 한 겹 더 있습니다',
    });
    await at.picture('change-ko-08-proposal');
    await confirmed(forms.submit);
    await at.seesInForm(changes.word.proposed('물류 부서장'));
    await at.picture('change-ko-08-sent');
    await at.closeForm();
    await at.sees(/CHG-0001 · 개선과제 · 제안/);
    await at.picture('change-ko-09-proposed');
  });

  it('is accepted by the lead of the department, who names who runs it', async () => {
    await at.become('오세찬');
    await at.directly();
    await at.sees(changes.ask.judge);
    await at.picture('change-ko-10-lead');
    await at.press(labels['accept-change']);
    await at.fill({ [changes.fields.owner]: '김하나' });
    await at.picture('change-ko-11-accept');
    await at.submit(forms.submit);
  });

  it('is planned, done and put in force by its owner', async () => {
    // What was filed within the minute of the deployment would count as filed after it.
    await at.move('hour');
    await at.become('김하나');
    await at.directly();
    await at.sees(changes.ask.prepare);
    await at.picture('change-ko-12-accepted');
    await at.press(labels['plan-change']);
    await at.fill({ [changes.fields.what(1)]: '포장 작업 표준에 방수 비닐 공정 추가' });
    await at.fill({ [changes.fields.what(2)]: '다른 센터도 살피기', [changes.fields.actionOwner(2)]: '서지호' });
    await at.picture('change-ko-13-plan');
    await at.submit(forms.submit);
    await at.goTo(channel);
    await at.sees(/CHG-0001 · 개선과제 · 계획/);
    await at.picture('change-ko-14-planned');
    await at.become('서지호');
    await at.directly();
    await at.sees(changes.ask.action);
    await at.picture('change-ko-15-action-word');
    await at.become('김하나');
    await at.goTo(channel);
    await at.choose(labels['deploy-change']);
    await at.sees(changes.problems.actionsOpen('1'));
    await at.picture('change-ko-16-too-early');
    await at.press(finish);
    await at.fill({ [changes.fields.evidence]: '작업 표준 LG-12 개정 3판' });
    await at.picture('change-ko-17-finish');
    await at.submit(forms.submit);
    await at.sees(/할 일 2개 중 1개 마침/);
    await at.press(labels['deploy-change']);
    await at.fill({ [changes.fields.evidence]: '이천 센터 사진 3장, 적용 공지 1211호' });
    await at.picture('change-ko-18-deploy');
    await at.submit(forms.submit);
    await at.sees(/CHG-0001 · 개선과제 · 시행/);
    await at.picture('change-ko-19-in-force');
    await at.openThread();
    await at.seesInThread(/시행했습니다/);
    await at.picture('change-ko-20-thread');
    await at.phonePicture('change-ko-20-thread-390');
  });

  it('lets what prevents it elsewhere be finished while it is watched', async () => {
    await at.become('서지호');
    await at.directly();
    await at.press(`${labels['finish-action']} 2`);
    await at.fill({ [changes.fields.evidence]: '김포 센터 점검표 7호' });
    await at.submit(forms.submit);
    await at.goTo(channel);
    await at.sees(/✓ 2\. 예방/);
  });

  it('thanks whoever filed it, and lets the case end', async () => {
    await at.become('박두리');
    await at.directly();
    await at.sees(/접수하신 VOC로 바뀌었습니다/);
    await at.picture('change-ko-21-filer-thanked');
    await at.phonePicture('change-ko-21-filer-thanked-390');
    await handle('VOC-0002');
    await at.become('정미래');
    await at.directly();
    for (const number of ['VOC-0002', 'VOC-0001']) {
      await at.type(`/voc ${number}`);
      await at.press(`${labels.close}, ${number}`);
      await confirmed(labels.close);
    }
    await at.become('박두리');
    await at.directly();
    await at.press(`${labels['happy-call']}, VOC-0001`);
    await at.fill({ [happyCall.answer]: happyCall.answers.solved, [happyCall.again]: '아니요' });
    await at.submit(forms.submit);
    await at.picture('change-ko-22-closed');
  });

  it('tells how many still complain after thirty, sixty and ninety days', async () => {
    await at.become('김하나');
    await at.directly();
    for (const [day, name] of [
      [30, '23-day-30'],
      [60, '24-day-60'],
      [90, '25-day-90'],
    ] as const) {
      await at.move('month');
      await at.sees(changes.story.read(day, 2, 0, changes.share(100)));
      await at.picture(`change-ko-${name}`);
    }
    await at.phonePicture('change-ko-25-day-90-390');
  });

  it('is verified by the VOC desk, and not by who runs it', async () => {
    await at.goTo(channel);
    await at.press(labels['verify-change']);
    await at.sees(changes.problems.deskOnly);
    await at.picture('change-ko-26-not-the-owner');
    await at.become('조아람');
    await at.directly();
    await at.sees(changes.ask.verify);
    await at.picture('change-ko-27-desk');
    await at.press(labels['verify-change']);
    await at.fill({ [changes.fields.note]: '두 센터 모두 한 건도 없었습니다' });
    await at.picture('change-ko-28-verify');
    await at.submit(forms.submit);
    await at.become('김하나');
    await at.directly();
    await at.sees(changes.story.effective(2, 0));
    await at.picture('change-ko-29-owner-told');
    await at.goTo(channel);
    await at.sees(/CHG-0001 · 개선과제 · 효과 확인/);
    await at.picture('change-ko-30-proven');
  });

  it('is a lesson that anybody finds again by its words', async () => {
    await at.become('정미래');
    await at.directly();
    await at.type('/voc 사례 젖은');
    await at.sees(changes.lists.result(2, 0, 90));
    await at.picture('change-ko-31-lesson');
    await at.phonePicture('change-ko-31-lesson-390');
    expect(await at.newest()).toContain(title);
    await at.type('/voc 개선');
    await at.sees(changes.lists.empty);
    await at.picture('change-ko-32-none-open');
    await at.fits();
  });
});

/** A department that reads English, whose lead reads Korean; a quiet problem is watched for longer. */
describe('in English, shorter, the decisive cards of another', () => {
  const en = wordsIn('en');
  const ko = wordsIn('ko').steps.labels;
  const { labels } = en.steps;
  const { changes, fields, filing, forms } = en;
  const channel = 'voc-IT';
  let at: Desk;

  beforeAll(async () => {
    at = await desk('en');
    await at.move('morning');
    await at.move('hour');
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await at?.picture('change-en-failed');
  });

  it('a serious complaint asks for a change before it can be closed', async () => {
    await at.become('Emily Carter');
    await at.goTo('시작하기');
    await at.type('/voc Exported report just stops at row 10k. I have told the consumer agency.');
    await at.seesInForm(filing.preview);
    await at.fill({
      [filing.experience]: 'The export loses rows without a word',
      [filing.wants]: ['Explanation'],
      [filing.channel]: 'App chat',
    });
    await at.fill({ [filing.kind]: 'Complaint' });
    await at.fill({ [filing.department]: 'IT', [filing.signals]: ['Already filed'] });
    await at.submit(filing.submit);
    await at.become('Daniel Reyes');
    await at.goTo(channel);
    await at.sees('The export loses rows without a word');
    await at.press(labels.acknowledge);
    await at.submit(forms.submit);
    await at.press(labels.start);
    await at.fill({ [fields.plan]: 'Page through the rows' });
    await at.submit(forms.submit);
    await at.press(labels.fix);
    await at.fill({
      [fields.fixType]: 'Problem solved',
      [fields.done]: 'Sent every row by hand',
      [fields.evidence]: 'Release 41',
      [fields.rootCause]: 'Technology or process › System error',
    });
    await at.submit(forms.submit);
    await at.become('Emily Carter');
    await at.directly();
    await at.sees(/Sent every row by hand/);
    await at.press(labels.reply);
    await at.fill({
      [fields.replyChannel]: 'App chat',
      [fields.gist]: 'Every row is there now',
      [fields.verdict]: 'Accepted',
    });
    await at.submit(forms.submit);
    await at.become('Helen Park');
    await at.goTo(channel);
    await at.sees(new RegExp(changes.answer.open));
    await at.press(labels.close);
    await at.form().getByRole('button', { name: labels.close, exact: true }).click();
    await at.sees(en.rejections.gates.change);
    await at.picture('change-en-01-not-yet');
  });

  it('which is proposed, accepted, planned and put in force', async () => {
    await at.become('Daniel Reyes');
    await at.press(labels.propose);
    await at.fill({
      [changes.fields.title]: 'Exports page through all rows',
      [changes.fields.means]: ['System or screen'],
      [changes.fields.effect]: 'No complaint about lost rows',
      [changes.fields.notices]: 'The file says how many rows it holds',
    });
    await at.picture('change-en-02-proposal');
    await at.form().getByRole('button', { name: forms.submit, exact: true }).click();
    await at.seesInForm(changes.word.proposed(changes.answer.who('IT')));
    await at.picture('change-en-03-sent');
    await at.closeForm();
    await at.become('한세진');
    await at.directly();
    await at.press(ko['accept-change']);
    // His page speaks English now, and so does what it opens.
    await at.fill({ [changes.fields.owner]: 'Daniel Reyes' });
    await at.submit(forms.submit);
    await at.move('hour');
    await at.become('Daniel Reyes');
    await at.directly();
    await at.sees(changes.ask.prepare);
    await at.picture('change-en-04-accepted');
    await at.press(labels['plan-change']);
    await at.fill({ [changes.fields.what(1)]: 'Page through the rows' });
    await at.picture('change-en-05-plan');
    await at.submit(forms.submit);
    await at.goTo(channel);
    await at.press(`${labels['finish-action']} 1`);
    await at.fill({ [changes.fields.evidence]: 'Pull request 812' });
    await at.submit(forms.submit);
    await at.sees(/1 of 1 actions done/);
    await at.picture('change-en-06-done');
    await at.press(labels['deploy-change']);
    await at.fill({ [changes.fields.evidence]: 'Release 42' });
    await at.submit(forms.submit);
    await at.sees(/CHG-0002 · Process change · in force/);
    await at.picture('change-en-07-in-force');
    await at.become('Emily Carter');
    await at.directly();
    await at.sees(/Something changed because of what you filed/);
    await at.picture('change-en-08-thanked');
  });

  it('and is looked at after a month, beside what was learned before', async () => {
    await at.become('Daniel Reyes');
    await at.directly();
    await at.move('month');
    await at.sees(changes.story.read(30, 1, 0, changes.share(100)));
    await at.picture('change-en-09-day-30');
    await at.type('/voc changes');
    await at.sees(/CHG-0002/);
    await at.picture('change-en-10-list');
    await at.type('/voc lessons');
    await at.sees(changes.lists.result(2, 0, 90));
    await at.picture('change-en-11-lessons');
    await at.fits();
  });
});
