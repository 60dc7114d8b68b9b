import { type ChangeRecord, isOver } from '../domain/change/change.ts';
import type { ChangeCommand } from '../domain/change/commands.ts';
import { type ClusterId, caseId, causationId, type DepartmentCode, type PersonId } from '../domain/ids.ts';
import { days, type Instant, instant, plus } from '../domain/instant.ts';
import { type ClusterFigures, isAtLeast } from '../domain/learning/gauge.ts';
import type { Playbook } from '../domain/playbook.ts';
import type { CountedMember } from '../ports/clusters.ts';
import type { HandleChange } from './handle-change.ts';

export type DemandDeps = {
  readonly handleChange: HandleChange;
  readonly playbook: Playbook;
};

/** What was just counted of a cluster. */
export type Counted = {
  readonly root: ClusterId;
  readonly figures: ClusterFigures;
  /** All of its cases, however old. */
  readonly members: readonly CountedMember[];
  /** The changes for it, as they were before this count. */
  readonly known: readonly ChangeRecord[];
  /** Says this count from another, so that each asks once. */
  readonly mark: string;
  readonly at: Instant;
};

/**
 * What follows from a count: a pile of look-alikes asks for a change or an explained refusal, one that has walked the
 * whole row asks an executive, and what comes back after a change says so by itself. Resolves to the changes for it, as
 * they are after that.
 */
export async function demandChanges(
  { handleChange, playbook }: DemandDeps,
  counted: Counted,
): Promise<readonly ChangeRecord[]> {
  const { root, figures, members, mark, at } = counted;
  const { level } = figures.gauge;
  const department = mostOf(members.map((member) => member.department));
  const order = (command: Pick<ChangeCommand, 'type' | 'data'>, id: ChangeRecord['id'] | null, cause: string) =>
    handleChange(id, {
      ...command,
      meta: { actor: { type: 'system' }, at, causationId: causationId(cause) },
    } as ChangeCommand);

  const known: ChangeRecord[] = [];
  for (const record of counted.known) {
    const data = { members, tell: filersOf(members) };
    const read = order({ type: 'ReadReturns', data }, record.id, `returns:${record.id}@${record.version}:${mark}`);
    known.push((await done(read)) ?? record);
  }
  if (!isAtLeast(level, 'alert') || level === null || department === null) return known;
  const { customers } = figures;
  const open = known.find(({ state }) => !isOver(state)) ?? (isAnswered(known, at, playbook) ? known[0] : undefined);
  const demanded =
    open ??
    (await done(
      order(
        { type: 'DemandChange', data: { cluster: root, from: caseId(root), level, customers, department } },
        null,
        `demand:${root}:${known.length}`,
      ),
    ));
  if (level === 'critical' && demanded !== undefined) {
    await order({ type: 'AskDirection', data: { level, customers } }, demanded.id, `direct:${demanded.id}`);
  }
  return known;
}

const done = async (handling: ReturnType<HandleChange>): Promise<ChangeRecord | undefined> => {
  const handled = await handling;
  return handled.type === 'done' ? handled.record : undefined;
};

/** What was refused with evidence, or proven, answers for as long as its cases count: they do not ask again at once. */
const isAnswered = (known: readonly ChangeRecord[], at: Instant, { learning }: Playbook): boolean =>
  known.some(
    ({ state: { refusal, effect } }) => at < plus(refusal?.at ?? effect?.at ?? instant(0), days(learning.gauge.days)),
  );

/** Everybody who ever filed the problem. */
export const filersOf = (members: readonly CountedMember[]): readonly PersonId[] => [
  ...new Set(members.map(({ filer }) => filer)),
];

/** The department most of them are with; of two with as many, the one that had the first. */
function mostOf(departments: readonly (DepartmentCode | null)[]): DepartmentCode | null {
  const counts = new Map<DepartmentCode, number>();
  for (const code of departments) if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
  return (
    [...counts].reduce<[DepartmentCode, number] | null>(
      (most, one) => (most !== null && most[1] >= one[1] ? most : one),
      null,
    )?.[0] ?? null
  );
}
