import { nationalNumber } from './personal-data/contacts.ts';
import { digitsOf } from './personal-data/hit.ts';
import { type Found, redact } from './redaction.ts';
import type { PersonalDataType } from './voice.ts';

const reachable: readonly PersonalDataType[] = ['phone', 'email', 'account'];

/**
 * One way of writing for the customer's contact, so that 010-1234-5678 and +82 10 1234 5678 lead to the same
 * pseudonym: the first phone, else e-mail address, else account that was masked. null: the text names none.
 */
export function contactOf(text: string, found: readonly Found[]): string | null {
  for (const type of reachable) {
    const hit = found.find((f) => f.type === type && f.released !== true);
    if (hit !== undefined) return normal(type, text.slice(hit.start, hit.end));
  }
  return null;
}

/** What a person typed as the customer's contact. A number that looks like no contact still tells customers apart. */
export function typedContact(text: string): string {
  return contactOf(text, redact(text).found) ?? text.trim().toLowerCase().replace(/\s+/g, ' ');
}

function normal(type: PersonalDataType, raw: string): string {
  if (type === 'email') return `mailto:${raw.normalize('NFKC').toLowerCase()}`;
  const folded = raw.normalize('NFKC').trim();
  const digits = digitsOf(folded);
  if (type === 'account') return `account:${folded.replace(/[^A-Za-z0-9]/g, '')}`;
  if (/^(?:\+|00)?82/.test(folded)) return `tel:+82${nationalNumber(digits.replace(/^00/, '')).slice(1)}`;
  if (folded.startsWith('+')) return `tel:+${digits}`;
  return digits.startsWith('0') ? `tel:+82${digits.slice(1)}` : `tel:+1${digits}`;
}
