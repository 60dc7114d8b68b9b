import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsIn } from '../../src/render/words/locales.ts';
import { launchBrowser, openPage } from '../support/chromium.ts';
import { type MeariProcess, startMeari } from '../support/meari-process.ts';
import { sandboxDesk } from '../support/sandbox-desk.ts';

let dataDir: string;
let meari: MeariProcess;
let browser: Browser;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'meari-digest-'));
  [meari, browser] = await Promise.all([startMeari({ DATA_DIR: dataDir }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await meari?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function desk(locale: 'ko' | 'en', as: string) {
  const page = await openPage(browser, { locale: locale === 'ko' ? 'ko-KR' : 'en-US' });
  page.setDefaultTimeout(30_000);
  await page.goto(`${meari.url}/`);
  if (locale === 'en') await page.getByRole('button', { name: 'English' }).click();
  const at = sandboxDesk(page, locale);
  await at.become(as);
  return at;
}

const minute = 60_000;
/** So many business mornings pass a Monday, whatever day it is today. */
const pastAMonday = 6;

describe('a week later, in the executives’ private conversation', () => {
  it('in Korean: the week on one screen with its picture, and every figure opens to the cases behind it', async () => {
    const { filing, digests } = wordsIn('ko');
    const { labels } = wordsIn('ko').steps;
    const at = await desk('ko', '박두리');
    await at.goTo('시작하기');
    await at.press(labels.file);
    await at.fill({
      [filing.words]: '새벽배송으로 시킨 계란이 절반 넘게 깨져서 왔어요. 지난달에도 똑같았는데요.',
      [filing.experience]: '새벽배송 계란이 두 번째로 깨져서 왔다',
      [filing.wants]: ['환불'],
      [filing.channel]: '전화',
      [filing.kind]: '불만',
    });
    await at.submit(filing.submit);
    await at.moveMornings(pastAMonday);

    await at.become('백다인');
    await at.directly();
    await at.sees(/^주간 VOC · /, minute);
    await at.sees(/접수 1건/);
    const picture = at.page.getByRole('main').getByRole('img', { name: /불만이 변화가 되기까지/ });
    await picture.last().waitFor({ timeout: minute });
    expect(await picture.last().evaluate((img) => (img as unknown as { naturalWidth: number }).naturalWidth)).toBe(
      1080,
    );
    await at.fits();
    await at.picture('digest-ko-01-week');

    await at.press(digests.all);
    await at.sees(/전체 보기 · /);
    await at.picture('digest-ko-02-figures');
    await at.press(digests.figures.filed);
    await at.sees(/새벽배송 계란이 두 번째로/);
    await at.picture('digest-ko-03-behind');

    await at.become('김하나');
    await at.goTo('voc-물류');
    await at.sees(/물류 · 오늘 할 일/, minute);
    await at.picture('digest-ko-04-today');
  }, 240_000);

  it('in English, on a phone: nothing is cut off, and the picture says the same in words', async () => {
    const at = await desk('en', 'Laura Bennett');
    await at.directly();
    await at.sees(/^Weekly VOC · /, minute);
    await at.picture('digest-en-01-week');
    await at.page.setViewportSize({ width: 390, height: 844 });
    await at.fits();
    await at.picture('digest-en-02-phone');
    const alt = await at.page
      .getByRole('main')
      .getByRole('img', { name: /From complaint to change[\s\S]*Filed 1/ })
      .first()
      .getAttribute('alt');
    expect(alt).toContain('Filed 1');
    await at.sees(/Filed 1 → Acknowledged 0/);
  }, 120_000);
});
