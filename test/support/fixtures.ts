import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { personalDataTypes, touchpoints, voiceKinds } from '../../src/domain/intake/voice.ts';

const voc = z.object({
  index: z.number(),
  lang: z.string(),
  text: z.string(),
  channel: z.string(),
  kind: z.enum(voiceKinds),
  touchpoint: z.enum(touchpoints).nullable(),
  department: z.string(),
  severity: z.enum(['S1', 'S2', 'S3', 'S4', 'none']),
  score: z.number().nullable(),
  signals: z.array(z.object({ code: z.string(), points: z.number() })),
  needs_human: z.array(z.enum(['money', 'urgent', 'empathy'])),
  pii_spans: z.array(z.object({ type: z.enum(personalDataTypes), raw: z.string() })),
  must_keep: z.array(z.string()),
});
export type LabelledVoice = z.infer<typeof voc>;

const linesOf = (name: string): readonly unknown[] =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));

/** Forty invented voices with what a careful person would make of them. */
export const labelledVoices: readonly LabelledVoice[] = linesOf('voc-cases.jsonl').map((line) => voc.parse(line));

export function labelledVoice(index: number): LabelledVoice {
  const found = labelledVoices.find((v) => v.index === index);
  if (found === undefined) throw new Error(`no voice ${index}`);
  return found;
}

const masking = z.object({ text: z.string(), masked: z.string(), praise: z.boolean().default(false) });
/** Short texts and what they look like masked; many are there because nothing in them may be masked. */
export const maskingExamples = linesOf('masking.jsonl').map((line) => masking.parse(line));

const suggestion = z.object({
  text: z.string(),
  kind: z.enum(voiceKinds).nullable(),
  department: z.string().nullable(),
});
/** Voices the rules were improved with. null: a person must decide. */
export const knownVoices = linesOf('more-voices.jsonl').map((line) => suggestion.parse(line));
/** Voices written after the rules were finished, and never used to improve them. */
export const unseenVoices = linesOf('unseen-voices.jsonl').map((line) => suggestion.parse(line));

const pair = z.object({
  id: z.string(),
  a: z.string(),
  b: z.string(),
  same: z.boolean(),
  half: z.enum(['tuning', 'held-out', 'further']),
});
export type LabelledPair = z.infer<typeof pair>;

/** Pairs of voices, and whether a VOC desk would link them: `look-alikes.md` says how they came about. */
export const labelledPairs: readonly LabelledPair[] = ['look-alikes.jsonl', 'look-alikes-further.jsonl']
  .flatMap(linesOf)
  .map((line) => pair.parse(line));
