import type { Step } from '../../src/ports/card.ts';
import { plans } from '../support/stages.ts';
import { becomes, shows } from './office.ts';
import { labels, pressBehind, step, word } from './on-a-case.ts';
import type { Scenario } from './scenario.ts';
import { stageOf } from './stage.ts';

const praise = { kind: 'praise', department: 'operations', praised: 'soeun', words: '직원분이 친절했어요' };

/** What is no complaint: praise, suggestions, requirements, staff voices, and demands that come again. */
export const lightPaths = {
  verdict: step('verdict', 'gives a verdict on what was asked for', {
    from: 'acknowledged',
    who: 'hana',
    where: 'logistics',
    filed: { kind: 'suggestion' },
    enter: plans.verdict,
    event: 'VerdictGiven',
  }),
  share: {
    does: 'agrees that their praise is shared, and it is posted',
    run: async (office) => {
      const c = await stageOf(office).file(praise);
      await office.settled();
      const soeun = office.person('soeun');
      await soeun.press(labels.share, 'private', '배소은');
      await c.happened('CaseSettled', 'soeun');
      await becomes(
        () => office.channel('operations').some(({ text }) => text.includes('고객이 배소은 님을 칭찬했습니다')),
        true,
      );
    },
  },
  keep: {
    does: 'keeps their praise to themselves',
    run: async (office) => {
      const c = await stageOf(office).file({ ...praise, praised: 'jian' });
      await office.settled();
      const jian = office.person('jian');
      await jian.press(labels.keep, 'private', '홍지안');
      await c.happened('CaseSettled', 'jian');
    },
  },
  repeat: {
    does: 'ends a demand that was fully answered before, with a notice',
    run: async (office) => {
      const stage = stageOf(office);
      const again = { customer: '010-0000-5432' };
      const [first, second] = [await stage.bring('closed', again), await stage.bring('closed', again)];
      const c = await stage.bring('routed', again);
      const mirae = office.person('mirae');
      await mirae.type(c.number);
      await mirae.press(labels.conduct, 'private', c.number);
      await mirae.press(labels.repeat, 'private', c.number);
      await mirae.fill({
        earlier: `${first.number}, ${second.number}`,
        noNewFacts: ['yes'],
        statement: '두 번 알려 드린 내용입니다',
      });
      await mirae.submit();
      await c.happened('CaseSettled', 'mirae');
    },
  },
  filer: {
    does: 'looks, as the VOC desk, who filed without a name',
    run: async (office) => {
      const c = await stageOf(office).file({ kind: 'voe', unnamed: ['yes'], department: 'finance' });
      await office.settled();
      const aram = office.person('aram');
      await aram.type(c.number);
      await aram.press(labels.filer, 'private', c.number);
      await shows(aram.told, '접수자는 박두리 님입니다');
      await c.happened('FilerSeen', 'aram');
    },
  },
  split: {
    does: 'makes two cases of one text that is two things',
    run: async (office) => {
      const c = await stageOf(office).bring('routed');
      const duri = office.person('duri');
      await duri.type(c.number);
      await pressBehind(office, duri, labels.split, 'private', c.number);
      await duri.fill({
        kind: 'praise',
        words: '기사님은 친절했어요',
        experience: '기사님이 친절했다',
        wants: ['other'],
      });
      await duri.submit();
      await c.happened('CaseSplit', 'duri');
    },
  },
  ideas: word('lists the suggestions of the month', '제안', 'hana', '이달의 제안'),
} satisfies Partial<Record<Step, Scenario>>;
