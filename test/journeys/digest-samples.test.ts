import { beforeAll, describe, expect, it } from 'vitest';
import { caseQueries } from '../../db/case-queries.ts';
import { changeStore } from '../../db/change-store.ts';
import { clusters } from '../../db/clusters.ts';
import type { Database } from '../../db/database.ts';
import { figures } from '../../db/figures.ts';
import { standing } from '../../db/standing.ts';
import { type Digest, type DigestDeps, drawDigestWith } from '../../src/app/digests/draw-digest.ts';
import { scorecardOf, scorecardsOf } from '../../src/app/digests/scorecards.ts';
import { departmentCode } from '../../src/domain/ids.ts';
import { day, days, type Instant, minus } from '../../src/domain/instant.ts';
import { type Month, readMonth } from '../../src/domain/month.ts';
import type { Locale, Playbook } from '../../src/domain/playbook.ts';
import { termsFor } from '../../src/domain/sla/terms.ts';
import { plainText } from '../../src/render/plain-text.ts';
import { reading } from '../../src/render/reading.ts';
import { ofTier } from '../support/case-events.ts';
import { eachDatabase } from '../support/databases.ts';
import * as seeded from '../support/seeded-week.ts';
import { shipped } from '../support/shipped-playbook.ts';

const { seoul } = seeded;
/** The Monday morning on which the week from 16 to 22 November is told. */
const at = seoul('2026-11-23T09:00');
const playbook: Playbook = {
  ...shipped,
  severity: {
    ...shipped.severity,
    signals: shipped.severity.signals.map((signal) =>
      signal.code === 'H1' ? { ...signal, label: { ko: '약정 종료 문의', en: 'contract-end questions' } } : signal,
    ),
  },
};
const said = {
  ko: {
    first: ['식탁 모서리 보호대 추가', '월 410만 원', ['승인', '반려']],
    second: ['배송비 3만 원 이하 상담사 전결', '없음', ['승인', '반려']],
    glass: '시청점 유리 파편',
    broken: '새벽배송 파손',
    settlement: '정산 화면 멈춤',
    stuck: ['물류 인력', '권한'],
  },
  en: {
    first: ['Add corner guards to table tops', '₩4.1M/month', ['Approve', 'Decline']],
    second: ['Agents may refund shipping up to ₩30,000', 'none', ['Approve', 'Decline']],
    glass: 'glass in food, City Hall branch',
    broken: 'Dawn-delivery breakage',
    settlement: 'settlement screen',
    stuck: ['logistics staff', 'authority'],
  },
} as const;

