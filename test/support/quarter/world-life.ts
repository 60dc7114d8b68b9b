import { caseStore } from '../../../db/case-store.ts';
import type { Database } from '../../../db/database.ts';
import { addDays } from '../../../src/domain/calendar.ts';
import { type CaseRecord, departmentHolding, hasEnded, offerOf } from '../../../src/domain/case/case.ts';
import { type CaseId, caseId } from '../../../src/domain/ids.ts';
import { type Instant, instant } from '../../../src/domain/instant.ts';
import type { Playbook, PlaybookPerson } from '../../../src/domain/playbook.ts';
import { hoursOfPerson } from '../../../src/domain/sla/duty.ts';
import { isWorked, nextWorked } from '../../../src/domain/sla/working-hours.ts';
import { dayIn } from '../../../src/domain/zone.ts';
import type { Absences } from '../../../src/ports/absences.ts';
import type { Calendars } from '../../../src/ports/calendars.ts';
import type { Dice } from './dice.ts';
import { type Act, filingAct, likelyActs } from './world-acts.ts';
import { manners } from './world-company.ts';
import type { WorldStaff } from './world-staff.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** What people do in the quarter, and when: a list of moments, each with what happens then. */
export type Agenda = {
  readonly add: (at: number, what: () => Promise<void>) => void;
  /** The earliest moment something happens; null: nothing more does. */
  readonly next: () => number | null;
  /** What happens until a moment, in order. */
  readonly take: (until: number) => readonly (() => Promise<void>)[];
};

export function agenda(): Agenda {
  const all: { readonly at: number; readonly what: () => Promise<void> }[] = [];
  return {
    add: (at, what) => {
      let [low, high] = [0, all.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((all[middle]?.at ?? 0) <= at) low = middle + 1;
        else high = middle;
      }
      all.splice(low, 0, { at, what });
    },
    next: () => all[0]?.at ?? null,
    take: (until) => {
      const count = all.findIndex(({ at }) => at > until);
      return all.splice(0, count === -1 ? all.length : count).map(({ what }) => what);
    },
  };
}

/** Hours between two acts on a case, on the average. */
const paceOf = { S1: 1.2, S2: 7, S3: 22, S4: 34 } as const;

export type Life = {
  readonly taken: ReadonlyMap<string, number>;
  readonly refused: ReadonlyMap<string, number>;
  /** Whoever was away, in the order in which it was said; `at`: when it was. */
  readonly absences: readonly {
    readonly at: number;
    readonly person: string;
    readonly from: string;
    readonly until: string;
  }[];
  /** Days that became holidays, or were none any more, while time passed. */
  readonly holidays: readonly {
    readonly at: number;
    readonly list: string;
    readonly day: string;
    readonly off: boolean;
  }[];
};

