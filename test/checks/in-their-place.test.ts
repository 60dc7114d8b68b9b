import { describe, expect, it } from 'vitest';
import { drawNotice } from '../../src/app/draw-notice.ts';
import { readingForWith } from '../../src/app/reading-for.ts';
import { caseId } from '../../src/domain/ids.ts';
import type { MessageRef } from '../../src/ports/chat-gateway.ts';
import type { Claim } from '../../src/ports/outbox.ts';
import { cardText, linesOf, menuOf } from '../render/plain.ts';
import { textOf } from '../support/front-door.ts';
import { shipped } from '../support/shipped-playbook.ts';
import { type FrontDoor, filed, plans } from '../support/stages.ts';

const question = '내가 이 고객이라면 무엇을 바랄까요?';
const day = 24 * 3_600_000;
const somewhere: MessageRef = { platform: 'slack', tenant: 'T1', conversation: 'C1', message: '1.1' };

/** The card of a case in its department's channel, as it is posted, or drawn anew where it hangs. */
async function drawn(door: FrontDoor, id: number, card: MessageRef | null, department = 'logistics') {
  const held = shipped.departments.find(({ code }) => code === department);
  if (held === undefined) throw new Error(`no department ${department}`);
  const notice = { type: 'card', audience: { to: 'department', department: held.code } } as const;
  const claim: Claim = {
    outboxId: '1',
    lease: 'lease',
    leaseMs: 30_000,
    caseId: caseId(id),
    addressed: { place: { platform: 'slack', tenant: 'T1', kind: 'channel', id: 'C1' }, person: null, notice },
    attempt: 1,
    firstTriedAt: null,
    card,
    note: null,
  };
  const deps = {
    store: { load: door.case, history: door.history },
    aroundOf: door.aroundOf,
    directory: { known: async () => null },
    playbook: shipped,
    reflections: door.reflections,
    changes: door.changes,
    now: door.now,
    readingFor: readingForWith(shipped, () => null, door.now),
  };
  const delivery = await drawNotice(deps, claim, notice, await door.case(id));
  if (delivery === null) throw new Error('nothing was drawn');
  return delivery.card;
}
const asks = async (door: FrontDoor, id: number, card: MessageRef | null, department?: string): Promise<boolean> =>
  cardText(await drawn(door, id, card, department)).includes(question);

describe('in the customer’s place', () => {
  it('S4-01 the first card of a week in a department asks it, and stays so; the next ones do not', async () => {
    const door = await filed();
    await filed({}, door);
    expect(await asks(door, 1, null)).toBe(true);
    expect(await asks(door, 2, null)).toBe(false);
    await door.does('hana', 'acknowledge', 1);
    await door.does('hana', 'start', 1, plans.start(door));
    expect(await asks(door, 1, somewhere)).toBe(true);
    expect(await asks(door, 2, somewhere)).toBe(false);
  });

  it('S4-01 each department and each week has its own; a card that is only drawn anew is not the first', async () => {
    const door = await filed();
    await filed({ department: 'quality' }, door);
    await filed({}, door);
    expect(await asks(door, 1, somewhere)).toBe(false);
    expect(await asks(door, 1, null)).toBe(true);
    expect(await asks(door, 2, null, 'quality')).toBe(true);
    door.pass(6 * day + 13 * 3_600_000);
    expect(await asks(door, 3, null)).toBe(false);
    door.pass(2 * 3_600_000);
    await filed({}, door);
    expect(await asks(door, 4, null)).toBe(true);
  });

  it('S4-01 anybody in the department folds it: gone from that card, and none comes till next week', async () => {
    const door = await filed();
    await filed({}, door);
    const card = await drawn(door, 1, null);
    expect(menuOf(card)[0]).toMatchObject({ label: '질문 접기', press: { step: 'fold', caseId: 1 } });
    expect(menuOf(await drawn(door, 2, null)).map(({ press }) => press.step)).not.toContain('fold');
    expect(textOf(await door.press('yuna', 'fold', 1))).toContain('카드가 있는 부서의 사람이 접습니다');
    expect(await asks(door, 1, somewhere)).toBe(true);
    expect((await door.press('jiho', 'fold', 1)).type).toBe('nothing');
    expect(door.clusters.owed.map(({ record }) => record.id)).toEqual([1]);
    expect(await asks(door, 1, somewhere)).toBe(false);
    expect(await asks(door, 2, null)).toBe(false);
    expect(textOf(await door.press('jiho', 'fold', 1))).toContain('이미 접었을 수도 있습니다');
  });

  it('takes no line of its own on the card, and is no question about colleagues or praise', async () => {
    const door = await filed();
    const lines = linesOf(await drawn(door, 1, null));
    expect(lines.filter((line) => line.includes(question))).toHaveLength(1);
    expect(lines).toHaveLength(linesOf(await door.card(1, 'logistics')).length);
    const other = await filed({ kind: 'voe' });
    await filed({ kind: 'praise' }, other);
    expect(await asks(other, 1, null)).toBe(false);
    expect(await asks(other, 2, null)).toBe(false);
  });
});
