import type { Rung, RungTarget, SlaRules, Target } from '../../src/domain/sla/terms.ts';

/** Wall time, business time, daytime, business days: as short as in the playbook. */
export const m = (n: number): Target => ({ unit: 'wall', minutes: n });
export const h = (n: number): Target => m(n * 60);
export const bm = (n: number): Target => ({ unit: 'working', minutes: n });
export const bh = (n: number): Target => bm(n * 60);
export const dh = (n: number): Target => ({ unit: 'daytime', minutes: n * 60 });
export const bd = (n: number): Target => ({ unit: 'days', days: n });

export const rung = (at: number, ...to: readonly RungTarget[]): Rung => ({ at, to });

/** The promises of the small company: the numbers that ship. */
export const slaRules: SlaRules = {
  tiers: {
    S1: {
      acknowledge: m(30),
      contact: h(2),
      plan: h(4),
      containment: h(8),
      fix: bd(1),
      interim: dh(4),
      reply: h(2),
      rootCause: bd(5),
      silence: h(1),
      happyCall: bd(5),
    },
    S2: {
      acknowledge: bh(2),
      contact: bh(4),
      plan: bd(1),
      containment: bd(1),
      fix: bd(3),
      interim: bd(1),
      reply: bh(4),
      rootCause: bd(7),
      silence: bd(1),
      happyCall: bd(5),
    },
    S3: { acknowledge: bh(4), contact: bd(1), plan: bd(2), fix: bd(7), interim: bd(3), reply: bd(1), silence: bd(2) },
    S4: { acknowledge: bd(1), contact: bd(2), plan: bd(3), fix: bd(10), interim: bd(5), reply: bd(2), silence: bd(3) },
  },
  kinds: {
    inquiry: { acknowledge: bh(4), contact: bd(1), fix: bd(1), reply: bh(4) },
    suggestion: { acknowledge: bd(1), fix: bd(10) },
    requirement: { acknowledge: bd(1), fix: bd(5) },
    voe: { acknowledge: bd(1), fix: bd(10) },
    praise: null,
    void: null,
  },
  common: {
    adjudicate: bh(4),
    countersign: bd(1),
    obstacle: bd(1),
    close: bd(3),
    customerSilence: bd(7),
    protection: m(5),
    share: bd(2),
  },
  roundTheClock: m(30),
  ladder: [
    rung(50, 'thread'),
    rung(80, 'owner'),
    rung(100, 'owner', 'lead'),
    rung(150, 'lead', 'csLead'),
    rung(200, 'executive'),
  ],
  ladders: {
    share: [rung(100, 'lead')],
    protection: [rung(100, 'owner', 'lead'), rung(200, 'executive')],
    plan: [rung(100, 'owner'), rung(150, 'lead')],
    containment: [rung(80, 'owner'), rung(100, 'owner', 'lead'), rung(150, 'csLead'), rung(200, 'executive')],
    interim: [rung(80, 'owner'), rung(150, 'csLead')],
    rootCause: [rung(100, 'owner'), rung(150, 'lead')],
    silence: [rung(100, 'owner'), rung(200, 'lead')],
    close: [rung(100, 'owner'), rung(200, 'lead')],
    happyCall: [rung(60, 'owner'), rung(100, 'owner', 'lead')],
    obstacle: [rung(80, 'owner'), rung(100, 'executive')],
    decide: [rung(80, 'owner'), rung(100, 'owner', 'asker'), rung(200, 'executive')],
    approve: [rung(80, 'owner'), rung(100, 'lead'), rung(200, 'lead')],
    customerSilence: [rung(43, 'owner'), rung(100, 'owner')],
    statutory: [rung(50, 'owner'), rung(80, 'owner', 'lead'), rung(100, 'owner', 'lead', 'executive')],
  },
  urgent: {
    ladder: [
      rung(50, 'owner'),
      rung(100, 'owner', 'lead'),
      rung(150, 'owner', 'lead', 'csLead'),
      rung(200, 'owner', 'lead', 'csLead', 'executive'),
    ],
    repeat: 100,
  },
  statutory: [
    {
      code: 'privacy_leak',
      label: { ko: '개인정보 유출 신고·통지', en: 'Report and notify a leak' },
      target: h(72),
      signals: ['J1'],
    },
    {
      code: 'food_foreign_matter',
      label: { ko: '식품 이물 보고', en: 'Report foreign matter in food' },
      target: h(24),
      signals: ['A2'],
    },
    {
      code: 'ftc_many_petitions',
      label: { ko: '공정위 민원다발 소명', en: 'Explain frequent petitions' },
      target: bd(5),
      signals: [],
    },
  ],
  reopened: 0.5,
  snooze: { most: 2, urgentMinutes: 15 },
  nudges: { perDay: 3, bundles: [570, 840, 990], afterOpening: 5 },
  daytime: { from: 480, to: 1320 },
};
