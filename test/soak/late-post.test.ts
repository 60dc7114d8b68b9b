import { expect, it } from 'vitest';
import { openDatabase } from '../../db/connect.ts';
import { audit, faultless } from '../support/audit.ts';
import { company } from '../support/company.ts';
import { freshDatabase } from '../support/databases.ts';
import { type FaultyProxy, faultyProxy } from '../support/faulty-proxy.ts';
import { filePlainly } from '../support/plain-filing.ts';
import { quietLog } from '../support/quiet-log.ts';

it('a post that takes effect after we have stopped waiting for its answer is there once', async () => {
  const fresh = await freshDatabase('postgres');
  let line: FaultyProxy | undefined;
  const hanbit = await company({
    ...fresh,
    replicas: 2,
    by: async (apiUrl) => {
      line = await faultyProxy(apiUrl);
      return line.apiUrl;
    },
  });
  line?.next('chat.postMessage', { type: 'late', ms: 11_000 });
  await filePlainly(hanbit.person('U0DURI'), 'logistics', '늦게 온 답');
  await hanbit.settled(60_000);
  await expect.poll(() => line?.underway(), { timeout: 30_000 }).toBe(0);
  await hanbit.stop();
  await line?.stop();
  const db = await openDatabase({ ...fresh, log: quietLog() });
  expect(await audit(db, hanbit.sandbox, hanbit.playbook)).toMatchObject(faultless);
  await db.close();
  await fresh.remove();
}, 120_000);
