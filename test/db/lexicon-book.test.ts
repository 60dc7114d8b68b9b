import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../db/database.ts';
import { openLexiconBook } from '../../db/lexicon-book.ts';
import { causationId } from '../../src/domain/ids.ts';
import { addWords, removeWord } from '../../src/domain/learning/decide-lexicon.ts';
import type { Lexicon } from '../../src/domain/learning/lexicon.ts';
import { type Person, refOf } from '../../src/domain/people.ts';
import type { LexiconBook, LexiconStamp } from '../../src/ports/lexicon-book.ts';
import { people } from '../support/a-playbook.ts';
import { filedAt } from '../support/case-events.ts';
import { eachDatabase } from '../support/databases.ts';
import { lookAlikeRules } from '../support/look-alike-rules.ts';

const own = lookAlikeRules.lexicon;
let submissions = 0;
function stamp(person: Person = people.aram, id?: string): LexiconStamp {
  submissions += 1;
  return { by: refOf(person), at: filedAt, causationId: causationId(id ?? `slack:lexicon:${submissions}`) };
}
const adding =
  (written: string, beside: string | null = '계란') =>
  (now: Lexicon) =>
    addWords(now, { written, kind: 'thing', beside });
const removing = (word: string) => (now: Lexicon) => removeWord(now, word);
const eggs = (book: LexiconBook) => book.current().things.find((words) => words.includes('계란'));

eachDatabase((_, open) => {
  let db: Database;
  const books = async (): Promise<readonly [LexiconBook, LexiconBook]> => [
    await openLexiconBook(db, own),
    await openLexiconBook(db, own),
  ];

  describe('the lexicon, edited by two replicas', () => {
    beforeEach(async () => {
      db = await open();
    });

    it('is the playbook’s until somebody edits it, and is kept with who, when and what', async () => {
      const [here] = await books();
      expect(here.current()).toBe(own);
      await here.edit(adding('오리알'), stamp());
      await here.edit(removing('egg'), stamp(people.hana));
      expect((await openLexiconBook(db, own)).edits()).toMatchObject([
        {
          event: { type: 'WordsAdded', data: { words: ['오리알'], beside: '계란' } },
          by: refOf(people.aram),
          at: filedAt,
        },
        { event: { type: 'WordRemoved', data: { word: 'egg' } }, by: refOf(people.hana) },
      ]);
      expect(eggs(here)).toEqual(['계란', '달걀', '오리알']);
    });

    it('is another one here at once, elsewhere with the next look, and the same object until then', async () => {
      const [here, there] = await books();
      await here.edit(adding('오리알'), stamp());
      expect([eggs(here)?.includes('오리알'), eggs(there)?.includes('오리알')]).toEqual([true, false]);
      expect(await there.refresh()).toBe(true);
      const now = there.current();
      expect(eggs(there)).toContain('오리알');
      expect(await there.refresh()).toBe(false);
      expect(there.current()).toBe(now);
    });

    it('loses nothing where both edit at once, and takes one word into one group only', async () => {
      const [here, there] = await books();
      const words = ['오리알', '메추리알', '거위알', '타조알', '칠면조알', '비둘기알'];
      const done = await Promise.all(words.map((word, i) => (i % 2 ? here : there).edit(adding(word), stamp())));
      expect(done.every(({ ok }) => ok)).toBe(true);
      await here.refresh();
      await there.refresh();
      expect(eggs(here)?.slice(3).sort()).toEqual([...words].sort());
      expect(there.current()).toEqual(here.current());

      const same = await Promise.all([
        here.edit(adding('유정란'), stamp()),
        there.edit(adding('유정란', '택배'), stamp(people.hana)),
      ]);
      expect(same.filter(({ ok }) => ok)).toHaveLength(1);
      expect(same.find(({ ok }) => !ok)).toMatchObject({ error: { type: 'WordThere', word: '유정란' } });
      await there.refresh();
      expect(
        there
          .current()
          .things.flat()
          .filter((word) => word === '유정란'),
      ).toHaveLength(1);
    });

    it('decides on what another replica has said meanwhile, not on what it knew', async () => {
      const [here, there] = await books();
      await here.edit(removing('달걀'), stamp());
      expect(await there.edit(removing('달걀'), stamp(people.hana))).toEqual({
        ok: false,
        error: { type: 'NotThere' },
      });
      expect(eggs(there)).toEqual(['계란', 'egg']);
    });

    it('acts once on a submission that comes twice, at whichever replica, and answers as before', async () => {
      const [here, there] = await books();
      const again = stamp(people.aram, 'slack:lexicon:again');
      const first = await here.edit(adding('오리알'), again);
      expect(await there.edit(adding('오리알'), again)).toEqual(first);
      expect((await openLexiconBook(db, own)).edits()).toHaveLength(1);
    });

    it('writes nothing for what is refused, and lets nobody rewrite what was said', async () => {
      const [here] = await books();
      await here.edit(adding('달걀'), stamp());
      expect((await openLexiconBook(db, own)).edits()).toEqual([]);
      await here.edit(adding('오리알'), stamp());
      const append = 'lexicon_events is append-only';
      for (const sql of [
        'update lexicon_events set by_name = null',
        'delete from lexicon_events',
        'truncate lexicon_events',
      ])
        await expect(db.query(sql), sql).rejects.toThrow(append);
    });
  });
});
