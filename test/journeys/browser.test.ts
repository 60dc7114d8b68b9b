import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { wordsIn } from '../../src/render/words/locales.ts';
import { launchBrowser, openPage } from '../support/chromium.ts';
import { type MeariProcess, startMeari } from '../support/meari-process.ts';
import { sandboxDesk } from '../support/sandbox-desk.ts';

let dataDir: string;
let meari: MeariProcess;
let browser: Browser;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'meari-browser-'));
  [meari, browser] = await Promise.all([startMeari({ DATA_DIR: dataDir }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await meari?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function desk(locale: 'ko' | 'en', as: string) {
  const page = await openPage(browser, { locale: locale === 'ko' ? 'ko-KR' : 'en-US' });
  page.setDefaultTimeout(15_000);
  await page.goto(`${meari.url}/`);
  if (locale === 'en') await page.getByRole('button', { name: 'English' }).click();
  const at = sandboxDesk(page, locale);
  await at.become(as);
  return at;
}

describe('a newcomer plays the whole story by clicking', () => {
  it('in Korean: from an angry call to a closed case, handed over, held and reopened on the way', async () => {
    const { labels } = wordsIn('ko').steps;
    const { fields, filing, forms } = wordsIn('ko');
    const at = await desk('ko', '박두리');
    await at.goTo('시작하기');
    await at.picture('story-ko-01-welcome');
    await at.press(labels.file);
    await at.fill({
      [filing.words]:
        '새벽배송으로 시킨 계란이 절반 넘게 깨져서 왔어요. 지난달에도 똑같았는데요. 연락은 010-0000-1234로 주세요.',
      [filing.experience]: '새벽배송 계란이 두 번째로 깨져서 왔다',
      [filing.wants]: ['환불', '재발 방지'],
      [filing.channel]: '전화',
    });
    await at.seesInForm('전화번호 1개를 가렸습니다');
    await at.seesInForm(/010-••••-1234/);
    await at.picture('story-ko-02-form');
    await at.fill({ [filing.kind]: '불만' });
    await at.submit(filing.submit);
    await at.directly();
    await at.sees(/VOC-0001 접수했습니다/);
    await at.picture('story-ko-03-receipt');

    await at.become('김하나');
    await at.goTo('voc-물류');
    await at.sees('새벽배송 계란이 두 번째로 깨져서 왔다');
    await at.picture('story-ko-04-card');
    await at.press(labels.acknowledge);
    await at.submit(forms.submit);
    await at.sees(/김하나 님/);
    await at.press(labels.transfer);
    await at.fill({
      [fields.toDepartment]: '품질',
      [fields.transferReason]: '원인이 다른 부서',
      [fields.why]: '완충재 규격은 품질에서 정합니다',
    });
    await at.picture('story-ko-05-transfer');
    await at.submit(forms.submit);

    await at.become('강유나');
    await at.goTo('voc-품질');
    await at.press(labels.accept);
    await at.submit(forms.submit);
    await at.sees(/강유나 님/);
    await at.press(labels.start);
    await at.fill({ [fields.plan]: '완충재를 두 겹으로 바꿔 다시 보냅니다' });
    await at.submit(forms.submit);
    await at.press(labels.hold);
    await at.fill({ [fields.holdReason]: '부품·재고' });
    await at.submit(forms.submit);
    await at.press(labels.resume);
    await at.press(labels.fix);
    await at.fill({
      [fields.fixType]: '해결',
      [fields.done]: '완충재를 두 겹으로 바꾸고 새 계란을 보냈습니다',
      [fields.evidence]: '송장 6897-1234-5678, 사진 3장',
      [fields.rootCause]: '제품 › 포장',
    });
    await at.picture('story-ko-06-fix');
    await at.submit(forms.submit);
    await at.picture('story-ko-07-card');

    await at.become('박두리');
    await at.directly();
    await at.sees(/완충재를 두 겹으로 바꾸고/);
    await at.press(labels.reply);
    await at.fill({
      [fields.replyChannel]: '전화',
      [fields.gist]: '새 포장으로 다시 보냈다고 알렸습니다',
      [fields.verdict]: '수용',
    });
    await at.submit(forms.submit);

    await at.become('정미래');
    await at.directly();
    await at.press(labels.close);
    await at.page.getByRole('dialog').getByRole('button', { name: labels.close, exact: true }).click();
    await at.become('박두리');
    await at.directly();
    await at.sees(/종결했습니다/);
    await at.picture('story-ko-08-told');
    await at.page.getByRole('tab').first().click();
    await at.sees('등록한 VOC');
    await at.picture('story-ko-09-home');

    await at.goTo('voc-품질');
    await at.sees(/종결 · 고객 반응/);
    await at.picture('story-ko-10-closed');
    await at.choose(labels.reopen);
    await at.fill({ [fields.reason]: '고객이 다시 깨져서 왔다고 합니다' });
    await at.submit(forms.submit);
    await at.sees(/강유나 님/);
    await at.press(labels.fix);
    await at.page.keyboard.press('Escape');
    await at.picture('story-ko-11-reopened');
    await at.fits();
  });

  it('in English: an export that loses rows reaches IT, is fixed, answered and closed', async () => {
    const { labels } = wordsIn('en').steps;
    const { fields, filing, forms } = wordsIn('en');
    const at = await desk('en', 'Emily Carter');
    await at.directly();
    await at.page.getByRole('tab').first().click();
    await at.picture('story-en-01-home');
    await at.goTo('시작하기');
    await at.page
      .getByRole('main')
      .getByRole('combobox')
      .fill('/voc Exported report just stops at row 10k. No warning, no error.');
    await at.page.keyboard.press('Enter');
    await at.seesInForm(filing.preview);
    await at.fill({
      [filing.experience]: 'The export loses rows without a word',
      [filing.wants]: ['Explanation'],
      [filing.channel]: 'App chat',
    });
    await at.fill({ [filing.kind]: 'Complaint' });
    await at.fill({ [filing.department]: 'IT' });
    await at.picture('story-en-02-form');
    await at.submit(filing.submit);

    await at.become('Daniel Reyes');
    await at.goTo('voc-IT');
    await at.sees('The export loses rows without a word');
    await at.picture('story-en-03-card');
    await at.press(labels.acknowledge);
    await at.sees(/Daniel Reyes/);
    await at.press(labels.start);
    await at.fill({ [fields.plan]: 'Page through the rows, and say so when there are more' });
    await at.submit(forms.submit);
    await at.press(labels.fix);
    await at.fill({
      [fields.fixType]: 'Problem solved',
      [fields.done]: 'The export now has every row',
      [fields.evidence]: 'Release 41',
    });
    await at.fill({ [fields.rootCause]: 'Technology or process › System error' });
    await at.submit(forms.submit);

    await at.become('Emily Carter');
    await at.directly();
    await at.sees(/The export now has every row/);
    await at.picture('story-en-04-told');
    await at.press(labels.reply);
    await at.fill({
      [fields.replyChannel]: 'App chat',
      [fields.gist]: 'Every row is there now',
      [fields.verdict]: 'Accepted',
    });
    await at.submit(forms.submit);
    await at.become('Helen Park');
    await at.directly();
    await at.press(labels.close);
    await at.form().getByRole('button', { name: labels.close, exact: true }).click();
    await at.become('Emily Carter');
    await at.directly();
    await at.sees(/closed/i);
    await at.picture('story-en-05-closed');
    await at.fits();
  });
});
