import { unzipSync } from 'fflate';
import type { Step } from '../../src/ports/card.ts';
import { plans } from '../support/stages.ts';
import { files } from './filing-by-hand.ts';
import { becomes, shows } from './office.ts';
import { labels, word } from './on-a-case.ts';
import type { Scenario } from './scenario.ts';
import { stageOf } from './stage.ts';

/** An executive asks for their digests, and presses one button. */
const onDigests = (does: string, label: string, seen: string): Scenario => ({
  does,
  run: async (office) => {
    const dain = office.person('dain');
    await dain.type('요약');
    await dain.press(label, 'private');
    await shows(dain.told, seen);
  },
});

/** What is done and looked up without standing on a case. */
export const withoutACase = {
  file: {
    does: 'files from a button, and gets a receipt',
    run: async (office) => {
      const duri = office.person('duri');
      await duri.type('도움말');
      await duri.press(labels.file, 'private');
      const c = await files(office, duri, { words: '상자가 찢어져서 왔어요.' });
      await shows(() => c.card('logistics'), '상자가 찢어져서 왔어요.');
      await shows(duri.told, c.number);
    },
  },
  help: word('reads how it works, in five lines', '도움말', 'hana', '사과보다 해결'),
  home: {
    does: 'opens their own page: what waits for them, what they filed, what they own',
    by: { slack: 'the app’s Home tab, or `/voc home`', teams: '`home` in the private chat' },
    run: async (office) => {
      const stage = stageOf(office);
      const c = await stage.bring('offered');
      await stage.does('yuna', 'accept', c.id);
      const yuna = office.person('yuna');
      await yuna.openHome();
      await shows(yuna.home, c.number);
      await yuna.type('home');
      await shows(yuna.told, c.number);
    },
  },
  mine: {
    does: 'lists what they filed',
    run: async (office) => {
      const soeun = office.person('soeun');
      await soeun.type('매장 바닥이 미끄러웠다고 하십니다');
      const c = await files(office, soeun);
      const later = office.person('soeun');
      await later.type('내건');
      await shows(later.told, c.number);
    },
  },
  waiting: {
    does: 'lists what waits for them',
    run: async (office) => {
      const c = await stageOf(office).bring('deciding');
      const laura = office.person('laura');
      await laura.type('waiting');
      await shows(laura.told, c.number);
    },
  },
  refusals: {
    does: 'reads what was refused this month, with reasons and signatures, as an executive',
    run: async (office) => {
      const stage = stageOf(office);
      const c = await stage.bring('refused');
      const dain = office.person('dain');
      await dain.type('불수용');
      await shows(dain.told, c.number);
      await shows(dain.told, plans.refuse.whyUnreasonable);
    },
  },
  find: {
    does: 'finds a case by its words or its number',
    run: async (office) => {
      const c = await stageOf(office).bring('routed', { words: '뚜껑이 볼록하게 부풀었어요.' });
      const [duri, mirae] = [office.person('duri'), office.person('mirae')];
      await duri.type('찾기 볼록하게');
      await shows(duri.told, c.number);
      await mirae.type(c.number);
      await shows(mirae.told, '볼록하게');
    },
  },
  opinion: {
    does: 'says what they think of Meari itself, which is filed with the team that looks after it',
    run: async (office) => {
      const jian = office.person('jian');
      await jian.type('의견');
      await jian.fill({ words: '버튼이 너무 많아요' });
      await jian.submit();
      await shows(jian.told, '접수했습니다');
    },
  },
  quiet: {
    does: 'lists the customers who may be leaving without a loud word',
    run: async (office) => {
      const c = await stageOf(office).bring('routed', { kind: 'inquiry', signals: ['H1'] });
      const mirae = office.person('mirae');
      await mirae.type('조용한');
      await shows(mirae.told, c.number);
    },
  },
  lessons: {
    does: 'looks for what was solved for good, as lessons',
    run: async (office) => {
      const jian = office.person('jian');
      await jian.type('사례 없는말');
      await shows(jian.told, '찾는 사례가 없습니다');
      await jian.type('개선');
      await jian.press(labels.lessons, 'private');
      await shows(jian.told, /사례 \d[\s\S]*사례 \d/);
    },
  },
  touchpoints: word(
    'sees what is open, new, changing, liked and hated at each moment of contact',
    '접점',
    'mirae',
    /접점별 VOC · 회사 전체[\s\S]*사전[\s\S]*사후/,
  ),
  digest: word('sees which digests come to them, and when', '요약', 'dain', /요약 받기[\s\S]*주간 VOC/),
  'preview-digest': onDigests('sees a digest before it comes', '주간 VOC 미리 보기', '지금은 알릴 것이 없습니다'),
  'send-digest': onDigests('has a digest sent at once', '월간 VOC 지금 받기', '지금은 알릴 것이 없습니다'),
  'pause-digest': onDigests('takes a rest from a digest', '월간 VOC 쉬기', '이제 보내지 않습니다'),
  'want-digest': {
    does: 'has a digest again that they took a rest from',
    run: async (office) => {
      const mirae = office.person('mirae');
      await mirae.type('요약');
      await mirae.press('주간 VOC 받기', 'private');
      await shows(mirae.told, '이제 보냅니다');
    },
  },
  figures: onDigests('reads every figure of a week', '전체 보기', '기한 내 처리'),
  behind: {
    does: 'opens the cases behind a figure',
    run: async (office) => {
      const dain = office.person('dain');
      await dain.type('요약');
      await dain.press('전체 보기', 'private');
      await dain.press('접수', 'private');
      await shows(dain.told, /접수 · \d+건/);
    },
  },
  scorecards: onDigests('reads how every department did in a month', '부서별', '부서별 성적표'),
  scorecard: {
    does: 'reads how their department did in a month, as its lead',
    run: async (office) => {
      const sechan = office.person('sechan');
      await sechan.type('요약');
      await sechan.press('성적표', 'private');
      await shows(sechan.told, '상태:');
    },
  },
  export: {
    does: 'takes the records out as tables, as an executive; the file comes in private',
    by: {
      slack: 'the file stands in the private conversation',
      teams: 'the file is offered there, and comes once it is agreed to',
    },
    run: async (office) => {
      const c = await stageOf(office).bring('routed', { words: '상자 모서리가 =터졌어요.' });
      const dain = office.person('dain');
      await dain.type('내보내기 2026');
      await shows(dain.told, '표로 만들고 있습니다');
      const table = async (): Promise<string> => {
        const file = await dain.takeFile();
        return file === null ? '' : Buffer.from(unzipSync(file)['cases.csv'] ?? []).toString();
      };
      await shows(table, c.number);
    },
  },
  connect: {
    does: 'asks for a person, and the VOC desk is told who asks',
    run: async (office) => {
      const [haram, aram] = [office.person('haram'), office.person('aram')];
      await haram.type('사람');
      await shows(haram.told, '조아람');
      await shows(aram.told, '장하람 님이 사람과');
    },
  },
  language: word('chooses a language of their own', '언어 en', 'junseo', 'You will read English from now on'),
  calendar: word('reads the hours they work and the holidays to come', '달력', 'hana', '근무 시간'),
  away: {
    does: 'says that they will be away, and whoever stands in is told',
    run: async (office) => {
      const [bada, daniel] = [office.person('bada'), office.person('daniel')];
      await bada.type('부재');
      await bada.fill({ from: '2026-11-26', until: '2026-11-27', delegate: 'daniel' });
      await bada.submit();
      await shows(bada.told, '윤바다 님의 부재를 등록했습니다');
      await shows(daniel.told, '윤바다');
    },
  },
  back: {
    does: 'is back early, with one press',
    run: async (office) => {
      const narae = office.person('narae');
      await narae.type('부재');
      await narae.fill({ from: '2026-11-26', until: '2026-11-27', delegate: 'junseo' });
      await narae.submit();
      await shows(narae.told, '신나래 님의 부재를 등록했습니다');
      await narae.type('부재');
      await narae.press(labels.back, 'private');
      await shows(narae.told, '알림은 다시 신나래 님에게 갑니다');
    },
  },
  'add-holiday': {
    does: 'adds a holiday, as an administrator, and everybody’s calendar has it',
    run: async (office) => {
      const [gyuri, hana] = [office.person('gyuri'), office.person('hana')];
      await gyuri.type('달력');
      await gyuri.press(labels['add-holiday'], 'private');
      await gyuri.fill({ day: '2026-12-11', name: '창립기념일' });
      await gyuri.submit();
      await shows(gyuri.told, '달력에 적었습니다');
      await hana.type('달력');
      await shows(hana.told, '창립기념일');
    },
  },
  'remove-holiday': {
    does: 'takes a holiday off the calendar, as an administrator',
    run: async (office) => {
      const gyuri = office.person('gyuri');
      await gyuri.type('달력');
      await gyuri.press(labels['add-holiday'], 'private');
      await gyuri.fill({ day: '2026-12-14', name: '임시공휴일' });
      await gyuri.submit();
      await shows(gyuri.told, '달력에 적었습니다');
      await gyuri.press(labels['remove-holiday'], 'private');
      await gyuri.fill({ holiday: '2026-12-14 kr' });
      await gyuri.submit();
      await shows(gyuri.told, '달력에서 지웠습니다');
      await becomes(gyuri.hasForm, false);
    },
  },
  lexicon: word('looks up which words mean the same', '사전 계란', 'duri', '달걀'),
  'add-word': {
    does: 'adds words to those that mean the same, as the VOC desk; what stands there already is said at its field',
    run: async (office) => {
      const [aram, duri] = [office.person('aram'), office.person('duri')];
      await aram.type('사전 두부');
      await aram.press(labels['add-word'], 'private');
      await aram.fill({ words: '두부' });
      await aram.submit();
      await shows(() => aram.errors()['words'] ?? '', '이미 있습니다');
      await aram.fill({ words: '한빛부드럼' });
      await aram.submit();
      await shows(aram.told, '묶음에 더했습니다: 한빛부드럼');
      await duri.type('사전 한빛부드럼');
      await shows(duri.told, 'tofu');
    },
  },
  'new-group': {
    does: 'begins a group of words that mean the same, as the VOC desk',
    run: async (office) => {
      const aram = office.person('aram');
      await aram.type('사전');
      await aram.press(labels['new-group'], 'private');
      await aram.fill({ words: '해먹, hammock', kind: 'thing' });
      await aram.submit();
      await shows(aram.told, '새 묶음을 만들었습니다: 해먹 · hammock');
    },
  },
  'remove-word': {
    does: 'takes a word away again, as the VOC desk',
    run: async (office) => {
      const aram = office.person('aram');
      await aram.type('사전');
      await aram.press(labels['new-group'], 'private');
      await aram.fill({ words: '돗자리, picnic mat', kind: 'thing' });
      await aram.submit();
      await shows(aram.told, '새 묶음을 만들었습니다: 돗자리');
      await aram.type('사전 picnic mat');
      await aram.press(labels['remove-word'], 'private', 'picnic mat');
      await aram.fill({ word: 'picnic mat' });
      await aram.submit();
      await shows(aram.told, '‘돗자리’ 묶음에서 뺐습니다: picnic mat');
      await becomes(aram.hasForm, false);
    },
  },
} satisfies Partial<Record<Step, Scenario>>;
