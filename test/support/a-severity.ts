import type { NeedsHuman, Tier } from '../../src/domain/intake/severity.ts';
import type { SeverityRules, SignalRule } from '../../src/domain/playbook.ts';

type Marks = {
  floor?: Tier;
  hard?: true;
  roundTheClock?: true;
  automatic?: true;
  outsideTier?: true;
  contacts?: number;
  leaving?: true;
};

const signal = (
  code: string,
  ko: string,
  points: number,
  needsHuman: readonly NeedsHuman[] = [],
  marks: Marks = {},
): SignalRule => ({
  code,
  group: code.slice(0, 1),
  label: { ko, en: ko },
  points,
  outsideTier: marks.outsideTier ?? false,
  floor: marks.floor ?? null,
  hard: marks.hard ?? false,
  roundTheClock: marks.roundTheClock ?? false,
  automatic: marks.automatic ?? false,
  needsHuman,
  ...(marks.contacts === undefined ? {} : { contacts: marks.contacts }),
  ...(marks.leaving === undefined ? {} : { leaving: marks.leaving }),
});

/** One or two signals of each group that the rules treat differently. */
export const severityRules: SeverityRules = {
  signals: [
    signal('A3', '다침·아픔이 있었음', 80, ['urgent', 'empathy'], { floor: 'S1', hard: true, roundTheClock: true }),
    signal('A2', '위해 우려', 45, ['urgent'], { floor: 'S2', hard: true, roundTheClock: true }),
    signal('A1', '위생·불쾌', 10),
    signal('B2', '10만 원 이상', 30, ['money']),
    signal('B1', '10만 원 미만', 20, ['money']),
    signal('C2', '오늘 안에 해결 필요', 30, ['urgent'], { hard: true }),
    signal('D2', '이미 접수·제소됨', 30, ['empathy'], { floor: 'S2' }),
    signal('F2', '세 번째 이상 연락', 20, ['empathy'], { contacts: 3 }),
    signal('F1', '두 번째 연락', 10, ['empathy'], { contacts: 2 }),
    signal('G1', '우수 고객', 5, [], { outsideTier: true }),
    signal('H2', '떠나겠다는 말과 믿음', 20, ['empathy'], { leaving: true }),
    signal('H1', '둘 중 하나', 10, [], { leaving: true }),
    signal('I4', 'S1 중단과 같은 건', 25, [], { automatic: true, floor: 'S1' }),
    signal('I3', '비슷한 건 심각', 25, [], { automatic: true }),
    signal('I2', '비슷한 건 경계', 15, [], { automatic: true }),
    signal('I1', '비슷한 건 주의', 5, [], { automatic: true }),
    signal('J1', '남의 정보가 보임', 80, ['empathy'], { floor: 'S1', hard: true, roundTheClock: true }),
  ],
  thresholds: { S1: 75, S2: 45, S3: 20 },
  cap: 100,
  empathyKinds: ['complaint', 'claim'],
  without: ['praise', 'void'],
  groupsByKind: { voe: ['A', 'B', 'C', 'I', 'K'] },
};
