import type { CommandOfItself } from '../domain/case/commands-of-itself.ts';
import { type CaseId, causationId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { HandleCommand, Handled } from './handle-command.ts';

type Undated<C> = C extends CommandOfItself ? Pick<C, 'type' | 'data'> : never;

/** `cause`: tells one reason from another, on the same case. */
export type Acting = { readonly caseId: CaseId; readonly at: Instant; readonly cause: string };

/**
 * Time and counting go through the same door as people. The version makes each of their steps one causation: two processes
 * at it, and one of them finds it done. Null: there is no such case.
 */
export async function orderByItself(
  { store, handle }: { readonly store: Pick<CaseStore, 'load'>; readonly handle: HandleCommand },
  { caseId, at, cause }: Acting,
  step: Undated<CommandOfItself>,
): Promise<Handled | null> {
  const record = await store.load(caseId);
  if (record === null) return null;
  const causation = causationId(`${cause}:${caseId}@${record.version}`);
  const command = { ...step, meta: { actor: { type: 'system' as const }, at, causationId: causation } };
  return handle({ caseId, command, original: null, seen: record });
}
