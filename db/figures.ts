import type { MarkSum, ReturnSum, Spread, Sum } from '../src/domain/figures/sums.ts';
import { type DepartmentCode, departmentCode } from '../src/domain/ids.ts';
import type { Behind, Figures, Period, Within } from '../src/ports/figures.ts';
import type { Parameter, Queryable } from './database.ts';
import { textArray } from './literals.ts';
import { type PageRow, pageOf } from './queries/page.ts';
import { returnedCasesStatement, returnsStatement } from './return-statement.ts';

/** What tallies come to. Sums read index `tallies_at` alone, and of that no more than their periods. */
export function figures(db: Queryable): Figures {
  return {
    sums: async (what, periods, within) => {
      const rows = await db.query<SumRow>(sumsStatement(within), [textArray(what), edgesOf(periods), ...only(within)]);
      return rows.flatMap(({ department, bucket, ...row }): readonly Sum[] => {
        const slot = periods.length - bucket;
        return slot < 0 || slot >= periods.length ? [] : [{ ...row, slot, department: codeOf(department) }];
      });
    },
    marks: async (what, period, within) => {
      const rows = await db.query<MarkRow>(marksStatement(within), [
        textArray(what),
        period.from,
        period.to,
        ...only(within),
      ]);
      return rows.map(({ department, ...row }): MarkSum => ({ ...row, department: codeOf(department) }));
    },
    returns: async (periods, within) => {
      const edges = [...new Set(periods.flatMap(({ from, to }) => [from as number, to as number]))].sort(
        (a, b) => a - b,
      );
      const rows = await db.query<ReturnRow>(returnsStatement(within), [arrayOf(edges), ...only(within)]);
      // Periods overlap: what lies between two edges counts in each period around it.
      return periods.flatMap(({ from, to }, slot) =>
        rows.flatMap(({ bucket, department, closings, returned }): readonly ReturnSum[] => {
          const begins = edges[bucket - 1] ?? Number.NaN;
          return begins >= from && begins < to ? [{ slot, department: codeOf(department), closings, returned }] : [];
        }),
      );
    },
    spread: async ({ from, to }, department) => {
      const [row] = await db.query<Spread>(spreadStatement(department), [from, to, ...only(department)]);
      return row === undefined || row.n === 0 ? null : row;
    },
    returned: async ({ from, to }, department, limit) =>
      pageOf(
        await db.query<PageRow>(returnedCasesStatement(department), [arrayOf([from, to]), limit, ...only(department)]),
      ),
    behind: async (of, limit) => {
      const { text, parameters } = behindStatement(of, limit);
      return pageOf(await db.query<PageRow>(text, parameters));
    },
  };
}

type SumRow = Omit<Sum, 'slot' | 'department'> & { readonly bucket: number; readonly department: string | null };
type MarkRow = Omit<MarkSum, 'department'> & { readonly department: string | null };
type ReturnRow = {
  readonly bucket: number;
  readonly department: string | null;
  readonly closings: number;
  readonly returned: number;
};

const codeOf = (code: string | null): DepartmentCode | null => (code === null ? null : departmentCode(code));
const only = (within: Within): readonly Parameter[] => (within === null || within === 'each' ? [] : [within]);
const arrayOf = (moments: readonly number[]): string => `{${moments.join(',')}}`;
/** Periods without a gap, newest first, as rising edges. */
const edgesOf = (periods: readonly Period[]): string =>
  arrayOf([...periods.map(({ from }) => from as number).reverse(), periods[0]?.to ?? 0]);

const grouped = (within: Within): string => (within === null ? 'null::text' : 'department');
const filtered = (within: Within, parameter: string): string =>
  within === null || within === 'each' ? '' : ` and department = ${parameter}::text`;

/** Period by period, so that the server knows how few groups there are. $1 what, $2 edges, $3 department. */
export const sumsStatement = (within: Within): string => `
with period as materialized (
  select bucket, to_timestamp(ms / 1000) as first, to_timestamp(lead(ms) over (order by bucket) / 1000) as next
    from unnest($2::text::float8[]) with ordinality as edge(ms, bucket)
)
select what, bucket, ${grouped(within)} as department, kind,
       count(*)::int as count, count(*) filter (where kept)::int as kept, count(kept)::int as judged,
       coalesce(sum(value), 0)::float8 as value
  from period join tallies on at >= first and at < next
 where what = any ($1::text::text[])${filtered(within, '$3')}
 group by 1, 2, 3, 4`;

/** $1 what, $2 from, $3 to, $4 department. */
export const marksStatement = (within: Within): string => `
select what, mark, ${grouped(within)} as department, count(*)::int as count
  from tallies cross join lateral unnest(marks) mark
 where what = any ($1::text::text[]) and at >= to_timestamp($2::float8 / 1000) and at < to_timestamp($3::float8 / 1000)${filtered(within, '$4')}
 group by 1, 2, 3`;

/** $1 from, $2 to, $3 department. Exact: of one period there are few enough. */
export const spreadStatement = (department: DepartmentCode | null): string => `
select count(*)::int as n, percentile_disc(0.5) within group (order by value)::int as median,
       percentile_disc(0.9) within group (order by value)::int as p90
  from tallies
 where what = 'fixed' and at >= to_timestamp($1::float8 / 1000) and at < to_timestamp($2::float8 / 1000)${filtered(department, '$3')}`;

function behindStatement({ what, period, department, kept, mark }: Behind, limit: number) {
  const parameters: Parameter[] = [what, period.from, period.to, limit];
  const own = department === null ? '' : ` and department = $${parameters.push(department)}::text`;
  const marked = mark === undefined ? '' : ` and $${parameters.push(mark)}::text = any (marks)`;
  const missed = kept === false ? ' and kept is not true' : '';
  const text = `
with hit as materialized (
  select distinct case_id from tallies
   where what = $1::text and at >= to_timestamp($2::float8 / 1000) and at < to_timestamp($3::float8 / 1000)${own}${marked}${missed}
)
select id, version, state, (select count(*)::int from hit) as total from cases
 where id in (select case_id from hit order by case_id desc limit $4::int) order by id desc`;
  return { text, parameters };
}
