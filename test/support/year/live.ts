import type { ChangeRecord } from '../../../src/domain/change/change.ts';
import { type CaseId, type ChangeId, clusterId } from '../../../src/domain/ids.ts';
import type { Step } from '../../../src/ports/card.ts';
import type { FormValues } from '../../../src/ports/form.ts';
import { frontDesk } from '../../parity/front-desk.ts';
import { cardText } from '../../render/plain.ts';
import type { Company } from '../company.ts';
import { textOf } from '../front-door.ts';
import type { movedTime } from '../moved-time.ts';
import { dateOf, dayNumber, dayOf, isFirstOfWeek, momentOn, workdayFrom } from './office-days.ts';
import type { Plot, Round, Told } from './plot.ts';
import { firstDay, lastDay } from './plots.ts';

/** What somebody did in the year, or what became of it: as the people of the year know it. */
export type Lived = {
  /** Every moment at which Meari looked what time it is. */
  readonly looks: readonly number[];
  /** The case of everything that was told. */
  readonly cases: ReadonlyMap<Told, CaseId>;
  readonly changes: ReadonlyMap<Plot, ChangeId>;
  /** What an executive who lists the changes reads, on the last evening of each quarter. */
  readonly lists: readonly { readonly at: number; readonly text: string }[];
};

const signals = { S1: ['A3'], S2: ['B2', 'C2'], S3: ['B1'], S4: [] } as const;
/** Each problem is another department’s: who works there, and who leads it. */
const departments = [
  { code: 'logistics', member: 'jiho', lead: 'sechan' },
  { code: 'quality', member: 'yuna', lead: 'dongmin' },
  { code: 'it', member: 'bada', lead: 'sejin' },
  { code: 'product', member: 'narae', lead: 'junseo' },
  { code: 'operations', member: 'soeun', lead: 'jian' },
  { code: 'finance', member: 'haram', lead: 'seyeong' },
] as const;

