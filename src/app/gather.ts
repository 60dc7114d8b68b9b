import { keyOfBulletin } from '../domain/bulletins.ts';
import { type CaseRecord, departmentHolding } from '../domain/case/case.ts';
import { type CaseId, causationId, clusterId } from '../domain/ids.ts';
import { type Instant, minutes } from '../domain/instant.ts';
import type { Notice } from '../domain/notices.ts';
import type { Clock, Log } from '../ports/ambient.ts';
import type { Bulletins } from '../ports/bulletins.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { Clusters } from '../ports/clusters.ts';
import type { Directory } from '../ports/directory.ts';
import type { Gathering, Surge, Surges } from '../ports/surges.ts';
import type { Address } from './address.ts';
import type { HandleCommand } from './handle-command.ts';
import { oweCards } from './owe-cards.ts';

export type GatherDeps = {
  readonly surges: Surges;
  readonly bulletins: Bulletins;
  readonly clusters: Pick<Clusters, 'rootOf' | 'oweCards'>;
  readonly store: Pick<CaseStore, 'load'>;
  readonly directory: Pick<Directory, 'known'>;
  readonly handle: HandleCommand;
  readonly address: Address;
  readonly now: Clock;
  /** Something is owed to a chat now. */
  readonly kick: () => void;
  readonly log: Log;
};

/** Cases that are linked between two looks at what else is due. */
const atATime = 200;
/** How often the first card of a surge is drawn anew while more come in. */
const tellEvery = minutes(1);
const surgesAtOnce = 20;

/** What becomes of a surge: its first card says how many wait behind it, those who decide hear of it, and one press links them all. */
export function gatherWith(deps: GatherDeps): { readonly look: () => Promise<void> } {
  const { surges, bulletins, clusters, store, directory, handle, address, now, kick, log } = deps;
  /** Where each gathering has come to; who starts anew goes over it once more. */
  const reached = new Map<string, CaseId>();
  const told = new Map<CaseId, { readonly waiting: number; readonly at: Instant }>();

  /** True: nothing is left of it. */
  async function linkSome({ head, by, at, causation }: Gathering): Promise<boolean> {
    const [first, known, ids] = await Promise.all([
      store.load(head),
      directory.known(by),
      surges.next(head, reached.get(causation) ?? null, at, atATime),
    ]);
    if (first === null || known === null) {
      log.warn('a surge is not linked: whoever said so is not here any more', { head, by });
      return true;
    }
    const cluster = first.state.cluster === undefined ? clusterId(head) : await clusters.rootOf(first.state.cluster);
    const meta = { actor: { type: 'person', person: known.person }, at } as const;
    for (const id of first.state.cluster === undefined ? [head, ...ids] : ids) {
      await handle({
        caseId: id,
        command: {
          type: 'LinkCase',
          data: { cluster, other: id === head ? (ids[0] ?? head) : head, together: true },
          meta: { ...meta, causationId: causationId(`${causation}#${id}`) },
        },
        original: null,
      });
      reached.set(causation, id);
    }
    return ids.length < atATime;
  }

  async function tell({ head, waiting }: Surge): Promise<void> {
    const at = now();
    const last = told.get(head);
    if (last !== undefined && (last.waiting === waiting || at - last.at < tellEvery)) return;
    const record = await store.load(head);
    if (record === null) return;
    await oweCards(deps, [record], at);
    if (last === undefined) await call(record, at);
    told.set(head, { waiting, at });
    kick();
  }

  /** Those who decide, once for each surge, whichever replica sees it first. */
  async function call({ id, state }: CaseRecord, at: Instant): Promise<void> {
    const department = departmentHolding(state);
    const bulletin = { about: 'surge', head: id } as const;
    const audiences = [
      { to: 'role', role: 'vocDesk', department: null } as const,
      ...(department === null ? [] : [{ to: 'role', role: 'deptLead', department } as const]),
    ];
    const notices = audiences.map((audience): Notice => ({ type: 'bulletin', audience, bulletin }));
    await bulletins.owe(keyOfBulletin(bulletin), (await address(notices, at)).messages);
  }

  return {
    look: async () => {
      for (const gathering of await surges.asked()) {
        if (!(await linkSome(gathering))) continue;
        await surges.done(gathering.causation);
        reached.delete(gathering.causation);
      }
      const waiting = await surges.all(surgesAtOnce);
      // What has been linked meanwhile waits no more, and its first card must say that too.
      const over = [...told].filter(
        ([head, last]) => last.waiting > 0 && waiting.every((surge) => surge.head !== head),
      );
      for (const surge of [...waiting, ...over.map(([head]) => ({ head, waiting: 0 }))]) await tell(surge);
    },
  };
}
