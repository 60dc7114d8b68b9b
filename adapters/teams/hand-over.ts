import type { Locale } from '../../src/domain/playbook.ts';
import type { Inbox, Log } from '../../src/ports/ambient.ts';
import type { Card } from '../../src/ports/card.ts';
import type { OutgoingFile } from '../../src/ports/chat-gateway.ts';
import type { ExternalUser } from '../../src/ports/interaction.ts';
import { record, text } from '../payload.ts';
import { type Consent, fileShown, put } from './file-consent.ts';
import { teamsWords } from './words.ts';

type Activity = Readonly<Record<string, unknown>>;

export type HandingOver = {
  /** Made again; null: this person may not have it. */
  readonly fileFor: (user: ExternalUser, ticket: string) => Promise<OutgoingFile | null>;
  readonly inbox: Inbox;
  /** A message as it is, into the conversation in which somebody answered. */
  readonly show: (activity: Activity, message: object) => Promise<void>;
  readonly whisper: (to: { readonly user: ExternalUser; readonly id: string }, card: Card) => Promise<void>;
  readonly log: Log;
};

/** What somebody agreed to take is made, put where Teams says, and shown; once, however often the answer comes. */
export async function handOver(
  consent: Consent,
  activity: Activity,
  { user, locale }: { readonly user: ExternalUser; readonly locale: Locale },
  { fileFor, inbox, show, whisper, log }: HandingOver,
): Promise<void> {
  if (!consent.agreed) return;
  const id = text(activity['id']) ?? text(activity['replyToId']) ?? consent.target.uploadUrl;
  if (!(await inbox.first(`teams-file:${id}`))) return;
  const sentence = await (async (): Promise<string | null> => {
    const { fileNotYours, fileNotTaken } = teamsWords[locale];
    try {
      const file = await fileFor(user, consent.ticket);
      if (file === null) return fileNotYours;
      await put(consent.target, file.bytes);
      await show(activity, fileShown(consent.target, file.name));
      return null;
    } catch (thrown) {
      log.error('a file was not handed over', { reason: text(record(thrown)['code']) ?? text(record(thrown)['name']) });
      return fileNotTaken;
    }
  })();
  if (sentence === null) return;
  const card: Card = { fallback: sentence, blocks: [{ type: 'line', spans: [{ type: 'text', text: sentence }] }] };
  await whisper({ user, id: `file:${id}` }, card);
}
