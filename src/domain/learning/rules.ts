import type { Label } from '../label.ts';
import type { ChangeClock, Rung, Target } from '../sla/terms.ts';
import type { GaugeLevel, GaugeRules } from './gauge.ts';

/** By what a change prevents; `trains`: on its own it changes what people know, not what happens to them. */
export type Means = { readonly code: string; readonly label: Label; readonly trains: boolean };

/** When a change has held, and when it has not. Days are calendar days. */
export type WatchRules = {
  /** Customers with the same complaint are counted over so many days before the change took effect. */
  readonly baseline: number;
  /** Days after it at which the figures are told; the last ends the watch. */
  readonly marks: readonly number[];
  /** Where at most so many customers complained before, the watch lasts longer: few complaints prove little. */
  readonly quiet: number;
  readonly quietDays: number;
  /** Relapsed: within so many days, at least this many customers, and at least this part of the baseline. */
  readonly window: number;
  readonly relapseLeast: number;
  readonly relapsePart: number;
  /** Effective: over the whole watch at most this part of what the baseline comes to in that time. */
  readonly effectivePart: number;
  /** So many days after it took effect somebody looks whether what delighted has become ordinary. */
  readonly review: number;
};

export type ChangeRules = {
  readonly clocks: Readonly<Record<ChangeClock, Target>>;
  readonly ladder: readonly Rung[];
  readonly means: readonly Means[];
  readonly watch: WatchRules;
};

/** From complaint to process change: how far along counts as a warning, and how a change is proven. */
export type LearningRules = {
  /** `signals`: codes of the automatic signals that a level brings; `outage`: an S1 that many suffer is among the cases. */
  readonly gauge: GaugeRules & {
    readonly signals: Readonly<Record<GaugeLevel | 'outage', string>>;
    /** Signals that say that several suffer at once: with one of them an S1 is an outage. */
    readonly outages: readonly string[];
  };
  /** So often something is given for one problem without a change before its cards say so. */
  readonly compensations: number;
  readonly change: ChangeRules;
};
