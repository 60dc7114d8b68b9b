import type { Chance } from '../seeded.ts';
import { dayNumber } from './office-days.ts';
import { type Plot, type Plotter, plotter } from './plot.ts';

type Writer = (p: Plotter, c: Chance) => Omit<Plot, 'name'>;

/** In the order in which they take effect: what is watched for half a year comes first. */
const plots: Readonly<Record<string, Writer>> = {
  'quiet-holds': (p) => ({
    told: [...p.before(1), ...p.each([40, 110], 'S3')],
    rounds: [p.round()],
    must: { relapses: [], verdicts: ['effective'] },
  }),
  'quiet-relapses': (p) => ({
    told: [...p.before(1), ...p.each([100, 118])],
    rounds: [p.round()],
    must: { relapses: ['many'], verdicts: [] },
  }),
  // Long a warning before anything was accepted, and nobody said it lately: measured by one, and watched for long.
  'too-late': (p) => ({
    told: p.each([-75, -72, -68], 'S3'),
    rounds: [p.round()],
    must: { relapses: [], verdicts: ['effective'] },
  }),
  emergency: (p) => ({
    told: [...p.before(3), p.one(12), p.one(20, 'S1')],
    rounds: [p.round(), p.round(41)],
    must: { relapses: ['severe'], verdicts: ['effective'] },
  }),
  'once-more': (p) => {
    const old = p.one(-70, 'S3');
    const again = p.one(25, 'S3', { customer: old.customer });
    return {
      told: [old, ...p.before(4), p.one(10), again],
      rounds: [p.round()],
      must: { relapses: ['again'], verdicts: [] },
    };
  },
  half: (p) => ({
    told: [...p.before(10), ...p.each([2, 8, 14, 20, 26]), p.one(70, 'S3')],
    rounds: [p.round(), p.round(45)],
    must: { relapses: ['many'], verdicts: ['effective'] },
  }),
  'one-below': (p) => ({
    told: [...p.before(10), ...p.each([3, 8, 15, 24, 46, 52, 60])],
    rounds: [p.round()],
    must: { relapses: [], verdicts: ['effective'] },
  }),
  'only-asked': (p) => ({
    told: [...p.each([-80, -75, -70], 'S3'), ...p.before(3), ...p.each([2, 4, 6, 8, 10, 12, 14, 16], 'S4')],
    rounds: [p.round()],
    must: { relapses: [], verdicts: ['effective'] },
  }),
  'gone-through-before': (p) => ({
    told: [
      ...p.before(5),
      ...[-20, -12, -3].map((day, i) => p.one(day, 'S3', { linkedAt: p.on(5 + 3 * i, 800) })),
      p.one(-2, 'S1', { linkedAt: p.on(15, 800) }),
      p.one(30, 'S3'),
    ],
    rounds: [p.round()],
    must: { relapses: [], verdicts: ['effective'] },
  }),
  elsewhere: (p) => ({
    told: [
      ...p.before(5),
      p.one(5, 'S3'),
      p.one(8, 'S3', { voidAt: p.on(9, 700) }),
      p.one(12, 'S3'),
      p.one(14, 'S1', { linkedAt: null }),
      ...p.each([15, 16], 'S3', { linkedAt: null }),
    ],
    rounds: [p.round()],
    must: { relapses: [], verdicts: ['effective'] },
  }),
  trickle: (p) => ({
    told: [...p.before(10), ...p.each([2, 9, 16, 23, 36, 43, 50, 57, 70, 76, 83])],
    rounds: [p.round()],
    must: { relapses: [], verdicts: ['partial'] },
  }),
  'asked-again': (p) => ({
    told: [...p.before(5, 'S4'), ...p.each([5, 9, 15], 'S4')],
    rounds: [p.round()],
    must: { relapses: ['many'], verdicts: [] },
  }),
  'late-truth': (p) => ({
    told: [...p.before(2), p.one(10, 'S3'), p.one(25, 'S3', { linkedAt: p.on(101, 800) })],
    rounds: [p.round()],
    must: { relapses: ['many'], verdicts: ['effective'] },
  }),
  'one-problem': (p) => ({
    told: p.before(4),
    apart: { told: p.each([10, 14], 'S3'), joinedAt: p.on(30, 800) },
    rounds: [p.round()],
    must: { relapses: ['many'], verdicts: [] },
  }),
  'in-force-before': (p) => ({
    told: [...p.before(4), ...p.each([-2, -1], 'S3')],
    rounds: [p.round(0, { inForce: p.on(-3, 1_070) })],
    must: { relapses: ['many'], verdicts: [] },
  }),
  'chance-1': byChance,
  'chance-2': byChance,
  'chance-3': byChance,
  // Nobody changes anything: for the figure of complaints that became changes.
  'nobody-minds': (p) => ({ told: p.before(4), rounds: [], must: { relapses: [], verdicts: [] } }),
  'not-the-same': (p) => ({
    told: [...p.before(2, 'S3'), p.one(-2, 'S3', { unlinkedAt: p.on(1, 800) })],
    rounds: [],
    must: { relapses: [], verdicts: [] },
  }),
};

/** Whatever comes: new customers and old ones, severe and not, now and then. */
function byChance(p: Plotter, c: Chance): Omit<Plot, 'name'> {
  const before = p.before(c.between(2, 7));
  const since = Array.from({ length: c.between(2, 8) }, () => {
    const drawn = p.one(c.between(1, 95), c.pick(['S2', 'S3', 'S3', 'S3', 'S4', 'S4'] as const));
    return c.percent(8) ? { ...drawn, customer: c.pick(before).customer } : drawn;
  });
  return { told: [...before, ...since], rounds: [p.round()], must: null };
}

export const firstDay = '2026-11-23';
export const lastDay = '2027-11-19';

/** A year of problems, the same for the same chance. */
export function yearOf(c: Chance): readonly Plot[] {
  const names = Object.keys(plots);
  const [from, step] = [dayNumber(firstDay) + 82, Math.floor(170 / names.length)];
  return names.map((name, i) => ({
    name,
    ...(plots[name] as Writer)(plotter(name, from + i * step + c.below(step), c), c),
  }));
}
