import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ListeningSandbox } from '../../../adapters/sandbox/listen-sandbox.ts';
import { buildPage } from '../../../adapters/sandbox/page/build.ts';
import { launchBrowser, openPage, screenshot } from '../../support/chromium.ts';
import { clientOf, openWorkspace } from '../sandbox/workspace.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Thursday 26 November 2026, 17:58 in Seoul. */
const thursday = Date.UTC(2026, 10, 26, 8, 58);
const friday = Date.UTC(2026, 10, 27, 0);
const label = { ko: '다음 영업일 09:00', en: 'Next business day, 09:00' };
const wide = { width: 1280, height: 800 };
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let folder: string;
let browser: Browser;
let sandbox: ListeningSandbox;
let complaints: string[];
const pages: Page[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-clock-'));
  [browser] = await Promise.all([launchBrowser(), buildPage(folder)]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  // The true time, put on the Thursday.
  const began = Date.now();
  sandbox = await openWorkspace({
    pageDir: folder,
    now: () => thursday + Date.now() - began,
    jumps: (now) => (now < friday ? [{ key: 'business-day', label, at: friday }] : []),
  });
  complaints = [];
});
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close();
  await sandbox.stop();
  expect(complaints).toEqual([]);
});

/** A window of one person; U0HANA reads Korean, U0JUN English. */
async function openAs(as: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openPage(browser, { viewport: wide, ...options });
  pages.push(page);
  page.setDefaultTimeout(5_000);
  page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${sandbox.origin}/sandbox/#as=${as}&at=C0VOC`);
  await page.getByRole('main').getByRole('heading', { level: 2 }).waitFor();
  return page;
}

const face = (page: Page) => page.getByRole('group', { name: /이 공간의 시각|Time in this workspace/ });
const trigger = (page: Page) => face(page).getByRole('button', { name: /시간 건너뛰기|Skip ahead in time/ });
const shown = (page: Page) => face(page).locator('time').textContent();
/** By how much the page is wrong. */
const error = async (page: Page) =>
  Math.abs(Date.parse((await face(page).locator('time').getAttribute('datetime')) ?? '') - sandbox.clock.now());
const focused = (page: Page) => page.evaluate('document.activeElement?.getAttribute("aria-label")');
const aloud = (page: Page, said: string) => page.locator('[aria-live=polite]').getByText(said).waitFor();

const say = (text: string) => clientOf(sandbox).chat.postMessage({ channel: 'C0VOC', text });

