import { after, before, type Detector, type DetectorOptions, digitsOf, type Hit, scan } from './hit.ts';
import { isBusinessNumber } from './labels.ts';

/** What stands where a resident registration number was. Not one digit of it may be shown or stored. */
export const rrnShown = '[주민번호 삭제]';

const rrnLabel = /(?:주민(?:등록)?|외국인\s?(?:등록)?)\s?(?:번호|등록증)[^\d\n\]]{0,10}$/;
const productLabel = /(?:바코드|상품|제품|모델|코드|barcode|ean|gtin)[^\d\n]{0,8}$/i;

/**
 * Resident and foreigner registration numbers: six digits of a real birth day, a century digit, six more. No checksum:
 * numbers given since October 2020 are random. Thirteen bare digits that check out as EAN-13 are a barcode when they
 * are Korean goods (880…) or are called one; any other doubt ends in masking, because the filer can undo that.
 */
export const residentNumbers: Detector = (text, options) =>
  scan(text, /(?<!\d)\d{6}(?: ?- ?| )?\d{7}(?!\d)/g, (m) => {
    const digits = digitsOf(m[0]);
    const end = m.index + m[0].length;
    const hit: Hit = { type: 'rrn', start: m.index, end, shown: rrnShown };
    if (rrnLabel.test(before(text, m.index))) return hit;
    if (isBusinessNumber(text, m.index) || !isBirthDay(digits, options)) return null;
    return m[0].length === 13 && isBarcode(text, m.index, digits) ? null : hit;
  });

const passportLabel = /(?:여권|passport)[^\n\uE000]{0,30}$/i;

/** Passports: one or two letters and digits, or Korea's newer M123A4567; only near the word, because model numbers look alike. */
export const passports: Detector = (text) =>
  scan(text, /(?<![A-Za-z0-9])(?:[A-Za-z]{1,2}\d{7,8}|[A-Za-z]\d{3}[A-Za-z]\d{4})(?![A-Za-z0-9])/g, (m) => {
    const end = m.index + m[0].length;
    const near =
      passportLabel.test(before(text, m.index, 44)) || /^[\s(,]{0,3}(?:여권|passport)/i.test(after(text, end));
    if (!near || isBusinessNumber(text, m.index)) return null;
    const letters = /^[A-Za-z]{1,2}/.exec(m[0])?.[0] ?? '';
    const hidden = '•'.repeat(m[0].length - letters.length - 2);
    return { type: 'passport', start: m.index, end, shown: `${letters}${hidden}${m[0].slice(-2)}` };
  });

function isBirthDay(digits: string, { year }: DetectorOptions): boolean {
  const century = '12563478'.indexOf(digits.charAt(6));
  if (century < 0) return false;
  const born = (century < 4 ? 1900 : 2000) + Number(digits.slice(0, 2));
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6));
  return (year === null || born <= year) && day >= 1 && day <= daysIn(month, born);
}

/** 0 for a month that does not exist. */
function daysIn(month: number, year: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function isBarcode(text: string, start: number, digits: string): boolean {
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0 && (digits.startsWith('880') || productLabel.test(before(text, start)));
}
