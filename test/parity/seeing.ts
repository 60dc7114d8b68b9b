import { wordsIn } from '../../src/render/words/locales.ts';
import { files } from './filing-by-hand.ts';
import { becomes, shows } from './office.ts';
import { labels } from './on-a-case.ts';
import type { Scenario } from './scenario.ts';
import { stageOf } from './stage.ts';

const { confirm } = wordsIn('ko').steps;
const { nothingFound } = wordsIn('ko').lists;

/** What people see of what others do, and what holds when things cross. */
export const seeing: readonly Scenario[] = [
  {
    does: 'sees one card per case in a channel, which changes where it stands',
    run: async (office) => {
      const stage = stageOf(office);
      const c = await stage.bring('routed');
      await stage.does('hana', 'acknowledge', c.id);
      await office.settled();
      await shows(() => c.card('logistics'), labels.start);
      const cards = () =>
        office.channel('logistics').filter(({ thread, text }) => thread === null && text.includes(c.number));
      await becomes(() => cards().length, 1);
    },
  },
  {
    does: 'reads the story of a case in the thread below its card, a line for each thing that happened',
    run: async (office) => {
      const c = await stageOf(office).bring('working');
      await shows(() => c.thread('logistics'), /김하나 님이 확인했습니다[\s\S]*완충재를 두 겹으로/);
    },
  },
  {
    does: 'changes what they wrote under a card, or takes it back: so it reads in the other threads, too',
    run: async (office) => {
      const c = await stageOf(office).bring('offered');
      const hana = office.person('hana');
      const written = await hana.reply('상자가 두 개 젖었습니다', 'logistics', c.number);
      await shows(() => c.thread('quality'), '상자가 두 개 젖었습니다');
      await hana.edit(written, '상자가 세 개 젖었습니다');
      await shows(() => c.thread('quality'), '상자가 세 개 젖었습니다');
      await hana.erase(written);
      await becomes(() => c.thread('quality').includes('상자가 세 개'), false);
    },
  },
  {
    does: 'calls Meari by name under a card: that is a note, too, and they are told so',
    run: async (office) => {
      const c = await stageOf(office).bring('offered');
      const hana = office.person('hana');
      await hana.mention('완충재를 바꿨습니다', 'logistics', c.number);
      await c.happened('NoteHeard', 'hana');
      await shows(() => c.thread('quality'), '완충재를 바꿨습니다');
      await shows(() => hana.reads('logistics').join('\n'), `${c.number}에 메모로 남겼습니다`);
    },
  },
  {
    does: 'hears in private what became of what they filed',
    run: async (office) => {
      const duri = office.person('duri');
      const c = await stageOf(office).bring('acknowledged');
      await shows(duri.told, c.number);
      await shows(duri.told, '김하나 님이 확인했습니다');
    },
  },
  {
    does: 'presses second, and is told who was first',
    run: async (office) => {
      const c = await stageOf(office).bring('routed');
      const [hana, jiho] = [office.person('hana'), office.person('jiho')];
      await Promise.all([
        hana.press(labels.acknowledge, 'logistics', c.number),
        jiho.press(labels.acknowledge, 'logistics', c.number),
      ]);
      await shows(() => `${hana.told()}\n${jiho.told()}`, /이미 (김하나|서지호) 님이 확인했습니다/);
      const taken = async () => (await c.events()).filter(({ type }) => type === 'CaseAcknowledged').length;
      await becomes(taken, 1);
    },
  },
  {
    does: 'sends a form after the case has moved on: it is told how the case stands, and what was typed is still there',
    run: async (office) => {
      const stage = stageOf(office);
      const c = await stage.bring('acknowledged');
      const hana = office.person('hana');
      await hana.press(labels.start, 'logistics', c.number);
      await hana.fill({ plan: '상자를 바꿉니다', eta: stage.now() + 24 * 3_600_000 });
      await stage.does('sechan', 'refuse', c.id, {
        reason: 'facts_differ',
        evidence: '출고 사진 3건',
        explanation: '출고 때 찍은 사진을 함께 보여 드립니다',
        whyUnreasonable: '출고 때는 깨지지 않았습니다',
      });
      await hana.submit();
      await shows(() => Object.values(hana.errors()).join(' '), '불수용');
      await becomes(hana.hasForm, true);
    },
  },
  {
    does: 'has acted once and is answered once, however often the platform delivers a press, a form or words',
    run: async (office) => {
      const stage = stageOf(office);
      const c = await stage.bring('routed');
      const hana = office.person('hana');
      office.arriveTimes(3);
      try {
        await hana.press(labels.acknowledge, 'logistics', c.number);
        await c.happened('CaseAcknowledged', 'hana');
        await hana.press(labels.note, 'logistics', c.number);
        await hana.fill({ text: '창고에 재고가 있습니다' });
        await hana.submit();
        await c.happened('NoteAdded', 'hana');
        const duri = office.person('duri');
        await duri.type(`찾기 ${c.number}의 상자`);
        await shows(duri.told, nothingFound);
        await new Promise((resolve) => setTimeout(resolve, 200));
        await becomes(() => duri.told().split(nothingFound).length - 1, 1);
      } finally {
        office.arriveTimes(1);
      }
      await office.settled();
      const types = async () => (await c.events()).map(({ type }) => type);
      await becomes(types, ['CaseFiled', 'CaseRouted', 'CaseAcknowledged', 'NoteAdded']);
    },
  },
  {
    does: 'acknowledges a case whose customer is to be called, and is asked who calls and when',
    by: { slack: 'in a window', teams: 'in the card itself, which only they see so' },
    run: async (office) => {
      const stage = stageOf(office);
      const c = await stage.bring('routed', { signals: ['D2'] });
      const hana = office.person('hana');
      await hana.press(labels.acknowledge, 'logistics', c.number);
      await hana.fill({ caller: 'duri', callbackAt: stage.now() + 3_600_000 });
      await hana.submit();
      await c.happened('CaseAcknowledged', 'hana');
      await shows(async () => (await c.now()).callback?.caller.name ?? '', '박두리');
    },
  },
  {
    does: 'is asked once more before a press that the next one cannot take back',
    run: async (office) => {
      const { title, text } = confirm.close;
      const c = await stageOf(office).bring('replied');
      await shows(() => office.person('mirae').question(labels.close, 'logistics', c.number), title);
      await shows(() => office.person('mirae').question(labels.close, 'logistics', c.number), text);
    },
  },
  {
    does: 'files words that are longer than a field can be',
    run: async (office) => {
      const words = Array.from({ length: 260 }, (_, i) => `상자 ${i + 1}번이 젖었습니다.`).join(' ');
      const duri = office.person('duri');
      await duri.type(words);
      const c = await files(office, duri);
      await becomes(async () => (await c.now()).voice.words, words);
    },
  },
  {
    does: 'is nobody the playbook names: files all the same, and hears of it',
    run: async (office) => {
      const saebom = office.colleague();
      await saebom.fileFromAnywhere();
      const c = await files(office, saebom, { words: '옆자리 손님이 상자가 젖었대요' });
      await shows(saebom.told, c.number);
      await stageOf(office).does('hana', 'acknowledge', c.id);
      await shows(saebom.told, '김하나 님이 확인했습니다');
    },
  },
  {
    does: 'decides with one of the buttons that stand in the private word itself',
    run: async (office) => {
      const c = await stageOf(office).bring('deciding');
      const dain = office.person('dain');
      await dain.press('1) 바꾼다', 'private', c.number);
      await dain.fill({ reason: '깨지지 않는 것이 먼저입니다' });
      await dain.submit();
      await c.happened('DecisionMade', 'dain');
    },
  },
  {
    does: 'is no colleague, but stands in one of our channels: a press shows and changes nothing, and says so',
    run: async (office) => {
      const c = await stageOf(office).bring('routed');
      const stranger = office.stranger();
      await stranger.press(labels.history, 'logistics', c.number);
      await shows(stranger.told, '우리 회사 구성원만');
      await becomes(() => stranger.told().includes(c.number), false);
    },
  },
];
