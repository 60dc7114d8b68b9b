import type { Step } from '../../src/ports/card.ts';
import { shows } from './office.ts';
import { labels } from './on-a-case.ts';
import type { Scenario } from './scenario.ts';
import { stageOf } from './stage.ts';

const harsh = { words: '찾아가서 다 엎어버린다고 하십니다', kind: 'claim', conduct: ['threat'] };
const limit = (day: string) => ({
  measure: 'writtenOnly',
  until: day,
  reason: '경고 뒤에도 이어집니다',
  appeal: '이메일로 이의를 받습니다',
});

/** How the people who talk to customers are protected. */
export const protecting = {
  flag: {
    does: 'flags abusive conduct from the policy that is shown',
    run: async (office) => {
      const c = await stageOf(office).bring('routed');
      const duri = office.person('duri');
      await duri.type(c.number);
      await duri.press(labels.conduct, 'private', c.number);
      await shows(duri.told, '지금 단계: 표시 없음');
      await duri.press(labels.flag, 'private');
      await duri.fill({ types: ['threat'], evidence: '14:20 통화, 녹음 3번' });
      await duri.submit();
      await c.happened('ConductFlagged', 'duri');
    },
  },
  'confirm-flag': {
    does: 'confirms a flag on conduct, from the private word about it',
    run: async (office) => {
      const c = await stageOf(office).bring('routed', harsh);
      const mirae = office.person('mirae');
      await mirae.press(labels['confirm-flag'], 'private', c.number);
      await mirae.fill({ evidence: '녹음 3번을 들었습니다', isWarned: ['yes'] });
      await mirae.submit();
      await c.happened('ConductConfirmed', 'mirae');
    },
  },
  limit: {
    does: 'proposes to limit contact, with an end and a way to appeal',
    run: async (office) => {
      const stage = stageOf(office);
      const c = await stage.bring('routed', harsh);
      await stage.does('mirae', 'confirm-flag', c.id, { evidence: '녹음을 들었습니다', isWarned: ['yes'] });
      await office.settled();
      const mirae = office.person('mirae');
      await mirae.press(labels.conduct, 'private', c.number);
      await mirae.press(labels.limit, 'private');
      await mirae.fill(limit(stage.day(4)));
      await mirae.submit();
      await c.happened('LimitProposed', 'mirae');
    },
  },
  'agree-limit': {
    does: 'agrees to a limit as the one who looks after the law',
    run: async (office) => {
      const stage = stageOf(office);
      const c = await stage.bring('routed', harsh);
      await stage.does('mirae', 'confirm-flag', c.id, { evidence: '녹음을 들었습니다', isWarned: ['yes'] });
      await stage.does('mirae', 'limit', c.id, limit(stage.day(4)));
      await office.settled();
      const eunsol = office.person('eunsol');
      await eunsol.press(labels['agree-limit'], 'private', c.number);
      await c.happened('ContactLimited', 'eunsol');
    },
  },
  lift: {
    does: 'lifts a flag on conduct, from the private word about it',
    run: async (office) => {
      const c = await stageOf(office).bring('routed', harsh);
      const mirae = office.person('mirae');
      await mirae.press(labels.lift, 'private', c.number);
      await mirae.fill({ reason: '깨진 상자에 화가 난 말이었습니다' });
      await mirae.submit();
      await c.happened('ConductLifted', 'mirae');
    },
  },
  unfold: {
    does: 'opens words that were folded away, alone, and leaves a trace',
    run: async (office) => {
      const c = await stageOf(office).bring('routed', harsh);
      const hana = office.person('hana');
      await hana.press(labels.unfold, 'logistics', c.number);
      await shows(hana.told, '다 엎어버린다고');
      await c.happened('WordsUnfolded', 'hana');
    },
  },
  protect: {
    does: 'asks for protection with one press, and reads that they may stop',
    run: async (office) => {
      const c = await stageOf(office).bring('routed');
      const hana = office.person('hana');
      await hana.press(labels.protect, 'logistics', c.number);
      await shows(hana.told, '지금 응대를 멈춰도 됩니다');
      await c.happened('ProtectionAsked', 'hana');
    },
  },
  'protect-answer': {
    does: 'takes over from somebody who asked for protection',
    run: async (office) => {
      const c = await stageOf(office).bring('routed');
      const asked = office.person('jiho');
      await asked.press(labels.protect, 'logistics', c.number);
      await c.happened('ProtectionAsked', 'jiho');
      const mirae = office.person('mirae');
      await mirae.press(labels['protect-answer'], 'private', c.number);
      await c.happened('ProtectionAnswered', 'mirae');
      await shows(asked.told, '이어받습니다');
    },
  },
  conduct: {
    does: 'reads the company’s policy on abusive conduct, step by step',
    run: async (office) => {
      const c = await stageOf(office).bring('routed');
      const duri = office.person('duri');
      await duri.type(c.number);
      await duri.press(labels.conduct, 'private', c.number);
      await shows(duri.told, /상담사 · 거친 말이 시작되면/);
    },
  },
} satisfies Partial<Record<Step, Scenario>>;
