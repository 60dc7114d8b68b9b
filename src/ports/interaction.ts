import type { CausationId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Locale, Platform } from '../domain/playbook.ts';
import type { Card, Press, Step } from './card.ts';
import type { MessageRef } from './chat-gateway.ts';
import type { Form, FormValues } from './form.ts';

/** Somebody on a chat platform, as the platform names them. */
export type ExternalUser = { readonly platform: Platform; readonly tenant: string; readonly id: string };

/** A message in a thread, as it reads since `asOf`. */
export type ThreadMessage = {
  /** The message under which it stands. */
  readonly under: MessageRef;
  readonly said: MessageRef;
  /** null: taken back. */
  readonly text: string | null;
  /** Since when, by the platform's clock. */
  readonly asOf: Instant;
  readonly files: number;
  readonly permalink: string | null;
  /** Colleagues called by the platform's id for them: it stands in the text as `@id`. */
  readonly named: readonly string[];
};

export type Gesture =
  /** `/voc …`: what follows the command. */
  | { readonly type: 'command'; readonly text: string }
  | { readonly type: 'press'; readonly press: Press }
  | {
      readonly type: 'submit';
      readonly step: Step;
      readonly context: Readonly<Record<string, string>>;
      readonly values: FormValues;
    }
  /** An open form asks to be drawn again because `field` changed. */
  | {
      readonly type: 'refresh';
      readonly step: Step;
      readonly context: Readonly<Record<string, string>>;
      readonly values: FormValues;
      readonly field: string;
    }
  /** "File this message." */
  | { readonly type: 'file-message'; readonly text: string; readonly permalink: string | null }
  | { readonly type: 'file' }
  /** `note`: where the bot was called by name within a thread. */
  | {
      readonly type: 'mention';
      readonly text: string;
      readonly permalink: string | null;
      readonly note: ThreadMessage | null;
    }
  /** Somebody wrote in a thread, to nobody in particular. */
  | { readonly type: 'note'; readonly note: ThreadMessage }
  | { readonly type: 'home' }
  /** The person's client speaks another language now. */
  | { readonly type: 'language'; readonly locale: Locale };

/** What a person did, platform removed. A redelivery carries the same `id`. */
export type Interaction = {
  readonly id: CausationId;
  readonly user: ExternalUser;
  /** The language of the person's client, where the payload says it. */
  readonly locale: Locale | null;
  readonly at: Instant;
  /** Where the person was: after a step taken from Home, Home is drawn again. */
  readonly surface: 'home' | 'elsewhere';
  /** The answer travels back with the call itself: called again, by whatever process, it is answered again. */
  readonly inCall?: true;
  readonly gesture: Gesture;
};

/** The answer, shown to that person only. */
export type Reply =
  | { readonly type: 'nothing' }
  | { readonly type: 'say'; readonly card: Card }
  /** After a mention there is no form handle: a card with a button that opens it. */
  | { readonly type: 'open-form'; readonly form: Form }
  /** The open form, drawn again. */
  | { readonly type: 'redraw-form'; readonly form: Form }
  /** The form stays open with a sentence at each field; nothing typed is lost. */
  | { readonly type: 'field-errors'; readonly errors: Readonly<Record<string, string>> }
  /** The form closes; `card` says what came of it, `home` is the person's Home drawn again. */
  | { readonly type: 'done'; readonly card: Card | null; readonly home: Card | null }
  | { readonly type: 'home'; readonly card: Card };

/** The front door. Never rejects: breakage is answered in words, logged and counted. */
export type Receive = (interaction: Interaction) => Promise<Reply>;
