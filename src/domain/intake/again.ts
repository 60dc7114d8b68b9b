import type { SeverityRules } from '../playbook.ts';

/**
 * Signals to tick in advance for a customer who has come to us so many times before: the one that says so, unless the
 * words say more already. A person confirms: only they know whether it is the same matter.
 */
export function withContacts(
  suggested: readonly string[],
  before: number,
  { signals }: Pick<SeverityRules, 'signals'>,
): readonly string[] {
  const saying = signals
    .filter(({ contacts }) => contacts !== undefined && contacts <= before + 1)
    .toSorted((a, b) => (b.contacts ?? 0) - (a.contacts ?? 0))[0];
  if (saying === undefined) return suggested;
  const rivals = signals.filter(({ group, code }) => group === saying.group && suggested.includes(code));
  if (rivals.some(({ points }) => points >= saying.points)) return suggested;
  return [...suggested.filter((code) => !rivals.some((rival) => rival.code === code)), saying.code];
}
