import type { Step } from '../../src/ports/card.ts';
import type { CaseAtWork } from './case-at-work.ts';
import { becomes, type Office, shows } from './office.ts';
import { labels, look, pressAnswer } from './on-a-case.ts';
import type { Scenario } from './scenario.ts';
import { stageOf } from './stage.ts';

/** Two complaints of two customers. */
async function twoOf(office: Office): Promise<readonly [CaseAtWork, CaseAtWork]> {
  const stage = stageOf(office);
  const first = await stage.bring('routed', { customer: 'first@shop.test' });
  return [first, await stage.bring('routed', { customer: 'second@shop.test' })];
}

async function linked(office: Office): Promise<readonly [CaseAtWork, CaseAtWork]> {
  const [first, second] = await twoOf(office);
  await stageOf(office).does('duri', 'link', second.id, { other: first.number });
  await office.settled();
  return [first, second];
}

/** Two that look the same. */
async function alikes(office: Office): Promise<readonly [CaseAtWork, CaseAtWork]> {
  const stage = stageOf(office);
  const words = `현관 앞 유리병이 ${office.meari.now()}번째로 깨졌습니다`;
  const first = await stage.bring('routed', { words, experience: words, customer: 'third@shop.test' });
  return [first, await stage.bring('routed', { words, experience: words, customer: 'fourth@shop.test' })];
}

/** What is the same problem: said by people, with buttons, and taken back by one. */
export const comparing = {
  alike: look('alike', 'looks at what may be the same problem', {
    from: 'routed',
    who: 'hana',
    where: 'logistics',
    sees: '비슷한 건',
  }),
  link: {
    does: 'links a case with another of the same problem, by its number',
    run: async (office) => {
      const [first, second] = await twoOf(office);
      const hana = office.person('hana');
      await hana.press(labels.alike, 'logistics', second.number);
      await pressAnswer(office, hana, labels.link, second.number);
      await hana.fill({ other: first.number });
      await hana.submit();
      await second.happened('CaseLinked', 'hana');
      await office.meari.keepTime.tick();
      await office.settled();
      await shows(() => second.card('logistics'), '같은 문제 2명');
    },
  },
  gather: {
    does: 'says with one press that all cases which poured in at once are the same problem',
    run: async (office) => {
      const stage = stageOf(office);
      const words = `계산대 화면이 ${office.meari.now()}번째로 꺼졌습니다`;
      const all: CaseAtWork[] = [];
      for (let n = 1; n <= office.playbook.lookAlikes.surge.from + 2; n += 1) {
        all.push(await stage.file({ words, experience: words, customer: `surge${n}@shop.test` }));
      }
      const [first] = all;
      const last = all.at(-1);
      if (first === undefined || last === undefined) throw new Error('nothing was filed');
      await office.meari.keepTime.tick();
      await office.settled();
      const aram = office.person('aram');
      await aram.press(labels.gather, 'logistics', first.number);
      await shows(aram.told, '연결하고 있습니다');
      await office.meari.keepTime.tick();
      // Nobody has turned to it: it hangs no card that could say so.
      await becomes(async () => (await last.now()).cluster === Number(first.number.slice(4)), true);
    },
  },
  same: {
    does: 'says with one press that a case which looks the same is the same problem',
    run: async (office) => {
      const [first, second] = await alikes(office);
      const duri = office.person('duri');
      await duri.press(labels.alike, 'logistics', second.number);
      await pressAnswer(office, duri, `${first.number} 연결`, second.number);
      await second.happened('CaseLinked', 'duri');
      await first.happened('CaseLinked', 'duri');
    },
  },
  unlink: {
    does: 'takes a link back, from the answer to it',
    run: async (office) => {
      const [first, second] = await linked(office);
      const duri = office.person('duri');
      await duri.press(labels.alike, 'logistics', second.number);
      await pressAnswer(office, duri, labels.unlink, second.number);
      await second.happened('CaseUnlinked', 'duri');
      await first.happened('CaseUnlinked', 'duri');
    },
  },
  'not-alike': {
    does: 'says that a case which looks the same is another problem',
    run: async (office) => {
      const [first, second] = await alikes(office);
      const duri = office.person('duri');
      await duri.press(labels.alike, 'logistics', second.number);
      await pressAnswer(office, duri, `${first.number} 아님`, second.number);
      await second.happened('LikenessDenied', 'duri');
    },
  },
  'name-cluster': {
    does: 'gives what is the same problem a name',
    run: async (office) => {
      const [, second] = await linked(office);
      const aram = office.person('aram');
      await aram.press(labels.alike, 'logistics', second.number);
      await pressAnswer(office, aram, labels['name-cluster'], second.number);
      await aram.fill({ name: '상자 젖음' });
      await aram.submit();
      await shows(aram.told, '같은 문제: 상자 젖음');
    },
  },
  metric: {
    does: 'puts the department’s own figure beside the count',
    run: async (office) => {
      const [, second] = await linked(office);
      const hana = office.person('hana');
      await hana.press(labels.alike, 'logistics', second.number);
      await pressAnswer(office, hana, labels.metric, second.number);
      await hana.fill({ metric: '파손율 0.4 %' });
      await hana.submit();
      await office.meari.keepTime.tick();
      await shows(hana.told, '파손율 0.4 %');
    },
  },
  part: {
    does: 'takes two groups apart again that had been made one',
    run: async (office) => {
      const [, second] = await linked(office);
      const [, fourth] = await linked(office);
      await stageOf(office).does('aram', 'link', fourth.id, { other: second.number });
      await office.settled();
      const aram = office.person('aram');
      await aram.press(labels.alike, 'logistics', fourth.number);
      await pressAnswer(office, aram, labels.part, fourth.number);
      await shows(aram.told, '풀었습니다');
    },
  },
} satisfies Partial<Record<Step, Scenario>>;
