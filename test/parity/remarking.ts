import type { Step } from '../../src/ports/card.ts';
import { becomes, shows } from './office.ts';
import { labels, step } from './on-a-case.ts';
import type { Scenario } from './scenario.ts';
import { stageOf } from './stage.ts';

const duty = { code: 'privacy_leak', name: '개인정보 유출 신고·통지' };

/** What is added to a case, whoever has it. */
export const remarking = {
  severity: step('severity', 'changes the severity, with a reason', {
    from: 'routed',
    who: 'duri',
    where: 'logistics',
    enter: { signals: ['B1'], reason: '환불이 늦어 손해가 생겼습니다' },
    event: 'SeverityReassessed',
  }),
  note: step('note', 'adds a note', {
    from: 'routed',
    who: 'jiho',
    where: 'logistics',
    enter: { text: '창고에 재고가 있습니다' },
    event: 'NoteAdded',
  }),
  original: {
    does: 'looks at the words before masking, after giving a reason, alone',
    run: async (office) => {
      const words = '상자가 젖어서 왔어요. 연락은 010-0000-7788로 주세요.';
      const c = await stageOf(office).bring('replied', { words });
      const mirae = office.person('mirae');
      await mirae.press(labels.original, 'logistics', c.number);
      await mirae.fill({ reason: '연락처를 확인합니다' });
      await mirae.submit();
      await c.happened('OriginalViewed', 'mirae');
      await shows(mirae.told, '010-0000-7788');
      await becomes(() => office.channel('logistics').some(({ text }) => text.includes('010-0000-7788')), false);
    },
  },
  statutory: step('statutory', 'ticks a duty set by law, with the moment from which it counts', {
    from: 'routed',
    who: 'duri',
    where: 'logistics',
    enter: { code: duty.code },
    event: 'StatutoryAttached',
  }),
  'statutory-done': {
    does: 'says how a duty set by law was met',
    run: async (office) => {
      const stage = stageOf(office);
      const c = await stage.bring('routed');
      await stage.does('duri', 'statutory', c.id, { code: duty.code });
      await office.settled();
      const eunsol = office.person('eunsol');
      await eunsol.press(`${labels['statutory-done']}: ${duty.name}`, 'logistics', c.number);
      await eunsol.fill({ note: '위원회에 신고했습니다. 접수 번호 12' });
      await eunsol.submit();
      await c.happened('StatutoryDischarged', 'eunsol');
    },
  },
} satisfies Partial<Record<Step, Scenario>>;
