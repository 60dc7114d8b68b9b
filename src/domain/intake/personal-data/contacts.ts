import { after, type Detector, digitsOf, type Hit, scan } from './hit.ts';
import { isBusinessNumber } from './labels.ts';

const local = /[A-Za-z0-9._%+-]/;
const domain = /@((?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24})/y;

/** E-mail addresses, searched outwards from each @: a long text without one costs nothing. */
export const emails: Detector = (text) => {
  const hits: Hit[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    domain.lastIndex = at;
    const host = domain.exec(text)?.[1];
    const floor = Math.max(hits.at(-1)?.end ?? 0, at - 64);
    let start = at;
    while (start > floor && local.test(text.charAt(start - 1))) start -= 1;
    if (host === undefined || start === at) continue;
    const lead = text.slice(start, at).slice(0, at - start > 2 ? 2 : 1);
    hits.push({ type: 'email', start, end: at + 1 + host.length, shown: `${lead}•••@${host}` });
  }
  return hits;
};

const gap = '(?: ?[-./_)] ?| )?';
const rest = `${gap}\\d{3,4}${gap}\\d{4}(?!\\d)`;
const mobile = new RegExp(`(?<!\\d)01[016789]${rest}`, 'g');
const korean = new RegExp(`(?<!\\d)(?:\\+|00)?82${gap}(?:\\(0\\) ?)?0?(?:1[016789]|2|[3-6][1-5]|70)${rest}`, 'g');
const area = '0(?:2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|70|50[2-8]?)';
const landline = new RegExp(`(?<![\\d-])(?:\\(${area}\\)|${area})${rest}(?!-\\d)`, 'g');
const american = /(?<![\d.+-])(?:\([2-9]\d{2}\) ?\d{3}[-. ]\d{4}|[2-9]\d{2}([-.])\d{3}\1\d{4})(?!\d|[-.]\d)/g;
const abroad =
  /(?<![\d+])\+(?:1[-. ]?\(?\d{3}\)?[-. ]?\d{3}[-. ]?\d{4}|[2-9]\d{0,2}(?:[-. ]?\(?\d{1,4}\)?){2,4})(?!\d|,\d)/g;
const counted = /^\s?(?:원|만|억|건|개|명|점|%)/;

const shownWith = (front: string, digits: string): string => `${front}-••••-${digits.slice(-4)}`;

/** Korean mobiles are masked whatever stands beside them; no order number starts with 010. */
export const mobiles: Detector = (text) =>
  scan(text, mobile, (m) => phone(m, shownWith(m[0].slice(0, 3), digitsOf(m[0]))));

export const koreanAbroad: Detector = (text) =>
  scan(text, korean, (m) => {
    const national = nationalNumber(digitsOf(m[0]).replace(/^0082/, '82'));
    return phone(m, shownWith(areaCode(national), national));
  });

/** Lines of a household or a small firm. Freephone 080 and the 15xx, 16xx, 18xx lines belong to companies and stay. */
export const landlines: Detector = (text) =>
  scan(text, landline, (m) => {
    const digits = digitsOf(m[0]);
    return isBusinessNumber(text, m.index) ? null : phone(m, shownWith(areaCode(digits), digits));
  });

export const foreignPhones: Detector = (text) => [
  ...scan(text, abroad, (m) => {
    const digits = digitsOf(m[0]);
    if (digits.length < 8 || digits.length > 15 || counted.test(after(text, m.index + m[0].length))) return null;
    return phone(m, shownWith(`+${countryCode(m[0], digits)}`, digits));
  }),
  ...scan(text, american, (m) => {
    const digits = digitsOf(m[0]);
    return isBusinessNumber(text, m.index) ? null : phone(m, shownWith(digits.slice(0, 3), digits));
  }),
];

const phone = (m: RegExpExecArray, shown: string): Hit => ({
  type: 'phone',
  start: m.index,
  end: m.index + m[0].length,
  shown,
});

/** `821012345678` → `01012345678`, also where somebody wrote +82 (0)10. */
export const nationalNumber = (digits: string): string => `0${digits.slice(2).replace(/^0/, '')}`;
const areaCode = (digits: string): string => /^(?:02|050\d|\d{3})/.exec(digits)?.[0] ?? '';
const countryCode = (raw: string, digits: string): string =>
  raw.startsWith('+1') ? '1' : (/^\+(\d{1,3})\D/.exec(raw)?.[1] ?? digits.slice(0, 2));
