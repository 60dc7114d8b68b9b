import type { VoiceKind } from '../intake/voice.ts';
import type { SeverityRules } from '../playbook.ts';
import type { Mix } from './gauge.ts';

type Said = { readonly kind: VoiceKind; readonly signals: readonly string[] };

/**
 * A contract customer: a person has confirmed the signal that says so, or it is a requirement, which only contract
 * customers have. Which department has the case says who answers it, and by which channel it came is only what suggests the
 * signal: neither says who the customer is.
 */
const isBusiness = ({ kind, signals }: Said, { signals: rules }: SeverityRules): boolean =>
  kind === 'requirement' || rules.some(({ code, business }) => business === true && signals.includes(code));

/** Null where all are of one sort. Staff are no customers of either. */
export function mixOf(members: readonly Said[], rules: SeverityRules): Mix | null {
  const customers = members.filter(({ kind }) => kind !== 'voe');
  const business = customers.filter((member) => isBusiness(member, rules)).length;
  const consumers = customers.length - business;
  return business > 0 && consumers > 0 ? { business, consumers } : null;
}
