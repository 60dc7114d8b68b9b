import type { ChangeEvent } from '../../src/domain/change/events.ts';
import { type ChangeId, changeId, personId } from '../../src/domain/ids.ts';
import type { Step } from '../../src/ports/card.ts';
import type { FormValues } from '../../src/ports/form.ts';
import { wordsIn } from '../../src/render/words/locales.ts';
import type { Entries } from '../support/entries.ts';
import type { CaseAtWork } from './case-at-work.ts';
import { becomes, type Office, shows } from './office.ts';
import { labels, pressAnswer } from './on-a-case.ts';
import type { Scenario } from './scenario.ts';
import { type Stage, stageOf } from './stage.ts';

const proposal = {
  title: '상자마다 방수 비닐 한 겹',
  means: ['process'],
  rootCause: 'product/packaging',
  effect: '젖은 상자 불만이 절반으로',
  department: 'logistics',
};
const hour = 3_600_000;

type Of = { readonly id: ChangeId; readonly number: string; readonly case: CaseAtWork };
type Way = (office: Office, of: Of) => Promise<void>;

/** A step on a change by the front door: what a scenario starts from. */
const does =
  (who: string, step: Step, values: (stage: Stage) => FormValues, more = ''): Way =>
  (office, of) =>
    stageOf(office).does(who, step, of.case.id, values(stageOf(office)), `${of.id}${more}`);

const accepted = does('sechan', 'accept-change', () => ({ owner: 'hana' }));
const planned = does('hana', 'plan-change', ({ day }) => ({ due: day(14), what1: '비닐 공정 추가', due1: day(7) }));
const finished = does('hana', 'finish-action', () => ({ evidence: '작업 지시서 12호' }), '.1');
const deployed = does('hana', 'deploy-change', () => ({ evidence: '센터 사진 3장' }));
const ways: readonly Way[] = [accepted, planned, finished, deployed];

/** A change that has come so many steps along, its card and words delivered. */
async function brought(office: Office, steps: number): Promise<Of> {
  const stage = stageOf(office);
  const c = await stage.bring('routed');
  await stage.does('hana', 'propose', c.id, proposal);
  const found = await office.meari.changes.find({ department: null, open: true }, 1);
  const id = found.changes[0]?.id ?? changeId(0);
  const of = { id, number: `CHG-${String(id).padStart(4, '0')}`, case: c };
  for (const way of ways.slice(0, steps)) await way(office, of);
  await office.settled();
  return of;
}

type Taken = {
  readonly after: number;
  readonly who: string;
  readonly enter?: Entries | ((stage: Stage) => Entries);
  readonly event: ChangeEvent['type'];
  /** What the button says, where it says more than its step. */
  readonly label?: string;
};

/** A step taken by the button on the card of the change; its effect is in the log and on the card. */
const step = (name: Step, does: string, { after, who, enter, event, label = labels[name] }: Taken): Scenario => ({
  does,
  run: async (office) => {
    const of = await brought(office, after);
    const person = office.person(who);
    await person.press(label, 'logistics', of.number);
    if (enter !== undefined) {
      await person.fill(typeof enter === 'function' ? enter(stageOf(office)) : enter);
      await person.submit();
    }
    await happened(office, of, event, who);
  },
});

async function happened(office: Office, { id, number }: Of, type: ChangeEvent['type'], who: string): Promise<void> {
  const done = async () =>
    (await office.meari.changes.history(id)).some(({ event }) => event.type === type && event.by?.id === who);
  await becomes(done, true);
  await office.settled();
  await shows(
    () =>
      office
        .channel('logistics')
        .map(({ text }) => text)
        .join('\n'),
    number,
  );
}

const reason = (text: string) => ({ reason: text });

