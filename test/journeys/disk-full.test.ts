import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/connect.ts';
import { wordsIn } from '../../src/render/words/locales.ts';
import { audit, faultless } from '../support/audit.ts';
import { type Company, company } from '../support/company.ts';
import { type Fresh, freshDatabase } from '../support/databases.ts';
import { filePlainly, plainVoice } from '../support/plain-filing.ts';
import { quietLog } from '../support/quiet-log.ts';
import { type SmallDisk, smallDisk } from '../support/small-disk.ts';

const wait = { timeout: 20_000 };
const cannotSave = wordsIn('ko').faults.database;
const disk = smallDisk(160);
const title = disk === null ? 'a full disk (NOT RUN: mounting one takes Linux and root)' : 'a full disk';

describe.skipIf(disk === null)(title, () => {
  let fresh: Fresh;
  let hanbit: Company;
  const { path, fill, empty, remove } = disk as SmallDisk;

  beforeAll(async () => {
    fresh = await freshDatabase('embedded');
    mkdirSync(join(path, 'data'));
    cpSync(fresh.dataDir, join(path, 'data'), { recursive: true });
    hanbit = await company({ url: null, dataDir: join(path, 'data') });
  });
  afterAll(async () => {
    await hanbit.stop().catch(() => {});
    remove();
    await fresh.remove();
  });

  const refused = () =>
    hanbit.sandbox.state.messages('D0DURI').some((m) => m.onlyFor !== null && m.text === cannotSave);

  it('under the embedded database keeps the form open with what to do, and loses nothing that was said to be filed', async () => {
    const duri = hanbit.person('U0DURI');
    await filePlainly(duri, 'logistics', '자리가 있을 때');
    await hanbit.settled();
    fill();
    const filed = ['자리가 있을 때'];
    for (let n = 1; !duri.hasForm() && n <= 400; n += 1) {
      // Where not even the command can be remembered, the person is told instead of a form being opened.
      await duri.command(`/voc ${n}번째 상자가 젖어서 왔습니다`);
      await expect.poll(() => duri.hasForm() || refused(), wait).toBe(true);
      if (!duri.hasForm()) break;
      await duri.fill(plainVoice('logistics', `${n}번째`));
      await duri.submit();
      if (!duri.hasForm()) filed.push(`${n}번째`);
    }
    if (duri.hasForm()) {
      expect(Object.values(duri.errors())).toEqual([cannotSave]);
      empty();
      await duri.submit();
      expect(duri.hasForm()).toBe(false);
    } else {
      expect(refused()).toBe(true);
      empty();
    }
    await filePlainly(duri, 'logistics', '다시 자리가 있을 때');
    filed.push('다시 자리가 있을 때');
    await hanbit.settled(60_000);
    await hanbit.stop();
    const db = await openDatabase({ url: null, dataDir: join(path, 'data'), log: quietLog() });
    const kept = await db.query<{ experience: string }>(
      `select state->'voice'->>'experience' as experience from cases`,
    );
    expect(kept.map((row) => row.experience)).toEqual(expect.arrayContaining(filed));
    expect(new Set(kept.map((row) => row.experience)).size).toBe(kept.length);
    expect(await audit(db, hanbit.sandbox, hanbit.playbook)).toMatchObject(faultless);
    await db.close();
  }, 240_000);
});