/** What the sample tells of, in the tables it is told from. */
async function seed(db: Database, locale: Locale): Promise<void> {
  const words = said[locale];
  const week = seoul('2026-11-18T10:00');
  const weeksAgo = (n: number): Instant => minus(week, days(7 * n));
  await seeded.tally(db, { what: 'filed', at: week, count: 95, marks: ['leaving', 'leaving:H1'], marked: 7 });
  await seeded.tally(db, { what: 'acknowledge', at: week, count: 100, kept: 94 });
  await seeded.tally(db, { what: 'fix', at: week, count: 100, kept: 87 });
  await seeded.tally(db, { what: 'closed', at: week, count: 100, value: 230, marks: ['explained'], marked: 31 });
  await seeded.tally(db, { what: 'fixed', at: week, count: 80, value: 24_000 });
  for (const n of [1, 2, 3, 4]) {
    await seeded.tally(db, { what: 'filed', at: weeksAgo(n), count: 114 });
    await seeded.tally(db, { what: 'acknowledge', at: weeksAgo(n), count: 100, kept: 94 });
    await seeded.tally(db, { what: 'fix', at: weeksAgo(n), count: 100, kept: 89 });
    await seeded.tally(db, { what: 'closed', at: weeksAgo(n), count: 100, value: 210 });
  }
  // What is judged this week was closed from 24 September to 24 October; each week before, a week earlier.
  await seeded.closings(db, seoul('2026-10-20T10:00'), 1000, 138);
  await seeded.closings(db, seoul('2026-09-29T10:00'), 1000, 98);
  await seeded.closings(db, seoul('2026-09-10T10:00'), 1000, 100);
  await decisions(db, words, week);
  const s1 = { ...ofTier('S1'), confirmed: ['A2'] };
  const terms = termsFor('complaint', s1, playbook.sla);
  const glass = { assessment: s1, filed: { terms }, more: [seeded.contacted(week)] };
  await seeded.aCase(db, week, words.glass, glass);
  await seeded.tally(db, {
    what: 'fix',
    at: minus(at, days(1)),
    count: 3,
    tier: 'S2',
    open: true,
    department: seeded.cs,
  });
  await db.query(`update tallies set at = '2026-11-23T08:00+09:00' where kept is null and tier = 'S2'`);
  const broken = await seeded.aCase(db, week, words.broken, {});
  const weeks = [2, 4, 4, 6, 8, 10, 10, 14];
  await seeded.aProblem(db, broken, words.broken, { customers: 12, percent: 41, level: 'alert', weeks });
  const settled = await seeded.aCase(db, week, words.settlement, {});
  await seeded.aProblem(db, settled, words.settlement, { customers: 5, percent: 17, level: 'watch', weeks });
  await seeded.aChange(db, 1, settled, 'doing', ['ChangeProposed', 'ChangeDeployed', 'ChangeRelapsed'], week);
  await seeded.aChange(db, 2, settled, 'deployed', ['ChangeProposed', 'ChangeDeployed'], week);
  await seeded.aChange(db, 3, settled, 'effective', ['ChangeProposed', 'ChangeDeployed', 'EffectVerified'], week);
  for (const renewal of ['2027-01-10', '2027-02-01']) {
    await seeded.aCase(db, week, '계약 조건', { voice: { kind: 'requirement', renewal } });
  }
  for (const [i, text] of words.stuck.entries()) {
    const more = [seeded.acknowledged(seeded.logistics, week), seeded.stuck(1, text, week)];
    await seeded.aCase(db, minus(week, days(2 - i)), '막힌 건', { more, running: 'obstructed' });
  }
  await praise(db, week, locale);
}

async function decisions(db: Database, words: (typeof said)[Locale], week: Instant): Promise<void> {
  const open = [
    [words.first, seeded.logistics, minus(week, days(2))],
    [words.second, seeded.cs, week],
  ] as const;
  for (const [[question, cost, labels], department, since] of open) {
    const more = [
      seeded.acknowledged(department, since),
      seeded.started(since),
      seeded.asked(question, cost, labels, since),
    ];
    await seeded.aCase(db, since, question, { department, more, running: 'deciding' });
  }
}

async function praise(db: Database, week: Instant, locale: Locale): Promise<void> {
  const named = locale === 'ko' ? '이하늘 승무원' : 'cabin crew 이하늘';
  const people = [
    ['haneul', named, 'operations'],
    ['haneul', named, 'operations'],
    ['bom', '한봄', 'cs'],
    ['gaon', '정가온', 'quality'],
    ['nuri', '윤누리', 'logistics'],
  ] as const;
  for (const [id, name, department] of people) {
    await seeded.aCase(db, week, '감사합니다', {
      voice: { kind: 'praise' },
      department: departmentCode(department),
      filed: { praised: { id, name } },
      more: [seeded.shared(week)],
      running: 'filed',
    });
  }
  await db.query(`update tallies set kind = 'praise' where what = 'filed' and case_id < 1000000`);
  await seeded.tally(db, { what: 'filed', at: week, count: 4, kind: 'praise' });
}

const depsOn = (db: Database): DigestDeps => ({
  figures: figures(db),
  standing: standing(db),
  changes: changeStore(db),
  clusters: clusters(db),
  queries: caseQueries(db),
  playbook,
});

async function drawnFrom(
  db: Database,
  locale: Locale,
  digest: Digest,
  now: Instant,
): Promise<readonly string[] | null> {
  const card = await drawDigestWith(depsOn(db))(
    digest,
    reading(locale, playbook.zone, playbook, playbook.taxonomies, now),
  );
  return card === null ? null : plainText(card);
}

