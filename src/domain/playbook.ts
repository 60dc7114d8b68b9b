import type { ConductLevel } from './case/conduct.ts';
import type { DepartmentCode, PersonId } from './ids.ts';
import type { NeedsHuman, Tier } from './intake/severity.ts';
import type { Touchpoint, VoiceKind } from './intake/voice.ts';
import type { Label, Locale } from './label.ts';
import type { CareRules } from './learning/care-rules.ts';
import type { LookAlikeRules } from './learning/look-alike-rules.ts';
import type { LearningRules } from './learning/rules.ts';
import type { Role } from './people.ts';
import type { SlaRules, Target } from './sla/terms.ts';
import type { WorkingHours } from './sla/working-hours.ts';

export { type Label, type Locale, locales } from './label.ts';
export type Platform = 'slack' | 'teams';

/** A code that people see as a label. */
export type Term = { readonly code: string; readonly label: Label };
/** `customer`: the customer's answer is awaited, so the fix clock stands still meanwhile. */
export type HoldReason = Term & { readonly customer: boolean };
export type FixType = Term & { readonly compensates: boolean };
export type RefusalReason = Term & { readonly needsDecision: boolean };
export type RootCause = Term & { readonly children: readonly Term[] };

/** The words a case was filed under. Content-addressed: changing one makes a new version, old cases keep theirs. */
export type Taxonomies = {
  readonly version: string;
  readonly channels: readonly Term[];
  readonly wants: readonly Term[];
  readonly transferReasons: readonly Term[];
  readonly holdReasons: readonly HoldReason[];
  readonly fixTypes: readonly FixType[];
  readonly refusalReasons: readonly RefusalReason[];
  readonly replyChannels: readonly Term[];
  readonly rootCauses: readonly RootCause[];
  /** How a customer may behave that calls for protection. Words that are older than this list have none. */
  readonly conduct?: readonly Term[];
  /** What people like or hate in an experience. */
  readonly aspects?: readonly Term[];
  /** The experience somebody looks for. */
  readonly groups?: readonly Term[];
  /** What sort of idea a suggestion is. */
  readonly ideas?: readonly Term[];
};

export type Department = {
  readonly code: DepartmentCode;
  readonly name: Label;
  /** Where its cards go: conversation ids, by platform. */
  readonly channels: Readonly<Partial<Record<Platform, string>>>;
  /** Language of its channel's cards. */
  readonly locale: Locale;
  /** Code of the calendar it works by. */
  readonly calendar: string;
  /** 당번: told while nobody has acknowledged, and of an S1 at any hour; a week each, in turn. Empty: the department lead. */
  readonly duty: readonly PersonId[];
};

/** When people of one place work. The days of `holidays` lists and company days are already in `days`. */
export type Calendar = WorkingHours & {
  readonly code: string;
  readonly name: Label;
  /** Holiday lists that apply: `kr`, or one that an administrator keeps. */
  readonly holidays: readonly string[];
};

export type PlaybookPerson = {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string | null;
  readonly department: DepartmentCode | null;
  readonly roles: readonly Role[];
  readonly locale: Locale;
  /** Code of the calendar they work by, where it is not their department's. */
  readonly calendar: string | null;
  /** Chat user ids, by platform; where absent the work e-mail finds the person. */
  readonly chat: Readonly<Partial<Record<Platform, string>>>;
};

export type SignalRule = {
  readonly code: string;
  readonly group: string;
  readonly label: Label;
  readonly points: number;
  /** Counts for the order within a tier only (VIP). */
  readonly outsideTier: boolean;
  /** The tier is at least this. */
  readonly floor: Tier | null;
  /** One of these is needed before the score alone may reach S1. */
  readonly hard: boolean;
  readonly roundTheClock: boolean;
  /** Set by the machine (look-alikes), never ticked by a person. */
  readonly automatic: boolean;
  readonly needsHuman: readonly NeedsHuman[];
  /** It says that this is at least the customer's n-th contact. */
  readonly contacts?: number;
  /** It says that the customer may be leaving. */
  readonly leaving?: boolean;
  /** It says that this is a contract customer. */
  readonly business?: boolean;
};

export type SeverityRules = {
  readonly signals: readonly SignalRule[];
  /** Lowest score of each tier. */
  readonly thresholds: Readonly<Record<'S1' | 'S2' | 'S3', number>>;
  readonly cap: number;
  /** `empathy` counts for these kinds only. */
  readonly empathyKinds: readonly VoiceKind[];
  /** Kinds without any severity. */
  readonly without: readonly VoiceKind[];
  /** For a kind listed here only these groups count (voice of employee). */
  readonly groupsByKind: Readonly<Partial<Record<VoiceKind, readonly string[]>>>;
};

/** `any` of these patterns (case-insensitive regular expressions), and none of `not`. First match wins where order matters. */
export type TextRule<T> = {
  readonly then: T;
  readonly any: readonly string[];
  readonly not: readonly string[];
  /** Narrowing conditions; `channel` holds codes of `taxonomies.channels`. */
  readonly kind?: readonly VoiceKind[];
  readonly touchpoint?: readonly Touchpoint[];
  readonly channel?: readonly string[];
};