/** Everybody of the plots at work: they file, link, change and verify by the front door, and every morning time is looked at. */
export async function liveThrough(
  plots: readonly Plot[],
  hanbit: Pick<Company, 'playbook' | 'replicas' | 'settled'>,
  time: ReturnType<typeof movedTime>,
): Promise<Lived> {
  const meari = hanbit.replicas[0] ?? nobodyAtWork();
  const desk = frontDesk({ meari, playbook: hanbit.playbook, platform: 'slack', tenant: 'T0SANDBOX' });
  const agenda: { readonly at: number; readonly act: () => Promise<unknown> }[] = [];
  const looks: number[] = [];
  const cases = new Map<Told, CaseId>();
  const changes = new Map<Plot, ChangeId>();
  const lists: { at: number; text: string }[] = [];

  const on = (at: number, act: () => Promise<unknown>) => void agenda.push({ at, act });
  /** After it something may be true that was not before: Meari looks at once, as it does where people press. */
  const counts = (at: number, act: () => Promise<unknown>) =>
    on(at, async () => {
      await act();
      await look();
    });
  async function look(): Promise<void> {
    await meari.keepTime.tick();
    looks.push(meari.now());
  }
  const caseOf = (told: Told): CaseId => {
    const id = cases.get(told);
    if (id === undefined) throw new Error('it was not filed yet');
    return id;
  };
  /** Says what comparing two cases is answered with, and insists on it. */
  async function compares(who: string, step: Step, told: Told, said: string, to?: Told): Promise<void> {
    const arg = to === undefined ? [] : [String(caseOf(to))];
    const reply = textOf(await desk.press(who, step, caseOf(told), ...arg));
    if (!reply.includes(said)) throw new Error(`${who} got ${reply}`);
  }

  /** Told, linked, and taken back: what is not open any more counts all the same. */
  function happens(told: Told, code: string, first: Told): void {
    const { at, customer, tier, filer, linkedAt, voidAt, unlinkedAt } = told;
    on(at, async () => {
      const values = {
        customer,
        signals: [...signals[tier]],
        kind: tier === 'S4' && at % 2 === 0 ? 'inquiry' : 'complaint',
        department: voidAt === undefined ? code : 'desk',
        experience: `${customer.replace('@shop.test', '')} ${dayOf(at)}`,
      };
      cases.set(told, await desk.file(values, filer));
    });
    if (linkedAt !== null && told !== first)
      counts(linkedAt, () => compares('aram', 'same', told, '연결했습니다', first));
    if (voidAt === undefined) {
      const ends = { words: '이제 괜찮아요', cause: '이미 새로 샀음' };
      on(at + 120_000, () => desk.does('duri', 'withdraw', caseOf(told), ends));
    } else {
      on(voidAt, () => desk.does('aram', 'void', caseOf(told), { reason: '시험 삼아 보낸 글' }));
      counts(voidAt + 60_000, () => desk.does('mirae', 'void', caseOf(told)));
    }
    if (unlinkedAt !== undefined) counts(unlinkedAt, () => compares('hangyeol', 'unlink', told, '연결을 풀었습니다'));
  }

  function change(plot: Plot, n: number): void {
    const { code, member, lead } = departments[n % departments.length] ?? departments[0];
    const first = firstOf(plot.told);
    const does = (who: string, step: Step, values: FormValues, more = '') =>
      desk.does(who, step, caseOf(first), values, `${changes.get(plot)}${more}`);
    const newest = async (): Promise<ChangeRecord | undefined> =>
      (await meari.changes.ofClusters([clusterId(caseOf(first))]))?.[0];
    const act = (round: Round, isFirst: boolean): void => {
      const { proposed, accepted, planned, done, deployed, inForce } = round;
      const due = dateOf(dayOf(deployed) + 7);
      if (isFirst) {
        on(proposed, async () => {
          const demanded = await newest();
          const values = { ...proposal, title: titleOf(plot), department: code };
          await desk.does(member, 'propose', caseOf(first), values, demanded === undefined ? '' : String(demanded.id));
          const { id } = (await newest()) ?? {};
          if (id !== undefined) changes.set(plot, id);
        });
        on(accepted, () => does(lead, 'accept-change', { owner: member }));
        on(planned, () => does(member, 'plan-change', { due, what1: '공정 바꾸기', due1: due }));
        on(done, () => does(member, 'finish-action', { evidence: '작업 지시서 12호' }, '.1'));
      }
      const since = inForce === undefined ? {} : { deployedAt: String(inForce) };
      on(deployed, () => does(member, 'deploy-change', { evidence: '현장 사진 3장', ...since }));
      // The bell rings every hour too: what came back before it was said is found then.
      counts(deployed + 32 * 60_000, meari.upkeep);
    };
    for (const [i, round] of plot.rounds.entries()) act(round, i === 0);
  }

  async function verify(): Promise<void> {
    for (const [plot, id] of changes) {
      const state = (await meari.changes.load(id))?.state;
      if (state?.status !== 'deployed' || state.deployment?.told !== state.deployment?.marks.length) continue;
      await desk.does('aram', 'verify-change', caseOf(firstOf(plot.told)), {}, String(id));
    }
  }

  for (const [n, plot] of plots.entries()) {
    const { code } = departments[n % departments.length] ?? departments[0];
    for (const told of plot.told) happens(told, code, firstOf(plot.told));
    if (plot.apart !== undefined) {
      const { told, joinedAt } = plot.apart;
      for (const one of told) happens(one, code, firstOf(told));
      counts(joinedAt, () => compares('hangyeol', 'same', firstOf(told), '합쳤습니다', firstOf(plot.told)));
    }
    change(plot, n);
  }
  const last = dayNumber(lastDay);
  for (const evening of ['2026-12-31', '2027-03-31', '2027-06-30', '2027-09-30', lastDay]) {
    on(momentOn(dayNumber(evening), 20 * 60), async () => {
      const at = meari.now();
      const reply = await desk.command('dain', '개선');
      if (reply.type === 'say') lists.push({ at, text: cardText(reply.card) });
    });
  }
  for (let day = workdayFrom(dayNumber(firstDay)); day <= last; day = workdayFrom(day + 1)) {
    on(momentOn(day, 9 * 60 + 5), async () => {
      if (isFirstOfWeek(day)) await meari.upkeep();
      await look();
      await verify();
    });
  }
  for (const { at, act } of agenda.sort((a, b) => a.at - b.at)) {
    if (at > momentOn(last, 24 * 60)) break;
    time.to(at);
    await act();
  }
  await hanbit.settled();
  return { looks, cases, changes, lists };
}

/** The one that everything else is found to be the same as. */
const firstOf = (told: readonly Told[]): Told => told.reduce((first, one) => (one.at < first.at ? one : first));

function nobodyAtWork(): never {
  throw new Error('nobody is at work');
}

export const titleOf = ({ name }: Plot): string => `${name} 문제를 막는 새 공정`;

const proposal = {
  means: ['process'],
  rootCause: 'process/delivery',
  effect: '같은 불만이 4분의 1로',
  notices: '상자마다 완충재',
};
