import { describe, expect, it } from 'vitest';
import { instant } from '../../src/domain/instant.ts';
import type { Assessment, Tier } from '../../src/domain/intake/severity.ts';
import type { VoiceKind } from '../../src/domain/intake/voice.ts';
import { dueAt, momentOf } from '../../src/domain/sla/clock-times.ts';
import type { SlaClock } from '../../src/domain/sla/sla-clock.ts';
import { type ClockName, type Target, termsFor } from '../../src/domain/sla/terms.ts';
import { changed, only, problemsOf, saved, source } from '../support/playbook-file.ts';
import { shipped, shippedAtWork } from '../support/shipped-playbook.ts';
import { bd, bh, dh, h, m, rung } from '../support/sla-rules.ts';

const { sla } = shipped;
const of = (tier: Tier | null, roundTheClock = false): Assessment => ({
  confirmed: [],
  counted: [],
  score: 0,
  tier,
  gated: false,
  floor: null,
  roundTheClock,
  needsHuman: [],
});
const promised = (kind: VoiceKind, tier: Tier | null, roundTheClock = false) =>
  termsFor(kind, of(tier, roundTheClock), sla)?.targets;

describe('the promises that ship', () => {
  const table: readonly (readonly [ClockName & keyof (typeof sla.tiers)['S1'], ...(Target | undefined)[]])[] = [
    ['acknowledge', m(30), bh(2), bh(4), bd(1)],
    ['contact', h(2), bh(4), bd(1), bd(2)],
    ['plan', h(4), bd(1), bd(2), bd(3)],
    ['containment', h(8), bd(1), undefined, undefined],
    ['fix', bd(1), bd(3), bd(7), bd(10)],
    ['interim', dh(4), bd(1), bd(3), bd(5)],
    ['reply', h(2), bh(4), bd(1), bd(2)],
    ['rootCause', bd(5), bd(7), undefined, undefined],
    ['silence', h(1), bd(1), bd(2), bd(3)],
  ];
  for (const [clock, ...row] of table) {
    it(`give each severity its own time for ${clock}`, () => {
      expect((['S1', 'S2', 'S3', 'S4'] as const).map((tier) => sla.tiers[tier][clock])).toEqual(row);
    });
  }

  it('give kinds their own, unless the matter presses', () => {
    expect(promised('inquiry', 'S4')).toMatchObject({ acknowledge: bh(4), fix: bd(1) });
    expect(promised('suggestion', 'S4')).toMatchObject({ acknowledge: bd(1), fix: bd(10) });
    expect(promised('requirement', 'S3')).toMatchObject({ acknowledge: bd(1), fix: bd(5) });
    expect(promised('voe', 'S4')).toMatchObject({ acknowledge: bd(1), fix: bd(10) });
    expect(promised('inquiry', 'S2')).toMatchObject({ acknowledge: bh(2), fix: bd(3) });
    expect(promised('complaint', 'S3')).toMatchObject({ acknowledge: bh(4), fix: bd(7) });
  });

  it('are none for praise and void', () => {
    expect(termsFor('praise', of(null), sla)).toBeNull();
    expect(termsFor('void', of(null), sla)).toBeNull();
  });

  it('let whatever may hurt somebody be acknowledged round the clock, whatever its severity', () => {
    for (const tier of ['S1', 'S2', 'S3'] as const) expect(promised('claim', tier, true)?.acknowledge).toEqual(m(30));
    expect(promised('claim', 'S2', true)?.fix).toEqual(bd(3));
  });

  it('bind the desk, leads and executives too', () => {
    expect(sla.common).toEqual({
      adjudicate: bh(4),
      countersign: bd(1),
      obstacle: bd(1),
      close: bd(3),
      customerSilence: bd(7),
    });
  });

  it('climb by five rungs', () => {
    expect(sla.ladder).toEqual([
      rung(50, 'thread'),
      rung(80, 'owner'),
      rung(100, 'owner', 'lead'),
      rung(150, 'lead', 'csLead'),
      rung(200, 'executive'),
    ]);
  });

  it('climb within the hour for an S1, after 15, 30, 45 and 60 minutes, then every 30', () => {
    const { ladder, repeat } = sla.urgent;
    expect(ladder.map(({ at }) => (30 * at) / 100)).toEqual([15, 30, 45, 60]);
    expect(ladder.at(-1)?.to).toEqual(['owner', 'lead', 'csLead', 'executive']);
    expect((30 * repeat) / 100).toBe(30);
  });

  it('remind of a silent customer on the third and the seventh business day', () => {
    const days = sla.ladders.customerSilence?.map(({ at }) => Math.round((7 * at) / 100));
    expect(days).toEqual([3, 7]);
  });

  it('name the duties of law and contract, each with the signals that make it likely', () => {
    expect(sla.statutory.map(({ code, target, signals }) => [code, target, signals])).toEqual([
      ['privacy_leak', h(72), ['J1']],
      ['food_foreign_matter', h(24), ['A2']],
      ['dangerous_product', h(24), ['A2', 'A3']],
      ['ftc_many_petitions', bd(5), []],
      ['consumer_agency', h(30 * 24), []],
      ['airline_claim', h(14 * 24), []],
    ]);
    for (const { label } of sla.statutory) expect(label.ko && label.en).toBeTruthy();
  });

  it('leave people in peace: three reminders a day, three bundles, two snoozes', () => {
    expect(sla.nudges).toEqual({ perDay: 3, bundles: [9 * 60 + 30, 14 * 60, 16 * 60 + 30], afterOpening: 5 });
    expect(sla.snooze).toEqual({ most: 2, urgentMinutes: 15 });
    expect(sla.daytime).toEqual({ from: 8 * 60, to: 22 * 60 });
    expect(sla.reopened).toBe(0.5);
  });
});

