import type { Page } from '../../src/ports/case-queries.ts';
import { type CaseRow, decodeCase } from '../event-codec.ts';

/** A row of a list: `total` counts what the list would hold without its limit. */
export type PageRow = CaseRow & { readonly total: number };

export const pageOf = (rows: readonly PageRow[]): Page => ({
  cases: rows.map(decodeCase),
  total: rows[0]?.total ?? 0,
});
