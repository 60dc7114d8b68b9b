import { after, before, type Detector, digitsOf, type Hit, scan } from './hit.ts';
import { isBusinessNumber } from './labels.ts';

const cardLabel = /(?:카드|\bcard)\s?(?:번호|number|no\.?)?(?:[은는이가:(]|is|\s){0,4}$/i;
const gap = '(?: ?[-.] ?| )?';
const cards = new RegExp(
  `(?<!\\d)(?:\\d{4}${gap}\\d{4}${gap}\\d{4}${gap}\\d{4}|\\d{4}${gap}\\d{6}${gap}\\d{5})(?!\\d)`,
  'g',
);

/** Cards: fifteen or sixteen digits in card groups that pass Luhn, or that the word 카드 right before them calls one. */
export const cardNumbers: Detector = (text) =>
  scan(text, cards, (m) => {
    const digits = digitsOf(m[0]);
    const called = cardLabel.test(before(text, m.index));
    if (!called && !(/^[2-69]/.test(digits) && passesLuhn(digits))) return null;
    const front = digits.length === 16 ? '••••-••••-••••-' : '••••-••••••-•';
    return { type: 'card', start: m.index, end: m.index + m[0].length, shown: front + digits.slice(-4) };
  });

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const n = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return total + (n > 9 ? n - 9 : n);
  }, 0);
  return sum % 10 === 0;
}

const banks =
  '(?:신한|국민|KB|우리|하나|기업|IBK|농협|NH|카카오|케이|토스|SC\\s?제일|씨티|수협|신협|새마을|산업|대구|부산|광주|전북|경남|제주)';
const bankBefore = new RegExp(`(?:^|[^가-힣])${banks}(?:은행|뱅크|금고)?[\\s:(]{0,2}$`);
const bankAfter = new RegExp(`^\\s?[(\\[,/]?\\s?(?:${banks}|예금주|우체국)`);
const strongBefore = /(?:계좌|은행|뱅크|예금주|\b(?:bank account|account (?:number|no\.?)|acct))[^\d\n\uE000]{0,15}$/i;
const weakBefore = /(?:환급|환불|입금|송금|이체)[^\d\n\uE000]{0,15}$/;
const account =
  /(?<![\dA-Za-z])(?<![\dA-Za-z]-)(?:\d{2,6}(?:-\d{1,8}){1,4}|\d{3,6}(?: \d{2,8}){1,3}|\d{10,16})(?!\d|-\d)/g;
const datePrefix = /^(?:19|20)\d\d(?:[-. ]|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\b)/;
const counted = /^\s?(?:원|만|억|건|개|명|점|%)/;

/** Bank accounts: ten to sixteen digits beside a bank, 계좌, 환급 or 예금주. Alone they could be anything, and stay. */
export const accountNumbers: Detector = (text) =>
  scan(text, account, (m, last) => {
    const digits = digitsOf(m[0]);
    const end = m.index + m[0].length;
    if (digits.length < 10 || digits.length > 16) return null;
    if (isBusinessNumber(text, m.index) || counted.test(after(text, end))) return null;
    return isAccount(text, m.index, end, last, m[0])
      ? { type: 'account', start: m.index, end, shown: shownOf(digits) }
      : null;
  });

function isAccount(text: string, start: number, end: number, last: Hit | null, raw: string): boolean {
  const lead = before(text, start);
  const next = after(text, end);
  if (strongBefore.test(lead)) return true;
  if (datePrefix.test(raw)) return false;
  const listed = last !== null && start - last.end <= 3;
  return listed || weakBefore.test(lead) || bankBefore.test(lead) || bankAfter.test(next);
}

const shownOf = (digits: string): string => `••••-${digits.slice(-3)}`;

/** International bank accounts carry their own check (ISO 7064), so they need no word beside them. */
export const ibans: Detector = (text) =>
  scan(text, /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])/g, (m) => {
    const plain = m[0].replaceAll(' ', '');
    if (remainder97(plain.slice(4) + plain.slice(0, 4)) !== 1) return null;
    return { type: 'account', start: m.index, end: m.index + m[0].length, shown: `••••-${plain.slice(-3)}` };
  });

/** Letters count as 10–35; digit by digit, because the whole number is far beyond what a number holds. */
const remainder97 = (text: string): number =>
  [...text].reduce(
    (rest, c) => [...String(Number.parseInt(c, 36))].reduce((r, d) => (r * 10 + Number(d)) % 97, rest),
    0,
  );
