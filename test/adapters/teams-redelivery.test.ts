import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { NoAnswer } from '../support/teams/delivery.ts';
import { dialog } from '../support/teams/sample-cards.ts';
import { type ScriptedBot, scriptedBot } from '../support/teams/scripted-bot.ts';

let bot: ScriptedBot;
const asked = (of = bot) => of.double.person('hana').invoke('task/fetch', { data: {} });

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  bot = await scriptedBot();
});
afterAll(async () => {
  await bot.stop();
  vi.restoreAllMocks();
});

it('asks three times under one id for an answer that is empty, and says that there was none', async () => {
  bot.answers(() => null);
  await expect(asked()).rejects.toThrow(NoAnswer);
  expect(bot.came.map((a) => a.id)).toEqual([bot.came[0]?.id, bot.came[0]?.id, bot.came[0]?.id]);
  expect(bot.double.deliveries.at(-1)).toMatchObject({ what: 'task/fetch', status: 200, body: '' });
});

it('asks again when the bot breaks, and tells what it said', async () => {
  bot.answers(() => {
    throw new Error('kaputt');
  });
  await expect(asked()).rejects.toThrow('answered 500');
  expect(bot.double.deliveries.at(-1)).toMatchObject({ status: 500, tries: { length: 3 } });
});

it('asks again when the answer takes too long; the first good one counts', async () => {
  const hasty = await scriptedBot({ patience: { invokeMs: 500, messageMs: 5_000 } });
  hasty.answers(async () => {
    if (hasty.came.length === 1) await new Promise((resolve) => setTimeout(resolve, 1_500));
    return dialog();
  });
  expect(await asked(hasty)).toMatchObject({ task: { type: 'continue' } });
  expect(hasty.double.deliveries.at(-1)?.tries.length).toBeGreaterThan(1);
  expect(new Set(hasty.came.map((a) => a.id)).size).toBe(1);
  await hasty.stop();
});

it('brings one press three times at once, under one id', async () => {
  const hana = bot.double.person('hana');
  await hana.say('카드 주세요');
  bot.answers(() => dialog());
  bot.double.arriveTimes(3);
  await hana.press('조치');
  bot.double.arriveTimes(1);
  expect(bot.came).toHaveLength(3);
  expect(new Set(bot.came.map((a) => a.id)).size).toBe(1);
  expect(hana.formTitle()).toBe('조치 완료');
});
