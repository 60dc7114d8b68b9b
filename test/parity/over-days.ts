import type { Step } from '../../src/ports/card.ts';
import { becomes, type Office, shows } from './office.ts';
import { labels } from './on-a-case.ts';
import type { Scenario } from './scenario.ts';
import { stageOf } from './stage.ts';

/** In Seoul. The office opened on Monday the 23rd at ten. */
const kst = (text: string): number => Date.parse(`2026-${text.replace(' ', 'T')}:00+09:00`);

/** It is that time, and whatever is due by then has happened and left. */
async function passes(office: Office, until: string): Promise<void> {
  office.time.to(kst(until));
  await office.meari.keepTime.tick();
  await office.settled();
}

/** What time brings. The moments go forward from one to the next. */
export const reminders = {
  single: {
    does: 'is reminded in private of a step that waits for them, and takes it there',
    afterDays: 1,
    run: async (office) => {
      const c = await stageOf(office).bring('routed', { department: 'quality' });
      const yuna = office.person('yuna');
      await passes(office, '11-24 15:05');
      await shows(yuna.told, c.number);
      await yuna.press(labels.acknowledge, 'private', c.number);
      await c.happened('CaseAcknowledged', 'yuna');
    },
  },
  several: {
    does: 'is reminded of several cases in one message',
    afterDays: 2,
    run: async (office) => {
      const stage = stageOf(office);
      const cases = [await stage.file(), await stage.file(), await stage.file()];
      await office.settled();
      const jiho = office.person('jiho');
      await passes(office, '11-25 16:35');
      await shows(jiho.told, `오늘 할 일 ${cases.length}건`);
      for (const { number } of cases) await shows(jiho.told, number);
    },
  },
} as const satisfies Readonly<Record<string, Scenario>>;

/** Steps that only time brings. */
export const aboutTime = {
  snooze: {
    does: 'puts a reminder off, with a reason',
    afterDays: 3,
    run: async (office) => {
      const c = await stageOf(office).bring('routed', { department: 'finance' });
      const seyeong = office.person('seyeong');
      await passes(office, '11-26 16:40');
      await shows(seyeong.told, c.number);
      await seyeong.press(labels.snooze, 'private', c.number);
      await seyeong.fill({ reason: '협력사 답을 기다립니다' });
      await seyeong.submit();
      await c.happened('NudgesSnoozed', 'seyeong');
    },
  },
  progress: {
    does: 'is asked how it goes, and says with one press that it does',
    afterDays: 8,
    run: async (office) => {
      const stage = stageOf(office);
      const c = await stage.bring('routed', { department: 'it' });
      await stage.does('bada', 'acknowledge', c.id);
      const bada = office.person('bada');
      await passes(office, '12-01 18:00');
      await passes(office, '12-02 09:35');
      await shows(bada.told, c.number);
      await bada.press(labels.progress, 'private', c.number);
      await c.happened('ProgressConfirmed', 'bada');
    },
  },
  'new-due': {
    does: 'gives a new date, as the lead, once the first one has passed',
    afterDays: 14,
    run: async (office) => {
      const stage = stageOf(office);
      const c = await stage.bring('routed', { signals: ['D2'], department: 'security' });
      await stage.does('byeori', 'acknowledge', c.id);
      await passes(office, '12-07 18:00');
      await passes(office, '12-08 09:35');
      const taeo = office.person('taeo');
      await taeo.press(labels['new-due'], 'security', c.number);
      await taeo.fill({ until: stage.now() + 48 * 3_600_000, reason: '완충재가 모레 들어옵니다' });
      await taeo.submit();
      await c.happened('NewDueSet', 'taeo');
      await becomes(taeo.hasForm, false);
    },
  },
} satisfies Partial<Record<Step, Scenario>>;
