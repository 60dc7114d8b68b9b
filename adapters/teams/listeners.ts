import type { Instant } from '../../src/domain/instant.ts';
import type { Locale } from '../../src/domain/playbook.ts';
import type { ConversationBook } from '../../src/ports/conversation-book.ts';
import type { Interaction, Receive, Reply } from '../../src/ports/interaction.ts';
import { inTime } from '../in-time.ts';
import { record, text } from '../payload.ts';
import { type Around, inConversation, inWindow, onCard } from './answers.ts';
import type { AdaptiveCard } from './card-json.ts';
import { carriedBy } from './carried.ts';
import type { Answer, Take } from './door.ts';
import { consentIn } from './file-consent.ts';
import { halfMoments } from './form-state.ts';
import { type HandingOver, handOver } from './hand-over.ts';
import { type Inside, inbound, isOurs, isPersonal, localeOf } from './inbound.ts';
import { meeting } from './meeting.ts';
import { teamsWords } from './words.ts';

/** Teams waits longer, but whoever pressed does not; the answer needs some of it for the way back. */
const guardMs = 2_500;
/** Being installed is told in two ways, within moments, and greeted once; installed again later, once more. */
const oneGreetingMs = 60_000;

/** What somebody reads: it is asked for our few words around an answer, which the core knows nothing of. */
export type LanguageOf = (interaction: Interaction) => Promise<Locale>;

export type Listening = Omit<Inside, 'at'> &
  HandingOver & {
    readonly receive: Receive;
    readonly languageOf: LanguageOf;
    readonly book: ConversationBook;
    /** Into the conversation in which somebody wrote. */
    readonly post: (activity: Record<string, unknown>, content: AdaptiveCard) => Promise<void>;
    /** In place of a message of ours there. */
    readonly redraw: (activity: Record<string, unknown>, message: string, content: AdaptiveCard) => Promise<void>;
    readonly dialogs: boolean;
    readonly now: () => Instant;
  };

/** Takes what Teams sent and answers it; `settled` resolves when all that was begun has ended. */
export function listener(listening: Listening): { readonly take: Take; readonly settled: () => Promise<void> } {
  const underway = new Set<Promise<unknown>>();
  const begin = <T>(work: Promise<T>): Promise<T> => {
    underway.add(work);
    void work.finally(() => underway.delete(work)).catch(() => undefined);
    return work;
  };

  const take: Take = async (activity) => {
    const interaction = inbound(activity, { ...listening, at: listening.now() });
    const met = meeting(activity, listening.tenant);
    if (met !== null) void begin(kept(listening, 'meeting', () => met.note(listening.book)));
    const consent = consentIn(activity);
    const agreed = consent === null ? null : whoAgreed(activity, listening);
    if (consent !== null && agreed !== null) {
      void begin(kept(listening, 'file', () => handOver(consent, activity, agreed, listening)));
      return { status: 200, body: {} };
    }
    if (activity['type'] !== 'invoke') {
      if (interaction !== null)
        void begin(kept(listening, interaction.id, () => told(interaction, activity, listening)));
      return { status: 200, body: undefined };
    }
    if (interaction === null) return { status: 501, body: {} };
    return begin(invoked(interaction, activity, listening, begin));
  };

  return {
    take,
    settled: async () => {
      while (underway.size > 0) await Promise.allSettled(underway);
    },
  };
}

/** Files are taken in private only, by somebody of ours; null: by nobody who may. */
function whoAgreed(activity: Record<string, unknown>, inside: Listening) {
  const from = record(activity['from']);
  const id = text(from['aadObjectId']) ?? text(from['id']);
  if (id === null || !isOurs(activity, inside) || !isPersonal(activity)) return null;
  const user = { platform: 'teams', tenant: inside.tenant, id } as const;
  return { user, locale: localeOf(activity) ?? 'ko' };
}

/** A message: acknowledged at once, answered in the conversation. */
async function told(interaction: Interaction, activity: Record<string, unknown>, listening: Listening): Promise<void> {
  const { gesture, id, at } = interaction;
  const greeting = `${id}:${Math.floor(at / oneGreetingMs)}`;
  if (gesture.type === 'home' && !(await listening.inbox.first(greeting))) return;
  const { zone, dialogs } = listening;
  const data = activity['value'];
  const { reply, locale } = await replyTo(interaction, data, listening);
  const isPrivate = isPersonal(activity);
  const content = inConversation(reply, { interaction, locale, isPrivate, data, zone, dialogs, on: null });
  if (content !== null) await listening.post(activity, content);
}

/** A press or a form: what is answered travels back with the call. */
async function invoked(
  interaction: Interaction,
  activity: Record<string, unknown>,
  listening: Listening,
  begin: <T>(work: Promise<T>) => Promise<T>,
): Promise<Answer> {
  const value = record(activity['value']);
  const isCard = activity['name'] === 'adaptiveCard/action';
  const data = isCard ? record(value['action'])['data'] : value['data'];
  const { zone, dialogs } = listening;
  const { reply, locale } = (await inTime(begin(replyTo(interaction, data, listening)), guardMs)) ?? slow(interaction);
  const on = text(activity['replyToId']);
  const around = { interaction, locale, isPrivate: isPersonal(activity), data, zone, dialogs, on };
  const given = isCard ? onCard(reply, around) : inWindow(reply, around);
  const { privately, home } = given;
  if (home !== null) {
    void begin(kept(listening, interaction.id, () => listening.redraw(activity, home.message, home.content)));
  }
  if (privately !== null) {
    const whispered = async (): Promise<void> => {
      // The answer goes back with every call; what is said beside it is said once, whichever process was called.
      if (await listening.inbox.first(`whisper:${interaction.id}`)) await listening.whisper(interaction, privately);
    };
    void begin(kept(listening, interaction.id, whispered));
  }
  return { status: 200, body: given.body };
}

type Replied = Pick<Around, 'locale'> & { readonly reply: Reply };

async function replyTo(interaction: Interaction, data: unknown, listening: Listening): Promise<Replied> {
  const half = halfOf(interaction, data);
  if (half.length === 0) {
    const reply = await listening.receive(interaction);
    // Nothing is said: nobody need be looked up for it.
    if (reply.type === 'nothing' && interaction.inCall !== true) return { reply, locale: 'ko' };
    return { reply, locale: await listening.languageOf(interaction) };
  }
  const locale = await listening.languageOf(interaction);
  const { bothParts } = teamsWords[locale];
  return { reply: { type: 'field-errors', errors: Object.fromEntries(half.map((name) => [name, bothParts])) }, locale };
}

/** A day without its time, or the other way round: it would be read as left open. */
function halfOf({ gesture }: Interaction, data: unknown): readonly string[] {
  const carried = carriedBy(data);
  return gesture.type !== 'submit' || carried === null ? [] : halfMoments(gesture.values, carried.fields);
}

/** The work goes on; sent again it is the same filing, which then is answered as done. */
function slow({ gesture, locale: client }: Interaction): Replied {
  // What they read would have to be looked up where it is slow.
  const locale = client ?? 'ko';
  const first = 'values' in gesture ? (Object.keys(gesture.values)[0] ?? 'text') : 'text';
  return { reply: { type: 'field-errors', errors: { [first]: teamsWords[locale].savingIsSlow } }, locale };
}

/** After the acknowledgement nobody is left to tell: what breaks is logged, by name only. */
async function kept({ log }: Listening, what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    const reason = text(record(thrown)['code']) ?? (thrown instanceof Error ? thrown.name : typeof thrown);
    log.error('teams answer not given', { what, reason });
  }
}
