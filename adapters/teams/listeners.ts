import type { Instant } from '../../src/domain/instant.ts';
import type { Inbox, Log } from '../../src/ports/ambient.ts';
import type { Card } from '../../src/ports/card.ts';
import type { ConversationBook } from '../../src/ports/conversation-book.ts';
import type { Interaction, Receive, Reply } from '../../src/ports/interaction.ts';
import { type Around, inConversation, inWindow, onCard } from './answers.ts';
import type { AdaptiveCard } from './card-json.ts';
import { carriedBy } from './carried.ts';
import type { Answer, Take } from './door.ts';
import { halfMoments } from './form-state.ts';
import { type Inside, inbound } from './inbound.ts';
import { meeting } from './meeting.ts';
import { record, text } from './payload.ts';
import { teamsWords } from './words.ts';

/** Teams waits longer, but whoever pressed does not; the answer needs some of it for the way back. */
const guardMs = 2_500;
/** Being installed is told in two ways, within moments, and greeted once; installed again later, once more. */
const oneGreetingMs = 60_000;

export type Listening = Omit<Inside, 'at'> & {
  readonly receive: Receive;
  readonly book: ConversationBook;
  readonly inbox: Inbox;
  /** Into the conversation in which somebody wrote. */
  readonly post: (activity: Record<string, unknown>, content: AdaptiveCard) => Promise<void>;
  /** To one person alone. */
  readonly whisper: (to: Interaction, card: Card) => Promise<void>;
  readonly dialogs: boolean;
  readonly now: () => Instant;
  readonly log: Log;
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

const aroundOf = (interaction: Interaction, data: unknown, { zone, dialogs }: Listening): Around => ({
  interaction,
  data,
  zone,
  dialogs,
});

/** A message: acknowledged at once, answered in the conversation. */
async function told(interaction: Interaction, activity: Record<string, unknown>, listening: Listening): Promise<void> {
  const { gesture, id, at } = interaction;
  const greeting = `${id}:${Math.floor(at / oneGreetingMs)}`;
  if (gesture.type === 'home' && !(await listening.inbox.first(greeting))) return;
  const reply = await listening.receive(interaction);
  const content = inConversation(reply, aroundOf(interaction, activity['value'], listening));
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
  const around = aroundOf(interaction, data, listening);
  const half = halfOf(interaction, data);
  const answer = half === null ? begin(listening.receive(interaction)) : Promise.resolve(half);
  const reply = (await inTime(answer)) ?? slow(interaction);
  const given = isCard ? onCard(reply, around) : inWindow(reply, around);
  const { privately } = given;
  if (privately !== null) {
    const whispered = async (): Promise<void> => {
      // The answer goes back with every call; what is said beside it is said once, whichever process was called.
      if (await listening.inbox.first(`whisper:${interaction.id}`)) await listening.whisper(interaction, privately);
    };
    void begin(kept(listening, interaction.id, whispered));
  }
  return { status: 200, body: given.body };
}

/** A day without its time, or the other way round: it would be read as left open. */
function halfOf({ gesture, locale }: Interaction, data: unknown): Reply | null {
  const carried = carriedBy(data);
  if (gesture.type !== 'submit' || carried === null) return null;
  const half = halfMoments(gesture.values, carried.fields);
  const { bothParts } = teamsWords[locale ?? 'ko'];
  if (half.length === 0) return null;
  return { type: 'field-errors', errors: Object.fromEntries(half.map((name) => [name, bothParts])) };
}

/** The work goes on; sent again it is the same filing, which then is answered as done. */
function slow({ gesture, locale }: Interaction): Reply {
  const { savingIsSlow } = teamsWords[locale ?? 'ko'];
  const first = 'values' in gesture ? (Object.keys(gesture.values)[0] ?? 'text') : 'text';
  return { type: 'field-errors', errors: { [first]: savingIsSlow } };
}

async function inTime(answer: Promise<Reply>): Promise<Reply | null> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), guardMs);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
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
