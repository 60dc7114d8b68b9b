import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NeedsHuman, Tier } from '../../../src/domain/intake/severity.ts';
import { assess } from '../../../src/domain/intake/triage.ts';
import { type VoiceKind, voiceKinds } from '../../../src/domain/intake/voice.ts';
import { labelledVoices } from '../../support/fixtures.ts';
import { shipped } from '../../support/shipped-playbook.ts';

const rules = shipped.severity;
const assessed = (signals: readonly string[], kind: VoiceKind = 'complaint') => assess(kind, signals, rules);

describe('the forty labelled voices', () => {
  for (const { index, kind, signals, severity, score, needs_human } of labelledVoices) {
    it(`rates voice ${index} as ${severity}`, () => {
      const codes = signals.map((s) => s.code);
      const result = assessed(codes, kind);
      expect(result.tier ?? 'none').toBe(severity);
      expect(result.score).toBe(score ?? 0);
      expect(result.needsHuman).toEqual(needs_human);
      expect(new Set(result.counted.map((s) => s.code))).toEqual(new Set(codes));
    });
  }
});

describe('worked examples', () => {
  const examples: readonly (readonly [string, readonly string[], number, Tier])[] = [
    ['a side dish forgotten and brought on asking', [], 0, 'S4'],
    ['an attitude the customer believes will return', ['H2'], 20, 'S3'],
    ['paid twice, rent due today, second call', ['B1', 'C2', 'F1'], 60, 'S2'],
    ['billed after cancelling, third call, will report it', ['B1', 'F2', 'D1'], 55, 'S2'],
    ['a scorched blanket', ['A2'], 45, 'S2'],
    ['a missed connection with an infant', ['B2', 'C2', 'G3'], 75, 'S1'],
    ['settlement down for everybody', ['K2', 'C2', 'G2'], 80, 'S1'],
    ["a stranger's order on the screen", ['J1'], 80, 'S1'],
    ['six weeks of furniture', ['B2', 'D2', 'E2', 'F2', 'G3', 'H2'], 100, 'S2'],
  ];
  for (const [story, signals, score, tier] of examples) {
    it(`${story}: ${score} points, ${tier}`, () => {
      expect(assessed(signals)).toMatchObject({ score, tier });
    });
  }

  it('ten grievances added up are serious, not an emergency: without a hard signal it stops at S2', () => {
    expect(assessed(['B2', 'D2', 'E2', 'F2', 'G3', 'H2'])).toMatchObject({ tier: 'S2', gated: true });
    expect(assessed(['B2', 'D2', 'E2', 'F2', 'G3', 'H2', 'C2'])).toMatchObject({ tier: 'S1', gated: false });
  });

  it('a score at the threshold belongs to the tier', () => {
    expect(assessed(['B1']).tier).toBe('S3');
    expect(assessed(['C1']).tier).toBe('S4');
    expect(assessed(['A2']).tier).toBe('S2');
    expect(assessed(['B2', 'F1']).tier).toBe('S3');
  });
});

describe('floors', () => {
  it('an authority already involved is S2 at least, and the explanation says which signal lifted it', () => {
    expect(assessed(['D2'])).toMatchObject({ score: 30, tier: 'S2', floor: 'D2' });
  });

  it('say nothing where the score is there already', () => {
    expect(assessed(['A3'])).toMatchObject({ tier: 'S1', floor: null });
    expect(assessed(['D2', 'B2'])).toMatchObject({ score: 60, tier: 'S2', floor: null });
  });

  it('lift to S1 whatever the points are, once the company changes them', () => {
    const cheap = { ...rules, signals: rules.signals.map((s) => (s.code === 'J1' ? { ...s, points: 5 } : s)) };
    expect(assess('complaint', ['J1'], cheap)).toMatchObject({ score: 5, tier: 'S1', floor: 'J1' });
  });
});

describe('one of each group', () => {
  it('the highest counts, the others are remembered', () => {
    const result = assessed(['B1', 'B3', 'F1', 'F2']);
    expect(result.counted).toEqual([
      { code: 'B3', points: 40 },
      { code: 'F2', points: 20 },
    ]);
    expect(result.confirmed).toEqual(['B3', 'B1', 'F2', 'F1']);
  });

  it('look-alikes count as a group of their own', () => {
    expect(assessed(['B1', 'I2'])).toMatchObject({ score: 35, tier: 'S3' });
  });
});

