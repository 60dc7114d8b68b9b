import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { unreachable } from '../../src/domain/result.ts';
import type { Log } from '../../src/ports/ambient.ts';
import type { Card } from '../../src/ports/card.ts';
import type { Reply } from '../../src/ports/interaction.ts';
import { drawCard, drawHome } from './blocks.ts';
import { failureOf } from './failures.ts';
import type { Shown } from './form-state.ts';
import { drawForm, drawNotice } from './modals.ts';
import { patiently } from './patience.ts';
import { respond } from './respond.ts';
import { literal, noPreview } from './web-client.ts';
import type { Whereabouts } from './whereabouts.ts';
import { slackWords } from './words.ts';

export type Answers = {
  readonly give: (reply: Reply, at: Whereabouts, shown: Shown) => Promise<void>;
  readonly home: (card: Card, userId: string) => Promise<void>;
};

/** Shows a reply to the one person who asked for it, by whatever handle their gesture left. */
export function answers(client: WebClient, log: Log): Answers {
  /** A private message from the app: what remains when every other way is gone. */
  async function tell(card: Card, userId: string): Promise<void> {
    const { channel } = await patiently(() => client.conversations.open({ users: userId }));
    const to = channel?.id ?? userId;
    await patiently(() => client.chat.postMessage({ channel: to, ...drawCard(card), ...literal, ...noPreview }));
  }

  async function say(card: Card, at: Whereabouts): Promise<void> {
    if (at.view?.type === 'modal' && at.triggerId !== null) {
      return open(drawNotice(card, at.locale), at, () => tell(card, at.userId));
    }
    if (at.responseUrl !== null && (await respond(at.responseUrl, drawCard(card), log))) return;
    const { channel, thread, userId } = at;
    if (channel === null) return tell(card, userId);
    const reply = thread === null ? {} : { thread_ts: thread };
    const message = { channel, user: userId, ...reply, ...drawCard(card), ...literal };
    try {
      await patiently(() => client.chat.postEphemeral(message));
    } catch (thrown) {
      // Only people in a channel can be answered there; everybody can be told in private.
      if (failureOf(thrown) === null) throw thrown;
      await tell(card, userId);
    }
  }

  /** A trigger opens one window: on top of the open one, if the person stands in one. */
  async function open(view: ModalView, at: Whereabouts, otherwise: () => Promise<void>): Promise<void> {
    const trigger_id = at.triggerId;
    if (trigger_id === null) return otherwise();
    try {
      const how = at.view?.type === 'modal' ? client.views.push : client.views.open;
      await how({ trigger_id, view });
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure === null) throw thrown;
      log.warn('slack window not opened', { reason: failure.reason });
      await otherwise();
    }
  }

  async function redraw(view: ModalView, at: Whereabouts): Promise<void> {
    if (at.view === null) return;
    const { id, hash } = at.view;
    try {
      await client.views.update({ view_id: id, view, ...(hash === null ? {} : { hash }) });
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure === null) throw thrown;
      // The window was drawn again or closed in the meantime: what is there is newer.
      if (!/^(hash_conflict|not_found|view_not_found)/.test(failure.reason)) {
        log.warn('slack window not drawn again', { reason: failure.reason });
      }
    }
  }

  async function home(card: Card, userId: string): Promise<void> {
    await patiently(() => client.views.publish({ user_id: userId, view: drawHome(card) }));
  }

  async function give(reply: Reply, at: Whereabouts, shown: Shown): Promise<void> {
    switch (reply.type) {
      case 'nothing':
        return;
      case 'say':
        return say(reply.card, at);
      case 'open-form': {
        const sorry = slackWords[at.locale].formDidNotOpen;
        return open(drawForm(reply.form), at, () => say({ fallback: sorry, blocks: [] }, { ...at, view: null }));
      }
      case 'redraw-form':
        return redraw(drawForm(reply.form, shown), at);
      case 'field-errors': {
        // There is no form whose fields could carry them.
        const sentences = Object.values(reply.errors).join('\n');
        return sentences === '' ? undefined : say({ fallback: sentences, blocks: [] }, at);
      }
      case 'done':
        if (reply.card !== null) await say(reply.card, at);
        if (reply.home !== null) await home(reply.home, at.userId);
        return;
      case 'home':
        // Asked for in words, it is shown where they were typed, too: the tab does not come into view by itself.
        if (at.responseUrl !== null) await say(reply.card, at);
        return home(reply.card, at.userId);
      default:
        return unreachable(reply);
    }
  }

  return { give, home };
}
