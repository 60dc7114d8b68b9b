import { err, ok, type Result } from '../domain/result.ts';
import type { Target } from '../domain/sla/terms.ts';
import type { Fault } from './finding.ts';

type Unit = { readonly unit: Target['unit']; readonly each: number; readonly most: number };

/** `most`: about a year. Further ahead no calendar is known, and something would be promised that never falls due. */
const units: ReadonlyMap<string, Unit> = new Map([
  ['m', { unit: 'wall', each: 1, most: 525_600 }],
  ['h', { unit: 'wall', each: 60, most: 8_760 }],
  ['bm', { unit: 'working', each: 1, most: 120_000 }],
  ['bh', { unit: 'working', each: 60, most: 2_000 }],
  ['dh', { unit: 'daytime', each: 60, most: 5_000 }],
  ['bd', { unit: 'days', each: 1, most: 250 }],
] as const);

const mend =
  'Write a whole number and its unit: 30m or 2h (round the clock), 90bm or 2bh (business time), 3bd (business days), 4dh (hours of the daytime).';

/** Reads the time allowed for something: `30m`, `2bh`, `3bd`. */
export function readTarget(text: string): Result<Target, Fault> {
  const found = /^(\d{1,9})\s*([a-z]+)$/.exec(text.trim());
  if (found === null) return err({ what: `"${text}" is no length of time`, mend });
  const [number, name = ''] = [Number(found[1]), found[2]];
  const known = units.get(name);
  if (known === undefined) return err({ what: `"${name}" is no unit of time`, mend });
  const { unit, each, most } = known;
  if (number === 0) return err({ what: `"${text}" is no time at all`, mend: 'Write 1 or more.' });
  if (number > most) return err({ what: `"${text}" is longer than a year`, mend: `Write ${most}${name} or less.` });
  return ok(unit === 'days' ? { unit, days: number } : { unit, minutes: number * each });
}
