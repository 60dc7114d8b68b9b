import { type CaseRecord, departmentHolding, hasEnded } from '../../src/domain/case/case.ts';
import type { ChangeRecord } from '../../src/domain/change/change.ts';
import { touchpoints } from '../../src/domain/intake/voice.ts';
import type { CaseQueries, Scope, Tagged, TouchpointCount } from '../../src/ports/case-queries.ts';

type Ask = Parameters<CaseQueries['byTouchpoint']>;

/** Counted one by one, for tests of what stands above the database. */
export function countTouchpoints(
  cases: readonly CaseRecord[],
  changes: readonly ChangeRecord[],
  [{ department, filer }, since, top]: Ask,
): readonly TouchpointCount[] {
  const mine = cases.filter(
    ({ state: c }) =>
      (department === null || departmentHolding(c) === department) && (filer === undefined || c.filer.id === filer),
  );
  const proposed = changes.filter(
    ({ state: c }) => isOf({ department }, c.department) && c.status !== 'declined' && (c.proposal?.at ?? 0) >= since,
  );
  return [...touchpoints, null].flatMap((touchpoint) => {
    const here = mine.filter(({ state: c }) => c.voice.touchpoint === touchpoint);
    const lately = here.filter(({ state: c }) => c.filedAt >= since && c.status !== 'void' && c.status !== 'merged');
    const most = (list: 'likes' | 'hates'): readonly Tagged[] => {
      const counted = new Map<string, number>();
      for (const tag of lately.flatMap(({ state }) => state.voice[list] ?? []))
        counted.set(tag, (counted.get(tag) ?? 0) + 1);
      return [...counted]
        .map(([tag, n]) => ({ tag, cases: n }))
        .sort((a, b) => b.cases - a.cases || (a.tag < b.tag ? -1 : 1))
        .slice(0, top);
    };
    const count: TouchpointCount = {
      touchpoint,
      open: here.filter(({ state }) => !hasEnded(state)).length,
      lately: lately.length,
      changes: proposed.filter(({ state }) => state.proposal?.touchpoint === touchpoint).length,
      likes: most('likes'),
      hates: most('hates'),
    };
    return count.open + count.lately + count.changes === 0 ? [] : [count];
  });
}

const isOf = ({ department }: Pick<Scope, 'department'>, code: Scope['department']): boolean =>
  department === null || department === code;
