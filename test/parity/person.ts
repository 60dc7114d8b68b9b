import type { Locale } from '../../src/domain/playbook.ts';
import type { Entries } from '../support/entries.ts';

/** A channel, by the code of its department; the VOC desk's; what Meari says to this person alone; their own page. */
export type Where = 'desk' | 'private' | 'home' | (string & {});

/** A message that a person wrote. */
export type Written = { readonly conversation: string; readonly message: string };

/** Thrown where a client offers no such thing, or shows no such thing to this person alone. */
export class NotOffered extends Error {
  readonly code = 'not_offered';
}

/**
 * Somebody at work, on whichever platform: what their client lets them do, and what it shows them. Everything is done by
 * the platform's own payloads.
 */
export type PersonAtWork = {
  /** A button, or an entry of a menu, on the newest message there that shows one; `about` a case where given. */
  readonly press: (label: string, where: Where, about?: string) => Promise<void>;
  /** What such a button asks before it acts; '' for nothing. */
  readonly question: (label: string, where: Where, about: string) => Promise<string>;
  /** Fills in what is open, as soon as it is; the client may have it drawn again by itself. */
  readonly fill: (entries: Entries) => Promise<void>;
  /** Has the open form drawn again for what stands in it, where the client does not do so by itself. */
  readonly redraw: () => Promise<void>;
  readonly submit: () => Promise<void>;
  readonly hasForm: () => boolean;
  /** Everything to be read in the open form. */
  readonly formText: () => Promise<string>;
  /** What a field of it starts with; several choices with commas between them. */
  readonly startsWith: (field: string) => Promise<string>;
  /** Sentences at fields, by field name. */
  readonly errors: () => Readonly<Record<string, string>>;
  /** Words to Meari alone. */
  readonly type: (words: string) => Promise<void>;
  /** The same from within a channel. */
  readonly typeIn: (words: string, where: Where) => Promise<void>;
  /** Words in a channel, to Meari by name; in the thread of a case's card where one is named. */
  readonly mention: (words: string, where: Where, about?: string) => Promise<void>;
  /** Words in a channel to colleagues. */
  readonly write: (words: string, where: Where) => Promise<Written>;
  /** The same in the thread of a case's card. */
  readonly reply: (words: string, where: Where, about: string) => Promise<Written>;
  readonly edit: (written: Written, words: string) => Promise<void>;
  readonly erase: (written: Written) => Promise<void>;
  readonly fileMessage: (written: Written) => Promise<void>;
  /** From wherever they are, without a message. */
  readonly fileFromAnywhere: () => Promise<void>;
  readonly openHome: () => Promise<void>;
  readonly home: () => Promise<string>;
  /** Sets the client to another language. */
  readonly speak: (locale: Locale) => Promise<void>;
  /** What they alone were shown since this person was called: private words, answers, windows. */
  readonly told: () => string;
  /** The newest file that Meari gave to this person alone, agreeing to it where the client asks; null: none yet. */
  readonly takeFile: () => Promise<Uint8Array | null>;
  /** What stands in a channel as they see it, oldest first. */
  readonly reads: (where: Where) => readonly string[];
};
