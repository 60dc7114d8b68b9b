import type { LookAlikeRules } from '../../src/domain/learning/look-alike-rules.ts';

/** A handful of words; how well the shipped ones find is measured on the shipped playbook. */
export const lookAlikeRules: LookAlikeRules = {
  lexicon: {
    things: [
      ['계란', '달걀', 'egg'],
      ['배송', '택배', 'delivery', 'parcel'],
    ],
    troubles: [
      ['깨지다', '금 가다', 'broken', 'crack'],
      ['늦다', '지연', 'late'],
      ['빠르다', 'too early'],
    ],
    praises: ['감사', 'thank'],
    questions: ['가능한가요', 'how do i'],
    common: ['고객', 'customer'],
    opposites: [['늦다', '빠르다']],
    near: [['배송', '늦다']],
  },
  days: 90,
  shown: 3,
  threshold: 0.2,
  looked: 2000,
  compared: 80,
  surge: { minutes: 60, from: 10, score: 0.3 },
  rarity: { before: 200, rare: 0.01 },
  likeness: {
    weights: { thing: 1, trouble: 0.8, rest: 0.2 },
    near: 0.5,
    shorter: 0.8,
    letters: 0.1,
    otherThing: 0.6,
    otherTrouble: 0.15,
    noThing: 0.8,
    noTrouble: 0.4,
    opposite: 0.3,
    praise: 0.2,
    question: 0.5,
    department: 0.03,
    touchpoint: 0.02,
  },
};
