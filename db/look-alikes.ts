import { caseId, departmentCode } from '../src/domain/ids.ts';
import { days, type Instant, instant } from '../src/domain/instant.ts';
import { type Gist, gistOf } from '../src/domain/learning/gist.ts';
import { textOf } from '../src/domain/learning/grams.ts';
import { type Lexicon, type Likely, likelyOf, type Terms, termsOf } from '../src/domain/learning/lexicon.ts';
import { type Heard, likeness } from '../src/domain/learning/likeness.ts';
import type { LookAlikeRules } from '../src/domain/learning/look-alike-rules.ts';
import { type Known, noCounts, rarityOf } from '../src/domain/learning/rarity.ts';
import { searchPlan } from '../src/domain/learning/search-plan.ts';
import type { LookAlikes } from '../src/ports/look-alikes.ts';
import type { Database } from './database.ts';
import { type Counted, countGrams, keepOffered, lastCount, readCounts } from './look-alike-rows.ts';
import { type Candidate, candidates, earlierOf } from './queries/look-alikes.ts';

export type LookAlikeOptions = {
  readonly rules: Omit<LookAlikeRules, 'lexicon'>;
  /** As it is now: whoever edits it makes a new one. */
  readonly lexicon: () => Lexicon;
};

/** Gists of filed voices that a process keeps: what was said when filing does not change. */
const keptGists = 20_000;
/** How often a process asks whether another has counted anew. */
const askAgainMs = 60_000;

/**
 * Look-alikes: the index gives the cases that share what is rarest, this process compares them by their words. What the
 * lexicon says is looked up under every word it has when the search is made, so editing it needs no new index.
 */
export function lookAlikes(db: Database, { rules, lexicon }: LookAlikeOptions): LookAlikes {
  const words = wordsOf(lexicon);
  let counted: Counted | null = null;
  let askedAt = Number.NEGATIVE_INFINITY;
  let known: { readonly likely: readonly Likely[]; readonly counts: Counted | null; readonly rarity: Known } | null =
    null;

  async function rarity(likely: readonly Likely[]): Promise<Known> {
    if (performance.now() - askedAt > askAgainMs) {
      askedAt = performance.now();
      if ((await lastCount(db)) !== (counted?.id ?? 0)) counted = await readCounts(db);
    }
    if (known === null || known.likely !== likely || known.counts !== counted) {
      known = { likely, counts: counted, rarity: rarityOf(counted ?? noCounts, likely, rules.rarity) };
    }
    return known.rarity;
  }

  const gists = new Map<number, Gist>();
  let readBy: Terms | null = null;
  function gistOfCase(id: number, voice: Candidate['voice'], terms: Terms): Gist {
    if (readBy !== terms || gists.size >= keptGists) gists.clear();
    readBy = terms;
    const gist = gists.get(id) ?? gistOf(textOf(voice), terms);
    gists.set(id, gist);
    return gist;
  }

  const endedAfter = (at: Instant): Instant => instant(at - days(rules.days));

  return {
    find: async (sought, limit = rules.shown) => {
      const { terms, likely } = words();
      const rare = await rarity(likely);
      const text = textOf(sought);
      const own: Heard = { ...sought, gist: gistOf(text, terms) };
      if (own.kind === 'void') return [];
      const found = await candidates(db, {
        plan: searchPlan(text, own.gist, rare, rules.likeness.weights, rules.looked),
        looked: rules.looked,
        compared: rules.compared,
        except: sought.except,
        endedAfter: endedAfter(sought.at),
      });
      return found
        .map(({ id, department, voice, filed_at, surge_of }) => {
          const heard: Heard = {
            gist: gistOfCase(id, voice, terms),
            kind: voice.kind,
            touchpoint: voice.touchpoint,
            department: department === null ? null : departmentCode(department),
          };
          return {
            id: caseId(id),
            score: likeness(own, heard, rare, terms, rules.likeness),
            filedAt: instant(filed_at),
            surge: surge_of === null ? null : caseId(surge_of),
          };
        })
        .filter(({ score }) => score >= rules.threshold)
        .sort((a, b) => b.score - a.score || b.id - a.id)
        .slice(0, limit);
    },
    earlierOf: async (customer, before, limit) =>
      (await earlierOf(db, customer, before, limit)).map(({ id }) => caseId(id)),
    upkeep: async (at) => {
      await keepOffered(db, endedAfter(at));
      await countGrams(db);
      askedAt = Number.NEGATIVE_INFINITY;
    },
  };
}

/** The words of the lexicon made ready, once for each lexicon. */
function wordsOf(lexicon: () => Lexicon): () => { readonly terms: Terms; readonly likely: readonly Likely[] } {
  let last: Lexicon | null = null;
  let made: { readonly terms: Terms; readonly likely: readonly Likely[] } | null = null;
  return () => {
    const now = lexicon();
    if (made === null || now !== last) {
      const terms = termsOf(now);
      made = { terms, likely: likelyOf(terms) };
      last = now;
    }
    return made;
  };
}
