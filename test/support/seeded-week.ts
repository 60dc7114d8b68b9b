import { caseStore } from '../../db/case-store.ts';
import type { Database } from '../../db/database.ts';
import type { CaseEvent } from '../../src/domain/case/events.ts';
import type { TallyName } from '../../src/domain/figures/tally.ts';
import { type CaseId, type DepartmentCode, departmentCode, personId } from '../../src/domain/ids.ts';
import { day, type Instant, instant } from '../../src/domain/instant.ts';
import type { Assessment } from '../../src/domain/intake/severity.ts';
import type { GaugeLevel } from '../../src/domain/learning/gauge.ts';
import type { PersonRef } from '../../src/domain/people.ts';
import { filing } from './a-change.ts';
import { masked, ofTier } from './case-events.ts';

/** In Seoul. */
export const seoul = (text: string): Instant => instant(Date.parse(`${text}:00+09:00`));

export const logistics = departmentCode('logistics');
export const cs = departmentCode('cs');
const hana: PersonRef = { id: personId('hana'), name: '김하나' };
const duri: PersonRef = { id: personId('duri'), name: '박두리' };

type Tallied = {
  readonly what: TallyName;
  readonly at: Instant;
  readonly count: number;
  readonly kept?: number;
  readonly value?: number;
  readonly kind?: string;
  readonly tier?: string;
  readonly department?: DepartmentCode;
  readonly marks?: readonly string[];
  /** So many of them carry the marks. */
  readonly marked?: number;
  readonly open?: true;
};

/** Numbers of their own, so that they are nobody's case. */
let next = 1_000_000;

/** So many tallies at once; `value`: their sum, spread over them. */
export async function tally(db: Database, t: Tallied): Promise<void> {
  const { what, at, count, kept = count, value, kind = 'complaint', tier = 'S3', department = logistics } = t;
  const rows = Array.from({ length: count }, (_, i) => ({
    id: next + i,
    kept: t.open === true ? null : i < kept,
    value: value === undefined ? null : Math.floor((value * (i + 1)) / count) - Math.floor((value * i) / count),
    marks: i < (t.marked ?? count) ? (t.marks ?? []) : [],
  }));
  next += count;
  await db.query(
    `insert into tallies (case_id, what, n, at, department, kind, tier, kept, value, marks)
     select id, $2::text, 0, to_timestamp($3::float8 / 1000), $4::text, $5::text, $6::text, kept, value, marks
       from jsonb_to_recordset($1::text::jsonb) as r(id bigint, kept boolean, value bigint, marks text[])`,
    [JSON.stringify(rows), what, at, department, kind, tier],
  );
}

/** The cases of which the first so many came back: reopened three days later. */
export async function closings(db: Database, at: Instant, count: number, back: number): Promise<void> {
  const first = next;
  await tally(db, { what: 'closing', at, count });
  await db.query(
    `insert into tallies (case_id, what, n, at, department, kind, marks)
     select id, 'reopened', 1, to_timestamp($3::float8 / 1000) + interval '3 days', 'logistics', 'complaint', '{}'
       from generate_series($1::bigint, $1::bigint + $2::int - 1) id`,
    [first, back, at],
  );
}

const event = <T extends CaseEvent['type']>(type: T, data: unknown, by: PersonRef, at: Instant): CaseEvent =>
  ({ type, data, by, at }) as CaseEvent;

/** A case as the log would have it, with the tallies of what runs. */
export async function aCase(
  db: Database,
  at: Instant,
  said: string,
  options: {
    readonly assessment?: Assessment;
    readonly department?: DepartmentCode;
    readonly more?: readonly CaseEvent[];
    readonly running?: TallyName;
    readonly voice?: Record<string, unknown>;
    readonly filed?: Record<string, unknown>;
  },
): Promise<CaseId> {
  const department = options.department ?? logistics;
  const voice = {
    kind: 'complaint',
    channel: 'phone',
    touchpoint: 'last',
    words: masked(said),
    experience: masked(said),
    wants: ['refund'],
    opinion: null,
    masked: {},
    ...options.voice,
  };
  const events = [
    event(
      'CaseFiled',
      {
        voice,
        assessment: options.assessment ?? ofTier('S3'),
        filer: duri,
        customerOwner: duri,
        customer: null,
        permalink: null,
        taxonomy: '1',
        ...options.filed,
      },
      duri,
      at,
    ),
    event('CaseRouted', { department, reason: null }, duri, at),
    ...(options.more ?? []),
  ];
  const done = await caseStore(db).commit(filing({ events }));
  if (!done.ok) throw new Error('not filed');
  const { caseId } = done.value;
  if (options.running !== undefined) {
    await db.query(
      `insert into tallies (case_id, what, n, at, department, kind, tier) values
         ($1::bigint, $2::text, 0, to_timestamp($3::float8 / 1000), $4::text, 'complaint', 'S3')`,
      [caseId, options.running, at, department],
    );
  }
  return caseId;
}

