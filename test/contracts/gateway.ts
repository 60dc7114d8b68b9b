import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instant } from '../../src/domain/instant.ts';
import type { Card } from '../../src/ports/card.ts';
import type { ChatGateway, Delivery, MessageRef, Place } from '../../src/ports/chat-gateway.ts';

/** What a reader of a conversation sees, oldest first; thread lines by their thread's message. */
export type Read = { readonly message: string; readonly thread: string | null; readonly text: string };

/** A gateway and the platform behind it, real or played. */
export type GatewayUnderTest = {
  readonly gateway: ChatGateway;
  /** The same platform, with a credential it refuses. */
  readonly refused: ChatGateway;
  /** A channel in which the bot may write. */
  readonly channel: Place;
  /** A channel that exists and has not invited the bot. */
  readonly closed: Place;
  /** No such channel. */
  readonly missing: Place;
  readonly person: Place;
  /** The same person's work e-mail. */
  readonly email: string;
  readonly read: (conversation: string) => Promise<readonly Read[]>;
  /** Takes a message of ours away. */
  readonly remove: (ref: MessageRef) => Promise<void>;
  /** The next post is taken by the platform, and its answer never arrives. */
  readonly loseNextAnswer: () => void;
  /** The next post is refused for this many seconds. */
  readonly limitNextPost: (seconds: number) => void;
  /** The platform breaks at the next post. */
  readonly breakNextPost: () => void;
  readonly stop: () => Promise<void>;
};

export const gatewayLines = [
  'posts a card that everybody in the channel can read',
  'updates a card where it stands',
  'answers in the thread of a card',
  'shows Korean, emoji and hostile words as they were written',
  'opens one private conversation per person and keeps to it',
  'says that an answer was lost, and finds what was posted by its outbox id',
  'finds a line in a thread by its outbox id',
  'finds nothing where nothing was posted',
  'needs no look for an update, because it may be made again',
  'comes back when the platform asks for time, as late as it asks',
  'does not know what became of a post when the platform breaks',
  'tells a message that was taken away',
  'tells a conversation that does not exist',
  'tells a channel that has not invited the bot',
  'tells a credential that is refused',
  'reaches somebody by work e-mail, in the conversation it already has with them',
  'finds what was posted to somebody whom only their work e-mail names',
  'tells an e-mail that nobody here has',
  'reads who a person is, and of a stranger nothing',
] as const;
export type GatewayLine = (typeof gatewayLines)[number];

/**
 * What every platform's gateway keeps to. `cannot`: lines that this double has no way to show; they must fail there,
 * so that the day it learns them is noticed, and who calls asserts their number.
 */