export type SuggestionRules = {
  readonly kinds: readonly TextRule<VoiceKind>[];
  readonly touchpoints: readonly TextRule<Touchpoint>[];
  readonly signals: readonly TextRule<string>[];
  readonly conduct?: readonly TextRule<string>[];
};

/** What is to be done about somebody's conduct, step by step: who, when, what. Level 0: nothing is flagged yet. */
export type PolicyStep = {
  readonly level: 0 | ConductLevel;
  readonly who: Label;
  readonly when: Label;
  readonly label: Label;
};

/** Protection of the people who talk to customers. */
export type Protection = {
  /** Calendar days after which a flag falls by itself, by level; of a limit: its longest. */
  readonly days: { readonly flagged: number; readonly confirmed: number; readonly limited: number };
  /** The least break of somebody who asked for protection. */
  readonly breakMinutes: number;
  /** Heavy cases (S1, or with a flag) of one person in a day, from which on their lead is told. */
  readonly heavyCases: number;
  /** Full answers after which the same demand may be ended with a notice. */
  readonly fullAnswers: number;
  readonly policy: readonly PolicyStep[];
};

/** Roles that may give a customer something, each within its own authority. */
export const grantingRoles = ['csAgent', 'csLead', 'deptLead', 'executive'] as const satisfies readonly Role[];
export type GrantingRole = (typeof grantingRoles)[number];

/** In won; null: no limit. */
export type AuthorityLevel = {
  readonly role: GrantingRole;
  readonly perCase: number | null;
  readonly perCustomer: number | null;
};

/** Something a customer can be given. `from`: the lowest role that gives it; null: money or points, where the amount decides. */
export type RemedyKind = Term & { readonly from: GrantingRole | null };

export type AuthorityRules = {
  /** Days over which everything a customer was given is added up. */
  readonly days: number;
  /** From the lowest to the highest. */
  readonly levels: readonly AuthorityLevel[];
  readonly remedies: readonly RemedyKind[];
  /** How long whoever is asked has to answer before the next level is; `urgent`: an S1. */
  readonly answer: { readonly urgent: Target; readonly otherwise: Target };
};

export type Limits = {
  /** Transfers before the VOC desk decides. */
  readonly hops: number;
  /** Characters a transfer's reason needs at least. */
  readonly transferReason: number;
  /** Business days a hold may last, all holds of a case together before its lead is asked. */
  readonly holdDays: number;
  /** Calendar days after closing in which a case may be reopened. */
  readonly reopenDays: number;
  /** Attempts to reach a customer before "unreachable" is a verdict. */
  readonly contactAttempts: number;
  readonly evidence: number;
  /** Days after its case has ended for which the customer's unmasked words are kept. */
  readonly originalDays: number;
};

/** Departments, people, words, rules and numbers of one company; frozen, read from one YAML file. */
export type Playbook = {
  readonly company: Label;
  /** IANA zone in which times are shown to people who set none. */
  readonly zone: string;
  readonly locale: Locale;
  readonly departments: readonly Department[];
  /** Live: an administrator may add a holiday while we run. The first is the company's, CS and the VOC desk work by it. */
  readonly calendars: readonly Calendar[];
  readonly sla: SlaRules;
  /** Where unrouted and adjudicated cases are shown. */
  readonly desk: { readonly channels: Readonly<Partial<Record<Platform, string>>>; readonly locale: Locale };
  /** Where praise is shared; empty: in the department it is for. */
  readonly kudos: { readonly channels: Readonly<Partial<Record<Platform, string>>>; readonly locale: Locale };
  /** `at`: minutes after midnight before which none leaves. `channels`: the executives' own, where they have one. */
  readonly digests: {
    readonly at: number;
    readonly channels: Readonly<Partial<Record<Platform, string>>>;
    readonly locale: Locale;
  };
  readonly people: readonly PlaybookPerson[];
  readonly taxonomies: Taxonomies;
  readonly severity: SeverityRules;
  readonly suggestions: SuggestionRules;
  /** First match wins; no match: the VOC desk. */
  readonly routing: readonly TextRule<DepartmentCode>[];
  readonly limits: Limits;
  readonly lookAlikes: LookAlikeRules;
  readonly care: CareRules;
  readonly authority: AuthorityRules;
  readonly protection: Protection;
  readonly learning: LearningRules;
};

export const departmentOf = (p: Playbook, code: DepartmentCode): Department | null =>
  p.departments.find((d) => d.code === code) ?? null;
export const personOf = (p: Playbook, id: PersonId): PlaybookPerson | null => p.people.find((x) => x.id === id) ?? null;
export const termOf = <T extends Term>(terms: readonly T[], code: string): T | null =>
  terms.find((t) => t.code === code) ?? null;
/** What the company's people are called. */
export const colleagues = (p: Playbook): ReadonlySet<string> => new Set(p.people.map(({ name }) => name));
