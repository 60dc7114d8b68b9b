import { type CaseId, type ChangeId, type DepartmentCode, parseCaseNumber, parseChangeNumber } from '../domain/ids.ts';
import { type Month, readMonth } from '../domain/month.ts';
import { type Locale, locales, type Playbook } from '../domain/playbook.ts';

/** What somebody typed after `/voc`. */
export type Typed =
  | { readonly type: 'file'; readonly words: string }
  | { readonly type: 'show'; readonly caseId: CaseId }
  | { readonly type: 'help' }
  | { readonly type: 'home' }
  | { readonly type: 'waiting' }
  | { readonly type: 'mine' }
  /** The suggestions of the month. */
  | { readonly type: 'ideas' }
  /** What is open, new, changing, liked and hated at each moment of contact. */
  | { readonly type: 'touchpoints' }
  /** What is sent at its time, and whether it is. */
  | { readonly type: 'digest' }
  /** Records as a file; '' for the period: this month. */
  | { readonly type: 'export'; readonly period: string }
  | { readonly type: 'away' }
  | { readonly type: 'calendar' }
  /** What somebody thinks of Meari itself. `said`: in quotes, so that nobody can mean a customer's words. */
  | { readonly type: 'opinion'; readonly words: string; readonly said: boolean }
  /** Customers who may be leaving without saying so. */
  | { readonly type: 'quiet' }
  /** `change` null: all that are under way. */
  | { readonly type: 'changes'; readonly change: ChangeId | null }
  /** What was solved for good; with words, what has them in it. */
  | { readonly type: 'lessons'; readonly search: string }
  /** The words that mean the same; with a search, the groups it stands in. */
  | { readonly type: 'lexicon'; readonly search: string }
  /** What was refused in a month; null: in this one. */
  | { readonly type: 'refusals'; readonly month: Month | null }
  /** Talk to a person. */
  | { readonly type: 'connect' }
  | { readonly type: 'find'; readonly text: string | null; readonly department: DepartmentCode | null }
  | { readonly type: 'language'; readonly locale: Locale | null };

type Verb =
  | 'lexicon'
  | 'lessons'
  | 'changes'
  | 'ideas'
  | 'touchpoints'
  | 'digest'
  | 'export'
  | 'help'
  | 'home'
  | 'waiting'
  | 'mine'
  | 'connect'
  | 'away'
  | 'calendar'
  | 'quiet'
  | 'opinion'
  | 'refusals'
  | 'find'
  | 'language'
  | 'show';

const verbs: readonly (readonly [RegExp, Verb])[] = [
  [/^(?:help|도움말|\?)$/i, 'help'],
  [/^(?:home|홈)$/i, 'home'],
  [/^(?:waiting|대기|할일|할 일)$/i, 'waiting'],
  [/^(?:mine|내건|내 건)$/i, 'mine'],
  [/^(?:person|human|사람|사람 연결|조정관)$/i, 'connect'],
  [/^(?:ideas|제안)$/i, 'ideas'],
  [/^(?:touchpoints|접점)$/i, 'touchpoints'],
  [/^(?:digests?|요약)$/i, 'digest'],
  // With anything but a period behind it, it is a customer's voice: "내보내기 버튼이 안 눌려요".
  [/^(?:export|내보내기)(?:\s+[\d~\s-]+)?$/i, 'export'],
  // With a word behind them they are a customer's voice: "부재중이라고 반송됐어요".
  [/^(?:away|absence|부재)$/i, 'away'],
  [/^(?:calendar|달력)$/i, 'calendar'],
  [/^(?:quiet|조용한|조용한 이탈)$/i, 'quiet'],
  [/^(?:의견|feedback)(?:\s|$)/i, 'opinion'],
  [/^(?:changes|개선|개선과제)$/i, 'changes'],
  [/^(?:lessons|사례)(?:\s|$)/i, 'lessons'],
  // More than two words behind it, and it is a customer's voice: "사전 안내 없이 요금이 올랐어요".
  [/^(?:words|사전)(?:\s+\S+){0,2}$/i, 'lexicon'],
  [/^(?:refusals|불수용)(?:\s+\d{4}-\d{2})?$/i, 'refusals'],
  [/^(?:find|찾기|검색)(?:\s|$)/i, 'find'],
  [/^(?:language|lang|언어)(?:\s|$)/i, 'language'],
  [/^(?:show|보기)\s/i, 'show'],
];

const spoken: Readonly<Record<string, Locale>> = { 한국어: 'ko', korean: 'ko', english: 'en', 영어: 'en' };

/** Anything that is not a command word is a customer's voice: the form opens with it filled in. */
export function readCommandLine(line: string, playbook: Playbook): Typed {
  const text = line.trim();
  const number = parseCaseNumber(text);
  if (number !== null) return { type: 'show', caseId: number };
  const change = parseChangeNumber(text);
  if (change !== null) return { type: 'changes', change };
  const verb = verbs.find(([pattern]) => pattern.test(text))?.[1];
  const rest = text.replace(/^\S+\s*/, '').trim();
  switch (verb) {
    case 'help':
    case 'home':
    case 'waiting':
    case 'mine':
    case 'ideas':
    case 'touchpoints':
    case 'digest':
    case 'connect':
    case 'away':
    case 'calendar':
    case 'quiet':
      return { type: verb };
    case 'opinion': {
      const quoted = /^["“'‘](.+)["”'’]$/s.exec(rest)?.[1];
      return { type: 'opinion', words: (quoted ?? rest).trim(), said: quoted !== undefined };
    }
    case 'changes':
      return { type: 'changes', change: null };
    case 'lessons':
      return { type: 'lessons', search: rest };
    case 'lexicon':
      return { type: 'lexicon', search: rest };
    case 'export':
      return { type: 'export', period: rest };
    case 'refusals':
      return { type: 'refusals', month: readMonth(rest) };
    case 'show': {
      const id = parseCaseNumber(rest);
      return id === null ? { type: 'find', text: rest, department: null } : { type: 'show', caseId: id };
    }
    case 'find': {
      const named = playbook.departments.find((d) => d.code === rest || Object.values(d.name).includes(rest));
      return { type: 'find', text: named === undefined && rest !== '' ? rest : null, department: named?.code ?? null };
    }
    case 'language': {
      const asked = rest.toLowerCase();
      return { type: 'language', locale: locales.find((l) => l === asked) ?? spoken[asked] ?? null };
    }
    default:
      return { type: 'file', words: text };
  }
}