export const acknowledged = (department: DepartmentCode, at: Instant): CaseEvent =>
  event('CaseAcknowledged', { department, owner: hana, eta: null, callback: null }, hana, at);
export const started = (at: Instant): CaseEvent =>
  event('WorkStarted', { plan: masked('살펴봅니다'), eta: at }, hana, at);
export const asked = (question: string, cost: string, labels: readonly [string, string], at: Instant): CaseEvent =>
  event(
    'DecisionRequested',
    {
      request: {
        question: masked(question),
        options: labels.map((label, i) => ({
          label: masked(label),
          cost: i === 0 ? masked(cost) : null,
          customerEffect: null,
        })),
        recommended: 0,
        neededBy: day('2026-11-25'),
        by: hana,
        at,
      },
    },
    hana,
    at,
  );
export const stuck = (number: number, text: string, at: Instant): CaseEvent =>
  event('ObstacleRaised', { obstacle: { number, text: masked(text), by: hana, at, answer: null } }, hana, at);
export const contacted = (at: Instant): CaseEvent =>
  event('CustomerContacted', { channel: 'phone', contactedAt: at, gist: masked('상황을 알림') }, duri, at);
export const shared = (at: Instant): CaseEvent => event('CaseSettled', { outcome: 'shared' }, hana, at);

/** A problem as it was counted last. */
export async function aProblem(
  db: Database,
  id: CaseId,
  name: string,
  counted: {
    readonly customers: number;
    readonly percent: number;
    readonly level: GaugeLevel;
    readonly weeks: readonly number[];
  },
): Promise<void> {
  const { customers, percent, level, weeks } = counted;
  const state = { name, level, reached: {}, joined: null, metric: null };
  const gauge = { minor: customers, weak: 0, hasCritical: false, percent, level };
  const figures = { customers, cases: customers, weeks, isDrifting: false, gauge };
  await db.query(
    `insert into clusters (id, version, state, figures, counted_at) values ($1::bigint, 1, $2::text::jsonb, $3::text::jsonb, now())`,
    [id, JSON.stringify(state), JSON.stringify(figures)],
  );
}

/** A process change as its log would have it, as far as figures read it. */
export async function aChange(
  db: Database,
  id: number,
  cluster: CaseId,
  status: string,
  types: readonly string[],
  at: Instant,
): Promise<void> {
  const effect =
    status === 'effective' ? { outcome: 'effective', total: 1, allowed: 8, note: null, by: hana, at } : null;
  const state = {
    status,
    cluster,
    from: cluster,
    department: logistics,
    proposal: null,
    effect,
    relapses: [],
    actions: [],
  };
  await db.query(
    `insert into changes (id, version, status, cluster_id, department, owner_id, begun_at, updated_at, over, state)
     overriding system value
     values ($1::bigint, 1, $2::text, $3::bigint, 'logistics', 'hana', now(), now(), false, $4::text::jsonb)`,
    [id, status, cluster, JSON.stringify(state)],
  );
  for (const [i, type] of types.entries()) {
    await db.query(
      `insert into change_events (change_id, version, causation_id, type, at, data, ordinal)
       values ($1::bigint, $2::int, $3::text, $4::text, to_timestamp($5::float8 / 1000), $6::text::jsonb, 0)`,
      [id, i + 1, `seed:${id}:${i}`, type, at, JSON.stringify(type === 'EffectVerified' ? { effect } : {})],
    );
  }
}
