import type { ModalView } from '@slack/types';
import type { Locale } from '../../src/domain/playbook.ts';
import { unreachable } from '../../src/domain/result.ts';
import type { Card } from '../../src/ports/card.ts';
import type { Reply } from '../../src/ports/interaction.ts';
import { errorsByBlock, shownIn } from './form-state.ts';
import { drawForm, drawNotice } from './modals.ts';
import { slackWords } from './words.ts';

/** What Slack does with the window, told inside the acknowledgement. */
export type SubmissionAck =
  | { readonly response_action: 'clear' }
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update' | 'push'; readonly view: ModalView }
  | undefined;

export type Answered = {
  readonly ack: SubmissionAck;
  /** Drawn when the window has closed. */
  readonly home: Card | null;
};

const acked = (ack: SubmissionAck): Answered => ({ ack, home: null });

/** A reply to a sent form. The form stays, with all that was typed, unless it has done its work. */
export function answerSubmission(reply: Reply, view: Record<string, unknown>, locale: Locale): Answered {
  switch (reply.type) {
    case 'nothing':
      return acked(undefined);
    case 'field-errors':
      return acked(atFields(reply.errors, view, locale));
    case 'open-form':
      return acked({ response_action: 'push', view: drawForm(reply.form) });
    case 'redraw-form':
      return acked({ response_action: 'update', view: drawForm(reply.form, shownIn(view)) });
    case 'say':
      return acked({ response_action: 'push', view: drawNotice(reply.card, locale) });
    case 'done': {
      const { card, home } = reply;
      if (card === null) return { ack: { response_action: 'clear' }, home };
      // What was asked to be seen is seen here, and leaves no copy.
      return { ack: { response_action: 'update', view: drawNotice(card, locale) }, home };
    }
    case 'home':
      return { ack: { response_action: 'clear' }, home: reply.card };
    default:
      return unreachable(reply);
  }
}

/** Slack gives up after three seconds and says nothing of use: better a sentence of ours while the form still stands. */
export const savingIsSlow = (view: Record<string, unknown>, locale: Locale): SubmissionAck =>
  atFields({ '': slackWords[locale].savingIsSlow }, view, locale);

function atFields(
  sentences: Readonly<Record<string, string>>,
  view: Record<string, unknown>,
  locale: Locale,
): SubmissionAck {
  const errors = errorsByBlock(sentences, view);
  if (Object.keys(errors).length > 0) return { response_action: 'errors', errors };
  const fallback = Object.values(sentences).join('\n');
  return { response_action: 'push', view: drawNotice({ fallback, blocks: [] }, locale) };
}
