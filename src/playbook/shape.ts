import { z } from 'zod';
import { departmentCode, personId } from '../domain/ids.ts';
import { touchpoints, voiceKinds } from '../domain/intake/voice.ts';
import type { Playbook, TextRule } from '../domain/playbook.ts';
import { authority } from './authority-shape.ts';
import { calendar } from './calendar-shape.ts';
import { care } from './care-shape.ts';
import type { Finding } from './finding.ts';
import { learning } from './learning-shape.ts';
import { lookAlikes } from './look-alikes-shape.ts';
import { protection } from './protection-shape.ts';
import { findingOf } from './shape-findings.ts';
import { code, count, label, labelled, read, readMinute, text, zone } from './shape-parts.ts';
import { sla } from './sla-shape.ts';
import { taxonomiesVersion } from './taxonomies-version.ts';

const locale = z.enum(['ko', 'en']);
const slackChannel = z.string().regex(/^[CG][A-Z0-9]{2,}$/, 'a Slack channel id such as C0123ABCD');
const slackUser = z.string().regex(/^[UW][A-Z0-9]{2,}$/, 'a Slack member id such as U0123ABCD');

const term = z.strictObject(labelled).transform(({ code, ...label }) => ({ code, label }));
const terms = z.array(term).min(1);
const holdReason = z
  .strictObject({ ...labelled, customer: z.boolean().default(false) })
  .transform(({ code, customer, ...label }) => ({ code, label, customer }));
const fixType = z
  .strictObject({ ...labelled, compensates: z.boolean().default(false) })
  .transform(({ code, compensates, ...label }) => ({ code, label, compensates }));
const refusalReason = z
  .strictObject({ ...labelled, needsDecision: z.boolean().default(false) })
  .transform(({ code, needsDecision, ...label }) => ({ code, label, needsDecision }));
const rootCause = z
  .strictObject({ ...labelled, children: terms })
  .transform(({ code, children, ...label }) => ({ code, label, children }));

const taxonomies = z
  .strictObject({
    channels: terms,
    wants: terms,
    transferReasons: terms,
    holdReasons: z.array(holdReason).min(1),
    fixTypes: z.array(fixType).min(1),
    refusalReasons: z.array(refusalReason).min(1),
    replyChannels: terms,
    rootCauses: z.array(rootCause).min(1),
    conduct: z.array(term).default([]),
    aspects: z.array(term).default([]),
    groups: z.array(term).default([]),
    ideas: z.array(term).default([]),
  })
  .transform((words) => ({ ...words, version: taxonomiesVersion(words) }));

const channels = { slack: slackChannel.optional(), teams: text.optional() };
/** Absent and undefined are two things to the types of the domain. */
const places = (slack: string | undefined, teams: string | undefined) => ({
  ...(slack === undefined ? {} : { slack }),
  ...(teams === undefined ? {} : { teams }),
});

const department = z
  .strictObject({
    code,
    name: label,
    ...channels,
    locale: locale.default('ko'),
    calendar: code.optional(),
    duty: z.array(code.transform(personId)).default([]),
  })
  .transform(({ code, slack, teams, ...rest }) => ({
    ...rest,
    code: departmentCode(code),
    channels: places(slack, teams),
  }));

const roles = z.enum(['csAgent', 'csLead', 'vocDesk', 'deptLead', 'executive', 'privacyOfficer', 'admin']);
const person = z
  .strictObject({
    id: code,
    name: text,
    email: z.email().optional(),
    department: code.optional(),
    roles: z.array(roles).default([]),
    locale: locale.default('ko'),
    calendar: code.optional(),
    slack: slackUser.optional(),
    teams: text.optional(),
  })
  .transform(({ id, email, department, calendar, slack, teams, ...rest }) => ({
    ...rest,
    id: personId(id),
    calendar: calendar ?? null,
    email: email ?? null,
    department: department === undefined ? null : departmentCode(department),
    chat: places(slack, teams),
  }));

