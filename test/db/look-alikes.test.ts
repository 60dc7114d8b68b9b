import { beforeAll, expect, it } from 'vitest';
import { caseStore } from '../../db/case-store.ts';
import type { Database } from '../../db/database.ts';
import { lookAlikes } from '../../db/look-alikes.ts';
import { lookAlikesStatement } from '../../db/queries/look-alikes.ts';
import type { CaseEvent } from '../../src/domain/case/events.ts';
import { type CaseId, type CustomerKey, caseId } from '../../src/domain/ids.ts';
import { days, plus } from '../../src/domain/instant.ts';
import { gramsOf } from '../../src/domain/learning/grams.ts';
import type { Lexicon } from '../../src/domain/learning/lexicon.ts';
import { refOf } from '../../src/domain/people.ts';
import type { LookAlikes, Sought } from '../../src/ports/look-alikes.ts';
import { filing } from '../support/a-change.ts';
import { people } from '../support/a-playbook.ts';
import * as say from '../support/case-events.ts';
import { eachDatabase } from '../support/databases.ts';
import { lookAlikeRules } from '../support/look-alike-rules.ts';

const { lexicon: words, ...rules } = lookAlikeRules;
const customer = 'c-1' as CustomerKey;
const [by, at] = [refOf(people.aram), say.later(5)];
const withdrawn: CaseEvent = {
  type: 'CaseWithdrawn',
  data: { words: say.masked('괜찮습니다'), cause: say.masked('해결됨') },
  by,
  at,
};
const voided: CaseEvent = { type: 'CaseVoided', data: { reason: say.masked('시험 글') }, by, at };
const sought: Sought = {
  words: say.masked('달걀에 금이 갔어요'),
  experience: say.masked('달걀에 금이 감'),
  kind: 'complaint',
  touchpoint: 'last',
  department: null,
  except: [],
  at: say.later(1),
};

eachDatabase((engine, open) => {
  let db: Database;
  let lexicon: Lexicon = words;
  let search: LookAlikes;
  const made: Record<string, CaseId> = {};
  const file = async (name: string, first: CaseEvent, ...events: readonly CaseEvent[]): Promise<void> => {
    const done = await caseStore(db, { gapMs: () => 0 }).commit(filing({ events: [first, ...events] }));
    made[name] = done.ok ? done.value.caseId : caseId(0);
  };
  const eggs = (voice: Parameters<typeof say.filed>[0] = {}) =>
    say.filed({
      ...voice,
      voice: { words: say.masked('계란이 깨져서 왔어요'), experience: say.masked('계란 깨짐'), ...voice.voice },
    });
  const toClosed = [say.routedTo(), say.acknowledged(), say.started(), say.fixed(), say.replied(), say.closed()];
  const found = async (over: Partial<Sought> = {}) => (await search.find({ ...sought, ...over })).map(({ id }) => id);
  const named = (...names: readonly string[]) => names.map((name) => made[name] ?? caseId(0));

  beforeAll(async () => {
    db = await open();
    search = lookAlikes(db, { rules, lexicon: () => lexicon });
    await file('open', eggs({ customer }), say.routedTo());
    await file('closed', eggs({ customer }), ...toClosed);
    await file('praise', eggs({ voice: { kind: 'praise' } }));
    await file(
      'late',
      say.filed({ voice: { words: say.masked('택배가 늦어요'), experience: say.masked('택배 지연') } }),
    );
    await file('withdrawn', eggs(), withdrawn);
    await file('void', eggs(), voided);
    await search.upkeep(say.later(1));
  });

  it('offers open cases and those that ended lately, in other words for the same; no praise, nothing withdrawn or void', async () => {
    expect(new Set(await found())).toEqual(new Set(named('open', 'closed')));
    for (const { score } of await search.find(sought)) expect(score).toBeGreaterThan(0.3);
  });

  it('leaves out what is already linked, and shows no more than asked for', async () => {
    expect(await found({ except: named('open') })).toEqual(named('closed'));
    expect(await search.find(sought, 1)).toHaveLength(1);
  });

  it('offers an ended case for ninety days, an open one always', async () => {
    expect(await found({ at: plus(say.filedAt, days(89)) })).toContain(made['closed']);
    const later = await found({ at: plus(say.filedAt, days(100)) });
    expect(later).not.toContain(made['closed']);
    expect(later).toContain(made['open']);
  });

  it('finds under an edited lexicon what was filed before, without another index', async () => {
    const ducks = { words: say.masked('오리알이 박살남'), experience: say.masked('오리알 박살') };
    expect(await found(ducks)).toEqual([]);
    lexicon = {
      ...words,
      things: [['계란', '달걀', 'egg', '오리알'], ...words.things.slice(1)],
      troubles: [['깨지다', '금 가다', '박살'], ...words.troubles.slice(1)],
    };
    expect(await found(ducks)).toEqual(expect.arrayContaining(named('open', 'closed')));
    lexicon = words;
  });

  it('shows the earlier cases of a customer, newest first', async () => {
    expect(await search.earlierOf(customer, say.later(1), 5)).toEqual(named('closed', 'open'));
    expect(await search.earlierOf(customer, say.later(1), 1)).toEqual(named('closed'));
    expect(await search.earlierOf(customer, say.filedAt, 5)).toEqual([]);
    expect(await search.earlierOf('nobody' as CustomerKey, say.later(1), 5)).toEqual([]);
  });

  it('upkeep takes out of the index what may no longer be offered, and puts in what is missing', async () => {
    const indexed = async () =>
      (await db.query<{ id: number }>('select case_id as id from look_alikes order by 1')).map(({ id }) => id);
    expect(await indexed()).not.toContain(made['void']);
    await search.upkeep(plus(say.filedAt, days(100)));
    expect(await indexed()).not.toContain(made['closed']);
    // As a release without this index has left it.
    await db.query('delete from look_alikes');
    await search.upkeep(say.later(1));
    expect(await indexed()).toEqual([...named('open', 'closed', 'praise', 'late')].sort((a, b) => a - b));
    const [counts] = await db.query<{ total: number }>('select total from gram_counts order by id desc limit 1');
    expect(counts?.total).toBe(4);
    expect((await db.query('select id from gram_counts')).length).toBeLessThanOrEqual(2);
  });

  it('a hostile text is filed, indexed and sought like any other', async () => {
    const hostile = say.masked(`{{constructor}} __proto__ ${'😀'.repeat(3000)} ${'가'.repeat(20_000)}`);
    await file('hostile', say.filed({ voice: { words: hostile, experience: say.masked('{{constructor}}') } }));
    expect(await found({ words: hostile, experience: say.masked('{{constructor}}') })).toEqual(named('hostile'));
    for (const nothing of ['', '!!!', '\u202e']) {
      expect(await found({ words: say.masked(nothing), experience: say.masked(nothing) })).toEqual([]);
    }
  });

  it('reads the index also where intarray is installed', async () => {
    if (engine === 'postgres') await db.query('create extension if not exists intarray');
    await db.query('set enable_seqscan = off');
    const plan = [{ grams: gramsOf('계란이 깨져서'), worth: 1 }];
    const { text, parameters } = lookAlikesStatement({
      plan,
      looked: 100,
      compared: 10,
      except: [],
      endedAfter: say.filedAt,
    });
    const explained = await db.query<Record<string, string>>(`explain ${text}`, parameters);
    expect(explained.map((row) => row['QUERY PLAN']).join('\n')).toContain('look_alikes_grams');
    await db.query('reset enable_seqscan');
  });
});
