import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildPage } from '../../../adapters/sandbox/page/build.ts';
import { launchBrowser, openPage, screenshot } from '../../support/chromium.ts';
import { message, type PageServer, pageServer, type World } from './page-server.ts';
import { card, filingForm, morning, sampleWorld } from './sample-world.ts';

let folder: string;
let browser: Browser;
let world: World;
let server: PageServer;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-page-'));
  [browser] = await Promise.all([launchBrowser(), buildPage(folder)]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  world = sampleWorld();
  server = await pageServer(folder, world);
  complaints = [];
});
afterEach(async () => {
  await page.context().close();
  await server.close();
  // A blocked request, a thrown error or a script of a customer would all show here.
  expect(complaints).toEqual([]);
});

async function open(hash: string, options: BrowserContextOptions = {}): Promise<void> {
  page = await openPage(browser, options);
  page.setDefaultTimeout(5_000);
  page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(`a script said ${dialog.message()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url)) complaints.push(`asked ${request.url()}`);
  });
  await page.goto(`${server.url}#${hash}`);
  await page.getByRole('main').getByRole('heading', { level: 2 }).waitFor();
}

async function hostile(index: number): Promise<string> {
  const lines = (await readFile(new URL('../../fixtures/voc-cases.jsonl', import.meta.url), 'utf8')).split('\n');
  const found: { index: number; text: string }[] = lines.filter(Boolean).map((line) => JSON.parse(line));
  const text = found.find((each) => each.index === index)?.text;
  if (text === undefined) throw new Error(`no case ${index}`);
  return text;
}

function openForm(extra?: Parameters<typeof filingForm>[0]): void {
  world.modals['UMINJI'] = { viewId: 'V1', view: filingForm(extra), errors: {} };
  server.announce({ type: 'modal' });
}

describe('the sandbox page', () => {
  it('shows whom I act as and lets me become another person', async () => {
    morning(world);
    await open('as=UMINJI&at=CLOG');
    await page.getByRole('button', { name: '다른 사람 되어 보기 (지금 나는 김민지' }).click();
    await page.getByRole('menuitemradio', { name: '이하나 물류 담당' }).click();
    await page.getByRole('button', { name: '지금 나는 이하나, 물류 담당' }).waitFor();
    await page.getByText('나에게만 보임').waitFor();
    await screenshot(page, 'page-channel-ko');
    await page.getByRole('textbox').or(page.getByRole('combobox')).first().fill('확인하겠습니다');
    await page.keyboard.press('Enter');
    await page
      .getByRole('article', { name: /^이하나/ })
      .getByText('확인하겠습니다')
      .waitFor();
    expect(server.acts.at(-1)).toMatchObject({ as: 'UHANA', do: 'say', conversation: 'CLOG', text: '확인하겠습니다' });
  });

  it('keeps a message that only one person sees from everybody else, and marks it for that person', async () => {
    morning(world);
    await open('as=UMINJI&at=CLOG');
    await page.getByText('고객이 오후에 다시').waitFor();
    expect(await page.getByText('나에게만 보임').count()).toBe(0);
  });

  it('opens the form of the app, refuses an empty required field, and keeps what was typed when the app draws it again', async () => {
    await open('as=UMINJI&at=CLOG');
    openForm();
    const form = page.getByRole('dialog', { name: 'VOC 접수' });
    await form.getByRole('button', { name: '접수' }).click();
    const words = form.getByLabel('고객이 한 말');
    await form.getByText('필수 항목입니다').first().waitFor();
    expect(await words.getAttribute('aria-invalid')).toBe('true');
    expect(await words.getAttribute('aria-describedby')).toContain('error');
    expect(server.acts.filter((act) => act.do === 'submit')).toEqual([]);

    await words.pressSequentially('계란이 깨져서 왔어요.');
    await expect.poll(() => server.acts.filter((act) => act.do === 'press').length).toBe(1);
    expect(server.acts.find((act) => act.do === 'press')).toMatchObject({
      blockId: 'words',
      action: { type: 'plain_text_input', action_id: 'words', value: '계란이 깨져서 왔어요.' },
    });
    openForm([
      {
        type: 'section',
        block_id: 'preview',
        text: { type: 'plain_text', text: '가린 글: 계란이 깨져서 왔어요.' },
      },
    ]);
    await form.getByText('가린 글').waitFor();
    expect(await words.inputValue()).toBe('계란이 깨져서 왔어요.');

    await form.getByLabel('종류').selectOption({ label: '불만' });
    await form.getByRole('button', { name: /확인한 신호/ }).click();
    await page.getByRole('checkbox', { name: '같은 일을 또 겪음' }).check();
    await page.keyboard.press('Escape');
    await form.getByLabel('고객에게 연락할 시각').fill('2026-11-26T15:00');
    await form.getByRole('radio', { name: '매장' }).check();
    await screenshot(page, 'page-modal-ko');
    world.answer = () => {
      world.modals['UMINJI'] = null;
      return { ok: true };
    };
    await form.getByRole('button', { name: '접수' }).click();
    await form.waitFor({ state: 'detached' });
    const submitted = server.acts.find((act) => act.do === 'submit');
    expect(submitted).toMatchObject({
      viewId: 'V1',
      values: {
        words: { words: { type: 'plain_text_input', value: '계란이 깨져서 왔어요.' } },
        kind: { kind: { type: 'static_select', selected_option: { value: 'complaint' } } },
        channel: { channel: { selected_option: { value: 'store' } } },
        signals: { signals: { selected_options: [{ value: 'F1' }] } },
        // 15:00 in Seoul.
        call: { call: { type: 'datetimepicker', selected_date_time: Date.UTC(2026, 10, 26, 6) / 1000 } },
      },
    });
  });

  it('asks the app on Enter where the field says so, and breaks the line on Shift+Enter', async () => {
    await open('as=UMINJI&at=CLOG');
    const view = filingForm();
    const [words, ...rest] = view.blocks;
    world.modals['UMINJI'] = {
      viewId: 'V1',
      view: {
        ...view,
        blocks: [
          {
            ...words,
            type: 'input',
            element: { type: 'plain_text_input', action_id: 'words', multiline: true },
          },
          ...rest,
        ],
      },
      errors: {},
    };
    server.announce({ type: 'modal' });
    const field = page.getByLabel('고객이 한 말');
    await field.pressSequentially('첫 줄');
    await field.press('Shift+Enter');
    await field.pressSequentially('둘째 줄');
    expect(server.acts.filter((act) => act.do === 'press')).toEqual([]);
    await field.press('Enter');
    await expect.poll(() => server.acts.at(-1)).toMatchObject({ do: 'press', action: { value: '첫 줄\n둘째 줄' } });
    expect(await field.inputValue()).toBe('첫 줄\n둘째 줄');
  });

  it('shows what the app refuses at its field and takes it away once the field is touched', async () => {
    await open('as=UMINJI&at=CLOG');
    world.modals['UMINJI'] = {
      viewId: 'V1',
      view: filingForm(),
      errors: { words: '고객이 한 말을 조금 더 써 주세요.' },
    };
    server.announce({ type: 'modal' });
    const form = page.getByRole('dialog');
    await form.getByText('조금 더 써 주세요').waitFor();
    await form.getByLabel('고객이 한 말').fill('계란');
    await form.getByText('조금 더 써 주세요').waitFor({ state: 'detached' });
  });

  it('leaves the form open with the sentence and the typed text when the app does not answer', async () => {
    await open('as=UMINJI&at=CLOG');
    openForm();
    const form = page.getByRole('dialog');
    await form.getByLabel('고객이 한 말').fill('계란이 깨졌어요');
    await form.getByLabel('종류').selectOption('claim');
    world.answer = () => ({ ok: false, error: '앱이 응답하지 않았습니다. 다시 시도해 주세요.' });
    await form.getByRole('button', { name: '접수' }).click();
    await form.getByRole('alert').getByText('앱이 응답하지 않았습니다').waitFor();
    expect(await form.getByLabel('고객이 한 말').inputValue()).toBe('계란이 깨졌어요');
  });

  it('closes the form with Esc and gives the focus back to where it was', async () => {
    await open('as=UMINJI&at=CLOG');
    const composer = page.getByLabel('voc-물류에 메시지 쓰기');
    await composer.focus();
    openForm();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(server.acts.at(-1)).toMatchObject({ do: 'close', viewId: 'V1' });
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('voc-물류에 메시지 쓰기');
  });

  it('brings the form below back as it was left when the one on top closes', async () => {
    await open('as=UMINJI&at=CLOG');
    openForm();
    await page.getByLabel('고객이 한 말').fill('아래에 쓴 글');
    const below = world.modals['UMINJI'] ?? null;
    world.modals['UMINJI'] = {
      viewId: 'V2',
      view: { type: 'modal', title: { type: 'plain_text', text: '가린 곳 보기' }, blocks: [{ type: 'divider' }] },
      errors: {},
    };
    server.announce({ type: 'modal' });
    await page.getByRole('dialog', { name: '가린 곳 보기' }).waitFor();
    world.modals['UMINJI'] = below;
    server.announce({ type: 'modal' });
    await page.getByRole('dialog', { name: '가린 곳 보기' }).waitFor({ state: 'detached' });
    expect(await page.getByLabel('고객이 한 말').inputValue()).toBe('아래에 쓴 글');
  });

  it('does not send a half-composed Korean syllable on Enter, and sends the finished message', async () => {
    await open('as=UMINJI&at=CLOG');
    const composer = page.getByLabel('voc-물류에 메시지 쓰기');
    await composer.fill('안녕하세');
    await composer.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
    await composer.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true });
    expect(server.acts.filter((act) => act.do === 'say')).toEqual([]);
    await composer.fill('안녕하세요');
    await composer.press('Shift+Enter');
    await composer.pressSequentially('둘째 줄');
    await composer.press('Enter');
    await expect.poll(() => server.acts.at(-1)).toMatchObject({ do: 'say', text: '안녕하세요\n둘째 줄' });
  });

  it('offers commands and the app by name, and sends both as Slack would', async () => {
    await open('as=UMINJI&at=CLOG');
    const composer = page.getByLabel('voc-물류에 메시지 쓰기');
    await composer.pressSequentially('/v');
    await page.getByRole('option', { name: '/voc' }).waitFor();
    await composer.press('Tab');
    await composer.pressSequentially('내 건');
    await composer.press('Enter');
    await expect
      .poll(() => server.acts.at(-1))
      .toMatchObject({ do: 'command', conversation: 'CLOG', text: '/voc 내 건' });
    await composer.pressSequentially('@메');
    await composer.press('Enter');
    await composer.pressSequentially('5 < 6 & <!here>');
    await composer.press('Enter');
    await expect
      .poll(() => server.acts.at(-1))
      .toMatchObject({ do: 'say', text: '<@UAPP> 5 &lt; 6 &amp; &lt;!here&gt;' });
  });

  it('gives back what was typed, and says why, when a command fails', async () => {
    await open('as=UMINJI&at=CLOG');
    world.answer = () => ({ ok: false, error: '/voc 명령어를 실행하지 못했습니다.' });
    const composer = page.getByLabel('voc-물류에 메시지 쓰기');
    await composer.fill('/voc 접수 계란이 깨짐');
    await composer.press('Enter');
    await page.getByRole('alert').getByText('실행하지 못했습니다').waitFor();
    expect(await composer.inputValue()).toBe('/voc 접수 계란이 깨짐');
  });

  it('presses a button only after the question it asks is answered', async () => {
    morning(world);
    await open('as=UHANA&at=CLOG');
    await page.getByRole('button', { name: '종결' }).click();
    await page.getByRole('dialog', { name: '종결할까요?' }).getByRole('button', { name: '취소' }).click();
    expect(server.acts.filter((act) => act.do === 'press')).toEqual([]);
    await page.getByRole('button', { name: '종결' }).click();
    await page.getByRole('dialog', { name: '종결할까요?' }).getByRole('button', { name: '종결' }).click();
    await expect
      .poll(() => server.acts.at(-1))
      .toMatchObject({
        do: 'press',
        container: { type: 'message', conversation: 'CLOG' },
        blockId: 'steps',
        action: { type: 'button', action_id: 'close', value: 'VOC-0142' },
      });
    await page.getByRole('button', { name: '더 보기' }).click();
    await page.getByRole('menuitem', { name: '보류' }).click();
    await expect
      .poll(() => server.acts.at(-1))
      .toMatchObject({ do: 'press', action: { type: 'overflow', selected_option: { value: 'hold' } } });
  });

  it('lets the same choice be made again, as after a form that was closed without sending', async () => {
    morning(world);
    await open('as=UHANA&at=CLOG');
    for (const times of [1, 2]) {
      await page.getByRole('button', { name: '다른 작업' }).click();
      await page.getByRole('menuitemradio', { name: '메모' }).click();
      await expect.poll(() => server.acts.filter((act) => act.do === 'press').length).toBe(times);
    }
    expect(server.acts.at(-1)).toMatchObject({
      action: { type: 'static_select', action_id: 'other', selected_option: { value: 'note' } },
      values: { steps: { other: { selected_option: { value: 'note' } } } },
    });
  });

  it('offers the shortcuts of the app on a message and everywhere', async () => {
    morning(world);
    await open('as=UMINJI&at=CLOG');
    await page.getByRole('article', { name: /^박도윤/ }).hover();
    await page
      .getByRole('article', { name: /^박도윤/ })
      .getByRole('button', { name: '메시지 메뉴' })
      .click();
    await page.getByRole('menuitem', { name: 'VOC로 접수' }).click();
    await expect
      .poll(() => server.acts.at(-1))
      .toMatchObject({ do: 'message-shortcut', callbackId: 'file-message', conversation: 'CLOG' });
    await page.getByRole('button', { name: '바로가기' }).click();
    await page.getByRole('menuitem', { name: 'VOC 접수' }).click();
    await expect.poll(() => server.acts.at(-1)).toMatchObject({ do: 'global-shortcut', callbackId: 'file' });
  });

  it('opens a thread beside the channel and answers in it', async () => {
    morning(world);
    await open('as=UHANA&at=CLOG', { viewport: { width: 1440, height: 860 } });
    await page.getByRole('button', { name: /답글 2개/ }).click();
    const thread = page.getByRole('complementary', { name: '스레드' });
    await thread.getByText('포장 기록을 보고 있습니다').waitFor();
    await thread.getByLabel('답글 쓰기').fill('완충재가 빠져 있었습니다');
    await thread.getByLabel('답글 쓰기').press('Enter');
    await thread.getByText('완충재가 빠져 있었습니다').waitFor();
    await page.getByRole('button', { name: /답글 3개/ }).waitFor();
    await screenshot(page, 'page-thread-ko');
  });

  it('lets me type my own message differently, or leave it as it was', async () => {
    morning(world);
    world.messages.push(message({ conversation: 'CLOG', user: 'UHANA', text: '<@UMINJI> 상자 &amp; 완충재를 봅니다' }));
    await open('as=UHANA&at=CLOG');
    const mine = page.getByRole('article', { name: /^이하나/ }).last();
    const edit = async () => {
      await mine.hover();
      await mine.getByRole('button', { name: '메시지 메뉴' }).click();
      await page.getByRole('menuitem', { name: '메시지 수정' }).click();
    };
    await edit();
    const field = page.getByLabel('메시지 수정');
    expect(await field.inputValue()).toBe('@김민지 상자 & 완충재를 봅니다');
    await screenshot(page, 'page-edit-ko');
    await field.fill('버립니다');
    await field.press('Escape');
    await mine.getByText('완충재를 봅니다').waitFor();
    await edit();
    await field.fill('상자를 바꿨습니다');
    await field.press('Enter');
    await mine.getByText('상자를 바꿨습니다').waitFor();
    await mine.getByText('(수정됨)').waitFor();
    expect(server.acts.at(-1)).toMatchObject({ do: 'edit', conversation: 'CLOG', text: '상자를 바꿨습니다' });
  });

  it.each([4, 39])(
    'shows the hostile text of case %i exactly as the customer wrote it, wherever it stands',
    async (index) => {
      const text = await hostile(index);
      const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      world.messages.push(
        message({ conversation: 'CLOG', user: 'UAPP', text, blocks: card(text) }),
        message({
          conversation: 'CLOG',
          user: 'UAPP',
          text,
          blocks: [
            { type: 'section', block_id: 'plain', text: { type: 'plain_text', text } },
            { type: 'header', block_id: 'head', text: { type: 'plain_text', text: text.slice(0, 150) } },
          ],
        }),
      );
      await open('as=UHANA&at=CLOG');
      expect(await page.locator('blockquote').textContent()).toBe(text);
      expect(
        await page
          .locator('.block-section')
          .filter({ hasText: text.slice(-40) })
          .textContent(),
      ).toBe(text);
      expect(await page.getByRole('heading', { level: 3 }).nth(1).textContent()).toBe(text.slice(0, 150));
      expect(
        await page.locator('article a, article img, article script, article .mention:not(.block-context *)').count(),
      ).toBe(0);
      // Said by a person, it comes escaped; Slack's own marks for bold and the like then hold, links and pings do not.
      world.messages.push(message({ conversation: 'CLOG', user: 'UMINJI', text: escaped }));
      server.announce({ type: 'messages', conversation: 'CLOG' });
      const said = page.getByRole('article', { name: /^김민지/ });
      await said.waitFor();
      expect(await said.locator('a, img, script, .mention').count()).toBe(0);
      expect(await said.textContent()).toContain(
        index === 4 ? "<script>alert('x')</script>" : '<img src=x onerror=alert(1)>',
      );
    },
  );

  it('lets a customer’s 4,000 characters be read in a card, and pasted without a loss into a field that takes 3,000', async () => {
    const rant = '배송이 늦고 상자가 젖어 있었습니다. '.repeat(200).slice(0, 4000);
    world.messages.push(message({ conversation: 'CLOG', user: 'UAPP', text: '긴 글', blocks: card(rant) }));
    await open('as=UMINJI&at=CLOG');
    expect(await page.locator('blockquote').textContent()).toBe(rant);
    openForm();
    const field = page.getByLabel('고객이 한 말');
    await field.fill(rant);
    await page.getByRole('dialog').getByText('4,000 / 3,000자').waitFor();
    expect(await field.inputValue()).toBe(rant);
    await page.getByRole('dialog').getByRole('button', { name: '접수' }).click();
    await page.getByText('3,000자까지 쓸 수 있습니다').waitFor();
    expect(await field.inputValue()).toBe(rant);
    await screenshot(page, 'page-long-text');
  });

  it('speaks English when asked, and tells the server so', async () => {
    morning(world);
    await open('as=UHANA&at=app&tab=home');
    await page.getByText('나를 기다리는 일 2건').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('tab', { name: 'Messages' }).waitFor();
    await expect.poll(() => server.acts).toContainEqual({ do: 'speak', locale: 'en', as: 'UHANA' });
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await screenshot(page, 'page-home-en');
  });

  it('opens a permalink at its message, as the same person, and goes to the end for what I say', async () => {
    morning(world);
    const first = world.messages[0];
    for (let count = 0; count < 40; count += 1)
      world.messages.push(message({ conversation: 'CLOG', user: 'UDOYUN', text: `긴 이야기 ${count}` }));
    page = await openPage(browser);
    await page.goto(`${server.url}?conversation=CLOG&ts=${first?.ts}#as=UHANA`);
    const linked = page.locator(`[data-ts="${first?.ts}"]`);
    await linked.waitFor();
    await expect.poll(() => linked.boundingBox().then((box) => box !== null && box.y > 0 && box.y < 800)).toBe(true);
    await page.getByRole('button', { name: '지금 나는 이하나' }).waitFor();
    const composer = page.getByLabel('voc-물류에 메시지 쓰기');
    await composer.fill('보았습니다');
    await composer.press('Enter');
    const said = page.getByText('보았습니다', { exact: true });
    await said.waitFor();
    await expect.poll(() => said.boundingBox().then((box) => box !== null && box.y < 800)).toBe(true);
  });

  it('counts unread messages and reads them by looking', async () => {
    await open('as=UMINJI&at=CLOG');
    const entry = page.getByRole('navigation').getByRole('button', { name: /voc-조정/ });
    await entry.getByText('읽지 않은 메시지 3건').waitFor();
    await entry.click();
    await entry.getByText('읽지 않은 메시지').waitFor({ state: 'detached' });
  });

  it('connects again after the server was away and fetches what it missed', async () => {
    await open('as=UMINJI&at=CLOG');
    await page.getByText('아직 메시지가 없습니다').waitFor();
    world.messages.push(message({ conversation: 'CLOG', user: 'UHANA', text: '그 사이에 쓴 글' }));
    server.dropListeners();
    await page.getByText('그 사이에 쓴 글').waitFor();
    complaints = complaints.filter((line) => !line.includes('ERR_INCOMPLETE_CHUNKED_ENCODING'));
  });

  it('reads new messages of others aloud', async () => {
    await open('as=UMINJI&at=CLOG');
    world.messages.push(message({ conversation: 'CLOG', user: 'UHANA', text: '처음' }));
    server.announce({ type: 'messages', conversation: 'CLOG' });
    await page.getByText('처음', { exact: true }).waitFor();
    world.messages.push(message({ conversation: 'CLOG', user: 'UAPP', text: 'VOC-0142 접수', blocks: card('계란') }));
    server.announce({ type: 'messages', conversation: 'CLOG' });
    await page.locator('[aria-live=polite]').getByText('메아리: VOC-0142 접수').waitFor();
  });

  it('fits a phone: the rail waits aside, nothing is cut off', async () => {
    morning(world);
    await open('as=UHANA&at=CLOG', { viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true });
    await page.getByText('고객이 오후에').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
    expect(await page.getByRole('navigation').count()).toBe(0);
    await screenshot(page, 'page-phone-ko');
    await page.getByRole('button', { name: '대화 목록 열기' }).click();
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /voc-조정/ })
      .click();
    await page.getByRole('heading', { name: 'voc-조정' }).waitFor();
    openPhoneForm();
    await page.getByRole('dialog').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
    await screenshot(page, 'page-phone-modal-ko');
  });

  it.each(['light', 'dark'] as const)('names every control and keeps its text readable in %s', async (colorScheme) => {
    morning(world);
    await open('as=UHANA&at=CLOG', { colorScheme, viewport: { width: 1440, height: 860 } });
    await page.getByRole('button', { name: /답글 2개/ }).click();
    await page.getByRole('complementary').waitFor();
    const audit = await readFile(new URL('./audit.js', import.meta.url), 'utf8');
    expect(await page.evaluate(audit)).toEqual([]);
    await screenshot(page, `page-channel-${colorScheme}`);
    world.modals['UHANA'] = { viewId: 'V1', view: filingForm(), errors: { words: '조금 더 써 주세요.' } };
    server.announce({ type: 'modal' });
    await page.getByRole('dialog').waitFor();
    expect(await page.evaluate(audit)).toEqual([]);
    await screenshot(page, `page-modal-${colorScheme}`);
  });
});

function openPhoneForm(): void {
  world.modals['UHANA'] = { viewId: 'V1', view: filingForm(), errors: {} };
  server.announce({ type: 'modal' });
}
