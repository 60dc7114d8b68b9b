import type { MaskedText } from '../ids.ts';
import { addresses, englishAddresses, flats } from './personal-data/addresses.ts';
import { emails, foreignPhones, koreanAbroad, landlines, mobiles } from './personal-data/contacts.ts';
import { englishNames } from './personal-data/english-names.ts';
import { fold } from './personal-data/fold.ts';
import { type Detector, type Hit, taken } from './personal-data/hit.ts';
import { passports, residentNumbers } from './personal-data/identity-numbers.ts';
import { koreanNames } from './personal-data/korean-names.ts';
import { maskedForms } from './personal-data/masked-forms.ts';
import { accountNumbers, cardNumbers, ibans } from './personal-data/payment-numbers.ts';
import type { PersonalDataType, Voice } from './voice.ts';

/** One span of personal data, as offsets into the text that was given. */
export type Found = Hit & {
  /** Place among the hits, in reading order; the filer releases a false hit by it. */
  readonly index: number;
  /** The filer says this is no personal data: it stays readable. */
  readonly released?: true;
};

export type Redaction = {
  readonly text: MaskedText;
  /** Every hit, also those released, so that a release can be taken back. */
  readonly found: readonly Found[];
  /** The text with only what may never be stored taken out: the one that is encrypted. */
  readonly sealable: string;
  /** How many of each type were masked. */
  readonly counts: Voice['masked'];
};

export type RedactOptions = {
  /** Names of staff stay, so that they can be thanked. */
  readonly praise?: boolean;
  /** Names that stay: those of colleagues, in what colleagues write to each other. */
  readonly keep?: ReadonlySet<string>;
  /** Indexes of false hits to leave readable. */
  readonly unmask?: readonly number[];
  /** The current year, if the caller has a calendar: nobody is born later. */
  readonly year?: number;
};

/** First come, first served: a card is no account, a phone in an e-mail address is no phone. */
const detectors: readonly Detector[] = [
  emails,
  residentNumbers,
  cardNumbers,
  passports,
  koreanAbroad,
  mobiles,
  ibans,
  landlines,
  foreignPhones,
  accountNumbers,
  addresses,
  flats,
  englishAddresses,
  ...koreanNames,
  ...englishNames,
];

const neverStored: readonly PersonalDataType[] = ['rrn', 'card', 'passport'];

/**
 * Masks personal data by rules, before anything is posted or stored. Total and linear in the length of the text;
 * masking twice gives what masking once gave. Rules miss and overreach: the filer sees the result and can correct it.
 */
export function redact(text: string, options: RedactOptions = {}): Redaction {
  const unmask = new Set(options.unmask ?? []);
  const isKept = ({ type, start, end }: Hit): boolean =>
    type === 'name' && options.keep?.has(text.slice(start, end)) === true;
  const hits = hitsIn(text, options).filter((hit) => !isKept(hit));
  const found = hits.map(
    (hit, index): Found => ({ index, ...hit, ...(unmask.has(index) ? { released: true as const } : {}) }),
  );
  const masked = found.filter((f) => f.released !== true);
  return {
    text: withShown(text, masked) as MaskedText,
    found,
    sealable: withShown(
      text,
      masked.filter((f) => neverStored.includes(f.type)),
    ),
    counts: countsOf(masked),
  };
}

/**
 * Once round all detectors, and again until nothing new turns up: a span that is taken can free its neighbour (two
 * addresses written without a space). Each round takes text away, so this ends; a second round is almost always the last.
 */
function hitsIn(text: string, { praise = false, year = null }: { praise?: boolean; year?: number | null }): Hit[] {
  let folded = blank(fold(text), maskedForms(text));
  const hits: Hit[] = [];
  for (let known = -1; known < hits.length; ) {
    known = hits.length;
    for (const detect of detectors) {
      const inOrder = [...detect(folded, { praise, year })].sort((a, b) => a.start - b.start);
      const apart = inOrder.filter((hit, i) => hit.start >= (inOrder[i - 1]?.end ?? 0));
      if (apart.length > 0) folded = blank(folded, apart);
      hits.push(...apart);
    }
  }
  return hits.sort((a, b) => a.start - b.start);
}

type Span = { readonly start: number; readonly end: number };

const blank = (text: string, spans: readonly Span[]): string =>
  replaced(text, spans, (span) => taken.repeat(span.end - span.start));

const withShown = (text: string, hits: readonly Hit[]): string => replaced(text, hits, (hit) => hit.shown);

/** Spans are in order and apart. */
function replaced<S extends Span>(text: string, spans: readonly S[], by: (span: S) => string): string {
  const parts: string[] = [];
  let at = 0;
  for (const span of spans) {
    parts.push(text.slice(at, span.start), by(span));
    at = span.end;
  }
  return parts.join('') + text.slice(at);
}

function countsOf(hits: readonly Hit[]): Voice['masked'] {
  const counts: Partial<Record<PersonalDataType, number>> = {};
  for (const { type } of hits) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
