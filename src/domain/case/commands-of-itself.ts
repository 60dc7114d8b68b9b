import type { ChangeId, ClusterId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { GaugeLevel } from '../learning/gauge.ts';
import type { Due } from '../sla/next-due.ts';
import type { ClockKey } from '../sla/sla-clock.ts';
import type { Command, Nothing } from './command.ts';

/** What nobody asks of a case but the clock, the calendar and the count of its problem. */
export type CommandOfItself =
  /** The cluster's own: how far along it is. `corrected`: somebody took a link back, so that less may count than before. */
  | Command<
      'WeighCluster',
      {
        readonly cluster: ClusterId;
        readonly level: GaugeLevel | null;
        readonly customers: number;
        /** An outage of S1 is among its cases. */
        readonly outage: boolean;
        readonly corrected: boolean;
      }
    >
  /** The count's own: `change` answers for its problem since `answeredAt`. */
  | Command<'LinkChange', { readonly change: ChangeId; readonly answeredAt: Instant; readonly cameBack: boolean }>
  | Command<'UnlinkChange', Nothing>
  /** The clock's own: what was found due. Refused when the case has something else due by now. */
  | Command<'RunTimer', { readonly expected: Due }>
  /** A calendar was changed: `told` is what people were last told. */
  | Command<'RecountDues', { readonly told: Readonly<Record<ClockKey, Instant>> }>;