/** The month of logistics that the sample tells of. */
async function seedMonth(db: Database): Promise<void> {
  const month = seoul('2026-11-12T10:00');
  await seeded.tally(db, { what: 'filed', at: month, count: 38 });
  await seeded.tally(db, { what: 'filed', at: month, count: 3, kind: 'praise' });
  await seeded.tally(db, { what: 'handedOver', at: month, count: 5 });
  await seeded.tally(db, { what: 'taken', at: month, count: 4 });
  await seeded.tally(db, { what: 'refused', at: month, count: 2 });
  await seeded.tally(db, { what: 'fix', at: month, count: 24, kept: 22, marks: ['lastMinute'], marked: 6 });
  await seeded.tally(db, { what: 'fixed', at: month, count: 22, value: 9_000, marks: ['held'], marked: 4 });
  await seeded.tally(db, { what: 'closed', at: month, count: 3, value: 9, marks: ['explained', 'unreachable'] });
  await seeded.tally(db, { what: 'closed', at: month, count: 29, value: 84, marks: ['explained'], marked: 9 });
  await seeded.tally(db, { what: 'obstacle', at: month, count: 5 });
  await seeded.closings(db, seoul('2026-10-15T10:00'), 50, 7);
  const from = await seeded.aCase(db, seoul('2026-09-01T10:00'), '유리병 파손', {});
  await seeded.aChange(db, 1, from, 'doing', ['ChangeDeployed', 'ChangeRelapsed'], month);
  await seeded.aChange(db, 2, from, 'effective', ['ChangeDeployed', 'EffectVerified'], month);
}

eachDatabase((_, open) => {
  it('§3.5 the sample of a scorecard is told line by line', async () => {
    const db = await open();
    await seedMonth(db);
    const november = readMonth('2026-11') as Month;
    const of = { about: 'scorecard', department: seeded.logistics, month: november } as const;
    expect(await drawnFrom(db, 'ko', of, seoul('2026-12-01T09:00'))).toEqual([
      '물류 · 11월   상태: 위험 (재접수·재발·노력)',
      '받은 VOC 41 · 다른 부서로 넘김 5(받아들여짐 4) · 불수용 2',
      '속도  기한 내 처리 92%  ↔  재접수 14%',
      '깊이  개선 시행 2 · 효과 확인 1  ↔  재발 1',
      '노력  건당 2.9점 · 다시 설명 38%',
      '태도  막힌 점 답변 1영업일 내 100% · 칭찬 3',
      "살펴볼 점  마감 직전 종결 27% · 보류 비중 18% · '연락 안 됨' 종결 9%",
      '팀의 달입니다. 사람별로는 세지 않고, 평가와 보상에 잇지 않습니다.',
    ]);
  });

  it('a department’s month is the same whether it is counted alone or with all the others', async () => {
    const db = await open();
    await seedMonth(db);
    const month = readMonth('2026-11') as Month;
    const now = seoul('2026-12-01T09:00');
    const all = await scorecardsOf(depsOn(db), month, now);
    expect(all.map(({ department }) => department)).toEqual(playbook.departments.map(({ code }) => code));
    for (const card of all) expect(card).toEqual(await scorecardOf(depsOn(db), card.department, month, now));
  });

  it('a quiet week says so, and tells no more than what came back, effort, changes and speed', async () => {
    const db = await open();
    await seeded.aCase(db, seoul('2026-11-18T10:00'), '영수증 글씨가 흐리다', { running: 'filed' });
    const week = day('2026-11-16');
    expect(await drawnFrom(db, 'ko', { about: 'weekly', week }, at)).toEqual([
      '주간 VOC · 11/16(월)~11/22(일)',
      '접수 1건, 재접수 아직 없음: 평소와 비슷합니다.',
      '특별히 결정하실 일은 없습니다. 지금 위험한 건도 없습니다.',
      '다시 온 문제  되풀이되는 문제 없음',
      '고객 노력  종결된 건 없음',
      '불만→변화  시행 0 · 효과 확인 0 · 재발 0',
      '속도  기한이 된 건 없음',
      '접수 1 → 확인 0 → 해결 0 → 고객 회신 0 → 개선 제안 0 → 시행 0 → 효과 확인 0 · 11/23(월) 09:00 기준 · ▲▼는 앞선 4주 평균 대비',
      '[전체 보기] [부서별]',
    ]);
    expect(await drawnFrom(db, 'ko', { about: 'weekly', week: day('2026-11-09') }, at)).toBeNull();
  });

  it('a week without any case says that silence is not satisfaction', async () => {
    const db = await open();
    await seeded.aCase(db, seoul('2026-10-01T10:00'), '영수증 글씨가 흐리다', {});
    const lines = await drawnFrom(db, 'en', { about: 'weekly', week: day('2026-11-16') }, at);
    expect(lines?.[1]).toBe('No case was filed. Silence is not satisfaction.');
  });

  describe.each(['ko', 'en'] as const)('§3.2 the sample of a week, in %s', (locale) => {
    let db: Database;
    beforeAll(async () => {
      db = await open();
      await seed(db, locale);
    });

    it('is told line by line', async () => {
      const lines = await drawnFrom(db, locale, { about: 'weekly', week: day('2026-11-16') }, at);
      expect(lines).toEqual(samples[locale]);
      const words = (lines ?? []).filter((line) => !line.startsWith('['));
      expect(words.length).toBeLessThanOrEqual(14);
      expect(words.join('\n').length).toBeLessThanOrEqual(900);
    });
  });
});

