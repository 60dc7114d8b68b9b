import type { App } from '@slack/bolt';
import type { Instant } from '../../src/domain/instant.ts';
import type { Log } from '../../src/ports/ambient.ts';
import type { Interaction, Receive } from '../../src/ports/interaction.ts';
import { inTime } from '../in-time.ts';
import { isRecord, record } from '../payload.ts';
import type { Answers } from './answers.ts';
import { nothingShown, shownIn } from './form-state.ts';
import { type Inside, inbound } from './inbound.ts';
import { answerSubmission, type SubmissionAck, savingIsSlow } from './submissions.ts';
import { whereabouts } from './whereabouts.ts';

/** Slack waits three seconds; the answer needs some of them for the way back. */
const guardMs = 2_500;

export type Listening = Omit<Inside, 'at'> & {
  readonly receive: Receive;
  readonly answers: Answers;
  readonly now: () => Instant;
  readonly log: Log;
};

type Ack = (response?: SubmissionAck) => Promise<void>;

/**
 * One listener for everything, so that nothing can go unacknowledged: what is not for us is acknowledged and dropped.
 * Acknowledge first, work later; only a sent form waits, because its answer travels inside the acknowledgement.
 * `settled` resolves when all that was begun has ended.
 */
export function listen(app: App, listening: Listening): { readonly settled: () => Promise<void> } {
  const underway = new Set<Promise<void>>();
  app.use(async (args) => {
    // Events have been acknowledged by the receiver. Bolt's own type of `ack` differs by payload; ours fits a view's.
    const ack: Ack = 'ack' in args && typeof args.ack === 'function' ? (args.ack as Ack) : async () => undefined;
    const work = handle(record(args.body), ack, listening);
    underway.add(work);
    await work.finally(() => underway.delete(work));
  });
  return {
    settled: async () => {
      while (underway.size > 0) await Promise.allSettled(underway);
    },
  };
}

async function handle(body: Record<string, unknown>, ack: Ack, listening: Listening): Promise<void> {
  const interaction = inbound(body, { ...listening, at: listening.now() });
  if (interaction === null) return ack();
  if (interaction.gesture.type === 'submit') return submitted(interaction, body, ack, listening);
  await ack();
  const { receive, answers, log } = listening;
  const shown = isRecord(body['view']) ? shownIn(body['view']) : nothingShown;
  await kept(log, interaction, async () => {
    const reply = await receive(interaction);
    await answers.give(reply, whereabouts(body, interaction.user.id, interaction.locale), shown);
  });
}

async function submitted(
  interaction: Interaction,
  body: Record<string, unknown>,
  ack: Ack,
  { receive, answers, log }: Listening,
): Promise<void> {
  const view = record(body['view']);
  const locale = interaction.locale ?? 'ko';
  const answer = receive(interaction);
  // The front door answers even breakage in words; should it ever not, the form still must not be lost.
  const reply = await inTime(answer, guardMs);
  if (reply === null) {
    await ack(savingIsSlow(view, locale));
    // The work goes on; sent again it is the same filing, which then is answered as done.
    return kept(log, interaction, async () => {
      await answer;
    });
  }
  const { ack: response, home } = answerSubmission(reply, view, locale);
  await ack(response);
  await kept(log, interaction, async () => {
    if (home !== null) await answers.home(home, interaction.user.id);
  });
}

/** After the acknowledgement nobody is left to tell: what breaks is logged, by name only. */
async function kept(log: Log, { id, gesture }: Interaction, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    const fault = thrown instanceof Error ? thrown : new Error(typeof thrown);
    const reason = 'code' in fault ? String(fault.code) : fault.name;
    log.error('slack answer not given', { id, gesture: gesture.type, reason });
  }
}
