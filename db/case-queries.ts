import type { CaseQueries } from '../src/ports/case-queries.ts';
import type { Queryable } from './database.ts';
import { byTouchpoint } from './queries/by-touchpoint.ts';
import { caseOfCard } from './queries/case-of-card.ts';
import { filedBy } from './queries/filed-by.ts';
import { find } from './queries/find.ts';
import { givenTo } from './queries/given-to.ts';
import { heavy, ideas } from './queries/lately.ts';
import { leavingQuietly } from './queries/leaving-quietly.ts';
import { ofCustomer } from './queries/of-customer.ts';
import { ownedBy } from './queries/owned-by.ts';
import { refused } from './queries/refused.ts';
import { waitingFor } from './queries/waiting-for.ts';

/** The lists people ask for. One statement each, over an index, `limit` rows at most. */
export const caseQueries = (db: Queryable): CaseQueries => ({
  waitingFor: (person, limit) => waitingFor(db, person, limit),
  filedBy: (person, limit) => filedBy(db, person, limit),
  givenTo: (customer, besides) => givenTo(db, customer, besides),
  ownedBy: (person, limit) => ownedBy(db, person, limit),
  caseOfCard: (card) => caseOfCard(db, card),
  leavingQuietly: (since, limit) => leavingQuietly(db, since, limit),
  ofCustomer: (customer, limit) => ofCustomer(db, customer, limit),
  refused: (from, to, limit) => refused(db, from, to, limit),
  ideas: (since, limit) => ideas(db, since, limit),
  heavy: (since, least) => heavy(db, since, least),
  byTouchpoint: (within, since, top) => byTouchpoint(db, within, since, top),
  find: (filter, limit) => find(db, filter, limit),
});
