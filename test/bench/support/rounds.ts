/** How long and how often; a machine that others use too wants more of both. */
export type Effort = {
  readonly rounds: number;
  /** Of one measurement that runs for a time. */
  readonly seconds: number;
  /** PostgreSQL waits for the disk as it does by default; without, what is measured is the work and not the disk. */
  readonly durable: boolean;
  /** Progress, for people. */
  readonly say: (what: string) => void;
};

/**
 * Measures every side once a round, in an order that turns with each round, so that a machine that grows slower or
 * faster meanwhile favours nobody. Gives one number a round for every side.
 */
export async function interleaved<Side extends string>(
  { rounds, say }: Effort,
  sides: Readonly<Record<Side, () => Promise<number>>>,
): Promise<Readonly<Record<Side, readonly number[]>>> {
  const names = Object.keys(sides) as Side[];
  const measured = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Side, number[]>;
  for (let round = 0; round < rounds; round += 1) {
    const turn = names.map((_, i) => names[(i + round) % names.length]).filter((name) => name !== undefined);
    for (const name of turn) {
      const value = await sides[name]();
      measured[name].push(value);
      say(`  round ${round + 1}  ${name}  ${value.toPrecision(4)}`);
    }
  }
  return measured;
}
