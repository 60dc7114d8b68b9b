import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { openPage, screenshot } from '../chromium.ts';

const fonts = join(dirname(createRequire(import.meta.url).resolve('pretendard/package.json')), 'dist/web/static/woff2');
const weights: Readonly<Record<string, string>> = { regular: 'Regular', semibold: 'SemiBold', bold: 'Bold' };

/** A value of a field: text, or one choice; several boxes to tick; one of some round buttons. */
type Entry = string | readonly string[] | { readonly pick: string };

/** Works in the playground's page as a person would: by what can be read on the screen. */
export async function playgroundDesk(browser: Browser, url: string) {
  const page = await openPage(browser, { viewport: { width: 1280, height: 1000 } });
  page.setDefaultTimeout(30_000);
  await withoutInternet(page, url);
  await page.goto(url);
  await page.getByTitle('Hide log panel').click();

  const button = (label: string, within: Page | Locator = page) =>
    within.getByRole('button', { name: label, exact: true });
  const cards = page.locator('.ac-adaptiveCard');
  /** The newest card that has this button. */
  const cardWith = (label: string): Locator => cards.filter({ has: button(label) }).last();
  const cardSaying = (words: string | RegExp): Locator => cards.filter({ hasText: words }).last();
  const window = page.getByRole('dialog');

  async function enter(within: Locator, label: string, entry: Entry): Promise<void> {
    if (typeof entry !== 'string') {
      const [role, values] = 'pick' in entry ? (['radio', [entry.pick]] as const) : (['checkbox', entry] as const);
      for (const value of values) await within.getByRole(role, { name: endingIn(value) }).check();
      return;
    }
    const list = within.getByRole('combobox', { name: label });
    const text = within.getByRole('textbox', { name: label });
    await list.or(text).waitFor();
    if ((await text.count()) > 0) return text.fill(entry);
    await list.click();
    await page.getByRole('option', { name: entry, exact: true }).click();
  }

  return {
    page,
    window,
    cardWith,
    cardSaying,
    button,
    /** Fills in what is asked for in this window or card, by label. */
    fill: async (within: Locator, entries: Readonly<Record<string, Entry>>) => {
      for (const [label, entry] of Object.entries(entries)) await enter(within, label, entry);
    },
    goTo: (conversation: string) => page.getByRole('treeitem', { name: conversation }).click(),
    /** In a chat. */
    say: async (words: string) => {
      await page.getByRole('textbox').last().fill(words);
      await button('Send Message').last().click();
    },
    /** By the menu of the newest message, which is the way of a message extension. */
    fileMessage: async () => {
      await button('Show more information').last().click();
      await page.getByText('Action Command').click();
      // What Teams would know by the manifest is asked for here.
      await window.getByPlaceholder('Input command id or leave blanks').fill('file');
      await button('Create', window).click();
    },
    press: (label: string) => button(label, cardWith(label)).last().click(),
    /** The same through the menu of further steps. */
    choose: async (label: string, within: Locator) => {
      await within.getByRole('button').last().click();
      await page.getByRole('menuitem', { name: label, exact: true }).click();
    },
    sees: (words: string | RegExp, within: Page | Locator = page) =>
      within.getByText(words).filter({ visible: true }).last().waitFor(),
    /** As high as it must be to show all of a form. */
    picture: async (name: string, height = 1000) => {
      await page.setViewportSize({ width: 1280, height });
      await screenshot(page, `teams-${name}`);
      await page.setViewportSize({ width: 1280, height: 1000 });
    },
  };
}
export type PlaygroundDesk = Awaited<ReturnType<typeof playgroundDesk>>;

/** Nobody outside is asked for anything: the font that the page fetches there is one of ours, which has Korean. */
const withoutInternet = (page: Page, url: string): Promise<unknown> =>
  page.route(
    (asked) => asked.origin !== new URL(url).origin,
    (route) => {
      const [, weight = ''] = /segoeui-(\w+)\.woff2$/.exec(route.request().url()) ?? [];
      const found = weights[weight];
      if (found === undefined) return route.abort();
      const headers = { 'access-control-allow-origin': '*' };
      return route.fulfill({ path: join(fonts, `Pretendard-${found}.woff2`), headers });
    },
  );

const endingIn = (words: string): RegExp => new RegExp(`${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
