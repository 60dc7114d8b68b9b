import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../src/domain/case/case.ts';
import { type Duration, minutes } from '../../src/domain/instant.ts';
import type { CaseStore } from '../../src/ports/case-store.ts';
import type { MessageRef, Place } from '../../src/ports/chat-gateway.ts';
import type { Addressed, Claim, Outbox } from '../../src/ports/outbox.ts';
import { cardIn, channel, dm, filing, moving, noteIn, storyIn, wordTo } from '../support/a-change.ts';
import { acknowledged, filed, routedTo, started } from '../support/case-events.ts';

export type OutboxParts = {
  readonly store: CaseStore;
  readonly outbox: Outbox;
  /** Opens the gates of all lanes, as if time had passed. */
  readonly later: () => Promise<void>;
  /** Ends all leases, as if their holders had died. */
  readonly abandon: () => Promise<void>;
};

const ref = (place: Place, message: string): MessageRef => ({
  platform: place.platform,
  tenant: place.tenant,
  conversation: place.id,
  message,
});

/** What every outbox promises to the sender. Pace is real here: one lane, one message at a time. */
export function outboxContract(open: () => Promise<OutboxParts>): void {
  let parts: OutboxParts;
  let places = 0;
  beforeAll(async () => {
    parts = await open();
  });

  /** A place nobody has used yet. */
  const aChannel = (): Place => {
    places += 1;
    return channel(`C${places}`);
  };
  const file = async (messages: readonly Addressed[]): Promise<CaseRecord> => {
    const committed = await parts.store.commit(filing({ messages }));
    const record = committed.ok ? await parts.store.load(committed.value.caseId) : null;
    if (record === null) throw new Error('not filed');
    return record;
  };
  const claimIn = async (place: Place): Promise<Claim | null> => {
    const all = await parts.outbox.claim(100);
    return all.find((claim) => claim.addressed.place.id === place.id) ?? null;
  };
  const mustClaim = async (place: Place): Promise<Claim> => {
    await parts.later();
    const claim = await claimIn(place);
    if (claim === null) throw new Error(`nothing to claim in ${place.id}`);
    return claim;
  };
  /** Everything in the place, in the order it goes out. */
  const drain = async (place: Place): Promise<readonly Claim[]> => {
    const out: Claim[] = [];
    for (;;) {
      await parts.later();
      const claim = await claimIn(place);
      if (claim === null) return out;
      await parts.outbox.delivered(claim, ref(place, `m${out.length}`));
      out.push(claim);
    }
  };
  const typesOf = (claims: readonly Claim[]) => claims.map((claim) => claim.addressed.notice.type);

  describe('order', () => {
    it('sends the card before its story, and the story in the order it happened', async () => {
      const place = aChannel();
      const { id } = await file([
        cardIn(place),
        storyIn(place, filed()),
        storyIn(place, routedTo()),
        storyIn(place, acknowledged()),
      ]);
      const sent = await drain(place);
      expect(typesOf(sent)).toEqual(['card', 'story', 'story', 'story']);
      expect(sent.map(({ addressed: { notice } }) => ('event' in notice ? notice.event.type : null))).toEqual([
        null,
        'CaseFiled',
        'CaseRouted',
        'CaseAcknowledged',
      ]);
      expect(sent.every((claim) => claim.caseId === id)).toBe(true);
    });

    it('gives the story the card to hang on, once that is posted', async () => {
      const place = aChannel();
      await file([cardIn(place), storyIn(place, filed())]);
      const card = await mustClaim(place);
      expect(card.card).toBeNull();
      await parts.outbox.delivered(card, ref(place, '171.001'));
      expect((await mustClaim(place)).card).toEqual(ref(place, '171.001'));
    });

    it('gives a note the line it already has there, each note its own, each place its own', async () => {
      const [place, other] = [aChannel(), aChannel()];
      const tell = noteIn;
      const filed = await file([cardIn(place), tell(place, '1.1'), tell(place, '1.2'), tell(other, '1.1')]);
      expect((await drain(place)).map((claim) => claim.note)).toEqual([null, null, null]);
      const again = moving(filed.id, filed, [acknowledged()], { messages: [tell(place, '1.2'), tell(place, '1.1')] });
      expect(await parts.store.commit(again)).toMatchObject({ ok: true });
      expect((await drain(place)).map((claim) => claim.note)).toEqual([ref(place, 'm2'), ref(place, 'm1')]);
      await parts.abandon();
      expect((await mustClaim(other)).note).toBeNull();
    });

    it('hands a place to one sender at a time', async () => {
      const place = aChannel();
      await file([cardIn(place), storyIn(place, filed())]);
      await mustClaim(place);
      await parts.later();
      expect(await claimIn(place)).toBeNull();
    });

    it('gives what a private word needs: person, place and event', async () => {
      const place = dm('U-duri');
      await file([wordTo(place, acknowledged())]);
      const claim = await mustClaim(place);
      expect(claim.addressed).toEqual(wordTo(place, acknowledged()));
      expect(claim).toMatchObject({ attempt: 1, firstTriedAt: null, card: null });
      await parts.outbox.delivered(claim, ref(place, '1'));
    });

    it('claims no more places than it was asked for', async () => {
      await Promise.all([1, 2, 3].map(() => file([cardIn(aChannel())])));
      await parts.later();
      expect(await parts.outbox.claim(2)).toHaveLength(2);
      await parts.abandon();
    });
  });

  describe('the living card', () => {
    it('is owed once, however many events asked for it before it went out', async () => {
      const place = aChannel();
      const before = await file([cardIn(place), cardIn(place)]);
      await parts.store.commit(moving(before.id, before, [acknowledged()], { messages: [cardIn(place)] }));
      expect(typesOf(await drain(place))).toEqual(['card']);
    });

    it('is owed again when the case moves on while it is being sent', async () => {
      const place = aChannel();
      const before = await file([cardIn(place)]);
      const claim = await mustClaim(place);
      await parts.store.commit(moving(before.id, before, [acknowledged()], { messages: [cardIn(place)] }));
      await parts.outbox.delivered(claim, ref(place, '1'));
      const next = await mustClaim(place);
      expect(next.card).toEqual(ref(place, '1'));
      await parts.outbox.delivered(next, ref(place, '1'));
      expect(await drain(place)).toEqual([]);
    });

    it('is its own in every place', async () => {
      const [here, there] = [aChannel(), aChannel()];
      const before = await file([cardIn(here), cardIn(there)]);
      await drain(here);
      await parts.abandon();
      await drain(there);
      const moved = moving(before.id, before, [acknowledged()], { messages: [cardIn(here), cardIn(there)] });
      await parts.store.commit(moved);
      expect((await mustClaim(here)).card).toEqual(ref(here, 'm0'));
      await parts.abandon();
      expect((await mustClaim(there)).card).toEqual(ref(there, 'm0'));
    });

    it('may turn out to need no sending, and costs the lane nothing then', async () => {
      const place = aChannel();
      await file([cardIn(place), storyIn(place, filed())]);
      await parts.outbox.delivered(await mustClaim(place), null);
      const next = await claimIn(place);
      expect(next).toMatchObject({ card: null, addressed: { notice: { type: 'story' } } });
    });
  });

  describe('pace', () => {
    it('waits between two messages to one place, and holds up no other place', async () => {
      const [busy, quiet] = [aChannel(), aChannel()];
      await file([cardIn(busy), storyIn(busy, filed())]);
      await parts.outbox.delivered(await mustClaim(busy), ref(busy, '1'));
      await file([cardIn(quiet)]);
      const ready = await parts.outbox.claim(100);
      const ids = ready.map((claim) => claim.addressed.place.id);
      expect(ids).toContain(quiet.id);
      expect(ids).not.toContain(busy.id);
      await parts.abandon();
    });

    it('a retry closes that place for as long as the platform said, and no other', async () => {
      const [limited, free] = [aChannel(), aChannel()];
      await file([cardIn(limited), storyIn(limited, filed())]);
      await file([cardIn(free)]);
      await parts.outbox.retry(await mustClaim(limited), minutes(5), 'ratelimited');
      await parts.abandon();
      const ids = (await parts.outbox.claim(100)).map((claim) => claim.addressed.place.id);
      expect(ids).toContain(free.id);
      expect(ids).not.toContain(limited.id);
      await parts.abandon();
    });
  });

  describe('a message that fails', () => {
    it('stays at the head: nothing overtakes it', async () => {
      const place = aChannel();
      await file([cardIn(place), storyIn(place, filed())]);
      const first = await mustClaim(place);
      await parts.outbox.retry(first, 0 as Duration, 'internal_error');
      const again = await mustClaim(place);
      expect(again).toMatchObject({ outboxId: first.outboxId, attempt: 2 });
      expect(again.firstTriedAt).toBeGreaterThan(0);
      expect(again.lease).not.toBe(first.lease);
    });

    it('is not counted where the platform named the time, but still looked for', async () => {
      const place = aChannel();
      await file([cardIn(place)]);
      await parts.outbox.retry(await mustClaim(place), 0 as Duration, 'ratelimited', { asked: true });
      const again = await mustClaim(place);
      expect(again.attempt).toBe(1);
      expect(again.firstTriedAt).not.toBeNull();
    });

    it('is taken over by another sender when its first one dies, who is told that it was tried', async () => {
      const place = aChannel();
      await file([cardIn(place)]);
      const dying = await mustClaim(place);
      await parts.abandon();
      const successor = await mustClaim(place);
      expect(successor).toMatchObject({ outboxId: dying.outboxId, attempt: 2 });
      expect(successor.firstTriedAt).not.toBeNull();
    });

    it('is marked once: a sender whose lease ended opens the lane no more, but what it sent was sent', async () => {
      const place = aChannel();
      await file([cardIn(place), storyIn(place, filed())]);
      const slow = await mustClaim(place);
      await parts.abandon();
      const successor = await mustClaim(place);
      await parts.outbox.retry(slow, 0 as Duration, 'late');
      await parts.outbox.dead(slow, 'late');
      await parts.later();
      expect(await claimIn(place)).toBeNull();
      await parts.outbox.delivered(slow, ref(place, '7'));
      expect(await claimIn(place)).toBeNull();
      await parts.outbox.delivered(successor, ref(place, '8'));
      expect(await mustClaim(place)).toMatchObject({
        card: { message: '7' },
        addressed: { notice: { type: 'story' } },
      });
    });

    it('forgets a card that is no longer there, so that the next one is posted anew', async () => {
      const place = aChannel();
      const before = await file([cardIn(place)]);
      await drain(place);
      await parts.store.commit(moving(before.id, before, [acknowledged()], { messages: [cardIn(place)] }));
      const gone = await mustClaim(place);
      expect(gone.card).not.toBeNull();
      await parts.outbox.retry(gone, 0 as Duration, 'message_not_found', { forgetCard: true });
      expect((await mustClaim(place)).card).toBeNull();
    });
  });

  describe('a dead letter', () => {
    const letter = async (messages: (place: Place) => readonly Addressed[]) => {
      const place = aChannel();
      const record = await file(messages(place));
      const claim = await mustClaim(place);
      await parts.outbox.dead(claim, 'channel_not_found');
      return { place, record, claim };
    };

    it('lets the lane go on and is shown to the operator', async () => {
      const { place, record, claim } = await letter((at) => [cardIn(at), storyIn(at, filed())]);
      expect(typesOf(await drain(place))).toEqual(['story']);
      const found = (await parts.outbox.deadLetters(100)).find((dead) => dead.outboxId === claim.outboxId);
      expect(found).toMatchObject({ caseId: record.id, place, error: 'channel_not_found', attempts: 1 });
    });

    it('goes out first when it is revived, and looks before it posts', async () => {
      const { place, claim } = await letter((at) => [cardIn(at), storyIn(at, filed()), storyIn(at, routedTo())]);
      expect(await parts.outbox.revive(claim.outboxId)).toBe(true);
      expect(await parts.outbox.revive(claim.outboxId)).toBe(false);
      const again = await mustClaim(place);
      expect(again.outboxId).toBe(claim.outboxId);
      expect(again.attempt).toBeGreaterThan(1);
      expect(again.firstTriedAt).not.toBeNull();
    });

    it('is not sent twice when the card is owed anyway', async () => {
      const { place, record, claim } = await letter((at) => [cardIn(at)]);
      await parts.store.commit(moving(record.id, record, [acknowledged()], { messages: [cardIn(place)] }));
      expect(await parts.outbox.revive(claim.outboxId)).toBe(true);
      expect(typesOf(await drain(place))).toEqual(['card']);
      expect((await parts.outbox.deadLetters(100)).map((dead) => dead.outboxId)).not.toContain(claim.outboxId);
    });

    it('that never was cannot be revived', async () => {
      expect(await parts.outbox.revive('999999999')).toBe(false);
      expect(await parts.outbox.revive("1' or true")).toBe(false);
    });
  });

  it('counts what is owed and what is dead', async () => {
    const place = aChannel();
    const before = await parts.outbox.depth();
    const record = await file([cardIn(place), storyIn(place, filed())]);
    await parts.store.commit(moving(record.id, record, [acknowledged(), started()], { messages: [cardIn(place)] }));
    const owed = await parts.outbox.depth();
    expect(owed.pending).toBe(before.pending + 2);
    expect(owed.oldestPending).not.toBeNull();
    await parts.outbox.dead(await mustClaim(place), 'is_archived');
    const after = await parts.outbox.depth();
    expect(after).toMatchObject({ pending: before.pending + 1, dead: before.dead + 1 });
  });

  it('owes nothing for a change that did not happen', async () => {
    const place = aChannel();
    const before = await file([]);
    await parts.store.commit(moving(before.id, before, [acknowledged()]));
    const late = moving(before.id, before, [acknowledged()], { messages: [cardIn(place)] });
    expect(await parts.store.commit(late)).toMatchObject({ ok: false });
    await parts.later();
    expect(await claimIn(place)).toBeNull();
  });
}
