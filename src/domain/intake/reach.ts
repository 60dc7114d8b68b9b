import type { MaskedText } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { Term } from '../playbook.ts';
import { isWorked, type Span, type WorkingHours } from '../sla/working-hours.ts';

/** How and when a customer wants to be reached, as far as it could be read. `week`: 0 is Sunday; absent: every day. */
export type ReachRead = {
  /** Code of `taxonomies.replyChannels`. */
  readonly channel?: string;
  readonly week?: readonly number[];
  /** Absent: at any hour. */
  readonly span?: Span;
};
/** The same beside what somebody wrote, which is shown as it came. */
export type Reach = ReachRead & { readonly words: MaskedText };

const everyDay = [0, 1, 2, 3, 4, 5, 6];
const letters = ['일', '월', '화', '수', '목', '금', '토'];
const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** `평일 10-12시, 문자` · `weekdays after 6pm`: what it says of days, hours and the way; nothing that it does not say. */
export function readReach(text: string, channels: readonly Term[]): ReachRead {
  const words = text.normalize('NFC').toLowerCase();
  const week = daysIn(words);
  const span = hoursIn(words);
  const channel = channels.find(({ label }) => Object.values(label).some((name) => isNamed(name, words)))?.code;
  return {
    ...(channel === undefined ? {} : { channel }),
    ...(week === null ? {} : { week }),
    ...(span === null ? {} : { span }),
  };
}

/** A label may name several ways: `문자·알림톡`. */
const isNamed = (label: string, words: string): boolean =>
  label
    .toLowerCase()
    .split(/[·,/()]/)
    .some((part) => part.trim().length > 1 && words.includes(part.trim()));

function daysIn(words: string): readonly number[] | null {
  if (/평일|주중|weekday|business day/.test(words)) return [1, 2, 3, 4, 5];
  if (/주말|weekend/.test(words)) return [0, 6];
  if (/매일|every ?day|any day|daily/.test(words)) return everyDay;
  const range =
    /([일월화수목금토])(?:요일)? ?[-~–] ?([일월화수목금토])(?:요일)?(?![가-힣])/.exec(words) ??
    /\b(sun|mon|tue|wed|thu|fri|sat)[a-z]* ?(?:[-~–]|to) ?(sun|mon|tue|wed|thu|fri|sat)/.exec(words);
  if (range !== null) return between(dayNamed(range[1] ?? ''), dayNamed(range[2] ?? ''));
  const single = [
    ...words.matchAll(
      /([일월화수목금토])요일|\b(sun|mon|tue|wed|thu|fri|sat)(?:s?day|sday|nesday|rsday|urday|s)?s?\b/g,
    ),
  ];
  const days = new Set(single.map((hit) => dayNamed(hit[1] ?? hit[2] ?? '')));
  return days.size === 0 ? null : everyDay.filter((day) => days.has(day));
}

const dayNamed = (name: string): number => Math.max(letters.indexOf(name), names.indexOf(name));

/** Friday to Monday goes over the weekend. */
const between = (from: number, to: number): readonly number[] =>
  everyDay.filter((day) => (from <= to ? day >= from && day <= to : day >= from || day <= to));

const clock = '(오전|오후|아침|낮|저녁|밤)? ?(\\d{1,2})(?::(\\d{2})|시 ?(\\d{1,2})분|시 ?(반))?(?:시)? ?(am|pm)?';
const range = new RegExp(`${clock} ?(?:부터|에서)? ?(?:[-~–]|부터|에서|to|and) ?${clock}(?!\\d|월|일|/|년)`, 'u');
const after = new RegExp(`${clock} ?(?:이후|부터|넘어서)`, 'u');
const afterEnglish = new RegExp(`after ${clock}`, 'u');
const before = new RegExp(`${clock} ?(?:이전|전|까지)`, 'u');
const beforeEnglish = new RegExp(`(?:before|until) ${clock}`, 'u');

type Moment = { readonly minute: number; readonly half: 'am' | 'pm' | null };

function hoursIn(words: string): Span | null {
  const both = range.exec(words);
  if (both !== null && isClock(both[0])) return spanOf(momentIn(both, 1), momentIn(both, 7));
  const from = after.exec(words) ?? afterEnglish.exec(words);
  if (from !== null && isClock(from[0])) return spanOf(momentIn(from, 1), { minute: 1440, half: 'am' });
  const to = before.exec(words) ?? beforeEnglish.exec(words);
  if (to !== null && isClock(to[0])) return spanOf({ minute: 0, half: 'am' }, momentIn(to, 1));
  return null;
}

/** Two bare numbers may be anything: a time says that it is one. */
const isClock = (words: string): boolean => /시|:|am|pm|오전|오후|아침|저녁/.test(words);

function momentIn(hit: RegExpExecArray, first: number): Moment | null {
  const [part, hour, minute, koMinute, halfPast, english] = hit.slice(first, first + 6);
  const h = Number(hour);
  const m = Number(minute ?? koMinute ?? (halfPast === undefined ? 0 : 30));
  if (!Number.isFinite(h) || h > 24 || m > 59) return null;
  const isLate = english === 'pm' || part === '오후' || part === '저녁' || part === '밤' || (part === '낮' && h < 11);
  const isEarly = english === 'am' || part === '오전' || part === '아침';
  const half = isLate ? 'pm' : isEarly ? 'am' : null;
  const hours = half === 'pm' && h < 12 ? h + 12 : half === 'am' && h === 12 ? 0 : h;
  return { minute: hours * 60 + m, half };
}

/** `2-5pm` begins in the afternoon too; `10-2시` ends in it. */
function spanOf(from: Moment | null, to: Moment | null): Span | null {
  if (from === null || to === null) return null;
  const noon = 720;
  const begins =
    from.half === null && to.half === 'pm' && from.minute + noon < to.minute ? from.minute + noon : from.minute;
  const ends = to.half === null && to.minute <= begins && to.minute + noon > begins ? to.minute + noon : to.minute;
  return begins < ends && ends <= 1440 ? { from: begins, to: ends } : null;
}

/** A sentence in which the customer says when to call: enough to suggest, for a person to confirm. */
export function reachIn(words: string, channels: readonly Term[]): ReachRead | null {
  const asks = /(전화|연락|통화|문자|메일).{0,12}(주세요|주시|가능|받을 수|부탁)|(call|reach|text|ring|e-?mail) me/i;
  for (const sentence of words.slice(0, 8_000).split(/[.!?\n]+/)) {
    if (!asks.test(sentence)) continue;
    const read = readReach(sentence, channels);
    if (read.span !== undefined) return read;
  }
  return null;
}

/** Null: at any time. */
export function reachableHours({ week, span }: ReachRead, zone: string): WorkingHours | null {
  if (week === undefined && span === undefined) return null;
  const spans = [span ?? { from: 0, to: 1440 }];
  return {
    zone,
    week: everyDay.map((day) => (week === undefined || week.includes(day) ? spans : [])),
    days: new Map(),
  };
}

/** Whether it is a time at which the customer wants to be reached. */
export function isReachable(reach: ReachRead | undefined, at: Instant, zone: string): boolean {
  const hours = reach === undefined ? null : reachableHours(reach, zone);
  return hours === null || isWorked(at, hours);
}
