import type { MaskedText } from '../ids.ts';
import type { Day, Instant } from '../instant.ts';

/** Kinds are structure, not taxonomy: the code branches on them. */
export const voiceKinds = [
  'complaint',
  'claim',
  'inquiry',
  'suggestion',
  'requirement',
  'praise',
  'voe',
  'void',
] as const;
export type VoiceKind = (typeof voiceKinds)[number];
/** Something went wrong: then nobody closes without saying why it happened. */
export const needsCause = (kind: VoiceKind): boolean => kind === 'complaint' || kind === 'claim';

/** Staff speak for themselves, and praise cost nobody anything. */
export const isFromACustomer = (kind: VoiceKind | null): boolean =>
  kind !== 'voe' && kind !== 'praise' && kind !== 'void';

/** Where the *experience* broke, not where the complaint arrived. */
export const touchpoints = ['pre', 'first', 'core', 'last', 'post'] as const;
export type Touchpoint = (typeof touchpoints)[number];

/** Personal data that `redact` finds. The first three and passports are never stored, not even encrypted. */
export const personalDataTypes = ['rrn', 'card', 'passport', 'phone', 'account', 'email', 'address', 'name'] as const;
export type PersonalDataType = (typeof personalDataTypes)[number];

/** What the customer said, personal data masked. Codes stand beside the words and never replace them. */
export type Voice = {
  readonly kind: VoiceKind;
  /** Code of `taxonomies.channels`: where the voice came in. */
  readonly channel: string;
  readonly touchpoint: Touchpoint | null;
  /** The customer's own words, whole. */
  readonly words: MaskedText;
  /** 고객이 겪은 일: one line, quoted unchanged by transfer, merge and digest. */
  readonly experience: MaskedText;
  /** Codes of `taxonomies.wants`: what the customer wants; at least one. */
  readonly wants: readonly string[];
  /** 제품 정보: model, lot or barcode, how it was used, where the photo is; for whoever looks at the thing itself. */
  readonly product?: MaskedText;
  /** 접수자 의견: the filer's view, apart from the facts. */
  readonly opinion: MaskedText | null;
  /** Codes of `taxonomies.aspects`, and words of the filer's own. */
  readonly likes?: readonly string[];
  readonly hates?: readonly string[];
  /** Codes of `taxonomies.groups` and of `taxonomies.ideas`. */
  readonly groups?: readonly string[];
  readonly ideas?: readonly string[];
  /** 아차 사고: it nearly went wrong. */
  readonly nearMiss?: true;
  /** The beginning of the day on which the customer went through it; absent: the day on which it was filed. */
  readonly experiencedAt?: Instant;
  /** When a contract customer decides whether to stay. */
  readonly renewal?: Day;
  /** How many of each type were masked in `words`. */
  readonly masked: Readonly<Partial<Record<PersonalDataType, number>>>;
};
