import type { Language } from './words.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Milliseconds since 1970 of a Slack `ts` ("1795226400.000100"). */
export function momentOf(ts: string): number {
  return Number(ts) * 1000;
}

/** "방금", "5분 전", "어제" … and after a week the day itself. */
export function ago(at: number, now: number, language: Language): string {
  const passed = now - at;
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (passed < minute && passed > -minute) return language === 'ko' ? '방금' : 'just now';
  if (passed < -minute) return dayOf(at, language);
  if (passed < hour) return words.format(-Math.floor(passed / minute), 'minute');
  if (passed < day) return words.format(-Math.floor(passed / hour), 'hour');
  if (passed < 7 * day) return words.format(-Math.floor(passed / day), 'day');
  return dayOf(at, language);
}

/** As `ago`, of something that has been said: never later than now, however fast time runs. */
export function agoSaid(at: number, now: number, language: Language): string {
  return ago(at, Math.max(at, now), language);
}

/** "2026년 11월 26일 목요일 18:00" */
export function inFull(at: number, language: Language, zone?: string): string {
  return `${dayOf(at, language, zone)} ${clock(at, language, zone)}`;
}

/** "18:00"; in the browser's zone unless another is given, as all of these. */
export function clock(at: number, language: Language, timeZone?: string): string {
  return inWords(at, language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
}

export function dayOf(at: number, language: Language, timeZone?: string): string {
  return inWords(at, language, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long', timeZone });
}

/** "11월 26일 (목)" */
export function shortDay(at: number, language: Language, timeZone?: string): string {
  return inWords(at, language, { month: 'short', day: 'numeric', weekday: 'short', timeZone });
}

/** "11월 26일 (목) 18:00" */
export function dayAndTime(at: number, language: Language, timeZone?: string): string {
  return `${shortDay(at, language, timeZone)} ${clock(at, language, timeZone)}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A format is dear to make, and a clock that hurries asks for it ten times a second. */
function inWords(at: number, language: Language, options: Intl.DateTimeFormatOptions): string {
  const key = `${language} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, options);
  formats.set(key, format);
  return format.format(at);
}

export function isSameDay(a: number, b: number): boolean {
  return dayOf(a, 'en') === dayOf(b, 'en');
}

/** Slack's date tokens; a token we do not know shows the fallback instead. */
export function slackDate(seconds: number, format: string, fallback: string, now: number, language: Language): string {
  const at = seconds * 1000;
  if (!Number.isFinite(at)) return fallback;
  const written = (options: Intl.DateTimeFormatOptions): string => inWords(at, language, options);
  const tokens: Readonly<Record<string, () => string>> = {
    date_num: () => written({ year: 'numeric', month: '2-digit', day: '2-digit' }),
    date_slash: () => written({ year: 'numeric', month: '2-digit', day: '2-digit' }),
    date: () => written({ year: 'numeric', month: 'long', day: 'numeric' }),
    date_pretty: () => written({ year: 'numeric', month: 'long', day: 'numeric' }),
    date_short: () => written({ year: 'numeric', month: 'short', day: 'numeric' }),
    date_short_pretty: () => written({ year: 'numeric', month: 'short', day: 'numeric' }),
    date_long: () => dayOf(at, language),
    date_long_pretty: () => dayOf(at, language),
    time: () => clock(at, language),
    time_secs: () => written({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
    ago: () => ago(at, now, language),
  };
  const unknown = [...format.matchAll(/\{(\w+)\}/g)].some(([, name]) => name === undefined || !(name in tokens));
  if (unknown || format === '') return fallback;
  return format.replace(/\{(\w+)\}/g, (_, name: string) => tokens[name]?.() ?? '');
}

/** What a `datetime-local` field shows for a moment, in the browser's own zone. */
export function localInput(seconds: number): string {
  const at = new Date(seconds * 1000);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Seconds since 1970 of a `datetime-local` value, or null while it is incomplete. */
export function secondsOf(local: string): number | null {
  const at = new Date(local).getTime();
  return local === '' || Number.isNaN(at) ? null : Math.round(at / 1000);
}
