import type { Step } from '../../src/ports/card.ts';
import { wordsIn } from '../../src/render/words/locales.ts';
import { shows } from './office.ts';
import { labels, pressBehind, step } from './on-a-case.ts';
import type { Scenario } from './scenario.ts';
import { stageOf } from './stage.ts';

const basis = '약관 12조';
const approve = wordsIn('ko').remedies.approve(labels['approve-remedy'], '환불·보상금 50,000원');

/** Giving the customer something, by one's own authority or by asking for more. */
export const makingGood = {
  remedy: step('remedy', 'gives the customer something at once, within what they may give', {
    from: 'working',
    who: 'duri',
    where: 'logistics',
    enter: { amount: '30000', basis },
    event: 'RemedyGranted',
  }),
  'approve-remedy': {
    does: 'approves what somebody asks for, with one press in the private word about it',
    run: async (office) => {
      const [mirae, duri] = [office.person('mirae'), office.person('duri')];
      const c = await stageOf(office).bring('asking');
      await shows(mirae.told, basis);
      await mirae.press(approve, 'private', c.number);
      await c.happened('RemedyApproved', 'mirae');
      await office.settled();
      await shows(duri.told, '보상을 승인했습니다');
    },
  },
  'change-remedy': step('change-remedy', 'approves another amount, with a reason', {
    from: 'asking',
    who: 'mirae',
    where: 'private',
    enter: { amount: '40000', reason: '약관 12조의 한도입니다' },
    event: 'RemedyApproved',
  }),
  'decline-remedy': step('decline-remedy', 'does not approve it, with a reason', {
    from: 'asking',
    who: 'mirae',
    where: 'private',
    enter: { reason: '약관 12조에 닿지 않습니다' },
    event: 'RemedyDeclined',
  }),
  'withdraw-remedy': {
    does: 'takes back what was noted wrongly, with a reason',
    run: async (office) => {
      const stage = stageOf(office);
      const c = await stage.bring('replied');
      await stage.does('duri', 'remedy', c.id, { amount: '30000', basis });
      await office.settled();
      const duri = office.person('duri');
      await pressBehind(office, duri, labels['withdraw-remedy'], 'logistics', c.number);
      await duri.fill({ reason: '다른 건에 적을 것이었습니다' });
      await duri.submit();
      await c.happened('RemedyWithdrawn', 'duri');
    },
  },
} satisfies Partial<Record<Step, Scenario>>;