describe('who the customer is', () => {
  const signals = rules.signals.filter((s) => !s.outsideTier).map((s) => s.code);

  it('never changes a tier, a score or a clock: VIP or not, the same case is the same', () => {
    fc.assert(
      fc.property(fc.subarray(signals), fc.constantFrom(...voiceKinds), (ticked, kind) => {
        const { confirmed: _, ...ordinary } = assessed(ticked, kind);
        const { confirmed, ...vip } = assessed([...ticked, 'G1'], kind);
        expect(vip).toEqual(ordinary);
        expect(confirmed).toContain('G1');
      }),
    );
  });
});

describe('kinds', () => {
  it('praise and void have no severity, whatever is ticked', () => {
    for (const kind of ['praise', 'void'] as const) {
      expect(assessed(['A3', 'J1'], kind)).toMatchObject({
        tier: null,
        score: 0,
        counted: [],
        needsHuman: [],
        roundTheClock: false,
      });
    }
  });

  it("an employee's voice counts harm, money, urgency, look-alikes and outages only", () => {
    expect(assessed(['B1', 'D2', 'F2', 'H2'], 'voe')).toMatchObject({ score: 20, tier: 'S3', floor: null });
    expect(assessed(['K2', 'J1'], 'voe')).toMatchObject({ score: 40, tier: 'S3', roundTheClock: true });
  });
});

describe('when a person is needed', () => {
  const reasons = (signals: readonly string[], kind: VoiceKind = 'complaint') => assessed(signals, kind).needsHuman;

  it('money for any loss, urgency for today, harm and outages', () => {
    for (const code of ['B1', 'B2', 'B3']) expect(reasons([code])).toEqual(['money']);
    for (const code of ['C2', 'A2', 'K2']) expect(reasons([code])).toEqual(['urgent']);
    for (const code of ['A1', 'C1', 'E1', 'E2', 'G1', 'G2', 'H1', 'K1']) expect(reasons([code])).toEqual([]);
  });

  it('empathy for complaints and claims only', () => {
    for (const code of ['D1', 'D2', 'F1', 'F2', 'H2', 'G3', 'J1']) {
      expect(reasons([code], 'claim')).toContain<NeedsHuman>('empathy');
      expect(reasons([code], 'inquiry')).toEqual([]);
    }
    expect(reasons(['A3'])).toEqual(['urgent', 'empathy']);
  });

  it('all three, in an order that never changes', () => {
    expect(reasons(['F1', 'C2', 'B1'])).toEqual(['money', 'urgent', 'empathy']);
  });
});

describe('round the clock', () => {
  it('for harm, leaked data and outages, whatever the tier', () => {
    const always = rules.signals.filter((s) => assessed([s.code]).roundTheClock).map((s) => s.code);
    expect(always).toEqual(['A3', 'A2', 'J1', 'K2']);
    expect(assessed(['K2'])).toMatchObject({ tier: 'S3', roundTheClock: true });
  });
});

describe('laws of severity', () => {
  const codes = rules.signals.map((s) => s.code);
  const rank = (tier: Tier | null): number => (tier === null ? 5 : Number(tier.slice(1)));
  const anyTicks = fc.subarray(codes);

  it('the same ticks give the same score, in whatever order and however often they were ticked', () => {
    fc.assert(
      fc.property(anyTicks, (ticked) => {
        expect(assessed([...ticked].reverse().concat(ticked))).toEqual(assessed(ticked));
      }),
    );
  });

  it('one more tick never lowers the tier or the score', () => {
    fc.assert(
      fc.property(anyTicks, fc.constantFrom(...codes), fc.constantFrom(...voiceKinds), (ticked, more, kind) => {
        const before = assessed(ticked, kind);
        const after = assessed([...ticked, more], kind);
        expect(rank(after.tier)).toBeLessThanOrEqual(rank(before.tier));
        expect(after.score).toBeGreaterThanOrEqual(before.score);
        expect(after.score).toBeLessThanOrEqual(rules.cap);
      }),
    );
  });

  it('the points that are shown add up to the score, up to the cap', () => {
    fc.assert(
      fc.property(anyTicks, (ticked) => {
        const { counted, score } = assessed(ticked);
        expect(score).toBe(
          Math.min(
            rules.cap,
            counted.reduce((sum, s) => sum + s.points, 0),
          ),
        );
      }),
    );
  });

  it('a code the rules do not know changes nothing', () => {
    expect(assessed(['Z9', '__proto__', 'constructor'])).toEqual(assessed([]));
  });
});