/** Fills the agenda with a company's quarter. */
export function life(around: {
  readonly agenda: Agenda;
  readonly dice: Dice;
  readonly playbook: Playbook;
  readonly db: Database;
  readonly staff: Pick<WorldStaff, 'receive'>;
  readonly absences: Absences;
  readonly calendars: Calendars;
  readonly now: () => number;
  readonly from: number;
  readonly to: number;
  readonly cases: number;
}): Life {
  const { agenda, dice, playbook, db, staff, now } = around;
  const store = caseStore(db);
  const taken = new Map<string, number>();
  const refused = new Map<string, number>();
  const away: Life['absences'][number][] = [];
  const holidays: Life['holidays'][number][] = [];
  let interactions = 0;

  const count = (of: Map<string, number>, key: string) => of.set(key, (of.get(key) ?? 0) + 1);
  const isIdle = (department: string | null) => department !== null && manners.get(department) === 'idle';

  async function perform(act: Act): Promise<string | null> {
    interactions += 1;
    const id = `world-${interactions}`;
    const shown = await staff.receive(id, act.who.chat.slack ?? '', act.gesture);
    if (shown?.taken === true) count(taken, act.step);
    else count(refused, `${act.step}: ${(shown?.says ?? '').slice(0, 90)}`);
    return shown?.taken === true ? id : null;
  }

  async function file(n: number): Promise<void> {
    const id = await perform(filingAct(`세계의 ${n}번째 건`, dice, playbook));
    if (id === null) return;
    const [row] = await db.query<{ case_id: number }>(
      'select case_id from case_events where causation_id = $1 limit 1',
      [id],
    );
    if (row !== undefined) later(caseId(row.case_id), await store.load(caseId(row.case_id)));
  }

  function later(id: CaseId, record: CaseRecord | null): void {
    if (record === null) return;
    const { assessment } = record.state;
    const manner = manners.get(departmentHolding(record.state) ?? '') ?? 'brisk';
    const pace =
      paceOf[assessment.tier ?? 'S4'] * (manner === 'slow' ? 2.2 : 1) * (record.state.status === 'closed' ? 20 : 1);
    agenda.add(now() + dice.wait(pace * hour), () => act(id));
  }

  /** Somebody does the next thing, mostly within their hours; who is idle does nothing. */
  async function act(id: CaseId): Promise<void> {
    const record = await store.load(id);
    if (record === null) return;
    const c = record.state;
    const at = instant(Math.floor(now()));
    if (hasEnded(c) && !(c.status === 'closed' && dice.chance(0.08))) return;
    const ignored = isIdle(departmentHolding(c)) || isIdle(offerOf(c)?.to ?? null);
    if (c.assessment.tier === 'S1' && ignored) return calm(record);
    const likely = likelyActs({ record, at, dice, playbook }).filter(([, { who }]) => !isIdle(who.department));
    // Around somebody who does nothing, others do not do much either.
    if (likely.length === 0 || (ignored && dice.chance(0.75))) {
      agenda.add(now() + dice.wait(2 * day), () => act(id));
      return;
    }
    const chosen = dice.weighted(likely);
    if (!isAtWork(chosen.who, at) && dice.chance(c.assessment.tier === 'S1' ? 0.4 : 0.93)) {
      const opening = nextWorked(at, hoursOfPerson(chosen.who.id, playbook)) ?? at;
      agenda.add(opening + dice.between(0, 3) * hour, () => act(id));
      return;
    }
    await perform(chosen);
    later(id, await store.load(id));
  }

  /** An emergency that nobody takes rings every half hour; after a while a CS lead looks at it again. */
  async function calm(record: CaseRecord): Promise<void> {
    const lead = playbook.people.find((p) => p.roles.includes('csLead'));
    const waited = now() - record.state.filedAt;
    if (lead !== undefined && waited > 3 * hour) {
      const context = { caseId: String(record.id) };
      const values = { signals: ['B1'], reason: '확인해 보니 급하지 않습니다' };
      await perform({ who: lead, step: 'severity', gesture: { type: 'submit', step: 'severity', context, values } });
    }
    agenda.add(now() + dice.between(0.3, 2) * hour, () => act(record.id));
  }

  const isAtWork = (who: PlaybookPerson, at: Instant): boolean => isWorked(at, hoursOfPerson(who.id, playbook));

  async function leave(): Promise<void> {
    const who = dice.one(playbook.people);
    const today = dayIn(instant(Math.floor(now())), hoursOfPerson(who.id, playbook).zone);
    const from = addDays(today, dice.whole(0, 4));
    const until = addDays(from, dice.whole(0, 9));
    const colleagues = playbook.people.filter((p) => p.department === who.department && p.id !== who.id);
    const delegate = colleagues.length > 0 && dice.chance(0.5) ? dice.one(colleagues).id : null;
    const set = await around.absences.set({ person: who.id, from, until, delegate, setBy: who.id });
    if (set.ok) away.push({ at: now(), person: who.id, from, until });
  }

  async function declare(): Promise<void> {
    const list = dice.one(['kr', 'kr', 'de', 'us', 'in', 'au', 'br']);
    const zone = playbook.calendars.find((c) => c.holidays.includes(list))?.zone ?? playbook.zone;
    const day = addDays(dayIn(instant(Math.floor(now())), zone), dice.whole(0, 6));
    if (await around.calendars.put({ list, day, name: '임시공휴일', spans: [] }, 'gyuri')) {
      holidays.push({ at: now(), list, day, off: true });
      if (dice.chance(0.2)) agenda.add(now() + dice.between(1, 30) * hour, () => withdraw(list, day));
    }
  }
  async function withdraw(list: string, day: ReturnType<typeof addDays>): Promise<void> {
    if (await around.calendars.remove(list, day, 'gyuri')) holidays.push({ at: now(), list, day, off: false });
  }

  const span = around.to - around.from;
  const weeks = span / (7 * day);
  const office = playbook.calendars[0];
  for (let n = 1; n <= around.cases; n += 1) {
    const any = around.from + dice.roll() * span * 0.97;
    const opening = office === undefined ? null : nextWorked(instant(Math.floor(any)), office);
    agenda.add(dice.chance(0.8) && opening !== null ? opening + dice.between(0, 2) * hour : any, () => file(n));
  }
  for (let n = 0; n < weeks * 6; n += 1) agenda.add(around.from + dice.roll() * span, leave);
  for (let n = 0; n < Math.max(2, weeks); n += 1) agenda.add(around.from + dice.roll() * span, declare);
  return { taken, refused, absences: away, holidays };
}
