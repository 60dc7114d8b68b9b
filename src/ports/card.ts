import type { CaseId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { PersonRef } from '../domain/people.ts';
import type { Picture } from './picture.ts';

/**
 * A neutral drawing that every platform can show. Text here is literal: adapters escape it, so that nothing a customer
 * wrote is ever read as markup, a link or a mention.
 */
export type Span =
  | { readonly type: 'text'; readonly text: string; readonly bold?: boolean }
  /** An employee by name; notifies nobody. */
  | { readonly type: 'person'; readonly person: PersonRef }
  /** A moment, already in words for the reader's zone. */
  | { readonly type: 'when'; readonly at: Instant; readonly text: string }
  | { readonly type: 'link'; readonly url: string; readonly text: string };

/** What a button does: a step on a case, or a view. `arg` tells two buttons of one step apart. */
export type Press = { readonly step: Step; readonly caseId: CaseId | null; readonly arg?: string };

export type Action = {
  readonly label: string;
  readonly press: Press;
  readonly style?: 'primary' | 'danger';
  /** Asked before a consequential press. */
  readonly confirm?: { readonly title: string; readonly text: string; readonly yes: string; readonly no: string };
};

export type CardBlock =
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'line'; readonly spans: readonly Span[] }
  /** Small and grey. */
  | { readonly type: 'aside'; readonly spans: readonly Span[] }
  /** The customer's words: shown literally, as a quote. */
  | { readonly type: 'quote'; readonly text: string }
  | { readonly type: 'divider' }
  /** `alt`: the same in words. A platform that cannot show it leaves it out, as the words stand on the card as well. */
  | { readonly type: 'picture'; readonly picture: Picture; readonly alt: string }
  /** At most five; a card's last block of this type may carry an overflow menu. */
  | { readonly type: 'actions'; readonly actions: readonly Action[]; readonly overflow: readonly Action[] };

export type Card = {
  /** The whole card in one sentence: read aloud by screen readers, shown in notifications. Never empty. */
  readonly fallback: string;
  readonly blocks: readonly CardBlock[];
};

/** What is done about a process change. */
export const changeSteps = [
  'change',
  'changes',
  'lessons',
  'propose',
  'accept-change',
  'decline-change',
  'direct-change',
  'plan-change',
  'add-action',
  'finish-action',
  'begin-change',
  'change-owner',
  'deploy-change',
  'verify-change',
  'resume-change',
  'review-change',
] as const;
export type ChangeStep = (typeof changeSteps)[number];

/** What is done about the words that mean the same. */
export const lexiconSteps = ['lexicon', 'add-word', 'new-group', 'remove-word'] as const;
export type LexiconStep = (typeof lexiconSteps)[number];

/** What is done about digests, and about the figures in them. */
export const digestSteps = [
  'digest',
  'preview-digest',
  'send-digest',
  'pause-digest',
  'want-digest',
  'figures',
  'behind',
  'scorecards',
  'scorecard',
] as const;
export type DigestStep = (typeof digestSteps)[number];

/**
 * Everything a person can do or see by a press, a form or a command word. A step with a form carries the same name as
 * its form.
 */
export const steps = [
  // on a case
  'acknowledge',
  'reassign',
  'start',
  'transfer',
  'accept',
  'return',
  'route',
  'adjudicate',
  'hold',
  'resume',
  'ask-decision',
  'decide',
  'fix',
  'reply',
  'close',
  'no-change',
  'happy-call',
  'reopen',
  'merge',
  'refuse',
  'countersign',
  'overturn',
  'withdraw',
  'void',
  'obstacle',
  'answer-obstacle',
  'severity',
  'note',
  'original',
  'contact',
  'contain',
  'progress',
  'remedy',
  'approve-remedy',
  'change-remedy',
  'decline-remedy',
  'withdraw-remedy',
  'snooze',
  'new-due',
  'statutory',
  'statutory-done',
  'flag',
  'confirm-flag',
  'limit',
  'agree-limit',
  'lift',
  'unfold',
  'fold',
  'protect',
  'protect-answer',
  'verdict',
  'share',
  'keep',
  'repeat',
  'filer',
  'split',
  // help for whoever talks to the customer; nothing of it is kept
  'draft',
  'link',
  'same',
  'gather',
  'unlink',
  'not-alike',
  'name-cluster',
  'metric',
  'part',
  ...changeSteps,
  // views of a case
  'show',
  'history',
  'why',
  'words',
  'clocks',
  'conduct',
  'brief',
  'customer',
  'alike',
  'more',
  // without a case
  'file',
  'home',
  'help',
  'connect',
  'mine',
  'waiting',
  'find',
  'quiet',
  'opinion',
  'refusals',
  'language',
  'away',
  'back',
  'calendar',
  'add-holiday',
  'remove-holiday',
  'ideas',
  ...lexiconSteps,
  ...digestSteps,
  'touchpoints',
  'export',
] as const;
export type Step = (typeof steps)[number];

/**
 * The steps whose press always opens a form, if it may be taken at all: where a platform must be told beforehand that a
 * window will open. The others act at once, or ask only where it is needed.
 */
export const stepsWithForms: ReadonlySet<Step> = new Set<Step>([
  'reassign',
  'start',
  'transfer',
  'return',
  'route',
  'adjudicate',
  'hold',
  'ask-decision',
  'decide',
  'fix',
  'reply',
  'no-change',
  'happy-call',
  'reopen',
  'merge',
  'refuse',
  'overturn',
  'withdraw',
  'obstacle',
  'answer-obstacle',
  'severity',
  'note',
  'original',
  'contact',
  'contain',
  'remedy',
  'change-remedy',
  'decline-remedy',
  'withdraw-remedy',
  'snooze',
  'new-due',
  'statutory',
  'statutory-done',
  'flag',
  'confirm-flag',
  'limit',
  'lift',
  'verdict',
  'repeat',
  'split',
  'draft',
  'propose',
  'accept-change',
  'decline-change',
  'direct-change',
  'plan-change',
  'add-action',
  'finish-action',
  'change-owner',
  'deploy-change',
  'verify-change',
  'resume-change',
  'link',
  'name-cluster',
  'metric',
  'file',
  'opinion',
  'away',
  'add-holiday',
  'remove-holiday',
  'add-word',
  'new-group',
  'remove-word',
]);
