import type { Locale } from '../../src/domain/playbook.ts';
import type { Card } from '../../src/ports/card.ts';
import type { Form, FormValues } from '../../src/ports/form.ts';
import type { Interaction, Reply } from '../../src/ports/interaction.ts';
import { drawCard } from './adaptive-card.ts';
import { type AdaptiveCard, cardContentType } from './card-json.ts';
import { formIn, homeIn } from './carried.ts';
import { drawForm, taskContinue, taskMessage, taskNotice } from './dialogs.ts';
import { backArg } from './press-code.ts';
import { teamsWords } from './words.ts';

/** What is around a gesture that its answer needs. */
export type Around = {
  readonly interaction: Interaction;
  /** What the person reads, whatever their client is set to. */
  readonly locale: Locale;
  /** Whether nobody else is in this conversation. */
  readonly isPrivate: boolean;
  /** What the pressed button carried. */
  readonly data: unknown;
  readonly zone: string;
  readonly dialogs: boolean;
  /** The message whose button was pressed; null where there is none. */
  readonly on: string | null;
};

/** The answer to Teams' call; what is said beside it, in private; and Home, drawn again where it stands. */
export type Given = {
  readonly body: unknown;
  readonly privately: Card | null;
  readonly home: { readonly message: string; readonly content: AdaptiveCard } | null;
};

const onlyBody = (body: unknown): Given => ({ body, privately: null, home: null });

/** The form a refused or redrawn answer is about, with what was typed. */
function formOf(reply: Reply, { data }: Around): Form | null {
  if (reply.type === 'open-form' || reply.type === 'redraw-form') return reply.form;
  return reply.type === 'field-errors' ? formIn(data) : null;
}

function optionsFor(reply: Reply, { interaction, locale, data, zone, on }: Around) {
  const { gesture } = interaction;
  const typed: FormValues | undefined = reply.type !== 'open-form' && 'values' in gesture ? gesture.values : undefined;
  return {
    locale,
    zone,
    formId: formIdIn(data) ?? interaction.id.replaceAll(/[^\w:.@;=-]/g, '_').slice(-200),
    home: interaction.surface === 'home' ? on : homeIn(data),
    ...(typed === undefined ? {} : { typed }),
    ...(reply.type === 'field-errors' ? { errors: reply.errors } : {}),
  };
}

function formIdIn(data: unknown): string | null {
  const meari = (data as { readonly meari?: { readonly id?: unknown } } | null | undefined)?.meari;
  return typeof meari?.id === 'string' ? meari.id : null;
}

/** In a window: it shows the form, a card, or a sentence, to that person alone. */
export function inWindow(reply: Reply, around: Around): Given {
  const words = teamsWords[around.locale];
  const form = formOf(reply, around);
  if (form !== null) return onlyBody(taskContinue(form, optionsFor(reply, around)));
  switch (reply.type) {
    case 'say':
      return onlyBody(taskNotice(reply.card, around.locale));
    case 'done': {
      const body = reply.card === null ? taskMessage(words.done) : taskNotice(reply.card, around.locale);
      return { ...onlyBody(body), home: homeAgain(reply.home, around) };
    }
    case 'field-errors':
      return onlyBody(taskMessage(Object.values(reply.errors).join(' ')));
    default:
      return onlyBody(taskMessage(words.done));
  }
}

const drawHome = (card: Card, { dialogs }: Pick<Around, 'dialogs'>) => drawCard(card, { dialogs, where: 'home' });

/** A window that was opened from Home knows where that stands. */
function homeAgain(card: Card | null, around: Around): Given['home'] {
  const message = homeIn(around.data);
  return card === null || message === null ? null : { message, content: drawHome(card, around) };
}

const said = (value: string) => ({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value });
const inPlace = (value: AdaptiveCard) => ({ statusCode: 200, type: cardContentType, value });

/**
 * On a card that was pressed: a sentence to the one who pressed. A form takes the card's place for that person where
 * clients have no windows; more than a sentence goes to them in private, for a card in a channel is everybody's.
 */
export function onCard(reply: Reply, around: Around): Given {
  const words = teamsWords[around.locale];
  const form = formOf(reply, around);
  if (form !== null) return onlyBody(inPlace(drawForm(form, { ...optionsFor(reply, around), where: 'card' })));
  switch (reply.type) {
    case 'say':
      if (isWayBack(around.interaction)) return onlyBody(inPlace(drawCard(reply.card, { dialogs: around.dialogs })));
      if (isSentence(reply.card)) return onlyBody(said(reply.card.fallback));
      return { ...onlyBody(said(around.isPrivate ? words.toldBelow : words.toldPrivately)), privately: reply.card };
    case 'home':
      return onlyBody(inPlace(drawHome(reply.card, around)));
    case 'done':
      if (around.interaction.gesture.type === 'submit') return onlyBody(afterForm(reply, around));
      return { ...onlyBody(said(words.done)), privately: reply.card };
    case 'field-errors':
      return onlyBody(said(Object.values(reply.errors).join(' ')));
    default:
      return onlyBody(said(words.done));
  }
}

/**
 * A form stood in a card's place, and something must take it back. A case's own card in a channel is drawn anew anyway:
 * a card of ours could arrive after it, and would then stand there instead.
 */
function afterForm({ card, home }: Extract<Reply, { type: 'done' }>, around: Around) {
  const { interaction, data, locale, isPrivate, dialogs } = around;
  const { done } = teamsWords[locale];
  if (card !== null) return inPlace(drawCard(card, { dialogs }));
  if (home !== null) return inPlace(drawHome(home, around));
  const { gesture } = interaction;
  const isOfCase = gesture.type === 'submit' && gesture.context['caseId'] !== undefined;
  if (isOfCase && !isPrivate) return said(done);
  const form = formIn(data);
  return inPlace(drawCard(sentence(form === null ? done : `${form.title} · ${done}`), { dialogs }));
}

const isWayBack = ({ gesture }: Interaction): boolean => gesture.type === 'press' && gesture.press.arg === backArg;

const isSentence = ({ blocks }: Card): boolean => blocks.length === 1 && blocks[0]?.type === 'line';

export const sentence = (text: string): Card => ({
  fallback: text,
  blocks: [{ type: 'line', spans: [{ type: 'text', text }] }],
});

/** After a message there is no window and no pressed card: a card in the conversation, or nothing. */
export function inConversation(reply: Reply, around: Around): AdaptiveCard | null {
  const form = formOf(reply, around);
  if (form !== null) return drawForm(form, { ...optionsFor(reply, around), where: 'card' });
  switch (reply.type) {
    case 'say':
      return drawCard(reply.card, { dialogs: around.dialogs });
    case 'home':
      return drawHome(reply.card, around);
    case 'done':
      return reply.card === null ? null : drawCard(reply.card, { dialogs: around.dialogs });
    case 'field-errors':
      return drawCard(sentence(Object.values(reply.errors).join(' ')), { dialogs: around.dialogs });
    default:
      return null;
  }
}
