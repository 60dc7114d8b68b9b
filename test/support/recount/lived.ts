import { caseStore } from '../../../db/case-store.ts';
import { changeStore } from '../../../db/change-store.ts';
import { clusters as clusterStore } from '../../../db/clusters.ts';
import type { Database } from '../../../db/database.ts';
import { countClusters } from '../../../src/app/count-clusters.ts';
import { handleChangeWith } from '../../../src/app/handle-change.ts';
import { handleCommandWith } from '../../../src/app/handle-command.ts';
import type { CaseRecord } from '../../../src/domain/case/case.ts';
import type { CaseCommand } from '../../../src/domain/case/commands.ts';
import { decide } from '../../../src/domain/case/decide.ts';
import { decideChange } from '../../../src/domain/change/decide.ts';
import { joinCluster } from '../../../src/domain/cluster/decide-cluster.ts';
import { evolveCluster } from '../../../src/domain/cluster/evolve-cluster.ts';
import { type CausationId, type ClusterId, causationId, clusterId } from '../../../src/domain/ids.ts';
import { type Instant, instant } from '../../../src/domain/instant.ts';
import type { Playbook } from '../../../src/domain/playbook.ts';
import { dayIn, momentAt } from '../../../src/domain/zone.ts';
import { people } from '../a-playbook.ts';
import { press } from '../case-commands.ts';
import { quietLog } from '../quiet-log.ts';
import { randomGap, randomStart } from '../random-history.ts';
import { randomOffice } from '../random-office.ts';
import { type Chance, chance } from '../seeded.ts';
import { filing, nextStep } from './case-steps.ts';
import { needsMembers, nextWork, proposal } from './change-steps.ts';

/** How a company is now, and when that is. */
export type Lived = { readonly playbook: Playbook; readonly from: Instant; readonly at: Instant };

const dayMs = 86_400_000;
/** Whoever comes back within them has the old problem. */
const thirtyDays = 30 * dayMs;
export const daysLived = 105;

/** Anywhere on earth, with few enough cases to fill a gauge and short enough watches to come to an end. */
function aCompany(seed: number): Playbook {
  const office = randomOffice(seed);
  const { gauge, change } = office.learning;
  return {
    ...office,
    learning: {
      ...office.learning,
      gauge: { ...gauge, minor: 6, weak: 12, drift: { weeks: 4, falls: 2, total: 3, growth: 1 } },
      change: { ...change, watch: { ...change.watch, marks: [3, 8], quiet: 0, baseline: 20, window: 20 } },
      compensations: 2,
    },
  };
}

