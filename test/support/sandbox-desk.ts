import { setTimeout } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { screenshot } from './chromium.ts';

/** Words of the page's own frame, in the language it is set to. */
const frame = {
  ko: {
    become: /^다른 사람 되어 보기/,
    app: '메아리',
    move: '시간 건너뛰기',
    hour: /^한 시간 뒤/,
    morning: /^다음 영업일 아침/,
    month: /^30일 뒤 아침/,
    week: /^1주일을 1분에/,
    stop: '멈춤',
  },
  en: {
    become: /^Act as|^Become|^Switch/,
    app: '메아리',
    move: 'Skip ahead in time',
    hour: /^In one hour/,
    morning: /^Next business morning/,
    month: /^A morning 30 days on/,
    week: /^One week in a minute/,
    stop: 'Stop',
  },
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

  const clock = rail.getByRole('group').locator('time');

  /** What the page's clock shows, in milliseconds since 1970. */
  const time = async (): Promise<number> => Date.parse((await clock.getAttribute('datetime')) ?? '');

  async function move(item: 'hour' | 'morning' | 'month' | 'week'): Promise<void> {
    const before = await time();
    await rail.getByRole('button', { name: frame[locale].move }).click();
    await page.getByRole('menuitem', { name: frame[locale][item] }).click();
    // Not the test runner's poll: the pictures are drawn without it.
    for (let looks = 0; (await time()) < before + 30 * 60_000; looks++) {
      if (looks === 200) throw new Error('the clock was not moved');
      await setTimeout(50);
    }
  }

  /** The newest message that has this button. */
  const messageWith = (label: string): Locator =>
    main
      .getByRole('article')
      .filter({ has: page.getByRole('button', { name: named(label) }) })
      .last();

  let pressed: string | null = null;
  async function press(label: string): Promise<void> {
    pressed = label;
    await messageWith(label)
      .getByRole('button', { name: named(label) })
      .click();
  }

  /** On a machine under load a press may outlast the platform's three seconds, and no form opens: a person presses again. */
  async function opened(): Promise<void> {
    const isOpen = await form()
      .first()
      .waitFor({ timeout: 8_000 })
      .then(() => true)
      .catch(() => false);
    if (!isOpen && pressed !== null) await press(pressed);
  }

  /** Nothing on the screen is cut off sideways. */
  async function fits(): Promise<void> {
    const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(wide).toBe(0);
  }

  return {
    page,
    form,
    become,
    goTo,
    time,
    /** Moves the workspace's clock on with the menu beside it. */
    move,
    moveHours: async (hours: number) => {
      for (let hour = 0; hour < hours; hour++) await move('hour');
    },
    moveMornings: async (mornings: number) => {
      for (let morning = 0; morning < mornings; morning++) await move('morning');
    },
    stopTime: () => rail.getByRole('button', { name: frame[locale].stop }).click(),
    directly: async () => {
      await goTo(frame[locale].app);
      await page.getByRole('tab').last().click();
    },
    press,
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
      await opened();
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
    closeForm: async () => {
      await page.keyboard.press('Escape');
      await form().waitFor({ state: 'detached' });
    },
    /** `within` milliseconds: what waits behind days of reminders takes longer on a machine under load. */
    sees: (text: string | RegExp, within = 15_000) =>
      main.getByText(text).filter({ visible: true }).last().waitFor({ timeout: within }),
    seesInForm: (text: string | RegExp) =>
      form().getByText(text).filter({ visible: true }).first().waitFor({ timeout: 15_000 }),
    openThread: () => main.locator('.replies').last().click(),
    seesInThread: (text: string | RegExp) =>
      page.getByRole('complementary').getByText(text).last().waitFor({ timeout: 15_000 }),
    /** What the newest message says. */
    newest: async () => ((await main.getByRole('article').last().textContent()) ?? '').replace(/\s+/g, ' '),
    /** The buttons of the newest message that says this. */
    buttonsOf: (text: string) =>
      main
        .getByRole('article')
        .filter({ hasText: text })
        .last()
        .locator('.message-body')
        .getByRole('button')
        .allInnerTexts(),
    /** Writes a line below the conversation and sends it. */
    type: async (line: string) => {
      await main.getByRole('combobox').fill(line);
      await page.keyboard.press('Enter');
    },
    picture: (name: string) => screenshot(page, name),
    /** The same as on a phone, where nothing is cut off sideways either. */
    phonePicture: async (name: string) => {
      const wide = page.viewportSize();
      await page.setViewportSize({ width: 390, height: 844 });
      await clock.waitFor({ state: 'hidden' });
      await fits();
      await screenshot(page, name);
      if (wide !== null) await page.setViewportSize(wide);
      await clock.waitFor();
    },
    fits,
  };
}

/** A screen reader hears which case a button belongs to. */
const named = (label: string): RegExp => new RegExp(`^${escaped(label)}(, VOC-\\d+)?$`);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
