import { beforeAll, expect, it } from 'vitest';
import { bulletins } from '../../db/bulletins.ts';
import type { Database } from '../../db/database.ts';
import { outbox } from '../../db/outbox.ts';
import { issueBulletinsWith } from '../../src/app/issue-bulletins.ts';
import { type Instant, instant } from '../../src/domain/instant.ts';
import { readMonth } from '../../src/domain/month.ts';
import type { Notice } from '../../src/domain/notices.ts';
import type { Addressed } from '../../src/ports/outbox.ts';
import { eachDatabase } from '../support/databases.ts';
import { noDigests } from '../support/no-digests.ts';
import { shipped } from '../support/shipped-playbook.ts';

/** In Seoul, where the company is. */
const seoul = (text: string): Instant => instant(Date.parse(`${text}:00+09:00`));
const place = { platform: 'slack', tenant: 'T1', kind: 'channel', id: 'C0ALL' } as const;

eachDatabase((_, open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });

  const replica = (clock: { at: Instant }) =>
    issueBulletinsWith({
      bulletins: bulletins(db, { gapMs: () => 0 }),
      digestBook: noDigests(shipped),
      tallied: async () => true,
      keepWeeks: async () => {},
      address: async (notices: readonly Notice[]) => ({
        messages: notices.map((notice): Addressed => ({ place, person: null, notice: notice as never })),
        nudges: [],
      }),
      playbook: shipped,
      now: () => clock.at,
      kick: () => {},
    });
  const owed = async () => {
    const claims = await outbox(db).claim(10);
    for (const claim of claims) await outbox(db).delivered(claim, null);
    return claims;
  };

  it('S0-02 the month before is told on the first working morning, once, whichever replica looks first', async () => {
    // 1 November 2026 is a Sunday.
    const clock = { at: seoul('2026-11-01T12:00') };
    const both = [replica(clock), replica(clock)];
    const look = () => Promise.all(both.flatMap((issue) => [issue(), issue()]));
    await look();
    clock.at = seoul('2026-11-02T08:59');
    await look();
    expect(await owed()).toEqual([]);
    clock.at = seoul('2026-11-02T09:00');
    await look();
    const claims = await owed();
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject({
      caseId: null,
      addressed: { place, notice: { type: 'bulletin', bulletin: { about: 'changed', month: readMonth('2026-10') } } },
    });
    clock.at = seoul('2026-11-20T15:00');
    await look();
    await replica(clock)();
    expect(await owed()).toEqual([]);
  });

  it('a company that was away on that morning is told when it is back, of the last month only', async () => {
    const clock = { at: seoul('2027-03-17T22:00') };
    await replica(clock)();
    const [claim] = await owed();
    expect(claim?.addressed.notice).toMatchObject({ bulletin: { month: '2027-02' } });
  });
});