const kind = z.enum(voiceKinds);
const tier = z.enum(['S1', 'S2', 'S3', 'S4']);
const signal = z
  .strictObject({
    ...labelled,
    group: code,
    points: z.int().min(0).max(100),
    outsideTier: z.boolean().default(false),
    floor: tier.optional(),
    hard: z.boolean().default(false),
    roundTheClock: z.boolean().default(false),
    automatic: z.boolean().default(false),
    needsHuman: z.array(z.enum(['money', 'urgent', 'empathy'])).default([]),
    contacts: z.int().min(2).optional(),
    leaving: z.boolean().default(false),
    business: z.boolean().default(false),
  })
  .transform(({ ko, en, floor, contacts, ...rest }) => ({
    ...rest,
    label: { ko, en },
    floor: floor ?? null,
    ...(contacts === undefined ? {} : { contacts }),
  }));

const severity = z.strictObject({
  cap: count,
  thresholds: z.strictObject({ S1: count, S2: count, S3: count }),
  empathyKinds: z.array(kind),
  without: z.array(kind),
  groupsByKind: z.partialRecord(kind, z.array(code).min(1)).default({}),
  signals: z.array(signal).min(1),
});

function textRule<T>(then: z.ZodType<T>) {
  return z
    .strictObject({
      then,
      any: z.array(text).min(1),
      not: z.array(text).default([]),
      kind: z.array(kind).min(1).optional(),
      touchpoint: z.array(z.enum(touchpoints)).min(1).optional(),
      channel: z.array(code).min(1).optional(),
    })
    .transform(({ kind, touchpoint, channel, ...rule }): TextRule<T> => {
      const conditions = {
        ...(kind ? { kind } : {}),
        ...(touchpoint ? { touchpoint } : {}),
        ...(channel ? { channel } : {}),
      };
      return { ...(rule as Pick<TextRule<T>, 'then' | 'any' | 'not'>), ...conditions };
    });
}

/** The playbook file, key by key. An unknown key is a problem: a misspelt one would otherwise be ignored in silence. */
const file = z.strictObject({
  company: label,
  zone,
  locale,
  protection,
  limits: z.strictObject({
    hops: count,
    transferReason: count,
    holdDays: count,
    reopenDays: count,
    contactAttempts: count,
    evidence: count,
    originalDays: count,
  }),
  desk: z
    .strictObject({ ...channels, locale: locale.default('ko') })
    .transform(({ slack, teams, ...rest }) => ({ ...rest, channels: places(slack, teams) })),
  kudos: z
    .strictObject({ ...channels, locale: locale.default('ko') })
    .default({ locale: 'ko' })
    .transform(({ slack, teams, ...rest }) => ({ ...rest, channels: places(slack, teams) })),
  digests: z
    .strictObject({ at: read(readMinute).default(540), ...channels, locale: locale.default('ko') })
    .default({ at: 540, locale: 'ko' })
    .transform(({ slack, teams, ...rest }) => ({ ...rest, channels: places(slack, teams) })),
  calendars: z.array(calendar).min(1),
  sla,
  authority,
  departments: z.array(department).min(1),
  people: z.array(person).min(1),
  taxonomies,
  severity,
  suggestions: z.strictObject({
    kinds: z.array(textRule(kind)),
    touchpoints: z.array(textRule(z.enum(touchpoints))),
    signals: z.array(textRule(code)),
    conduct: z.array(textRule(code)).default([]),
  }),
  routing: z.array(textRule(code.transform(departmentCode))),
  lookAlikes,
  care,
  learning,
});

/** Whoever names no calendar works by the first. */
const playbook = file.transform(({ departments, ...rest }): PlaybookFile => {
  const first = rest.calendars[0]?.code ?? '';
  return { ...rest, departments: departments.map((d) => ({ ...d, calendar: d.calendar ?? first })) };
});

/** Where the lexicon is, in place of its words: null names the one that ships. */
export type PlaybookFile = Omit<Playbook, 'lookAlikes'> & {
  readonly lookAlikes: Omit<Playbook['lookAlikes'], 'lexicon'> & { readonly lexicon: string | null };
};

export type Shape = { readonly playbook: PlaybookFile | null; readonly findings: readonly Finding[] };

export function readShape(raw: unknown): Shape {
  // The input tells a value of the wrong type from one that is not there.
  const read = playbook.safeParse(raw, { reportInput: true });
  return read.success
    ? { playbook: read.data, findings: [] }
    : { playbook: null, findings: read.error.issues.flatMap(findingOf) };
}
