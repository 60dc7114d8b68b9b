import { type CaseId, caseNumber, type MaskedText } from '../domain/ids.ts';
import type { Found } from '../domain/intake/redaction.ts';
import type { Suggestion } from '../domain/intake/suggest.ts';
import {
  isFromACustomer,
  type PersonalDataType,
  touchpoints,
  type VoiceKind,
  voiceKinds,
} from '../domain/intake/voice.ts';
import type { CardBlock } from '../ports/card.ts';
import type { Field, Form, FormValues } from '../ports/form.ts';
import { aside, quote, text } from './drawing.ts';
import { clip, headOf, pieces } from './excerpt.ts';
import { particularFields } from './filing-particulars.ts';
import { desk, pack, settled, standing, suggestedOf, typedList, typedText, unpack } from './filing-suggestions.ts';
import { departmentChoices, hasSeverity, signalChoices, struggleChoices, termChoices } from './forms/choices.ts';
import { choice, dayField, numberField, oneLine, prose, select, severalOf } from './forms/fields.ts';
import { reachField } from './forms/progress-forms.ts';
import { maskedText } from './labels.ts';
import type { Reading } from './reading.ts';

export type FilingDraft = {
  /** Everything the customer said so far, unmasked: it is the filer's own screen. */
  readonly words: string;
  readonly permalink: string | null;
  /** What the open form holds; empty on the first drawing. */
  readonly typed: FormValues;
  readonly suggestion: Suggestion | null;
  readonly found: readonly Found[];
  readonly masked: MaskedText | null;
  /** Cases of the same customer: how many, and those that may be named. */
  readonly earlier?: { readonly count: number; readonly seen: readonly CaseId[] };
  /** What travelled with the form; `suggested` is ours. */
  readonly context: Readonly<Record<string, string>>;
};

/** One text field takes no more (Slack). */
const fieldSize = 3000;
/** A field this full is followed by another. */
const nearlyFull = 2900;

/**
 * The words in as many fields as they need: `words`, `words2`, … give them back when joined. Fields that are open stay
 * as they are, so that nothing moves under the cursor.
 */
function wordsFields({ words, typed }: FilingDraft, r: Reading): readonly Field[] {
  const open = Object.keys(typed).filter((name) => /^words\d*$/.test(name)).length;
  const nameOf = (i: number): string => (i === 0 ? 'words' : `words${i + 1}`);
  const shown =
    open > 0 ? Array.from({ length: open }, (_, i) => typedText(typed, nameOf(i)) ?? '') : pieces(words, fieldSize);
  const parts = (shown.at(-1)?.length ?? 0) >= nearlyFull ? [...shown, ''] : shown;
  const { words: label, wordsHint, wordsMore } = r.words.filing;
  return parts.map((part, i) =>
    i === 0
      ? prose('words', label, { hint: wordsHint, initial: part, refreshes: true })
      : prose(nameOf(i), wordsMore(i + 1), { initial: part, required: false, refreshes: true }),
  );
}

/** Which choice of `unmask` releases this span: it names place and form, so that it cannot release another one. */
export const unmaskChoice = (f: Found): string => `${f.index}:${f.type}:${clip(f.shown, 50)}`;

function unmaskField({ found, typed }: FilingDraft, r: Reading): readonly Field[] {
  if (found.length === 0) return [];
  const choices = found.map((f) => choice(unmaskChoice(f), `${r.words.glossary.personalData[f.type]} ${f.shown}`));
  const { unmask, unmaskHint } = r.words.filing;
  const initial = typedList(typed, 'unmask') ?? [];
  return [severalOf('unmask', unmask, choices, { hint: unmaskHint, required: false, refreshes: true, initial })];
}

function preview({ masked, found }: FilingDraft, r: Reading): readonly CardBlock[] {
  if (masked === null || masked.trim() === '') return [];
  const counts: Partial<Record<PersonalDataType, number>> = {};
  for (const f of found.filter((hit) => !hit.released)) counts[f.type] = (counts[f.type] ?? 0) + 1;
  const said = maskedText(counts, r);
  return [
    aside(text(r.words.filing.preview)),
    quote(headOf(masked, 600, 12)),
    ...(said === '' ? [] : [aside(text(said))]),
  ];
}

/** Complaints and claims may be about a thing one can pick up and look at. */
const isAboutAThing = (kind: VoiceKind | null): boolean => kind === 'complaint' || kind === 'claim';

/** What stands in the open form, where it is a number. */
function minutesIn(typed: FormValues): { readonly initial?: number } {
  const said = typedText(typed, 'waited') ?? '';
  return said === '' || !Number.isFinite(Number(said)) ? {} : { initial: Number(said) };
}

