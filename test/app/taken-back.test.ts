import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FiledCase } from '../../src/domain/case/case.ts';
import { clusterId } from '../../src/domain/ids.ts';
import { textOf } from '../support/front-door.ts';
import { type FrontDoor, filed } from '../support/stages.ts';

/*
 * Two worlds: in one somebody says that two cases, or two clusters, are the same problem and takes it back; in the other
 * nobody ever does. Whatever else happened before and in between, nobody can tell them apart afterwards.
 */

const weights = [[], ['B1'], ['B2'], ['B2', 'C2'], ['H1', 'E1'], ['A3'], ['K2', 'C2', 'G2']] as const;
const weight = fc.constantFrom(...weights);
const which = fc.nat(20);
const pair = fc.tuple(which, which);

type World = {
  readonly cases: readonly { readonly customer: number; readonly signals: readonly string[] }[];
  /** Said before, by the desk: the same, not the same, and proposed to be changed. */
  readonly before: readonly {
    readonly of: readonly [number, number];
    readonly says: 'same' | 'not-alike' | 'propose';
  }[];
  readonly linked: readonly [number, number];
  /** What happens before it is taken back: a person finds a case to weigh more, and clusters are counted. */
  readonly between: readonly { readonly of: number; readonly more: readonly string[]; readonly counted: boolean }[];
};
const worlds: fc.Arbitrary<World> = fc.record({
  cases: fc.array(fc.record({ customer: fc.nat(4), signals: weight }), { minLength: 3, maxLength: 7 }),
  before: fc.array(fc.record({ of: pair, says: fc.constantFrom('same', 'same', 'same', 'not-alike', 'propose') }), {
    maxLength: 6,
  }),
  linked: pair,
  between: fc.array(fc.record({ of: which, more: weight, counted: fc.boolean() }), { maxLength: 4 }),
});

const proposal = {
  title: '유리병에 종이 완충재 두 겹',
  means: ['process'],
  rootCause: 'product/packaging',
  effect: '파손 불만이 4분의 1로',
  department: 'logistics',
};

async function begun({ cases, before }: World): Promise<FrontDoor> {
  let door: FrontDoor | undefined;
  for (const [i, { customer, signals }] of cases.entries()) {
    const values = { customer: `customer${customer}@shop.test`, signals, experience: `유리병이 깨져서 왔다 ${i}` };
    door = await filed(values, door);
  }
  if (door === undefined) throw new Error('nobody filed anything');
  for (const { of, says } of before) {
    const [a, b] = of.map((n) => (n % cases.length) + 1) as [number, number];
    if (says === 'propose') await proposed(door, a);
    else if (a !== b) await door.press('aram', says, a, String(b));
  }
  await door.count();
  return door;
}

async function proposed(door: FrontDoor, n: number): Promise<void> {
  const form = await door.press('aram', 'propose', n);
  if (form.type === 'open-form') await door.send('aram', form, proposal);
}

async function goOn(door: FrontDoor, { cases, between }: World): Promise<void> {
  for (const { of, more, counted } of between) {
    const n = (of % cases.length) + 1;
    const told = (await door.case(n)).state.assessment.confirmed.filter((code) => !code.startsWith('I'));
    const signals = [...new Set([...told, ...more])];
    const form = await door.press('mirae', 'severity', n);
    if (form.type === 'open-form') await door.send('mirae', form, { signals, reason: '다시 들었습니다' });
    if (counted) await door.count();
  }
  await door.count();
}

/** Everything that can be seen of the cases and of what they belong to. */
async function seen(door: FrontDoor, { cases }: World): Promise<unknown> {
  const found = [];
  for (let n = 1; n <= cases.length; n += 1) {
    const { state } = await door.case(n);
    const root = state.cluster === undefined ? null : await door.clusters.rootOf(state.cluster);
    const cluster = root === null ? null : await door.clusters.view(root);
    const { level, reached } = (await door.clusters.view(clusterId(n))).record.state;
    found.push({ ...state, sla: promised(state), root, figures: cluster?.figures ?? null, level, reached });
  }
  return found;
}
/** What fell away in between stays on record; what is promised is as if nothing had been. */
const promised = ({ sla }: FiledCase) => ({
  ...sla,
  clocks: sla.clocks.filter(({ ended }) => ended === undefined || ended.met),
});

const clusterOf = async (door: FrontDoor, n: number) => (await door.case(n)).state.cluster;
const rootOf = async (door: FrontDoor, n: number) => {
  const cluster = await clusterOf(door, n);
  return cluster === undefined ? null : door.clusters.rootOf(cluster);
};

describe('what is taken back', () => {
  it('a link leaves no trace: case, level, figures and what is promised are what they are where it was never made', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const [a, b] = world.linked.map((n) => (n % world.cases.length) + 1) as [number, number];
        const door = await begun(world);
        fc.pre(a !== b && (await clusterOf(door, a)) === undefined);
        expect(textOf(await door.press('aram', 'same', a, String(b)))).toContain('연결했습니다');
        await door.count();
        await goOn(door, world);
        expect(textOf(await door.press('aram', 'unlink', a))).toContain('연결을 풀었습니다');
        await door.count();
        const other = await begun(world);
        await goOn(other, world);
        expect(await seen(door, world)).toEqual(await seen(other, world));
      }),
      { numRuns: 60 },
    );
  });

  it('two clusters that were made one are, taken apart, what they are where nobody joined them', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const [a, b] = world.linked.map((n) => (n % world.cases.length) + 1) as [number, number];
        const door = await begun(world);
        const [mine, theirs] = [await rootOf(door, a), await rootOf(door, b)];
        fc.pre(mine !== null && theirs !== null && mine !== theirs);
        const younger = (mine ?? 0) > (theirs ?? 0) ? a : b;
        fc.pre((await clusterOf(door, younger)) === (await rootOf(door, younger)));
        expect(textOf(await door.press('aram', 'same', a, String(b)))).toContain('합쳤습니다');
        await door.count();
        await goOn(door, world);
        expect(textOf(await door.press('aram', 'part', younger))).toContain('풀었습니다');
        await door.count();
        const other = await begun(world);
        await goOn(other, world);
        expect(await seen(door, world)).toEqual(await seen(other, world));
      }),
      { numRuns: 60 },
    );
  });
});
