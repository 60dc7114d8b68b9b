import type { MaskedText } from '../ids.ts';
import type { Day, Instant } from '../instant.ts';
import type { VoiceKind } from '../intake/voice.ts';
import type { PersonRef } from '../people.ts';

/** What becomes of what somebody asked for: 수용 · 부분 수용 · 불수용 · 검토 중. */
export const requestVerdicts = ['accepted', 'partly', 'notAccepted', 'underReview'] as const;
export type RequestVerdict = (typeof requestVerdicts)[number];

/** A fact on the case, told to whoever filed it. */
export type GivenVerdict = {
  readonly verdict: RequestVerdict;
  readonly reason: MaskedText;
  /** Under review until then; otherwise null: it stands. */
  readonly until: Day | null;
  readonly by: PersonRef;
  readonly at: Instant;
};

/** Asks for something rather than complaining of it, so it is answered by a verdict. */
export const isAnsweredByVerdict = (kind: VoiceKind): boolean =>
  kind === 'suggestion' || kind === 'requirement' || kind === 'voe';

/** Told to whoever filed it, the verdict is the end of it: nobody outside waits for a function to arrive. */
export const endsWithVerdict = (kind: VoiceKind): boolean => kind === 'suggestion' || kind === 'voe';

export const isFinal = (given: GivenVerdict | undefined): boolean =>
  given !== undefined && given.verdict !== 'underReview';

/**
 * How a case ends without a fix: praise `shared` or `kept` by whom it is for; a suggestion or a staff voice once its
 * verdict was `told`; a demand that was fully answered before and brings nothing new (`repeated`).
 */
export const outcomes = ['shared', 'kept', 'told', 'repeated'] as const;
export type Outcome = (typeof outcomes)[number];
