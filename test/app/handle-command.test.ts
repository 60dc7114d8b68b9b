import { describe, expect, it } from 'vitest';
import { handleCommandWith } from '../../src/app/handle-command.ts';
import type { CaseCommand } from '../../src/domain/case/commands.ts';
import { caseId } from '../../src/domain/ids.ts';
import { instant } from '../../src/domain/instant.ts';
import { aRoutedCase, by, filing, monday } from '../support/a-case.ts';
import { aPlaybook, people } from '../support/a-playbook.ts';
import { memoryStore } from '../support/memory-store.ts';

const acknowledge = {
  type: 'AcknowledgeCase' as const,
  data: { owner: null, eta: null, caller: null, callbackAt: null },
};
const one = caseId(1);

function company() {
  const memory = memoryStore();
  let kicks = 0;
  let loads = 0;
  const handle = handleCommandWith({
    store: {
      ...memory.store,
      load: (id) => {
        loads += 1;
        return memory.store.load(id);
      },
    },
    playbook: aPlaybook,
    address: async (notices) => ({
      messages: notices.flatMap((notice) =>
        notice.type === 'nudge'
          ? []
          : [{ place: { platform: 'slack', tenant: 'T1', kind: 'channel', id: 'C1' }, person: null, notice }],
      ),
      nudges: [],
    }),
    calendars: () => 1,
    committed: () => {
      kicks += 1;
    },
  });
  const order = (command: CaseCommand, id: ReturnType<typeof caseId> | null = one) =>
    handle({ caseId: id, command, original: null });
  return { ...memory, order, handle, kicks: () => kicks, loads: () => loads };
}

describe('handling a command', () => {
  it('files a case in one change: events, the case as it then is, and what is owed', async () => {
    const { order, changes, kicks } = company();
    const handled = await order(by(people.duri, filing), null);
    expect(handled).toMatchObject({
      type: 'done',
      repeated: false,
      record: { id: 1, version: 2, state: { status: 'routed' } },
    });
    expect(changes).toHaveLength(1);
    expect(changes[0]?.events.map((e) => e.type)).toEqual(['CaseFiled', 'CaseRouted']);
    expect(changes[0]?.messages.length).toBeGreaterThan(0);
    expect(kicks()).toBe(1);
  });

  it('acts once when the same press arrives three times', async () => {
    const { order, changes, kicks } = company();
    await order(by(people.duri, filing), null);
    const press = by(people.hana, acknowledge);
    const answers = [await order(press), await order(press), await order(press)];
    expect(answers.map((a) => a.type === 'done' && a.repeated)).toEqual([false, true, true]);
    expect(changes).toHaveLength(2);
    expect(kicks()).toBe(2);
  });

  it('files one case when the same form arrives three times', async () => {
    const { order, changes } = company();
    const submission = by(people.duri, filing);
    for (let i = 0; i < 3; i++) await order(submission, null);
    expect(changes).toHaveLength(1);
  });

  it('tells the slower of two people who was faster, and changes nothing', async () => {
    const { order, changes } = company();
    await order(by(people.duri, filing), null);
    await order(by(people.hana, acknowledge));
    const late = await order(by(people.jiho, acknowledge));
    expect(late).toMatchObject({
      type: 'rejected',
      rejection: { type: 'AlreadyAcknowledged', by: { name: '김하나' }, at: monday },
    });
    expect(changes).toHaveLength(2);
  });

  it('decides again on the newer case when somebody else was faster', async () => {
    const { order, put, beforeNextCommit, store } = company();
    await order(by(people.duri, filing), null);
    beforeNextCommit(() => {
      put({ id: one, version: 3, state: aRoutedCase() });
    });
    const handled = await order(by(people.hana, acknowledge, instant(monday + 60_000)));
    expect(handled).toMatchObject({ type: 'done', record: { version: 4 } });
    expect((await store.load(one))?.state.status).toBe('acknowledged');
  });

  it('believes a case that was just read, and decides again when it has moved on since', async () => {
    const { order, handle, put, store, loads } = company();
    await order(by(people.duri, filing), null);
    const seen = await store.load(one);
    if (seen === null) throw new Error('nothing was filed');
    const before = loads();
    await handle({ caseId: one, command: by(people.hana, acknowledge), original: null, seen });
    expect(loads()).toBe(before);
    put({ id: one, version: 9, state: aRoutedCase() });
    const handled = await handle({ caseId: one, command: by(people.jiho, acknowledge), original: null, seen });
    expect(handled).toMatchObject({ type: 'done', record: { version: 10, state: { owner: { id: 'jiho' } } } });
  });

  it('says that there is no such case', async () => {
    const { order } = company();
    expect(await order(by(people.hana, acknowledge), caseId(99))).toMatchObject({
      type: 'rejected',
      rejection: { type: 'NoSuchCase' },
    });
  });
});