/** What it had cost the customer to get this far. How often they came to us stands among the signals. */
function effortFields(typed: FormValues, r: Reading): readonly Field[] {
  const { struggled, struggledHint, waited, waitedHint } = r.words.care;
  return [
    severalOf('struggled', struggled, struggleChoices(r, 'contact', 'waited'), {
      hint: struggledHint,
      required: false,
      initial: typedList(typed, 'struggled') ?? [],
    }),
    numberField('waited', waited, 0, { hint: waitedHint, required: false, ...minutesIn(typed) }),
  ];
}

/** Who has come to us before is not asked everything anew. */
function knownCustomer({ earlier }: FilingDraft, r: Reading): readonly CardBlock[] {
  if (earlier === undefined || earlier.count === 0) return [];
  const { count, seen } = earlier;
  const numbers = seen.slice(0, 5).map(caseNumber).join(', ');
  return [aside(text(`${r.words.care.earlier(count)}${numbers === '' ? '' : `: ${numbers}`}`))];
}

/**
 * The one screen on which a voice is filed: five required fields, everything else suggested. Drawn again while it is
 * open, with suggestions and the masked preview for what stands there now; `initial` of every field is what it shall show.
 */
export function filingForm(draft: FilingDraft, r: Reading): Form {
  const { typed } = draft;
  const w = r.words.filing;
  const last = unpack(draft.context['suggested']);
  const next = standing(last, suggestedOf(draft.suggestion, r));
  const kindCode = settled(typedText(typed, 'kind'), last.kind, next.kind);
  const kind: VoiceKind | null = voiceKinds.find((k) => k === kindCode) ?? null;
  const kinds = voiceKinds.map((k) => choice(k, r.words.glossary.kinds[k]));
  const stages = touchpoints.map((t) => {
    const { touchpoints: names, touchpointHints } = r.words.glossary;
    return choice(t, `${names[t]} · ${touchpointHints[t]}`);
  });
  const department = settled(typedText(typed, 'department'), last.department, next.department);
  const signals = severalOf('signals', w.signals, signalChoices(kind, r), {
    hint: w.signalsHint,
    required: false,
    initial: settled(typedList(typed, 'signals'), last.signals, next.signals),
  });
  const product = oneLine('product', w.product, {
    hint: w.productHint,
    required: false,
    max: 300,
    initial: typedText(typed, 'product') ?? '',
  });
  return {
    step: 'file',
    title: clip(w.title, 24),
    submit: w.submit,
    cancel: w.cancel,
    intro: knownCustomer(draft, r),
    fields: [
      ...wordsFields(draft, r),
      oneLine('experience', w.experience, { hint: w.experienceHint, initial: typedText(typed, 'experience') ?? '' }),
      severalOf('wants', w.wants, termChoices('wants', r), { initial: typedList(typed, 'wants') ?? [] }),
      select('channel', w.channel, termChoices('channels', r), {
        initial: typedText(typed, 'channel') ?? null,
        refreshes: true,
      }),
      select('kind', w.kind, kinds, { initial: kindCode, refreshes: true }),
      select('department', w.department, [choice(desk, w.toDesk), ...departmentChoices(r, null)], {
        hint: next.department === desk || next.department === '' ? w.deskHint : w.departmentHint,
        required: false,
        initial: department || desk,
      }),
      select('touchpoint', w.touchpoint, stages, {
        hint: w.touchpointHint,
        required: false,
        initial: settled(typedText(typed, 'touchpoint'), last.touchpoint, next.touchpoint),
      }),
      ...(isFromACustomer(kind)
        ? [
            dayField('experienced', w.experienced, typedText(typed, 'experienced') ?? null, {
              hint: w.experiencedHint,
              required: false,
            }),
          ]
        : []),
      ...(hasSeverity(kind, r) ? [signals] : []),
      oneLine('customer', w.customer, {
        hint: w.customerHint,
        required: false,
        refreshes: true,
        initial: typedText(typed, 'customer') ?? '',
      }),
      ...(isAboutAThing(kind) ? [product] : []),
      ...particularFields(kind, department, typed, { last, next }, r),
      ...(isFromACustomer(kind)
        ? [...effortFields(typed, r), reachField(settled(typedText(typed, 'reach'), last.reach, next.reach), r)]
        : []),
      oneLine('opinion', w.opinion, {
        hint: w.opinionHint,
        required: false,
        max: 500,
        initial: typedText(typed, 'opinion') ?? '',
      }),
      ...unmaskField(draft, r),
    ],
    outro: preview(draft, r),
    context: { ...draft.context, permalink: draft.permalink ?? '', suggested: pack(next) },
  };
}