/** Some hundred days of a company: everything that happens in it goes through the doors that people and clocks use. */
export async function lived(db: Database, seed: number): Promise<Lived> {
  const playbook = aCompany(seed);
  const c = chance(seed * 31 + 5);
  const from = randomStart(c);
  const end = instant(from + daysLived * dayMs);
  /** A few have enough to do for shares to be told. */
  const isBusy = seed % 25 === 0;
  let now = from;
  let causes = 0;
  const cause = (): CausationId => {
    causes += 1;
    return causationId(`recount:${seed}:${causes}`);
  };
  const doors = {
    playbook,
    address: async () => ({ messages: [], nudges: [] }),
    calendars: () => 1,
    committed: () => {},
  };
  const store = caseStore(db);
  const changes = changeStore(db);
  const clusters = clusterStore(db);
  const handle = handleCommandWith({ ...doors, store });
  const handleChange = handleChangeWith({ ...doors, changes });
  const cases: CaseRecord[] = [];
  const agenda: { readonly at: Instant; readonly act: () => Promise<void> }[] = [];
  const on = (at: number, act: () => Promise<void>): void => {
    if (at < end) agenda.push({ at: instant(at), act });
  };

  async function asks(i: number, command: CaseCommand): Promise<void> {
    const seen = cases[i];
    if (seen === undefined) return;
    const meta = { ...command.meta, causationId: cause() };
    const handled = await handle({
      caseId: seen.id,
      command: { ...command, meta } as CaseCommand,
      original: null,
      seen,
    });
    if (handled.record !== null) cases[i] = handled.record;
  }

  async function files(steps: number): Promise<void> {
    const command = { ...filing(c, now, playbook) };
    const meta = { ...command.meta, causationId: cause() };
    const filed = await handle({ caseId: null, command: { ...command, meta } as CaseCommand, original: null });
    if (filed.type !== 'done') throw new Error(`not filed: ${JSON.stringify(filed.rejection)}`);
    const i = cases.push(filed.record) - 1;
    if (c.percent(70)) on(now + randomGap(c), () => links(i, c.below(2), c));
    on(now + randomGap(c), () => moves(i, steps));
  }

  async function moves(i: number, steps: number): Promise<void> {
    const record = cases[i];
    if (record === undefined || (isBusy && record.state.status === 'closed' && c.percent(75))) return;
    // What would be refused is not worth a question to the database.
    for (let tries = 0; tries < 4; tries += 1) {
      const command = nextStep(record, cases, c, now, { playbook, zeal: isBusy ? 88 : 58 });
      if (!decide(command, record.state, playbook).ok) continue;
      await asks(i, command);
      break;
    }
    if (steps > 1) on(now + randomGap(c) / (isBusy ? 6 : 1), () => moves(i, steps - 1));
    if (cases[i]?.state.status === 'closed' && c.percent(40)) {
      on(now + thirtyDays - c.between(0, 1) * 60_000, () => asks(i, press('ReopenCase', people.duri, {}, now)));
    }
  }

  const rootOf = async (i: number): Promise<ClusterId | null> => {
    const cluster = cases[i]?.state.cluster;
    return cluster === undefined ? null : clusters.rootOf(cluster);
  };

  /** The same problem as an earlier case, mostly one of two that everybody has. */
  async function links(i: number, problem: number, chance: Chance): Promise<void> {
    const j = problem < i && chance.percent(65) ? problem : chance.below(i + 1);
    const [mine, other] = [cases[i], cases[j]];
    if (i === j || mine === undefined || other === undefined) return;
    const [a, b] = [await rootOf(i), await rootOf(j)];
    if (a !== null && b !== null) return a === b ? undefined : joins(a, b);
    const cluster = a ?? b ?? clusterId(Math.min(mine.id, other.id));
    for (const [one, with_] of [
      [j, mine.id],
      [i, other.id],
    ] as const) {
      if (cases[one]?.state.cluster === undefined) {
        await asks(one, press('LinkCase', people.aram, { cluster, other: with_ }, now));
      }
    }
  }

  async function joins(a: ClusterId, b: ClusterId): Promise<void> {
    const [into, id] = a < b ? [a, b] : [b, a];
    const { record } = await clusters.view(id);
    const joined = joinCluster(record.state, into, people.aram, now);
    if (!joined.ok) return;
    const events = joined.value;
    const after = events.reduce(evolveCluster, record.state);
    await clusters.commit({ id, expectedVersion: record.version, causationId: cause(), events, after });
    await clusters.recount([into, id]);
  }

  async function counts(): Promise<void> {
    const log = quietLog();
    const deps = { ...doors, clusters, changes, store, handle, handleChange, now: () => now, kick: () => {}, log };
    await countClusters(deps);
    if (log.lines.length > 0) throw new Error(`counting broke: ${log.lines.map(({ what }) => what).join(', ')}`);
    for (const [i, { id }] of cases.entries()) cases[i] = (await store.load(id)) ?? (cases[i] as CaseRecord);
  }

  async function works(): Promise<void> {
    const { changes: known } = await changes.find({ department: null, open: false }, 20);
    for (const record of known) {
      if (c.percent(25)) continue;
      const root = await clusters.rootOf(record.state.cluster);
      const members = needsMembers(record) ? await clusters.members(root) : [];
      const next = nextWork(record, members, playbook, c, { at: now, causationId: cause() });
      if (next !== null && decideChange(next, record.state, playbook).ok) await handleChange(record.id, next);
    }
    if (known.length >= 3 || !c.percent(30) || cases.length === 0) return;
    const root = await rootOf(c.below(cases.length));
    if (root !== null) await handleChange(null, proposal(root, c, { at: now, causationId: cause() }));
  }

  const number = isBusy ? c.between(60, 80) : c.between(5, 11);
  for (let n = 0; n < number; n += 1) {
    const at = instant(from + c.below((isBusy ? 50 : daysLived) * 1440) * 60_000);
    const midnight = momentAt(dayIn(at, playbook.zone), 0, 0, playbook.zone);
    on(c.percent(20) ? midnight : at, () => files(isBusy ? c.between(6, 12) : c.between(2, 10)));
  }
  for (let day = 6; day < daysLived; day += c.between(2, 6)) on(from + day * dayMs + 7 * 60_000, works);
  for (const day of [30, 70, daysLived - 1]) on(from + day * dayMs + 3 * 60_000, counts);
  while (agenda.length > 0) {
    agenda.sort((a, b) => b.at - a.at);
    const next = agenda.pop();
    if (next === undefined) break;
    now = next.at;
    await next.act();
  }
  return { playbook, from, at: instant(end + c.below(3 * 1440) * 60_000) };
}
