import type { Tier } from '../intake/severity.ts';
import { assess } from '../intake/triage.ts';
import type { VoiceKind } from '../intake/voice.ts';
import type { Playbook } from '../playbook.ts';

type Weighed = { readonly kind: VoiceKind; readonly tier: Tier | null; readonly signals: readonly string[] };

/**
 * How severe a case is by itself. What a cluster brought to its cases must not count in the cluster again: it would lift
 * itself, and hold itself up after the link that began it was taken back.
 */
export function ownTier({ kind, tier, signals }: Weighed, { severity }: Playbook): Tier | null {
  const automatic = severity.signals.filter((signal) => signal.automatic).map(({ code }) => code);
  if (!signals.some((code) => automatic.includes(code))) return tier;
  return assess(
    kind,
    signals.filter((code) => !automatic.includes(code)),
    severity,
  ).tier;
}

/** An S1 that several suffer at once: who suffers the same has the same clocks. */
export const isOutage = ({ signals, ...member }: Weighed, playbook: Playbook): boolean =>
  signals.some((code) => playbook.learning.gauge.outages.includes(code)) &&
  ownTier({ signals, ...member }, playbook) === 'S1';

/** Members with the severity of each by itself: a problem must not lift its own figures, nor what a change is measured by. */
export const byThemselves = <M extends Weighed>(members: readonly M[], playbook: Playbook): readonly M[] =>
  members.map((member) => ({ ...member, tier: ownTier(member, playbook) }));
