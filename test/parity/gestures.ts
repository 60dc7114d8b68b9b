import type { Gesture } from '../../src/ports/interaction.ts';
import { files } from './filing-by-hand.ts';
import { becomes, shows } from './office.ts';
import { labels } from './on-a-case.ts';
import type { Scenario } from './scenario.ts';
import { stageOf } from './stage.ts';

/** Every way in: one scenario each. */
export const gestures: Readonly<Record<Gesture['type'], Scenario>> = {
  command: {
    does: 'files by typing what a customer said',
    by: {
      slack: '`/voc` and the words, anywhere',
      teams: 'the words in the private chat; `/voc` before them does no harm',
    },
    run: async (office) => {
      const emily = office.person('emily');
      await emily.type('뚜껑이 열린 채로 왔다고 하십니다');
      await shows(emily.formText, '뚜껑이 열린 채로');
      const c = await files(office, emily);
      await shows(() => c.card('logistics'), '뚜껑이 열린 채로');
    },
  },
  'file-message': {
    does: 'files a colleague’s message: its words are in the form',
    by: { slack: 'the message’s menu', teams: '*More actions* on the message' },
    run: async (office) => {
      const [jiho, duri] = [office.person('jiho'), office.person('duri')];
      const written = await jiho.write('전기요 모서리에서 탄 냄새가 난대요', 'logistics');
      await duri.fileMessage(written);
      await shows(() => duri.startsWith('words'), '전기요 모서리에서 탄 냄새가 난대요');
      const c = await files(office, duri);
      await shows(async () => (await c.now()).voice.words, '전기요 모서리에서 탄 냄새가 난대요');
    },
  },
  file: {
    does: 'files from wherever they are, with an empty form',
    by: { slack: 'the shortcuts menu', teams: 'below the box where one writes, or the search box at the top' },
    run: async (office) => {
      const duri = office.person('duri');
      await duri.fileFromAnywhere();
      const c = await files(office, duri, { words: '배송이 이틀째 늦습니다' });
      await shows(() => c.card('logistics'), '배송이 이틀째 늦습니다');
    },
  },
  mention: {
    does: 'files by calling Meari in a channel: the words travel in the button that opens the form',
    run: async (office) => {
      const jiho = office.person('jiho');
      await jiho.mention('반품 상자가 안 왔대요', 'logistics');
      await jiho.press(labels.file, 'logistics');
      await shows(() => jiho.startsWith('words'), '반품 상자가 안 왔대요');
      const c = await files(office, jiho);
      await shows(() => c.card('logistics'), '반품 상자가 안 왔대요');
    },
  },
  note: {
    does: 'writes under a card, to nobody in particular: it is a note of the case, and stands in its other threads too',
    by: {
      slack: 'yes; the app’s manifest asks for the messages of its channels',
      teams: 'yes; the app’s package asks the team for the messages of its channels',
    },
    run: async (office) => {
      const c = await stageOf(office).bring('offered');
      await office.person('hana').reply('상자 사진을 찍어 두었습니다', 'logistics', c.number);
      await c.happened('NoteHeard', 'hana');
      await shows(() => c.thread('quality'), '상자 사진을 찍어 두었습니다');
      await shows(() => c.thread('quality'), '김하나 님');
    },
  },
  press: {
    does: 'presses what is not theirs, and is told who can, in their own language',
    run: async (office) => {
      const c = await stageOf(office).bring('acknowledged');
      const daniel = office.person('daniel');
      await daniel.press(labels.reassign, 'logistics', c.number);
      await shows(daniel.told, /Only the lead of Logistics can do this/);
      await becomes(daniel.hasForm, false);
    },
  },
  submit: {
    does: 'sends a form that is refused: a sentence stands at the field, and nothing typed is lost',
    run: async (office) => {
      const stage = stageOf(office);
      const c = await stage.bring('acknowledged');
      const hana = office.person('hana');
      await hana.press(labels.start, 'logistics', c.number);
      await hana.fill({ plan: '완충재를 세 겹으로 감쌉니다', eta: stage.now() - 3_600_000 });
      await hana.submit();
      await shows(() => hana.errors()['eta'] ?? '', '지난 시각입니다');
      await hana.fill({ eta: stage.now() + 24 * 3_600_000 });
      await hana.submit();
      await c.happened('WorkStarted', 'hana');
      await shows(async () => JSON.stringify(await c.events()), '완충재를 세 겹으로 감쌉니다');
    },
  },
  refresh: {
    does: 'has the form drawn again for what stands in it: suggestions, and how it will read once masked',
    by: { slack: 'by itself, after each choice', teams: '[Suggest again]' },
    run: async (office) => {
      const duri = office.person('duri');
      await duri.fileFromAnywhere();
      await duri.fill({ words: '상자가 터졌어요. 연락은 010-0000-9911로 주세요.' });
      await duri.fill({ kind: 'claim' });
      await duri.redraw();
      await shows(duri.formText, '010-••••-9911');
      const c = await files(office, duri, { kind: 'claim' });
      await shows(() => c.card('logistics'), '010-••••-9911');
    },
  },
  home: {
    does: 'takes a step from their own page, which is drawn again after it',
    run: async (office) => {
      const stage = stageOf(office);
      const c = await stage.bring('offered');
      await stage.does('yuna', 'accept', c.id);
      const yuna = office.person('yuna');
      await yuna.openHome();
      await shows(yuna.home, c.number);
      await yuna.press(labels.start, 'home');
      await yuna.fill({ plan: '두께를 다시 잽니다', eta: stage.now() + 24 * 3_600_000 });
      await yuna.submit();
      await shows(yuna.home, labels.fix);
    },
  },
  language: {
    does: 'sets their client to another language; what they are told from the next thing they do follows',
    run: async (office) => {
      const stage = stageOf(office);
      const sejin = office.person('sejin');
      await sejin.speak('en');
      await sejin.type('mine');
      await shows(sejin.told, 'What I filed');
      const c = await stage.bring('routed', { department: 'it' });
      await stage.does('bada', 'acknowledge', c.id);
      await stage.does('bada', 'obstacle', c.id, { text: '서버 예산이 없습니다' });
      await shows(sejin.told, 'Answer obstacle');
    },
  },
};
