import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/calendar.ts';
import { departmentCode } from '../../src/domain/ids.ts';
import { instant } from '../../src/domain/instant.ts';
import { personOf } from '../../src/domain/playbook.ts';
import { onDuty } from '../../src/domain/sla/duty.ts';
import { dayIn } from '../../src/domain/zone.ts';
import { wordsIn } from '../../src/render/words/locales.ts';
import { launchBrowser, openPage } from '../support/chromium.ts';
import { type MeariProcess, startMeari } from '../support/meari-process.ts';
import { sandboxDesk } from '../support/sandbox-desk.ts';
import { shipped } from '../support/shipped-playbook.ts';

const wide = { width: 1280, height: 860 };

let dataDir: string;
let meari: MeariProcess;
let browser: Browser;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'meari-silence-'));
  [meari, browser] = await Promise.all([startMeari({ DATA_DIR: dataDir }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await meari?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function desk(locale: 'ko' | 'en') {
  const page = await openPage(browser, { locale: locale === 'ko' ? 'ko-KR' : 'en-US', viewport: wide });
  page.setDefaultTimeout(15_000);
  await page.goto(`${meari.url}/`);
  if (locale === 'en') await page.getByRole('button', { name: 'English' }).click();
  return sandboxDesk(page, locale);
}
type Desk = Awaited<ReturnType<typeof desk>>;

/** The day so many days from what the page's clock shows, as a date field takes it. */
const daysOn = async (at: Desk, days: number): Promise<string> =>
  addDays(dayIn(instant(await at.time()), shipped.zone), days);

/**
 * An S4 complaint filed at 10:00 on some business day has until the next one's end to be acknowledged: 900 business
 * minutes. The company's own menu beside the clock brings every station about.
 */
describe('in Korean, by clicking, a silent department', () => {
  const ko = wordsIn('ko');
  const { labels } = ko.steps;
  const { fields, filing, forms, nudges } = ko;
  let at: Desk;
  /** On which moment everybody must agree. */
  let due: string;
  let onDutyNow: string;

  beforeAll(async () => {
    at = await desk('ko');
  });

  it('is told by when to acknowledge a complaint', async () => {
    await at.become('박두리');
    await at.move('morning');
    await at.move('hour');
    await at.goTo('시작하기');
    await at.press(labels.file);
    await at.fill({
      [filing.words]: '새벽배송 상자가 젖어서 왔어요. 지난달에도 그랬는데 이번에도 같아요.',
      [filing.experience]: '새벽배송 상자가 젖은 채로 왔다',
      [filing.wants]: ['설명', '재발 방지'],
      [filing.channel]: '앱 채팅',
    });
    await at.seesInForm(filing.preview);
    await at.fill({ [filing.kind]: '불만' });
    await at.submit(filing.submit);
    await at.directly();
    await at.sees(/VOC-0001 접수했습니다/);
    await at.picture('silence-ko-01-filed');
    await at.goTo('voc-물류');
    await at.sees('새벽배송 상자가 젖은 채로 왔다');
    due = /언제까지 (?:\d{4}\/)?(\d+\/\d+\([월화수목금]\) 18:00)까지/.exec(await at.newest())?.[1] ?? 'no due moment';
    await at.picture('silence-ko-02-card');
  });

  it('has a line in the thread at half-time', async () => {
    await at.move('morning');
    await at.move('hour');
    await at.openThread();
    await at.seesInThread(`확인 기한 · 절반 지났습니다. ${due}까지입니다.`);
    await at.picture('silence-ko-03-half');
  });

  it('has whoever is on duty reminded in private at four fifths, who can put that off or say what is in the way', async () => {
    await at.moveHours(5);
    const [duty] = onDuty(departmentCode('logistics'), instant(await at.time()), shipped);
    onDutyNow = (duty && personOf(shipped, duty)?.name) ?? 'nobody';
    await at.become(onDutyNow);
    await at.directly();
    await at.sees(nudges.ahead('').trim());
    expect(await at.newest()).toContain(`${due}까지`);
    expect(await at.buttonsOf('VOC-0001')).toEqual([labels.acknowledge, labels.obstacle, labels.snooze, labels.show]);
    await at.picture('silence-ko-04-reminder');
    await at.phonePicture('silence-ko-04-reminder-390');
    await at.press(labels.snooze);
    await at.seesInForm(`${due}까지입니다. 알림만 미루며, 기한은 그대로입니다.`);
    await at.fill({ [fields.snoozeReason]: '오후 배차를 마치고 보겠습니다' });
    await at.picture('silence-ko-05-snooze');
    await at.submit(forms.submit);
    await at.press(labels.obstacle);
    await at.fill({ [fields.obstacle]: '포장 사진을 아직 받지 못했습니다' });
    await at.picture('silence-ko-06-obstacle');
    await at.submit(forms.submit);
    await at.goTo('voc-물류');
    await at.sees(/막힌 점 1: 포장 사진/);
  });

  it('has its lead asked the next morning whether help is needed, and a card that says it is overdue', async () => {
    await at.move('morning');
    await at.move('hour');
    await at.become('오세찬');
    await at.directly();
    await at.sees(nudges.help);
    expect(await at.newest()).toContain('▲ 기한 지남');
    expect(await at.newest()).toContain('미루기 1번');
    await at.picture('silence-ko-07-lead');
    await at.phonePicture('silence-ko-07-lead-390');
    await at.press(labels['answer-obstacle']);
    await at.fill({ [fields.answer]: '사진은 창고 공용 폴더에 있습니다' });
    await at.submit(forms.submit);
    await at.goTo('voc-물류');
    await at.sees(/VOC-0001.*▲ 기한 지남/);
    await at.openThread();
    await at.seesInThread(/막힌 점 1 답변: 사진은/);
    await at.picture('silence-ko-08-overdue');
    await at.choose(labels.clocks);
    await at.sees(ko.clocks.title('VOC-0001'));
    await at.picture('silence-ko-09-clocks');
  });

  it('is known to the CS lead a day later, and to an executive while a week runs by in a minute', async () => {
    await at.move('morning');
    await at.move('hour');
    await at.become('정미래');
    await at.directly();
    await at.sees(/확인 · 물류\(담당자 미정\)/);
    await at.picture('silence-ko-10-cs-lead');
    await at.become('백다인');
    await at.directly();
    await at.move('week');
    await at.sees(nudges.unowned);
    await at.picture('silence-ko-11-executive');
    await at.stopTime();
  });

  it('answers from the reminder itself, and the filer knows who has it and when to call', async () => {
    await at.move('morning');
    await at.become(onDutyNow);
    await at.directly();
    await at.press(labels.acknowledge);
    await at.seesInForm(/사람이 전화해야 하는 건입니다/);
    await at.picture('silence-ko-12-acknowledge');
    await at.submit(forms.submit);
    await at.goTo('voc-물류');
    await at.press(labels.start);
    await at.fill({ [fields.plan]: '상자 안쪽에 방수 봉투를 한 겹 더합니다' });
    await at.submit(forms.submit);
    await at.openThread();
    await at.seesInThread(/처리를 시작했습니다/);
    await at.picture('silence-ko-13-started');
    await at.become('박두리');
    await at.directly();
    await at.sees(new RegExp(`${onDutyNow} 님이 확인했습니다`));
    await at.picture('silence-ko-14-filer');
  });

  it('is asked after three days without a word whether it is still at it', async () => {
    await at.moveMornings(4);
    await at.become(onDutyNow);
    await at.directly();
    await at.sees(nudges.silence);
    await at.picture('silence-ko-15-silence');
    await at.press(labels.progress);
    await at.goTo('voc-물류');
    await at.openThread();
    await at.seesInThread(/진행하고 있습니다/);
    await at.picture('silence-ko-16-progress');
  });

  it('has its case closed by itself, three business days after the customer accepted what was done', async () => {
    await at.press(labels.fix);
    await at.fill({
      [fields.fixType]: '해결',
      [fields.done]: '상자 안쪽에 방수 봉투를 한 겹 더했습니다',
      [fields.evidence]: '작업 표준 LG-12',
      [fields.rootCause]: '제품 › 포장',
    });
    await at.submit(forms.submit);
    await at.become('박두리');
    await at.directly();
    await at.sees(/방수 봉투를 한 겹 더했습니다/);
    await at.press(labels.reply);
    await at.fill({
      [fields.replyChannel]: '앱 채팅',
      [fields.gist]: '방수 봉투를 더했다고 알렸습니다',
      [fields.verdict]: '수용',
    });
    await at.submit(forms.submit);
    await at.moveMornings(4);
    await at.sees(/종결했습니다/);
    await at.picture('silence-ko-17-closed');
    await at.goTo('voc-물류');
    await at.openThread();
    await at.seesInThread(/더 하신 말씀이 없어 종결했습니다/);
    await at.picture('silence-ko-18-closed-card');
    await at.fits();
  });

  it('can be told who is away and when people work', async () => {
    const { away, calendar } = ko;
    await at.become(onDutyNow);
    await at.directly();
    await at.type('/voc 부재');
    await at.seesInForm(away.intro);
    await at.fill({ [away.until]: await daysOn(at, 2), [away.delegate]: '오세찬' });
    await at.picture('silence-ko-19-away');
    await at.form().getByRole('button', { name: forms.submit, exact: true }).click();
    await at.seesInForm(away.receives('오세찬'));
    await at.picture('silence-ko-20-away-set');
    await at.closeForm();
    await at.type('/voc 부재');
    await at.sees(/알림 오세찬 님/);
    await at.picture('silence-ko-21-away-list');
    await at.press(labels.back);
    await at.sees(/부재\(.*\)를 끝냈습니다/);
    await at.type('/voc 달력');
    await at.sees(calendar.hours);
    await at.picture('silence-ko-22-calendar');
    await at.become('오세찬');
    await at.sees(/대신 알림을 받습니다/);
    await at.picture('silence-ko-23-stood-in');
  });
});

describe('in English, shorter, while a colleague is away', () => {
  const en = wordsIn('en');
  const { labels } = en.steps;
  const { fields, filing, forms, nudges } = en;
  let at: Desk;

  beforeAll(async () => {
    at = await desk('en');
  });

  it('says who is reminded instead of somebody, and when people work', async () => {
    await at.become('윤바다');
    await at.goTo('시작하기');
    await at.type('/voc away');
    await at.seesInForm(en.away.intro);
    await at.fill({ [en.away.until]: await daysOn(at, 14), [en.away.delegate]: 'Daniel Reyes' });
    await at.picture('silence-en-01-away');
    await at.form().getByRole('button', { name: forms.submit, exact: true }).click();
    await at.seesInForm(en.away.receives('Daniel Reyes'));
    await at.closeForm();
    await at.become('Daniel Reyes');
    await at.directly();
    await at.sees(/윤바다/);
    await at.type('/voc calendar');
    await at.sees(en.calendar.hours);
    await at.picture('silence-en-02-stands-in');
  });

  it('a case for IT goes the same way, up to the executives', async () => {
    await at.move('hour');
    await at.become('Emily Carter');
    await at.goTo('시작하기');
    await at.type('/voc Exported report just stops at row 10k. No warning, no error.');
    await at.seesInForm(filing.preview);
    await at.fill({
      [filing.experience]: 'The export loses rows without a word',
      [filing.wants]: ['Explanation'],
      [filing.channel]: 'App chat',
    });
    await at.fill({ [filing.kind]: 'Complaint' });
    await at.fill({ [filing.department]: 'IT' });
    await at.submit(filing.submit);
    await at.goTo('voc-IT');
    await at.sees('The export loses rows without a word');
    await at.move('morning');
    await at.move('hour');
    await at.openThread();
    await at.seesInThread(/half of the time has passed/);
    await at.picture('silence-en-07-half');
    await at.moveHours(5);
    await at.become('Daniel Reyes');
    await at.directly();
    await at.sees(nudges.ahead('').trim());
    expect(await at.buttonsOf('VOC-0002')).toEqual([labels.acknowledge, labels.obstacle, labels.snooze, labels.show]);
    await at.picture('silence-en-08-reminder');
    await at.phonePicture('silence-en-08-reminder-390');
    await at.moveMornings(2);
    await at.move('hour');
    await at.become('Helen Park');
    await at.directly();
    await at.sees(/VOC-0002/);
    await at.picture('silence-en-09-cs-lead');
    await at.move('morning');
    await at.move('hour');
    await at.become('Laura Bennett');
    await at.directly();
    await at.sees(/VOC-0002/);
    await at.sees(nudges.unowned);
    await at.picture('silence-en-10-executive');
    await at.goTo('voc-IT');
    await at.sees(/VOC-0002.*▲ overdue/);
    await at.choose(labels.clocks);
    await at.sees(en.clocks.title('VOC-0002'));
    await at.picture('silence-en-11-clocks');
  });

  it('and ends with the customer told and nothing left to do', async () => {
    await at.become('Daniel Reyes');
    await at.directly();
    await at.press(labels.acknowledge);
    await at.goTo('voc-IT');
    await at.press(labels.start);
    await at.fill({ [fields.plan]: 'Page through the rows, and say so when there are more' });
    await at.submit(forms.submit);
    await at.press(labels.fix);
    await at.fill({
      [fields.fixType]: 'Problem solved',
      [fields.done]: 'The export now has every row',
      [fields.evidence]: 'Release 41',
      [fields.rootCause]: 'Technology or process › System error',
    });
    await at.submit(forms.submit);
    await at.become('Emily Carter');
    await at.directly();
    await at.sees(/The export now has every row/);
    await at.press(labels.reply);
    await at.fill({
      [fields.replyChannel]: 'App chat',
      [fields.gist]: 'Every row is there now',
      [fields.verdict]: 'Accepted',
    });
    await at.submit(forms.submit);
    await at.moveMornings(4);
    await at.sees(/Closed/i);
    await at.picture('silence-en-12-closed');
    await at.goTo('voc-IT');
    await at.openThread();
    await at.seesInThread(/said no more/);
    await at.picture('silence-en-13-closed-card');
    await at.fits();
  });
});
