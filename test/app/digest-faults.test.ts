import { describe, expect, it } from 'vitest';
import { addressWith } from '../../src/app/address.ts';
import { weeksTo } from '../../src/app/digests/draw-digest.ts';
import { issuesDue } from '../../src/domain/digests.ts';
import { departmentCode, type PersonId } from '../../src/domain/ids.ts';
import { day, instant } from '../../src/domain/instant.ts';
import type { Month } from '../../src/domain/month.ts';
import { dayIn } from '../../src/domain/zone.ts';
import { scorecardCard } from '../../src/render/digests/scorecard-card.ts';
import { plainText } from '../../src/render/plain-text.ts';
import { reading } from '../../src/render/reading.ts';
import { aScorecard } from '../support/an-overview.ts';
import { quietLog } from '../support/quiet-log.ts';
import { shipped } from '../support/shipped-playbook.ts';

const monday = instant(Date.parse('2026-11-23T09:00:00+09:00'));
const workspace = { platform: 'slack', tenant: 'T1' } as const;

describe('what may go wrong with a digest', () => {
  it('an executive without any chat is a warning in the log, and the others are told', async () => {
    const log = quietLog();
    const address = addressWith({
      playbook: shipped,
      directory: {
        placesOf: async (id: PersonId) => (id === 'dain' ? [] : [{ ...workspace, kind: 'person', id: `U-${id}` }]),
        withRole: () => [],
      } as never,
      absences: async () => [],
      workspaces: () => [workspace],
      log,
    });
    const weekly = issuesDue(monday, shipped, () => null).find(({ key }) => key.startsWith('weekly:2026-11-16'));
    const { messages } = await address(weekly?.notices ?? [], monday);
    expect(messages.map(({ person }) => person)).toEqual(['laura']);
    expect(log.lines).toContainEqual({ level: 'warn', what: 'somebody is owed a word but has no chat here' });
  });

  it('a department that is gone from the playbook keeps its figures, under its code', () => {
    const r = reading('ko', shipped.zone, shipped, shipped.taxonomies, monday);
    const score = aScorecard({ department: departmentCode('kiosks') });
    expect(plainText(scorecardCard(score, '2026-10' as Month, r))[0]).toBe('kiosks · 10월   상태: 양호');
    expect(issuesDue(monday, shipped, () => null).some(({ key }) => key.includes('kiosks'))).toBe(false);
  });

  it.each([
    ['Europe/Berlin', '2026-10-19', 169],
    ['America/New_York', '2026-03-02', 167],
    ['Asia/Seoul', '2026-11-16', 168],
  ])(
    'where the clocks are changed on the edge of a week, nothing falls between two of them: %s',
    (zone, week, hours) => {
      const periods = weeksTo(day(week), zone);
      const [first, second] = periods;
      expect((first.to - first.from) / 3_600_000).toBe(hours);
      expect(second?.to).toBe(first.from);
      expect(dayIn(first.from, zone)).toBe(week);
      expect(dayIn(instant(first.to - 1), zone)).not.toBe(dayIn(first.to, zone));
    },
  );
});
