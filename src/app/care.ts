import type { Instant } from '../domain/instant.ts';
import type { Playbook } from '../domain/playbook.ts';
import { personOf } from '../domain/playbook.ts';
import { dayIn, momentAt } from '../domain/zone.ts';
import type { Inbox, Log } from '../ports/ambient.ts';
import type { CaseQueries } from '../ports/case-queries.ts';
import type { Directory } from '../ports/directory.ts';
import { restCard } from '../render/conduct-card.ts';
import type { Tell } from './tell.ts';

export type Care = (at: Instant) => Promise<void>;

/**
 * Who has had so many heavy cases today should rest or be relieved: a hint to the CS leads, once per person and day,
 * whichever replica looks first. It counts cases to protect somebody, so it is shown to nobody else and kept nowhere.
 */
export function careWith(deps: {
  readonly queries: Pick<CaseQueries, 'heavy'>;
  readonly directory: Pick<Directory, 'withRole' | 'known'>;
  readonly inbox: Inbox;
  readonly playbook: Playbook;
  readonly tell: Tell;
  readonly log: Log;
}): Care {
  const { queries, directory, inbox, playbook, tell, log } = deps;
  return async (at) => {
    const today = dayIn(at, playbook.zone);
    const loads = await queries.heavy(momentAt(today, 0, 0, playbook.zone), playbook.protection.heavyCases);
    for (const { person, cases } of loads) {
      const id = `rest:${today}:${person}`;
      if (!(await inbox.first(id))) continue;
      const name = personOf(playbook, person)?.name ?? (await directory.known(person))?.person.name ?? person;
      const all = directory.withRole('csLead', null);
      const others = all.filter((lead) => lead !== person);
      const leads = others.length > 0 ? others : all;
      const told = await Promise.all(leads.map((lead) => tell(lead, id, (r) => restCard(name, cases, r))));
      if (!told.some((took) => took)) log.warn('somebody should rest, and no CS lead could be told', { person });
    }
  };
}