const samples: Readonly<Record<Locale, readonly string[]>> = {
  ko: [
    '주간 VOC · 11/16(월)~11/22(일)',
    '접수는 줄었지만(104건 ▼9%) 같은 문제가 더 돌아왔습니다(재접수 11.8% ▲1.9%p).',
    '결정 필요 2',
    '1) 식탁 모서리 보호대 추가 · 월 410만 원 · 물류',
    '[승인] [반려] [자료]',
    '2) 배송비 3만 원 이하 상담사 전결 · 없음 · 고객지원',
    '[승인] [반려] [자료]',
    '지금 위험  S1 1건(시청점 유리 파편, 고객 연락 완료) · 기한 지난 S2 3건',
    '다시 온 문제  새벽배송 파손 12명 · 하인리히 41% 경계 ▂▃▃▄▅▆▆█ · 개선과제 없음',
    '고객 노력  건당 2.3점(▲0.2) · 다시 설명한 고객 31%',
    '불만→변화  시행 3 · 효과 확인 1 · 재발 1(정산 화면 멈춤)',
    '속도  기한 내 처리 87%(▼2%p) · 확인 94%',
    '조용한 신호  약정 종료 문의 7 · 재계약 위험 2곳   막힌 점 2(물류 인력, 권한)',
    '잘한 일  칭찬 9건 · 이하늘 승무원 외 3팀',
    '접수 104 → 확인 94 → 해결 80 → 고객 회신 100 → 개선 제안 3 → 시행 3 → 효과 확인 1 · 11/23(월) 09:00 기준 · ▲▼는 앞선 4주 평균 대비',
    '[전체 보기] [부서별]',
  ],
  en: [
    'Weekly VOC · Mon 16 – Sun 22 Nov',
    'Fewer cases (104, ▼9%) but more came back: repeat rate 11.8% (▲1.9 pt).',
    'Decisions needed: 2',
    '1) Add corner guards to table tops · ₩4.1M/month · Logistics',
    '[Approve] [Decline] [Brief]',
    '2) Agents may refund shipping up to ₩30,000 · none · Customer service',
    '[Approve] [Decline] [Brief]',
    'At risk now  1 S1 (glass in food, City Hall branch; customer contacted) · 3 overdue S2',
    'Came back  Dawn-delivery breakage, 12 customers · Heinrich 41% Alert ▂▃▃▄▅▆▆█ · no change yet',
    'Customer effort  2.3 per case (▲0.2) · 31% had to explain again',
    'Complaint→change  3 deployed · 1 proven · 1 relapsed (settlement screen)',
    'Speed  On time 87% (▼2 pt) · acknowledged in time 94%',
    'Quiet signals  7 contract-end questions · 2 renewals at risk   Obstacles 2',
    'Well done  9 thanks · cabin crew 이하늘 and 3 teams',
    'Filed 104 → Acknowledged 94 → Fixed 80 → Told 100 → Proposed 3 → Deployed 3 → Proven 1 · as of Mon 23 Nov 09:00 · ▲▼ against the mean of 4 weeks',
    '[Open all] [By department]',
  ],
};
