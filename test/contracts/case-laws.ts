import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { handleCommandWith } from '../../src/app/handle-command.ts';
import { type Case, unfiled } from '../../src/domain/case/case.ts';
import { type CaseId, causationId } from '../../src/domain/ids.ts';
import type { CaseStore } from '../../src/ports/case-store.ts';
import { aPlaybook } from '../support/a-playbook.ts';
import { replay } from '../support/given.ts';
import { walks } from '../support/walks.ts';

/** What each step of a life is followed by: some earlier step, delivered once more. */
const redeliveries = fc.array(fc.nat(10_000), { minLength: 40, maxLength: 40 });
const asStored = (c: Case): unknown => JSON.parse(JSON.stringify(c));
let lives = 0;

/** What the core and a case store promise together, over random lives of cases, each of them told twice here and there. */
export function caseLaws(open: () => Promise<CaseStore>, numRuns: number): void {
  let store: CaseStore;
  beforeAll(async () => {
    store = await open();
  });

  it('the same causation acts once, however late it comes again; the log folds to the case; a refusal writes nothing', async () => {
    const handle = handleCommandWith({
      store,
      playbook: aPlaybook,
      address: async () => ({ messages: [], nudges: [] }),
      calendars: () => 1,
      committed: () => {},
    });
    await fc.assert(
      fc.asyncProperty(walks, redeliveries, async (steps, again) => {
        lives += 1;
        const life = lives;
        const acted = new Set<number>();
        let id: CaseId | null = null;
        const give = async (i: number) => {
          const command = steps[i]?.command;
          if (command === undefined) throw new Error('no such step');
          const meta = { ...command.meta, causationId: causationId(`slack:life:${process.pid}:${life}:${i}`) };
          return handle({ caseId: i === 0 ? null : id, command: { ...command, meta }, original: null });
        };
        for (const [i, step] of steps.entries()) {
          const before = id === null ? null : await store.load(id);
          const given = await give(i);
          expect(given.type).toBe(step.rejection === null ? 'done' : 'rejected');
          if (given.type === 'done') {
            acted.add(i);
            id = given.record.id;
          } else if (id !== null) expect(await store.load(id)).toEqual(before);
          const repeated = (again[i] ?? 0) % (i + 1);
          if (id === null || !acted.has(repeated)) continue;
          const standing = await store.load(id);
          expect(await give(repeated)).toEqual({ type: 'done', record: standing, repeated: true });
          expect(await store.load(id)).toEqual(standing);
        }
        if (id === null) return;
        const log = await store.history(id);
        const record = await store.load(id);
        const expected = asStored(steps.at(-1)?.after ?? unfiled);
        expect(log.map((entry) => entry.version)).toEqual(log.map((_, i) => i + 1));
        expect(record?.version).toBe(log.length);
        expect(asStored(replay(log.map(({ event }) => event)))).toEqual(expected);
        expect(asStored(record?.state ?? unfiled)).toEqual(expected);
      }),
      { numRuns },
    );
  }, 60_000);
}
