import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { screenshot } from './chromium.ts';

/** Words of the page's own frame, in the language it is set to. */
const frame = {
  ko: { become: /^다른 사람 되어 보기/, app: '메아리' },
  en: { become: /^Act as|^Become|^Switch/, app: '메아리' },
} as const;

/** Works in the sandbox's page as a person would: by what can be read on the screen. */
export function sandboxDesk(page: Page, locale: 'ko' | 'en') {
  const main = page.getByRole('main');
  const form = () => page.getByRole('dialog');
  const rail = page.getByRole('navigation');

  async function become(name: string): Promise<void> {
    await rail.getByRole('button', { name: frame[locale].become }).click();
    await page.getByRole('menuitemradio', { name: new RegExp(`^${name}`) }).click();
  }

  const goTo = (conversation: string) => rail.getByRole('button', { name: conversation }).first().click();

  /** The newest message that has this button. */
  const messageWith = (label: string): Locator =>
    main
      .getByRole('article')
      .filter({ has: page.getByRole('button', { name: named(label) }) })
      .last();

  return {
    page,
    form,
    become,
    goTo,
    directly: async () => {
      await goTo(frame[locale].app);
      await page.getByRole('tab').last().click();
    },
    press: (label: string) =>
      messageWith(label)
        .getByRole('button', { name: named(label) })
        .click(),
    /** The same through the menu of further steps, on the newest message that has one. */
    choose: async (label: string) => {
      await main.getByRole('article').locator('[aria-haspopup="menu"]:not([class~="quiet"])').last().click();
      await page
        .getByRole('menuitemradio', { name: label, exact: true })
        .or(page.getByRole('menuitem', { name: label, exact: true }))
        .first()
        .click();
    },
    /** Fills the open form in, by label. */
    fill: async (entries: Readonly<Record<string, string | readonly string[]>>) => {
      for (const [label, value] of Object.entries(entries)) {
        if (typeof value !== 'string') {
          await form()
            .getByRole('button', { name: new RegExp(`^${escaped(label)}`) })
            .click();
          for (const each of value) await page.getByRole('checkbox', { name: each }).check();
          await page.keyboard.press('Escape');
          continue;
        }
        const field = form().getByLabel(label, { exact: false }).first();
        if ((await field.evaluate((e) => e.tagName)) === 'SELECT') await field.selectOption({ label: value });
        else if ((await field.getAttribute('role')) === 'radiogroup')
          await field.getByRole('radio', { name: value }).check();
        else await field.fill(value);
      }
    },
    submit: async (label: string) => {
      await form().getByRole('button', { name: label, exact: true }).click();
      await form().waitFor({ state: 'detached' });
    },
    sees: (text: string | RegExp) => main.getByText(text).filter({ visible: true }).last().waitFor({ timeout: 15_000 }),
    seesInForm: (text: string | RegExp) =>
      form().getByText(text).filter({ visible: true }).first().waitFor({ timeout: 15_000 }),
    picture: (name: string) => screenshot(page, name),
    /** Nothing on the screen is cut off sideways. */
    fits: async () => {
      const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect(wide).toBe(0);
    },
  };
}

/** A screen reader hears which case a button belongs to. */
const named = (label: string): RegExp => new RegExp(`^${escaped(label)}(, VOC-\\d+)?$`);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
