import type { SeverityRules } from '../playbook.ts';

/**
 * Did a person tick what they cannot tick: a signal the playbook does not know, or one that the machine sets? What the
 * machine had set before (`already`) may stay ticked.
 */
export function unknownSignals(ticked: readonly string[], already: readonly string[], rules: SeverityRules): boolean {
  return ticked.some((code) => {
    const rule = rules.signals.find((signal) => signal.code === code);
    return rule === undefined || (rule.automatic && !already.includes(code));
  });
}

/** What counts as confirmed after a person ticked: their ticks, and what the machine had set, which they cannot untick. */
export function confirmedAfter(
  ticked: readonly string[],
  before: readonly string[],
  rules: SeverityRules,
): readonly string[] {
  const automatic = before.filter((code) => rules.signals.some((s) => s.code === code && s.automatic));
  return [...new Set([...ticked, ...automatic])];
}
