import { z } from 'zod';
import { voiceKinds } from '../domain/intake/voice.ts';
import { err, type Result } from '../domain/result.ts';
import {
  type ClockName,
  type CommonClock,
  commonClocks,
  rungTargets,
  type TieredClock,
  tieredClocks,
} from '../domain/sla/terms.ts';
import type { Span } from '../domain/sla/working-hours.ts';
import { readSpan } from './calendar-shape.ts';
import type { Fault } from './finding.ts';
import { count, labelled, read, readMinute, code as word } from './shape-parts.ts';
import { readTarget } from './target-text.ts';

const target = read(readTarget);
const later = target.exactOptional();

/** Without the first three a case could wait for ever; the others may be left out. */
const promises = z.strictObject({
  acknowledge: target,
  fix: target,
  reply: target,
  contact: later,
  plan: later,
  containment: later,
  interim: later,
  rootCause: later,
  silence: later,
  happyCall: later,
} satisfies Record<TieredClock, z.ZodType>);

const common = z.strictObject({
  adjudicate: target,
  countersign: target,
  obstacle: target,
  close: target,
  customerSilence: target,
  protection: target,
  share: target,
} satisfies Record<CommonClock, z.ZodType>);

const percent = z.int().min(1).max(1000);
const rungs = z.array(z.strictObject({ at: percent, to: z.array(z.enum(rungTargets)).min(1) }));
const clockNames: readonly ClockName[] = [...tieredClocks, ...commonClocks, 'accept', 'decide', 'approve', 'statutory'];

function readDaytime(written: string): Result<Span, Fault> {
  const span = readSpan(written);
  if (!span.ok || span.value.to <= 1440) return span;
  return err({ what: `"${written}" runs past midnight`, mend: 'Let the daytime end at 24:00 or before.' });
}

export const sla = z.strictObject({
  tiers: z.strictObject({ S1: promises, S2: promises, S3: promises, S4: promises }),
  kinds: z.partialRecord(
    z.enum(voiceKinds),
    z.union([z.literal('none').transform(() => null), z.partialRecord(z.enum(tieredClocks), target)]),
  ),
  common,
  roundTheClock: target,
  ladder: rungs.min(1),
  ladders: z.partialRecord(z.enum(clockNames), rungs).default({}),
  urgent: z.strictObject({ ladder: rungs.min(1), repeat: percent }),
  statutory: z
    .array(
      z
        .strictObject({ ...labelled, target, signals: z.array(word).default([]) })
        .transform(({ ko, en, ...rest }) => ({ ...rest, label: { ko, en } })),
    )
    .default([]),
  reopened: z.number().min(0.01).max(1),
  snooze: z.strictObject({ most: z.int().min(0), urgentMinutes: count }),
  nudges: z.strictObject({
    perDay: z.int().min(0),
    bundles: z.array(read(readMinute)).min(1),
    afterOpening: z.int().min(0),
  }),
  daytime: read(readDaytime),
});
