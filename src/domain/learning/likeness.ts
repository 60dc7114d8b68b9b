import type { DepartmentCode } from '../ids.ts';
import type { Touchpoint, VoiceKind } from '../intake/voice.ts';
import type { Gist } from './gist.ts';
import type { Terms } from './lexicon.ts';

/** How much each thing that two voices share counts, and each that they do not. All are parts of one. */
export type LikenessRules = {
  /** What the words say: what it is about, what went wrong, words that no group knows. */
  readonly weights: { readonly thing: number; readonly trouble: number; readonly rest: number };
  /** Of a group's weight, where the other has only a group near it. */
  readonly near: number;
  /** How much the shorter of two texts decides; 0.5: both alike. */
  readonly shorter: number;
  /** Added for the letters that two texts have in common. */
  readonly letters: number;
  /** What is left of the score where nothing it is about, or nothing that went wrong, is shared… */
  readonly otherThing: number;
  readonly otherTrouble: number;
  /** …or one of them says nothing about it. */
  readonly noThing: number;
  readonly noTrouble: number;
  /** What is left where what went wrong is the opposite, where one praises and nothing that went wrong is shared, where one asks. */
  readonly opposite: number;
  readonly praise: number;
  readonly question: number;
  /** Added for the same department and the same touchpoint. */
  readonly department: number;
  readonly touchpoint: number;
};

/** A voice, read. */
export type Heard = {
  readonly gist: Gist;
  /** Null while nobody has said so. */
  readonly kind: VoiceKind | null;
  readonly department: DepartmentCode | null;
  readonly touchpoint: Touchpoint | null;
};

/** How seldom something is said: 0 means in every case. */
export type Rarity = {
  readonly concept: (id: number) => number;
  readonly gram: (gram: string) => number;
};

type Shared = { readonly both: number; readonly one: number; readonly other: number };

/** How alike two voices are, from 0 to 1. The same either way round. */
export function likeness(a: Heard, b: Heard, rarity: Rarity, terms: Terms, rules: LikenessRules): number {
  if (cannotBeOne(a.kind, b.kind)) return 0;
  const nearly = (id: number, among: ReadonlySet<number>): number =>
    [...(terms.near.get(id) ?? [])].some((near) => among.has(near)) ? rules.near : 0;
  const concepts = (x: ReadonlySet<number>, y: ReadonlySet<number>, weight: number) =>
    shared(x, y, (id) => weight * rarity.concept(id), nearly);
  const things = concepts(a.gist.things, b.gist.things, rules.weights.thing);
  const troubles = concepts(a.gist.troubles, b.gist.troubles, rules.weights.trouble);
  const rest = shared(
    a.gist.rest,
    b.gist.rest,
    (gram) => rules.weights.rest * rarity.gram(gram),
    () => 0,
  );

  const all = [things, troubles, rest];
  const [one, other] = [sum(all.map((s) => s.one)), sum(all.map((s) => s.other))];
  if (one === 0 || other === 0) return 0;
  const [less, more] = one < other ? [one, other] : [other, one];
  const words = sum(all.map((s) => s.both)) / (less ** rules.shorter * more ** (1 - rules.shorter));
  const score =
    ((words + rules.letters * overlap(a.gist.grams, b.gist.grams)) / (1 + rules.letters)) *
    part(things, rules.otherThing, rules.noThing) *
    part(troubles, rules.otherTrouble, rules.noTrouble) *
    (areOpposite(a.gist, b.gist, terms) ? rules.opposite : 1) *
    (troubles.both === 0 && a.gist.praises !== b.gist.praises ? rules.praise : 1) *
    (a.gist.asks === b.gist.asks ? 1 : rules.question) *
    (asks(a.kind) === null || asks(b.kind) === null || asks(a.kind) === asks(b.kind) ? 1 : rules.question);
  if (score === 0) return 0;
  const same = <T>(x: T | null, y: T | null, bonus: number): number => (x !== null && x === y ? bonus : 0);
  const bonus = same(a.department, b.department, rules.department) + same(a.touchpoint, b.touchpoint, rules.touchpoint);
  return Math.min(1, score + bonus);
}

function shared<T>(
  x: ReadonlySet<T>,
  y: ReadonlySet<T>,
  weightOf: (item: T) => number,
  nearly: (item: T, among: ReadonlySet<T>) => number,
): Shared {
  const held = (from: ReadonlySet<T>, among: ReadonlySet<T>) => {
    let [found, all] = [0, 0];
    for (const item of from) {
      const weight = weightOf(item);
      all += weight;
      found += weight * (among.has(item) ? 1 : nearly(item, among));
    }
    return { found, all };
  };
  const [one, other] = [held(x, y), held(y, x)];
  return { both: Math.min(one.found, other.found), one: one.all, other: other.all };
}

/** From `none` where nothing is shared to 1 where all is; `silent` where one of them says nothing. */
function part({ both, one, other }: Shared, none: number, silent: number): number {
  if (one === 0 || other === 0) return silent;
  return none + (1 - none) * Math.sqrt(both / Math.min(one, other));
}

function overlap(x: ReadonlySet<string>, y: ReadonlySet<string>): number {
  if (x.size + y.size === 0) return 0;
  let both = 0;
  for (const gram of x) if (y.has(gram)) both += 1;
  return (2 * both) / (x.size + y.size);
}

/** Thanks and spam are never the same case as anything else. */
const cannotBeOne = (a: VoiceKind | null, b: VoiceKind | null): boolean =>
  a === 'void' || b === 'void' || (a !== null && b !== null && (a === 'praise') !== (b === 'praise'));

const asks = (kind: VoiceKind | null): boolean | null =>
  kind === null ? null : kind === 'inquiry' || kind === 'suggestion';

const areOpposite = (a: Gist, b: Gist, terms: Terms): boolean =>
  [...a.troubles].some(
    (id) =>
      !b.troubles.has(id) && [...(terms.opposites.get(id) ?? [])].some((o) => b.troubles.has(o) && !a.troubles.has(o)),
  );

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
