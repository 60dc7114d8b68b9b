import type { Cannot } from '../contracts/cannot.ts';
import { shows } from './office.ts';
import { labels } from './on-a-case.ts';
import { NotOffered } from './person.ts';
import type { Scenario } from './scenario.ts';
import { stageOf } from './stage.ts';

const nobodyAlone: Cannot = {
  because: 'no message in a channel can be seen by one person alone',
  instead:
    'the answer stands below their own message, with nothing in it that the channel does not know; whatever else is asked for goes to the private chat',
};

/** What one person alone is shown. */
export const alone: readonly Scenario[] = [
  {
    does: 'asks for something on a card in a channel, and alone sees the answer',
    by: {
      slack: 'in the channel, visible to them only',
      teams: 'in the private chat; a sentence stands on the card for a moment',
    },
    run: async (office) => {
      const c = await stageOf(office).bring('routed');
      const before = office.channel('logistics').length;
      const jiho = office.person('jiho');
      await jiho.press(labels.history, 'logistics', c.number);
      await shows(jiho.told, '이력');
      const after = office.channel('logistics').length;
      if (after !== before) throw new NotOffered('the channel sees what one person asked for');
    },
  },
  {
    does: 'calls Meari in a channel, and alone sees its answer',
    cannot: { teams: nobodyAlone },
    run: async (office) => {
      const jiho = office.person('jiho');
      await jiho.mention('세 번째 문의라고 하십니다', 'logistics');
      await shows(() => jiho.reads('logistics').join('\n'), '이 말을 VOC로 등록할까요?');
      const all = office.channel('logistics').map(({ text }) => text);
      if (all.some((text) => text.includes('이 말을 VOC로 등록할까요?'))) throw new NotOffered('everybody sees it');
    },
  },
  {
    does: 'types a command in a channel, and alone sees the answer',
    cannot: {
      teams: {
        because: 'a channel has no commands for bots',
        instead: 'the same words in the private chat, or by name in the channel, which offers to file them',
      },
    },
    run: async (office) => {
      const c = await stageOf(office).bring('routed');
      const jiho = office.person('jiho');
      await jiho.typeIn(c.number, 'logistics');
      await shows(jiho.told, c.number);
    },
  },
  {
    does: 'sees the form draw itself again while they fill it in',
    cannot: {
      teams: {
        because: 'a form tells nobody what is entered before it is sent',
        instead: 'a button in the form, [Suggest again], which keeps all that was entered',
      },
    },
    run: async (office) => {
      const duri = office.person('duri');
      await duri.fileFromAnywhere();
      await duri.fill({ words: '상자가 터졌어요. 연락은 010-0000-9922로 주세요.' });
      await duri.fill({ kind: 'claim' });
      if (!(await duri.formText()).includes('010-••••-9922')) throw new NotOffered('the form stands as it did');
    },
  },
  {
    does: 'is told in the new language of their client, before they have done anything in it',
    cannot: {
      teams: {
        because: 'a bot learns the language of a client only with what is done in it',
        instead: 'the first thing they do is answered in it, and whatever they are told afterwards',
      },
    },
    run: async (office) => {
      const stage = stageOf(office);
      const seyeong = office.person('seyeong');
      await seyeong.speak('en');
      const c = await stage.bring('routed', { department: 'finance' });
      await stage.does('haram', 'acknowledge', c.id);
      await stage.does('haram', 'obstacle', c.id, { text: '승인이 없습니다' });
      await office.settled();
      if (!seyeong.told().includes('Answer obstacle')) throw new NotOffered(`told: ${seyeong.told()}`);
    },
  },
];
