import type { FiledCase } from '../domain/case/case.ts';
import { effortOf } from '../domain/learning/effort.ts';
import { type Struggles, struggles } from '../domain/learning/struggles.ts';
import type { Span } from '../ports/card.ts';
import { bold } from './drawing.ts';
import type { Reading } from './reading.ts';

/** `고객 노력 5`, where it cost the customer anything. */
export function effortPart(c: FiledCase, r: Reading): readonly (readonly Span[])[] {
  const { points } = effortOf(c, r.now, r.playbook);
  return points === 0 ? [] : [[bold(r.words.care.effort(points))]];
}

/** The whole arithmetic, a sentence each; nothing where there was no effort. */
export function effortSentences(c: FiledCase, r: Reading): readonly string[] {
  const { points, sum, parts } = effortOf(c, r.now, r.playbook);
  const { effortSum, effortPart: part, effortCapped } = r.words.care;
  if (sum === 0) return [];
  return [
    effortSum(points, parts.map((p) => part(p.of, p.times, p.points)).join(' + ')),
    ...(sum > points ? [effortCapped(sum, points)] : []),
  ];
}

/** What the customer told of, at the end of a line of the story. */
export const struggledText = (told: Struggles | undefined, r: Reading): string =>
  told === undefined ? '' : r.words.care.story(struggles.filter((of) => told[of] !== undefined));
