import type { Step } from '../../src/ports/card.ts';
import { shows } from './office.ts';
import { labels, pressBehind } from './on-a-case.ts';
import type { Scenario } from './scenario.ts';
import { stageOf } from './stage.ts';

/** Help for whoever talks to the customer: on the case as they look at it themselves. */
export const caring = {
  draft: {
    does: 'has a reply looked over before sending it: what is worth another look stands in the form, with the draft',
    run: async (office) => {
      const c = await stageOf(office).bring('fixed');
      const duri = office.person('duri');
      await duri.type(c.number);
      await shows(duri.told, c.number);
      await pressBehind(office, duri, labels.draft, 'private', c.number);
      await duri.fill({ draft: '죄송합니다. 정말 죄송합니다. 거듭 사과드립니다.' });
      await duri.submit();
      await shows(duri.formText, '사과가 3번 나옵니다');
      await shows(() => duri.startsWith('draft'), '거듭 사과드립니다');
    },
  },
  'happy-call': {
    does: 'calls the customer some days after closing, and what is not solved is opened again',
    run: async (office) => {
      const stage = stageOf(office);
      const c = await stage.bring('replied', { signals: ['D2'] });
      await stage.does('sechan', 'no-change', c.id, { reason: '8월에 바꾼 상자가 이 건 뒤에 들어왔습니다' });
      await stage.does('mirae', 'close', c.id);
      await office.settled();
      const duri = office.person('duri');
      await duri.type(c.number);
      await shows(duri.told, c.number);
      await duri.press(labels['happy-call'], 'private', c.number);
      await duri.fill({ answer: 'unsolved', again: 'yes', note: '아직도 깨져서 온다고 하심' });
      await duri.submit();
      await c.happened('HappyCallMade', 'duri');
    },
  },
  brief: {
    does: 'has a call brief: what happened, what is wanted, tried, promised, and when to call',
    run: async (office) => {
      const c = await stageOf(office).bring('working', { reach: '평일 10-12시' });
      const duri = office.person('duri');
      await duri.type(c.number);
      await shows(duri.told, c.number);
      await duri.press(labels.brief, 'private', c.number);
      await shows(duri.told, /통화 브리핑[\s\S]*평일 10–12시[\s\S]*권한 한도/);
    },
  },
  customer: {
    does: 'sees the earlier cases of the same customer, and opens one',
    run: async (office) => {
      const stage = stageOf(office);
      const first = await stage.bring('routed', { customer: '010-0000-4321' });
      const second = await stage.bring('routed', { customer: '010 0000 4321' });
      await shows(() => second.card('logistics'), '이 고객의 이전 VOC');
      const hana = office.person('hana');
      await pressBehind(office, hana, labels.customer, 'logistics', second.number);
      await shows(hana.told, first.number);
    },
  },
} satisfies Partial<Record<Step, Scenario>>;