/** From complaint to process change, by buttons and forms. */
export const improving = {
  change: {
    does: 'reads a process change whole',
    run: async (office) => {
      const of = await brought(office, 2);
      const hana = office.person('hana');
      await hana.press(labels.change, 'logistics', of.number);
      await shows(hana.told, '비닐 공정 추가');
    },
  },
  changes: {
    does: 'lists the process changes that are under way',
    run: async (office) => {
      const of = await brought(office, 0);
      const sechan = office.person('sechan');
      await sechan.type('개선');
      await shows(sechan.told, of.number);
    },
  },
  propose: {
    does: 'proposes a process change from a case',
    run: async (office) => {
      const c = await stageOf(office).bring('routed');
      const hana = office.person('hana');
      await hana.press(labels.alike, 'logistics', c.number);
      await pressAnswer(office, hana, labels.propose, c.number);
      await hana.fill(proposal);
      await hana.submit();
      await becomes(async () => (await c.now()).cluster === Number(c.id), true);
    },
  },
  'accept-change': step('accept-change', 'accepts a change and names who runs it', {
    after: 0,
    who: 'sechan',
    enter: { owner: 'hana' },
    event: 'ChangeAccepted',
  }),
  'decline-change': step('decline-change', 'declines a change with a number', {
    after: 0,
    who: 'sechan',
    enter: reason('출고 12만 건에 3건, 0.003 %입니다'),
    event: 'ChangeDeclined',
  }),
  'plan-change': step('plan-change', 'plans who does what until when', {
    after: 1,
    who: 'hana',
    enter: { what1: '비닐 공정 추가' },
    event: 'ChangePlanned',
  }),
  'begin-change': step('begin-change', 'begins with a change', { after: 2, who: 'hana', event: 'ChangeBegun' }),
  'add-action': step('add-action', 'adds something to be done', {
    after: 2,
    who: 'hana',
    enter: { what: '다른 센터도 살피기', kind: 'preventive' },
    event: 'ActionAdded',
  }),
  'finish-action': step('finish-action', 'says that something is done, with evidence', {
    after: 2,
    who: 'hana',
    label: `${labels['finish-action']} 1`,
    enter: { evidence: '작업 지시서 12호' },
    event: 'ActionDone',
  }),
  'change-owner': step('change-owner', 'gives a change to somebody else', {
    after: 2,
    who: 'sechan',
    enter: { owner: 'jiho' },
    event: 'OwnerChanged',
  }),
  'deploy-change': step('deploy-change', 'puts a change in force, with evidence', {
    after: 3,
    who: 'hana',
    enter: { evidence: '센터 사진 3장' },
    event: 'ChangeDeployed',
  }),
  'direct-change': {
    does: 'as an executive, says that a change is to be made',
    run: async (office) => {
      const stage = stageOf(office);
      const c = await stage.bring('routed', { signals: ['A3'], customer: 'first@shop.test' });
      const other = await stage.bring('routed', { signals: ['A3'], customer: 'second@shop.test' });
      await stage.does('duri', 'link', other.id, { other: c.number });
      await office.meari.keepTime.tick();
      await office.settled();
      const dain = office.person('dain');
      const [change] = (await office.meari.changes.find({ department: null, open: true }, 1)).changes;
      await dain.press(labels['direct-change'], 'private');
      await dain.fill(reason('고객이 다쳤습니다'));
      await dain.submit();
      await becomes(async () => {
        const now = change === undefined ? null : await office.meari.changes.load(change.id);
        return now?.state.sponsor?.id ?? null;
      }, personId('dain'));
    },
  },
  'verify-change': {
    does: 'as the VOC desk, says whether a change held',
    afterDays: 200,
    run: async (office) => {
      const of = await brought(office, 4);
      office.time.to(office.meari.now() + 190 * 24 * hour);
      for (let n = 0; n < 4; n += 1) await office.meari.keepTime.tick();
      await office.settled();
      const aram = office.person('aram');
      await aram.press(labels['verify-change'], 'logistics', of.number);
      await aram.fill({ note: '한 건도 없었습니다' });
      await aram.submit();
      await happened(office, of, 'EffectVerified', 'aram');
    },
  },
  'resume-change': {
    does: 'takes up a change again that held in part only',
    afterDays: 400,
    run: async (office) => {
      const of = await brought(office, 4);
      const stage = stageOf(office);
      for (let n = 0; n < 4; n += 1) {
        office.time.to(office.meari.now() + 31 * 24 * hour);
        const values = { signals: ['B2'], customer: `later${n}-${of.id}@shop.test` };
        const again = await stage.bring('routed', values);
        await stage.does('duri', 'link', again.id, { other: of.case.number });
        await office.meari.keepTime.tick();
      }
      office.time.to(office.meari.now() + 100 * 24 * hour);
      for (let n = 0; n < 4; n += 1) await office.meari.keepTime.tick();
      await stage.does('aram', 'verify-change', of.case.id, {}, String(of.id));
      await office.settled();
      const hana = office.person('hana');
      await hana.press(labels['resume-change'], 'logistics', of.number);
      await hana.fill(reason('다른 센터에도 적용합니다'));
      await hana.submit();
      await happened(office, of, 'ChangeResumed', 'hana');
    },
  },
  'review-change': {
    does: 'says a year on whether a change still delights',
    afterDays: 700,
    run: async (office) => {
      const of = await brought(office, 4);
      for (const days of [190, 180]) {
        office.time.to(office.meari.now() + days * 24 * hour);
        for (let n = 0; n < 4; n += 1) await office.meari.keepTime.tick();
        if (days === 190) await stageOf(office).does('aram', 'verify-change', of.case.id, {}, String(of.id));
      }
      await office.settled();
      const hana = office.person('hana');
      await hana.press(wordsIn('ko').changes.appeals.ordinary, 'private', of.number);
      await happened(office, of, 'ChangeReviewed', 'hana');
    },
  },
} satisfies Partial<Record<Step, Scenario>>;
