import type { Step } from '../../src/ports/card.ts';
import { plans } from '../support/stages.ts';
import { labels, step } from './on-a-case.ts';
import type { Scenario } from './scenario.ts';
import { stageOf } from './stage.ts';

/** How the customer is answered, and how a case ends. */
export const answering = {
  contact: step('contact', 'notes a talk with the customer', {
    from: 'working',
    who: 'duri',
    where: 'logistics',
    enter: { channel: 'phone', gist: '내일까지 원인을 알려 드리기로 했습니다' },
    event: 'CustomerContacted',
  }),
  reply: step(
    'reply',
    'notes what the customer was told and how they took it, from the private word that asks for it',
    {
      from: 'fixed',
      who: 'duri',
      where: 'private',
      enter: plans.reply,
      event: 'CustomerReplied',
    },
  ),
  close: step('close', 'closes a case', {
    from: 'replied',
    who: 'mirae',
    where: 'logistics',
    event: 'CaseClosed',
  }),
  'no-change': step('no-change', 'signs that nothing has to become different, where a severe case asks for it', {
    from: 'replied',
    filed: { signals: ['D2'] },
    who: 'sechan',
    where: 'logistics',
    enter: { reason: '8월에 바꾼 상자가 이 건 뒤에 들어왔습니다' },
    event: 'NoChangeSigned',
  }),
  reopen: step('reopen', 'opens a closed case again', {
    from: 'closed',
    who: 'duri',
    where: 'logistics',
    enter: { reason: '또 젖어서 왔다고 합니다' },
    event: 'CaseReopened',
  }),
  merge: {
    does: 'makes two records of one incident into one',
    run: async (office) => {
      const stage = stageOf(office);
      const into = await stage.bring('routed', { customer: '010-0000-5678' });
      const c = await stage.bring('routed', { customer: '010-0000-5678' });
      const aram = office.person('aram');
      await aram.type(c.number);
      await aram.press(labels.merge, 'private', c.number);
      await aram.fill({ into: into.number, sameIncident: ['yes'] });
      await aram.submit();
      await c.happened('CaseMerged', 'aram');
    },
  },
  refuse: step('refuse', 'refuses a wish, with an allowed reason and evidence', {
    from: 'acknowledged',
    who: 'sechan',
    where: 'logistics',
    enter: plans.refuse,
    event: 'CaseRefused',
  }),
  countersign: step('countersign', 'agrees to a refusal as the second person', {
    from: 'refused',
    who: 'aram',
    where: 'desk',
    event: 'RefusalCountersigned',
  }),
  overturn: step('overturn', 'sends a refused case back to work', {
    from: 'refused',
    who: 'aram',
    where: 'desk',
    enter: { reason: '사진에 모서리가 찍히지 않았습니다' },
    event: 'RefusalOverturned',
  }),
  withdraw: {
    does: 'notes that the customer took it back',
    run: async (office) => {
      const c = await stageOf(office).bring('working');
      const duri = office.person('duri');
      await duri.type(c.number);
      await duri.press(labels.withdraw, 'private', c.number);
      await duri.fill({ words: '이제 괜찮아요', cause: '포장' });
      await duri.submit();
      await c.happened('CaseWithdrawn', 'duri');
    },
  },
  void: {
    does: 'throws out spam; where a customer stands behind it, two people do',
    run: async (office) => {
      const c = await stageOf(office).bring('new', { customer: '010-0000-4321' });
      const [aram, hangyeol] = [office.person('aram'), office.person('hangyeol')];
      await aram.press(labels.void, 'desk', c.number);
      await aram.fill({ reason: '광고 문자' });
      await aram.submit();
      await c.happened('VoidProposed', 'aram');
      await hangyeol.press(labels.void, 'desk', c.number);
      await c.happened('CaseVoided', 'hangyeol');
    },
  },
} satisfies Partial<Record<Step, Scenario>>;
