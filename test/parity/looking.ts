import type { Step } from '../../src/ports/card.ts';
import { becomes, shows } from './office.ts';
import { labels, look } from './on-a-case.ts';
import type { Scenario } from './scenario.ts';
import { stageOf } from './stage.ts';

const long = Array.from({ length: 200 }, (_, i) => `상자 ${i + 1}번이 젖었습니다.`).join(' ');
const inChannel = { who: 'hana', where: 'logistics' } as const;

/** Looks at a case; each is shown to whoever asked and to nobody else. */
export const looking = {
  show: look('show', 'opens a case from the private word about it', {
    from: 'acknowledged',
    who: 'duri',
    where: 'private',
    sees: /누가\s+김하나/,
  }),
  history: look('history', 'reads the whole history of a case', { ...inChannel, from: 'fixed', sees: '사진 3장' }),
  why: look('why', 'reads why a case has its severity', {
    ...inChannel,
    behind: true,
    from: 'routed',
    filed: { signals: ['B1'] },
    sees: /왜 이 등급[\s\S]*20점/,
  }),
  words: look('words', 'reads everything the customer said, however long', {
    ...inChannel,
    from: 'routed',
    filed: { words: long },
    sees: '상자 199번',
  }),
  more: look('more', 'finds everything that can be done about a case', {
    ...inChannel,
    from: 'acknowledged',
    filed: { signals: ['B2', 'C2'] },
    sees: '취하',
  }),
  fold: {
    does: 'is asked once a week to stand where the customer stands, and puts the question away for everybody',
    run: async (office) => {
      const question = '내가 이 고객이라면';
      const c = await stageOf(office).bring('routed', { department: 'facilities' });
      await shows(() => c.card('facilities'), question);
      await office.person('maru').press(labels.fold, 'facilities', c.number);
      await becomes(async () => c.card('facilities').includes(question), false);
    },
  },
  clocks: look('clocks', 'reads what is due when', { ...inChannel, from: 'routed', sees: /확인[\s\S]*까지/ }),
} satisfies Partial<Record<Step, Scenario>>;