describe('the shipped promises by the shipped calendar', () => {
  const clock = (tier: Tier, name: 'acknowledge' | 'fix', filed: string): SlaClock => {
    const target = sla.tiers[tier][name];
    if (target === undefined) throw new Error(`no ${name}`);
    return { name, from: instant(Date.parse(filed)), target, hours: { of: 'company' }, reached: 0 };
  };
  const seoul = (at: number | null) =>
    at === null ? null : new Date(at + 9 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

  for (const [filed, tier, name, due] of [
    ['2026-11-23T11:30+09:00', 'S3', 'acknowledge', '2026-11-23 16:30'],
    ['2026-11-21T14:00+09:00', 'S3', 'acknowledge', '2026-11-23 14:00'],
    ['2026-09-23T17:00+09:00', 'S2', 'acknowledge', '2026-09-28 10:00'],
    ['2026-12-24T20:00+09:00', 'S2', 'acknowledge', '2026-12-28 11:00'],
    ['2026-12-24T17:30+09:00', 'S3', 'fix', '2027-01-06 18:00'],
    ['2026-04-29T10:00+09:00', 'S2', 'fix', '2026-05-06 18:00'],
    ['2026-07-16T15:00+09:00', 'S2', 'fix', '2026-07-22 18:00'],
    ['2027-04-29T10:00+09:00', 'S2', 'fix', '2027-05-06 18:00'],
    ['2027-02-05T10:00+09:00', 'S2', 'fix', '2027-02-12 18:00'],
    ['2027-02-06T21:10+09:00', 'S1', 'fix', '2027-02-10 18:00'],
  ] as const) {
    it(`make ${name} of an ${tier} filed ${filed} due ${due}`, () => {
      expect(seoul(dueAt(clock(tier, name, filed), shippedAtWork))).toBe(due);
    });
  }

  it('climb from an S2 filed on a Monday morning as the table of the ladder says', () => {
    const rungs = (name: 'acknowledge' | 'fix') =>
      sla.ladder.map(({ at }) => seoul(momentOf(clock('S2', name, '2026-11-23T10:00+09:00'), at, shippedAtWork)));
    expect(rungs('acknowledge')).toEqual([
      '2026-11-23 11:00',
      '2026-11-23 11:36',
      '2026-11-23 12:00',
      '2026-11-23 14:00',
      '2026-11-23 15:00',
    ]);
    expect(rungs('fix')).toEqual([
      '2026-11-25 09:30',
      '2026-11-26 10:48',
      '2026-11-26 18:00',
      '2026-11-30 17:30',
      '2026-12-02 17:00',
    ]);
  });
});

describe('promises with problems', () => {
  it('are refused where a time cannot be read, is nothing, or never ends', () => {
    const unreadable = only(changed(['    S1: { acknowledge: 30m', '    S1: { acknowledge: 30min']));
    expect(unreadable.what).toBe('"min" is no unit of time');
    expect(unreadable.where).toContain('sla.tiers.S1.acknowledge');
    expect(only(changed(['    S1: { acknowledge: 30m', '    S1: { acknowledge: 30'])).what).toBe(
      '"30" is no length of time',
    );
    expect(only(changed(['fix: 3bd', 'fix: 0bd'])).what).toBe('"0bd" is no time at all');
    expect(only(changed(['fix: 3bd', 'fix: 300bd'])).what).toBe('"300bd" is longer than a year');
  });

  it('are refused where a severity would wait for ever, and allowed where a clock is left out on purpose', () => {
    expect(only(changed(['fix: 3bd, ', ''])).where).toContain('sla.tiers.S2.fix');
    expect(() => only(changed(['containment: 1bd, fix: 3bd', 'fix: 3bd']))).toThrow('accepted');
  });

  it('are asked for, once, where there are none', () => {
    const found = problemsOf(saved(source.replace(/^sla:[\s\S]*?(?=^# ── )/m, '')));
    expect(found.map((p) => `${p.where.split(' ')[1]} ${p.what}`)).toEqual(['sla is missing']);
  });

  it('are refused where a kind has a clock nobody knows, and told its line', () => {
    const clock = only(changed(['suggestion: { acknowledge: 1bd', 'suggestion: { answer: 1bd']));
    expect(clock.what).toBe('is not a key of the playbook');
    expect(clock.where).toContain('sla.kinds.suggestion.answer');
    expect(only(changed(['suggestion: { acknowledge: 1bd', 'suggestion: { acknowledge: 1dd'])).what).toBe(
      '"dd" is no unit of time',
    );
    expect(only(changed(['praise: none', 'praise: never'])).mend).toBe('Use one of: none.');
    expect(problemsOf(changed(['praise: none', 'praise:'])).length).toBe(1);
    expect(only(changed(['praise: none', 'applause: none'])).where).toContain('sla.kinds.applause');
  });

  it('are refused where a ladder does not rise', () => {
    const falls = only(changed(['- { at: 80, to: [owner] }\n', '- { at: 180, to: [owner] }\n']));
    expect(falls.what).toBe('the rungs do not rise');
    expect(falls.where).toContain('sla.ladder[2].at');
    expect(only(changed(['plan: [{ at: 100', 'plan: [{ at: 150'])).where).toContain('sla.ladders.plan[1].at');
    expect(only(changed(['- { at: 150, to: [owner, lead, csLead] }', '- { at: 99, to: [owner] }'])).where).toContain(
      'sla.urgent.ladder[2].at',
    );
  });

  it('are refused where a rung reaches nobody, or somebody nobody knows', () => {
    expect(only(changed(['to: [thread]', 'to: []']))).toMatchObject({ what: 'is empty', mend: 'List at least one.' });
    expect(only(changed(['to: [thread]', 'to: [boss]'])).mend).toContain(
      'thread, owner, asker, lead, csLead, executive',
    );
  });

  it('are refused where a rung stands at no percentage that comes', () => {
    expect(only(changed(['- { at: 50, to: [thread]', '- { at: 0, to: [thread]'])).mend).toBe('Write 1 or more.');
    expect(only(changed(['- { at: 200, to: [executive]', '- { at: 1001, to: [executive]'])).mend).toBe(
      'Write 1000 or less.',
    );
  });

  it('are refused where a ladder belongs to no clock', () => {
    const lost = only(changed(['    plan: [{ at', '    planning: [{ at']));
    expect(lost).toMatchObject({ what: 'is not a key of the playbook' });
    expect(lost.where).toContain('sla.ladders.planning');
  });

  it('are refused where a duty of law waits for a signal that does not exist, or has another one’s code', () => {
    expect(only(changed(['signals: [J1]', 'signals: [J9]']))).toMatchObject({ what: '"J9" is no signal' });
    expect(only(changed(['code: airline_claim', 'code: consumer_agency'])).what).toBe(
      '"consumer_agency" is used twice',
    );
  });

  it('are refused where reminders could not leave: bundles out of order, a day that runs past midnight', () => {
    const bundles = "bundles: ['09:30', '14:00', '16:30']";
    expect(only(changed([bundles, "bundles: ['14:00', '09:30']"])).what).toBe('the bundles are out of order');
    expect(only(changed([bundles, "bundles: ['24:00']"])).what).toBe('"24:00" is no time of the day');
    expect(only(changed([bundles, 'bundles: []'])).what).toBe('is empty');
    expect(only(changed(["daytime: '08:00-22:00'", "daytime: '22:00-08:00'"])).what).toBe(
      '"22:00-08:00" runs past midnight',
    );
    expect(only(changed(['reopened: 0.5', 'reopened: 2'])).mend).toBe('Write 1 or less.');
  });

  it('are all named at once, with those of the rest of the file', () => {
    const found = problemsOf(
      changed(
        ['hops: 2', 'hops: 0'],
        ['    S1: { acknowledge: 30m', '    S1: { acknowledge: 0m'],
        ['- { at: 80, to: [owner] }\n', '- { at: 180, to: [nobody] }\n'],
        ['signals: [J1]', 'signals: [J9]'],
        ['duty: [yuna]', 'duty: [hana]'],
      ),
    );
    expect(found.map((p) => p.where.split(' ')[1]).sort()).toEqual([
      'departments[2].duty[0]',
      'limits.hops',
      'sla.ladder[1].to[0]',
      'sla.ladder[2].at',
      'sla.statutory[0].signals[0]',
      'sla.tiers.S1.acknowledge',
    ]);
    expect(found.every((p) => p.mend.length > 5 && /:\d+ /.test(p.where))).toBe(true);
  });
});
