import type { FiledCase } from '../src/domain/case/case.ts';
import type { RecordedEvent } from '../src/domain/case/events.ts';
import type { Change } from '../src/domain/change/change.ts';
import type { RecordedChangeEvent } from '../src/domain/change/events.ts';
import { type Cluster, unnamed } from '../src/domain/cluster/cluster.ts';
import type { ExportedCase, ExportedChange, ExportedCluster } from '../src/domain/export/table.ts';
import { type ClusterId, caseId, changeId, clusterId } from '../src/domain/ids.ts';
import { instant } from '../src/domain/instant.ts';
import { type ClusterFigures, gaugeLevels } from '../src/domain/learning/gauge.ts';
import type { ExportReads, ExportScope, Pageful } from '../src/ports/export.ts';
import { type ChangeEventRow, decodeChange, decodeChangeEvent } from './change-codec.ts';
import type { Queryable } from './database.ts';
import { decodeCase, decodeEvent, type StoredEventRow } from './event-codec.ts';
import {
  caseEventsStatement,
  casesStatement,
  changeEventsStatement,
  changesStatement,
  clustersStatement,
  countStatement,
  rootsStatement,
  walked,
} from './export-statements.ts';
import { intArray } from './literals.ts';

type Walked<S> = { readonly id: number; readonly version: number; readonly state: S };
type ClusterRow = Walked<Cluster | null> & {
  readonly figures: ClusterFigures | null;
  readonly said: string | null;
  readonly joined: readonly number[] | null;
  readonly watch: number | null;
  readonly alert: number | null;
  readonly critical: number | null;
  readonly within: boolean;
};

const scoped = ({ from, to, department }: ExportScope) => [from, to, department] as const;

function grouped<R, E>(rows: readonly R[], idOf: (row: R) => number, decode: (row: R) => E): ReadonlyMap<number, E[]> {
  const found = new Map<number, E[]>();
  for (const row of rows) {
    const own = found.get(idOf(row)) ?? [];
    own.push(decode(row));
    found.set(idOf(row), own);
  }
  return found;
}

/** A page that is not full was the last. */
const pageful = <T, Id>(rows: readonly T[], seen: readonly { readonly id: number }[], id: (n: number) => Id) => {
  const last = seen.at(-1);
  return { rows, next: last === undefined || seen.length < walked ? null : id(last.id) } satisfies Pageful<T, Id>;
};

/** Reads for an export: by number, page after page, one statement each and no transaction around them. */
export function exportReads(db: Queryable): ExportReads {
  async function rootsOf(ids: readonly number[]): Promise<ReadonlyMap<number, ClusterId>> {
    if (ids.length === 0) return new Map();
    const rows = await db.query<{ cluster: number; root: number }>(rootsStatement, [intArray([...new Set(ids)])]);
    return new Map(rows.map(({ cluster, root }) => [cluster, clusterId(root)]));
  }

  async function historiesOf(ids: readonly number[]): Promise<ReadonlyMap<number, RecordedEvent[]>> {
    if (ids.length === 0) return new Map();
    const rows = await db.query<StoredEventRow>(caseEventsStatement, [intArray(ids)]);
    return grouped(rows, (row) => row.case_id, decodeEvent);
  }

  async function changeHistories(ids: readonly number[]): Promise<ReadonlyMap<number, RecordedChangeEvent[]>> {
    if (ids.length === 0) return new Map();
    const rows = await db.query<ChangeEventRow & { change_id: number }>(changeEventsStatement, [intArray(ids)]);
    return grouped(rows, (row) => row.change_id, decodeChangeEvent);
  }

  return {
    lastCase: async () => {
      const [row] = await db.query<{ id: number | null }>('select max(id) as id from cases');
      return caseId(row?.id ?? 0);
    },
    count: async (scope, last) => {
      const [row] = await db.query<{ count: number }>(countStatement, [...scoped(scope), last]);
      return row?.count ?? 0;
    },
    cases: async (scope, after, last) => {
      const seen = await db.query<Walked<FiledCase | null>>(casesStatement, [...scoped(scope), after, last]);
      const found = seen.flatMap(({ state, ...row }) => (state === null ? [] : [decodeCase({ ...row, state })]));
      const linked = found.flatMap(({ state }) => (state.cluster === undefined ? [] : [state.cluster]));
      const [histories, roots] = [await historiesOf(found.map(({ id }) => id)), await rootsOf(linked)];
      const rows = found.map(
        (record): ExportedCase => ({
          record,
          // What happened since the case was read is not in the case either.
          history: (histories.get(record.id) ?? []).filter(({ version }) => version <= record.version),
          root: record.state.cluster === undefined ? null : (roots.get(record.state.cluster) ?? record.state.cluster),
        }),
      );
      return pageful(rows, seen, caseId);
    },
    changes: async (scope, after) => {
      const seen = await db.query<Walked<Change>>(changesStatement, [...scoped(scope), after]);
      const histories = await changeHistories(seen.map(({ id }) => id));
      const roots = await rootsOf(seen.map(({ state }) => state.cluster));
      const rows = seen.map(
        ({ id, version, state }): ExportedChange => ({
          record: decodeChange({ id, version, state }),
          history: (histories.get(id) ?? []).filter((recorded) => recorded.version <= version),
          root: roots.get(state.cluster) ?? state.cluster,
        }),
      );
      return pageful(rows, seen, changeId);
    },
    clusters: async ({ department }, after) => {
      const seen = await db.query<ClusterRow>(clustersStatement, [after, department]);
      return pageful(seen.filter(({ within }) => within).map(clusterOf), seen, clusterId);
    },
  };
}

function clusterOf({ id, version, state, figures, said, joined, ...row }: ClusterRow): ExportedCluster {
  const reached = gaugeLevels.flatMap((level) => {
    const at = row[level];
    return at === null ? [] : [[level, instant(at)] as const];
  });
  return {
    record: { id: clusterId(id), version, state: state ?? unnamed },
    joined: (joined ?? []).map(clusterId),
    reached: Object.fromEntries(reached),
    figures,
    firstSaid: said ?? '',
  };
}
