import { beforeAll, expect, it } from 'vitest';
import { caseQueries } from '../../db/case-queries.ts';
import { caseStore } from '../../db/case-store.ts';
import { changeStore } from '../../db/change-store.ts';
import type { Database } from '../../db/database.ts';
import { touchpointsStatement } from '../../db/queries/by-touchpoint.ts';
import type { CaseRecord } from '../../src/domain/case/case.ts';
import type { CaseEvent } from '../../src/domain/case/events.ts';
import { type ChangeRecord, unbegun } from '../../src/domain/change/change.ts';
import { decideChange } from '../../src/domain/change/decide.ts';
import { evolveChange } from '../../src/domain/change/evolve.ts';
import { caseId, clusterId } from '../../src/domain/ids.ts';
import type { Touchpoint } from '../../src/domain/intake/voice.ts';
import type { Scope } from '../../src/ports/case-queries.ts';
import { aCause, filing } from '../support/a-change.ts';
import { aPlaybook, logistics, people, quality } from '../support/a-playbook.ts';
import * as say from '../support/case-events.ts';
import { countTouchpoints } from '../support/count-touchpoints.ts';
import { eachDatabase } from '../support/databases.ts';

const since = say.filedAt;
const everywhere: Scope = { department: null };

eachDatabase((engine, open) => {
  let db: Database;
  const cases: CaseRecord[] = [];
  const changes: ChangeRecord[] = [];

  async function file(...events: readonly CaseEvent[]): Promise<void> {
    const change = filing({ events });
    const committed = await caseStore(db).commit(change);
    if (!committed.ok) throw new Error('not filed');
    cases.push({ id: committed.value.caseId, version: committed.value.version, state: change.after });
  }
  const at = (touchpoint: Touchpoint | null, more: object = {}) => say.filed({ voice: { touchpoint, ...more } });

  async function propose(touchpoint: Touchpoint | null, minute: number): Promise<void> {
    const store = changeStore(db);
    const { hana } = people;
    const causation = aCause();
    const decided = decideChange(
      {
        type: 'ProposeChange',
        data: {
          cluster: clusterId(1),
          from: caseId(1),
          level: null,
          relapsed: false,
          title: say.masked('완충재 두 겹'),
          means: ['process'],
          rootCause: 'product/packaging',
          touchpoint,
          department: logistics,
          cost: null,
          effect: say.masked('파손이 줄어든다'),
          notices: null,
          coaching: null,
        },
        meta: { actor: { type: 'person', person: hana }, at: say.later(minute), causationId: causation },
      },
      unbegun,
      aPlaybook,
    );
    if (!decided.ok) throw new Error(JSON.stringify(decided.error));
    const after = decided.value.reduce(evolveChange, unbegun);
    if (after.status === 'unbegun') throw new Error('nothing was proposed');
    const id = await store.nextId();
    const version = decided.value.length;
    const owes = { messages: [], nudges: [], due: null, calendars: 1, answers: false };
    await store.commit({ id, expectedVersion: 0, causationId: causation, events: decided.value, after, ...owes });
    changes.push({ id, version, state: after });
  }

  beforeAll(async () => {
    db = await open();
    await file(at('core', { likes: ['taste'], hates: ['attitude', '한숨'] }), say.routedTo());
    await file(at('core', { hates: ['attitude', 'price', 'speed', '냄새'] }), say.routedTo(quality));
    await file(at('core', { hates: ['price'] }), say.routedTo(), say.acknowledged(), say.started(), say.fixed());
    await file(at('last'), say.routedTo(), say.refusedBy(), say.countersigned());
    await file(say.filed({ filer: people.sora, voice: { touchpoint: 'post' } }), say.routedTo());
    await file(at(null), say.routedTo());
    await file(at('first'), {
      type: 'CaseVoided',
      at: say.later(1),
      by: people.aram,
      data: { reason: say.masked('광고') },
    });
    await propose('core', 1);
    await propose('core', -1);
    await propose(null, 1);
  });

  it('S0-11 open cases by touchpoint sum to all open cases, with those of which nobody said where it broke', async () => {
    const { counts, isWhole } = await caseQueries(db).byTouchpoint(everywhere, since, 3);
    const { total } = await caseQueries(db).find({ text: null, department: null, open: true }, 1);
    expect(total).toBe(5);
    expect(counts.reduce((sum, count) => sum + count.open, 0)).toBe(total);
    expect(isWhole).toBe(true);
  });

  it.each<[string, Scope]>([
    ['everywhere', everywhere],
    ['in one department', { department: quality }],
    ['in another', { department: logistics }],
    ['among what somebody filed', { department: null, filer: people.sora.id }],
  ])('S1-14 S2-12 is what counting one by one gives: %s', async (_, within) => {
    for (const from of [since, say.later(2)]) {
      const view = await caseQueries(db).byTouchpoint(within, from, 3);
      expect(view.counts).toEqual(countTouchpoints(cases, changes, [within, from, 3]));
    }
  });

  it('S2-08 gives the three most frequent, of two that are as frequent always the same', async () => {
    const { counts } = await caseQueries(db).byTouchpoint(everywhere, since, 3);
    expect(counts.find(({ touchpoint }) => touchpoint === 'core')?.hates).toEqual([
      { tag: 'attitude', cases: 2 },
      { tag: 'price', cases: 2 },
      { tag: 'speed', cases: 1 },
    ]);
  });

  if (engine === 'postgres') {
    it('is read over indexes, wherever it is counted', async () => {
      await db.query(`insert into cases (version, status, tier, department, owner_id, customer_owner_id, filer_id, filed_at,
          updated_at, ended, accountable, awaits, state)
        select 1, 'routed', 'S4', 'd' || n % 40, 'p', 'c', 'f' || n % 500, '2026-12-01', now(), n % 10 > 0,
          case when n % 10 = 0 then 'd' end, '{}', '{"status":"routed","voice":{"touchpoint":"core"}}'
          from generate_series(1, 40000) n`);
      await db.query('analyze cases');
      const plan = async (within: Scope): Promise<string> => {
        const { text, parameters } = touchpointsStatement(within, since, 3);
        return JSON.stringify(await db.query(`explain ${text}`, parameters));
      };
      expect(await plan(everywhere)).toContain('cases_pkey');
      expect(await plan(everywhere)).toContain('cases_open');
      expect(await plan({ department: logistics })).toContain('cases_department');
      expect(await plan({ department: null, filer: people.sora.id })).toContain('cases_filer');
      const { counts, isWhole } = await caseQueries(db).byTouchpoint(everywhere, since, 3);
      expect(isWhole).toBe(false);
      expect(counts.find(({ touchpoint }) => touchpoint === 'core')?.open).toBe(4_003);
    });
  }
});