export function gatewayContract(
  name: string,
  makeGateway: () => Promise<GatewayUnderTest>,
  cannot: readonly GatewayLine[] = [],
): void {
  describe(`the gateway to ${name}`, () => {
    let t: GatewayUnderTest;
    beforeAll(async () => {
      t = await makeGateway();
    });
    afterAll(() => t.stop());

    const line = (title: GatewayLine, show: () => Promise<void>) =>
      cannot.includes(title) ? it.fails(`${title}: ${name} cannot show it`, show) : it(title, show);

    let count = 0;
    const card = (words: string): Card => ({
      fallback: words,
      blocks: [{ type: 'line', spans: [{ type: 'text', text: words }] }],
    });
    const delivery = (place: Place, words: string, more: Partial<Delivery> = {}): Delivery => {
      count += 1;
      return { outboxId: `ob-${name}-${count}`, place, card: card(words), replaces: null, thread: null, ...more };
    };
    const posted = async (d: Delivery): Promise<MessageRef> => {
      const result = await t.gateway.deliver(d);
      if (!result.ok) throw new Error(`not delivered: ${JSON.stringify(result.error)}`);
      return result.value;
    };
    const longAgo = instant(Date.now() - 60_000);
    const reading = (place: Place, words: string) =>
      t.read(place.id).then((all) => all.filter((m) => m.text.includes(words)));

    line('posts a card that everybody in the channel can read', async () => {
      const ref = await posted(delivery(t.channel, 'VOC-0001 접수'));
      expect(ref).toMatchObject({ platform: t.gateway.platform, tenant: t.gateway.tenant, conversation: t.channel.id });
      expect(await reading(t.channel, 'VOC-0001')).toEqual([
        { message: ref.message, thread: null, text: 'VOC-0001 접수' },
      ]);
    });

    line('updates a card where it stands', async () => {
      const ref = await posted(delivery(t.channel, 'VOC-0002 접수'));
      const again = await posted(delivery(t.channel, 'VOC-0002 확인', { replaces: ref }));
      expect(again).toEqual(ref);
      expect(await reading(t.channel, 'VOC-0002')).toEqual([
        { message: ref.message, thread: null, text: 'VOC-0002 확인' },
      ]);
    });

    line('answers in the thread of a card', async () => {
      const ref = await posted(delivery(t.channel, 'VOC-0003 접수'));
      const reply = await posted(delivery(t.channel, 'VOC-0003 확인했습니다', { thread: ref }));
      const all = await reading(t.channel, 'VOC-0003');
      expect(all.find((m) => m.message === reply.message)).toMatchObject({ thread: ref.message });
    });

    line('shows Korean, emoji and hostile words as they were written', async () => {
      const words = '“배송이 2주째” 👨‍👩‍👧 <!here> <@U1> *굵게* &lt; & <https://evil.example|은행>';
      const ref = await posted(delivery(t.channel, words));
      const all = await t.read(t.channel.id);
      expect(all.find((m) => m.message === ref.message)?.text).toBe(words);
    });

    line('opens one private conversation per person and keeps to it', async () => {
      const first = await posted(delivery(t.person, '접수됐습니다'));
      const second = await posted(delivery(t.person, '처리됐습니다'));
      expect(second.conversation).toBe(first.conversation);
      expect(first.conversation).not.toBe(t.person.id);
      expect((await t.read(first.conversation)).map((m) => m.text)).toEqual(['접수됐습니다', '처리됐습니다']);
    });

    line('says that an answer was lost, and finds what was posted by its outbox id', async () => {
      const lost = delivery(t.channel, 'VOC-0006 접수');
      await posted(delivery(t.channel, 'VOC-0005 접수'));
      t.loseNextAnswer();
      expect(await t.gateway.deliver(lost)).toMatchObject({ ok: false, error: { type: 'unknown' } });
      await posted(delivery(t.channel, 'VOC-0007 접수'));
      const [there] = await reading(t.channel, 'VOC-0006');
      expect(await t.gateway.find(lost, longAgo)).toMatchObject({ ok: true, value: { message: there?.message } });
      expect(await reading(t.channel, 'VOC-0006')).toHaveLength(1);
    });

    line('finds a line in a thread by its outbox id', async () => {
      const thread = await posted(delivery(t.channel, 'VOC-0008 접수'));
      const lost = delivery(t.channel, 'VOC-0008 이관', { thread });
      t.loseNextAnswer();
      expect(await t.gateway.deliver(lost)).toMatchObject({ ok: false, error: { type: 'unknown' } });
      const there = (await reading(t.channel, 'VOC-0008 이관'))[0];
      expect(await t.gateway.find(lost, longAgo)).toMatchObject({ ok: true, value: { message: there?.message } });
    });

    line('finds nothing where nothing was posted', async () => {
      expect(await t.gateway.find(delivery(t.channel, '올리지 않은 글'), longAgo)).toEqual({ ok: true, value: null });
      expect(await t.gateway.find(delivery(t.person, '올리지 않은 글'), longAgo)).toEqual({ ok: true, value: null });
    });

    line('needs no look for an update, because it may be made again', async () => {
      const ref = await posted(delivery(t.channel, 'VOC-0009 접수'));
      const update = delivery(t.channel, 'VOC-0009 확인', { replaces: ref });
      await posted(update);
      expect(await t.gateway.find(update, longAgo)).toEqual({ ok: true, value: null });
      expect(await posted(update)).toEqual(ref);
    });

    line('comes back when the platform asks for time, as late as it asks', async () => {
      t.limitNextPost(7);
      const limited = await t.gateway.deliver(delivery(t.channel, 'VOC-0010'));
      expect(limited).toMatchObject({ ok: false, error: { type: 'retry-later', afterMs: 7_000 } });
      expect(await reading(t.channel, 'VOC-0010')).toEqual([]);
    });

    line('does not know what became of a post when the platform breaks', async () => {
      t.breakNextPost();
      const broken = await t.gateway.deliver(delivery(t.channel, 'VOC-0011'));
      expect(broken).toMatchObject({ ok: false, error: { type: 'unknown' } });
    });

    line('tells a message that was taken away', async () => {
      const ref = await posted(delivery(t.channel, 'VOC-0012 접수'));
      await t.remove(ref);
      const update = await t.gateway.deliver(delivery(t.channel, 'VOC-0012 확인', { replaces: ref }));
      expect(update).toMatchObject({ ok: false, error: { type: 'gone', what: 'message' } });
    });

    line('tells a conversation that does not exist', async () => {
      const result = await t.gateway.deliver(delivery(t.missing, 'VOC-0013'));
      expect(result).toMatchObject({ ok: false, error: { type: 'gone', what: 'conversation' } });
    });

    line('tells a channel that has not invited the bot', async () => {
      const result = await t.gateway.deliver(delivery(t.closed, 'VOC-0014'));
      expect(result).toMatchObject({ ok: false, error: { type: 'forbidden' } });
    });

    line('tells a credential that is refused', async () => {
      const result = await t.refused.deliver(delivery(t.channel, 'VOC-0015'));
      expect(result).toMatchObject({ ok: false, error: { type: 'forbidden' } });
    });

    line('reaches somebody by work e-mail, in the conversation it already has with them', async () => {
      const byMail = await posted(delivery({ ...t.person, id: t.email }, 'VOC-0016 접수됐습니다'));
      const byId = await posted(delivery(t.person, 'VOC-0016 처리됐습니다'));
      expect(byMail.conversation).toBe(byId.conversation);
    });

    line('finds what was posted to somebody whom only their work e-mail names', async () => {
      const { conversation } = await posted(delivery(t.person, 'VOC-0017 접수됐습니다'));
      const lost = delivery({ ...t.person, id: t.email }, 'VOC-0017 처리됐습니다');
      t.loseNextAnswer();
      expect(await t.gateway.deliver(lost)).toMatchObject({ ok: false, error: { type: 'unknown' } });
      expect(await t.gateway.find(lost, longAgo)).toMatchObject({ ok: true, value: { conversation } });
    });

    line('tells an e-mail that nobody here has', async () => {
      const unknown = delivery({ ...t.person, id: 'nobody@nowhere.example' }, 'VOC-0018');
      expect(await t.gateway.deliver(unknown)).toMatchObject({
        ok: false,
        error: { type: 'gone', what: 'conversation' },
      });
    });

    line('reads who a person is, and of a stranger nothing', async () => {
      expect(await t.gateway.profile(t.person.id)).toMatchObject({
        isColleague: true,
        name: expect.stringMatching(/\S/),
      });
      expect(await t.gateway.profile(t.missing.id)).toBeNull();
    });
  });
}
