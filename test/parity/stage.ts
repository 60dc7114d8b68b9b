import type { Status } from '../../src/domain/case/case.ts';
import type { CaseId } from '../../src/domain/ids.ts';
import type { FormValues } from '../../src/ports/form.ts';
import { plans } from '../support/stages.ts';
import { type CaseAtWork, caseAtWork } from './case-at-work.ts';
import { type FrontDesk, frontDesk } from './front-desk.ts';
import { becomes, type Office } from './office.ts';

/**
 * Where a case may stand when a scenario begins: a status, handed over and not yet taken, stuck, or with a request to
 * give more than the agent may.
 */
export type Standing = Status | 'offered' | 'stuck' | 'asking';

const hour = 3_600_000;

const stages = new WeakMap<Office, Stage>();

/** Brings new cases to where scenarios begin. */
export function stageOf(office: Office): Stage {
  const known = stages.get(office) ?? newStage(office);
  stages.set(office, known);
  return known;
}

function newStage(office: Office) {
  const desk = frontDesk(office);
  const clock = {
    now: () => office.meari.now(),
    at: (ms: number): string => String(office.meari.now() + ms),
    day: (n: number): string => new Date(office.meari.now() + n * 24 * hour).toISOString().slice(0, 10),
  };
  const bring = waysTo(desk, clock);
  return {
    ...clock,
    file: async (values: FormValues = {}): Promise<CaseAtWork> => caseAtWork(office, await desk.file(values)),
    /** What somebody has filed by hand, found by what the customer went through; its cards and words delivered. */
    filed: async (experience: string): Promise<CaseAtWork> => {
      let id: CaseId | null = null;
      await becomes(async () => {
        id ??= await desk.filedAs(experience);
        return id !== null;
      }, true);
      await office.settled();
      if (id === null) throw new Error(`nothing was filed as ${experience}`);
      return caseAtWork(office, id);
    },
    does: desk.does,
    /** A new case that stands there, with its cards and words where they belong. */
    bring: async (to: Standing, values: FormValues = {}): Promise<CaseAtWork> => {
      const found = caseAtWork(office, await bring[to](values));
      await office.settled();
      return found;
    },
  };
}
export type Stage = ReturnType<typeof newStage>;

type Clock = Pick<Stage, 'now' | 'at' | 'day'>;
type Way = (values: FormValues) => Promise<CaseId>;

function waysTo({ file, does }: FrontDesk, clock: Clock): Readonly<Record<Standing, Way>> {
  /** From there, one step further. */
  const after =
    (before: Way, step: (id: CaseId) => Promise<unknown>): Way =>
    async (values) => {
      const id = await before(values);
      await step(id);
      return id;
    };
  const unrouted: Way = (values) => file({ department: 'desk', ...values });
  const acknowledged = after(file, (id) => does('hana', 'acknowledge', id));
  const working = after(acknowledged, (id) => does('hana', 'start', id, plans.start(clock)));
  const fixed = after(working, (id) => does('hana', 'fix', id, plans.fix));
  const replied = after(fixed, (id) => does('duri', 'reply', id, plans.reply));
  const offered = after(file, (id) => does('hana', 'transfer', id, plans.toQuality));
  const declined = after(offered, (id) =>
    does('yuna', 'return', id, { department: 'product', why: '규격은 맞았습니다' }),
  );
  return {
    new: unrouted,
    routed: file,
    acknowledged,
    working,
    offered,
    stuck: after(working, (id) => does('hana', 'obstacle', id, { text: '완충재 예산이 없습니다' })),
    asking: after(working, (id) => does('duri', 'remedy', id, { amount: '50000', basis: '약관 12조' })),
    held: after(working, (id) =>
      does('hana', 'hold', id, { reason: 'parts', until: clock.day(5), nextUpdate: clock.day(2) }),
    ),
    adjudication: after(declined, async (id) => {
      await does('hana', 'transfer', id, plans.toQuality);
      await does('yuna', 'return', id, { department: 'product', why: '규격은 맞았습니다' });
    }),
    deciding: after(working, (id) => does('hana', 'ask-decision', id, plans.ask(clock))),
    fixed,
    replied,
    closed: after(replied, (id) => does('mirae', 'close', id)),
    refused: after(file, (id) => does('sechan', 'refuse', id, plans.refuse)),
    merged: async (values) => {
      const id = await file({ customer: '010-0000-1234', ...values });
      const into = await file({ customer: '010-0000-1234' });
      await does('aram', 'merge', id, { into: `VOC-${into}`, sameIncident: ['yes'] });
      return id;
    },
    withdrawn: after(file, (id) => does('duri', 'withdraw', id, { words: '이제 괜찮아요', cause: '포장' })),
    void: after(unrouted, (id) => does('aram', 'void', id, { reason: '광고 문자' })),
  };
}
