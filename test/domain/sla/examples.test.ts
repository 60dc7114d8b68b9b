import { describe, expect, it } from 'vitest';
import { people } from '../../support/a-playbook.ts';
import { kst, throughTime } from '../../support/through-time.ts';

const signals = { S1: ['C2', 'B2', 'F2'], S2: ['B2', 'F2'], S3: ['B1'] } as const;

function filedAt(at: string, tier: keyof typeof signals) {
  const life = throughTime();
  life.press(at, 'FileCase', people.duri, { signals: signals[tier] });
  expect(life.now().assessment.tier).toBe(tier);
  return life;
}

describe('due moments, as they were worked out by hand', () => {
  it.each([
    ['2026-11-23 11:30', 'S3', 'acknowledge', '2026-11-23 16:30', 'lunch is skipped'],
    ['2026-11-21 14:00', 'S3', 'acknowledge', '2026-11-23 14:00', 'a Saturday counts from Monday'],
    ['2026-09-23 17:00', 'S2', 'acknowledge', '2026-09-28 10:00', 'the eve of Chuseok'],
    ['2026-12-24 20:00', 'S2', 'acknowledge', '2026-12-28 11:00', 'Christmas before a weekend'],
    ['2026-12-24 17:30', 'S3', 'fix', '2027-01-06 18:00', 'over the turn of the year'],
    ['2026-04-29 10:00', 'S2', 'fix', '2026-05-06 18:00', 'Labour Day and Children’s Day'],
    ['2026-07-16 15:00', 'S2', 'fix', '2026-07-22 18:00', 'Constitution Day'],
    ['2027-04-29 10:00', 'S2', 'fix', '2027-05-06 18:00', 'a substitute holiday'],
    ['2027-02-05 10:00', 'S2', 'fix', '2027-02-12 18:00', 'the lunar new year and its substitute'],
    ['2027-02-06 21:10', 'S1', 'fix', '2027-02-10 18:00', 'filed on the lunar new year'],
  ] as const)('filed %s, %s: %s is due %s (%s)', (filed, tier, clock, due, _because) => {
    const life = filedAt(filed, tier);
    life.runsUntil(due);
    expect(life.told(clock).at(-1)).toBe(`100 % ${due}`);
    expect(life.due(clock)).toEqual([due]);
  });
});

describe('the ladder of an S2 filed on Monday 2026-11-23 at 10:00', () => {
  it('climbs to its acknowledgement within that day', () => {
    const life = filedAt('2026-11-23 10:00', 'S2');
    life.runsUntil('2026-12-10 18:00');
    expect(life.told('acknowledge')).toEqual([
      '50 % 2026-11-23 11:00',
      '80 % 2026-11-23 11:36',
      '100 % 2026-11-23 12:00',
      '150 % 2026-11-23 14:00',
      '200 % 2026-11-23 15:00',
    ]);
  });

  it('climbs to its fix over seven business days', () => {
    const life = filedAt('2026-11-23 10:00', 'S2');
    life.runsUntil('2026-12-10 18:00');
    expect(life.told('fix')).toEqual([
      '50 % 2026-11-25 09:30',
      '80 % 2026-11-26 10:48',
      '100 % 2026-11-26 18:00',
      '150 % 2026-11-30 17:30',
      '200 % 2026-12-02 17:00',
    ]);
    expect(life.due('fix')).toEqual(['2026-11-26 18:00']);
  });

  it('tells nobody any more of what has been acknowledged', () => {
    const life = filedAt('2026-11-23 10:00', 'S2');
    life.runsUntil('2026-11-23 11:40');
    const [eta, callbackAt] = [kst('2026-11-26 18:00'), kst('2026-11-23 13:00')];
    life.press('2026-11-23 11:40', 'AcknowledgeCase', people.hana, { eta, caller: people.duri, callbackAt });
    life.runsUntil('2026-12-10 18:00');
    expect(life.told('acknowledge')).toEqual(['50 % 2026-11-23 11:00', '80 % 2026-11-23 11:36']);
  });
});

describe('the ladder to the acknowledgement of an S1', () => {
  it('climbs in wall minutes, at night too, and its last rung comes every 30 minutes until somebody has it', () => {
    const life = filedAt('2026-11-21 23:00', 'S1');
    life.runsUntil('2026-11-22 01:10');
    expect(life.told('acknowledge')).toEqual([
      '50 % 2026-11-21 23:15',
      '100 % 2026-11-21 23:30',
      '150 % 2026-11-21 23:45',
      '200 % 2026-11-22 00:00',
      '300 % 2026-11-22 00:30',
      '400 % 2026-11-22 01:00',
    ]);
  });

  it('tells more people at each rung, and everybody again each time', () => {
    const life = filedAt('2026-11-23 10:00', 'S1');
    life.runsUntil('2026-11-23 11:30');
    const readers = life.log().flatMap(({ type, data }) => {
      const isRung = type === 'CaseNudged' || type === 'CaseEscalated';
      return isRung && data.clock === 'acknowledge' ? [data.to.join(' ')] : [];
    });
    expect(readers).toEqual([
      'owner',
      'owner lead',
      'owner lead csLead',
      'owner lead csLead executive',
      'owner lead csLead executive',
    ]);
  });
});
