import { caseStore } from '../../db/case-store.ts';
import { outbox } from '../../db/outbox.ts';
import { eachDatabase } from '../support/databases.ts';
import { outboxContract } from './outbox.contract.ts';

eachDatabase((_, open) =>
  outboxContract(async () => {
    const db = await open();
    const run = async (statement: string) => void (await db.query(statement));
    return {
      store: caseStore(db),
      outbox: outbox(db),
      later: () => run(`update lanes set next_at = '-infinity'`),
      abandon: () =>
        run(`update lanes set next_at = least(next_at, now()), lease_until = '-infinity'
                           where lease_until > now()`),
    };
  }),
);
