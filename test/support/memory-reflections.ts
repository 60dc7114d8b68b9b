import type { Reflections } from '../../src/ports/reflections.ts';

/** The promises of the weekly line kept in memory. The real one has its own suite. */
export function memoryReflections(): Reflections {
  const asked = new Map<string, { readonly card: string; folded: boolean }>();
  const open = (card: string) => [...asked.values()].filter((one) => one.card === card && !one.folded);
  return {
    onCard: async (department, id, week) => {
      const key = `${department} ${week}`;
      if (week !== null && !asked.has(key)) asked.set(key, { card: `${department} ${id}`, folded: false });
      return open(`${department} ${id}`).length > 0;
    },
    fold: async (department, id) => {
      const mine = open(`${department} ${id}`);
      for (const one of mine) one.folded = true;
      return mine.length > 0;
    },
  };
}