describe('the clock on the page', () => {
  it('shows the day and the time of the workspace in the reader’s language', async () => {
    expect(await shown(await openAs('U0HANA'))).toBe('11월 26일 (목) 17:58');
    expect(await shown(await openAs('U0JUN', { locale: 'en-US' }))).toBe('Thu, Nov 26 17:58');
  });

  it('shows it in the company’s zone, and names that to a reader in another', async () => {
    const page = await openAs('U0JUN', { timezoneId: 'Europe/London' });
    expect(await shown(page)).toBe('Thu, Nov 26 17:58');
    await face(page).getByText('Asia/Seoul').waitFor();
  });

  it('is moved by an hour with the keyboard alone, and the new time is read aloud', async () => {
    const page = await openAs('U0HANA');
    await trigger(page).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: '한 시간 뒤 11월 26일 (목) 18:58' }).waitFor();
    await screenshot(page, 'clock-menu-ko');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await aloud(page, '이 공간의 시각은 2026년 11월 26일 목요일 18:58입니다.');
    expect(await shown(page)).toBe('11월 26일 (목) 18:58');
    expect(sandbox.clock.now() - thursday).toBeGreaterThanOrEqual(hour);
    expect(await focused(page)).toBe('시간 건너뛰기');
  });

  it('leaps to the next business day, which is then no longer offered', async () => {
    const page = await openAs('U0JUN', { locale: 'en-US' });
    await trigger(page).click();
    await screenshot(page, 'clock-menu-en');
    await page.getByRole('menuitem', { name: 'Next business day, 09:00 Fri, Nov 27 09:00' }).click();
    await aloud(page, 'The time in this workspace is Friday, November 27, 2026 09:00.');
    await trigger(page).click();
    await page.getByRole('menuitem', { name: 'This time tomorrow' }).waitFor();
    expect(await page.getByRole('menuitem', { name: /business day/ }).count()).toBe(0);
  });

  it('ages what was said, and puts what is said next under its own day', async () => {
    const page = await openAs('U0HANA');
    await say('어제의 말');
    await page.getByText('17:58 · 방금').waitFor();
    await trigger(page).click();
    await page.getByRole('menuitem', { name: /^내일 이 시각/ }).click();
    await page.getByText('17:58 · 어제').waitFor();
    await say('오늘의 말');
    await page.locator('.day').getByText('2026년 11월 27일 금요일').waitFor();
    await page.getByText('17:58 · 방금').waitFor();
    await screenshot(page, 'clock-moved-ko');
  });

  it('agrees in two windows', async () => {
    const hana = await openAs('U0HANA');
    const jun = await openAs('U0JUN');
    await trigger(hana).click();
    await hana.getByRole('menuitem', { name: /^한 시간 뒤/ }).click();
    await aloud(jun, 'The time in this workspace is Thursday, November 26, 2026 18:58.');
    expect(await shown(jun)).toBe('Thu, Nov 26 18:58');
  });

  it('lets a week run by in a minute until it is stopped', async () => {
    const page = await openAs('U0HANA');
    await trigger(page).click();
    await page.getByRole('menuitem', { name: /^1주일을 1분에/ }).click();
    await aloud(page, '시간이 빠르게 흐릅니다');
    await face(page).getByText('시간이 빠르게 흐릅니다').waitFor();
    await face(page)
      .locator('time')
      .getByText(/11월 2[7-9]일/)
      .waitFor();
    await say('빠르게 흐르는 동안의 말');
    // How long ago it was said changes while one looks: a second is a night.
    await page.getByText('빠르게 흐르는 동안의 말').first().waitFor();
    await screenshot(page, 'clock-running-ko');
    const stop = face(page).getByRole('button', { name: '멈춤' });
    await stop.focus();
    await page.keyboard.press('Enter');
    await stop.waitFor({ state: 'detached' });
    expect(sandbox.clock.state().rate).toBe(1);
    await aloud(page, '이 공간의 시각은 2026년');
    // The page had gone on by itself, and a second of that is a night: now it says again what the server says.
    expect(await error(page)).toBeLessThan(minute);
    expect(await focused(page)).toBe('시간 건너뛰기');
  });

  it('says so by itself when the hurry has come to its end', async () => {
    const page = await openAs('U0JUN');
    sandbox.clock.run(100_000, sandbox.clock.now() + day);
    await face(page).getByText('Time is running fast').waitFor();
    await aloud(page, 'The time in this workspace is Friday, November 27, 2026 17:58.');
    expect(await shown(page)).toBe('Fri, Nov 27 17:58');
    expect(await face(page).getByRole('button', { name: 'Stop' }).count()).toBe(0);
  });

  it('tells in a toast why it was not moved', async () => {
    const page = await openAs('U0HANA');
    sandbox.clock.move(3659.5 * day);
    await aloud(page, '2036년');
    await trigger(page).click();
    await page.getByRole('menuitem', { name: /^내일 이 시각/ }).click();
    await page.getByRole('alert').getByText('10년 뒤까지만').waitFor();
    complaints = complaints.filter((line) => !line.includes('400'));
  });

  it.each(['ko', 'en'] as const)(
    'stays out of the way on a phone, and shows there that time runs (%s)',
    async (lang) => {
      const page = await openAs(lang === 'ko' ? 'U0HANA' : 'U0JUN', phone);
      await say('말');
      await page.getByText('말', { exact: true }).waitFor();
      expect(await face(page).count()).toBe(0);
      await page.getByRole('button', { name: /대화 목록 열기|Open conversations/ }).click();
      await trigger(page).click();
      await page.getByRole('menuitem').first().waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
      await screenshot(page, `clock-phone-menu-${lang}`);
      await page.getByRole('menuitem', { name: /1주일을 1분에|One week in a minute/ }).click();
      await face(page)
        .getByText(/시간이 빠르게|running fast/)
        .waitFor();
      await screenshot(page, `clock-phone-rail-${lang}`);
      await page
        .getByRole('button', { name: /대화 목록 닫기|Close conversations/ })
        .click({ position: { x: 370, y: 400 } });
      const strip = page.getByRole('main').locator('.running-time');
      await strip.waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
      await screenshot(page, `clock-phone-running-${lang}`);
      await strip.getByRole('button', { name: /멈춤|Stop/ }).click();
      await strip.waitFor({ state: 'detached' });
      expect(sandbox.clock.state().rate).toBe(1);
    },
  );

  it.each(['light', 'dark'] as const)(
    'names every control and keeps its text readable in %s, at rest and in a hurry',
    async (colorScheme) => {
      const page = await openAs('U0HANA', { colorScheme });
      const audit = await readFile(new URL('./audit.js', import.meta.url), 'utf8');
      await trigger(page).click();
      await page.getByRole('menuitem').first().waitFor();
      expect(await page.evaluate(audit)).toEqual([]);
      await page.keyboard.press('Escape');
      sandbox.clock.run(10_080, null);
      await face(page).getByRole('button', { name: '멈춤' }).waitFor();
      expect(await page.evaluate(audit)).toEqual([]);
      await screenshot(page, `clock-running-${colorScheme}`);
    },
  );
});
