import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/connect.ts';
import { caseId } from '../../src/domain/ids.ts';
import { wordsIn } from '../../src/render/words/locales.ts';
import { audit, faultless } from '../support/audit.ts';
import { type Company, company } from '../support/company.ts';
import { type Engine, engines, type Fresh, freshDatabase } from '../support/databases.ts';
import { largerCompany } from '../support/larger-company.ts';
import { type LossyLine, lossyLine } from '../support/lossy-line.ts';
import { filePlainly } from '../support/plain-filing.ts';
import { quietLog } from '../support/quiet-log.ts';

const wait = { timeout: 15_000 };
const hour = 3_600_000;
const { labels } = wordsIn('ko').steps;
const others = Array.from({ length: 9 }, (_, i) => `U0LOGI${i + 1}`);

describe.each(engines)('said twice, acted once, on %s', (engine: Engine) => {
  let fresh: Fresh;
  let directory: string;
  let line: LossyLine;
  let hanbit: Company;

  beforeAll(async () => {
    fresh = await freshDatabase(engine);
    directory = mkdtempSync(join(tmpdir(), 'meari-twice-'));
    line = await lossyLine();
    const playbook = await largerCompany(directory, { inLogistics: others.length });
    hanbit = await company({ ...fresh, playbook, line, replicas: engine === 'postgres' ? 2 : 1, gapMs: 5 });
  });
  afterAll(async () => {
    await hanbit.stop();
    await fresh.remove();
    rmSync(directory, { recursive: true, force: true });
  });

  const store = () => {
    const [meari] = hanbit.replicas;
    if (meari === undefined) throw new Error('nobody is at work');
    return meari.store;
  };
  const cards = (channel: string, about: string) =>
    hanbit.sandbox.state.messages(channel).filter((m) => m.threadTs === null && m.text.includes(about));
  /** Numbers have gaps: a filing that turned out to be a repetition has used one up. */
  const idOf = (channel: string, about: string) =>
    caseId(Number(/VOC-(\d+)/.exec(cards(channel, about)[0]?.text ?? '')?.[1]));
  const history = async (channel: string, about: string) =>
    (await store().history(idOf(channel, about))).map(({ event }) => event.type);
  const receipts = (user: string) =>
    hanbit.sandbox.state.messages(`D${user.slice(1)}`).filter((m) => / 접수했습니다\. 담당/.test(m.text)).length;
  /** Sentences that only this person saw in a channel. */
  const whispers = (user: string, channel: string) =>
    hanbit.sandbox.state
      .messages(channel)
      .filter((m) => m.onlyFor === user)
      .map((m) => m.text);

  it('every payload delivered three times acts once, from the filing to the closing', async () => {
    hanbit.sandbox.faults.set({ duplicateDelivery: 3 });
    const [duri, hana, mirae] = [hanbit.person('U0DURI'), hanbit.person('U0HANA'), hanbit.person('U0MIRAE')];
    await filePlainly(duri, 'logistics', '세 번 전해진 접수');
    await hanbit.settled();
    const id = idOf('C0LOGISTICS', '세 번 전해진');
    await hana.press(labels.acknowledge, 'C0LOGISTICS');
    await hanbit.settled();
    await hana.press(labels.start, 'C0LOGISTICS');
    await hana.fill({ plan: '같은 물건을 다시 보낸다', eta: Date.now() + hour });
    await hana.submit();
    await hanbit.settled();
    await hana.press(labels.note, 'C0LOGISTICS');
    await hana.fill({ text: '창고에 재고가 있다' });
    await hana.submit();
    await hanbit.settled();
    await hana.press(labels.fix, 'C0LOGISTICS');
    await hana.fill({ fixType: 'solved', done: '다시 보냈다', evidence: '송장 123', rootCause: 'product/packaging' });
    await hana.submit();
    await hanbit.settled();
    await duri.press(labels.reply, duri.direct);
    await duri.fill({ channel: 'phone', toldAt: Date.now() - 60_000, gist: '다시 보냈습니다', verdict: 'accepted' });
    await duri.submit();
    await hanbit.settled();
    await mirae.press(labels.close, mirae.direct);
    await duri.say('<@U0MEARI> 포장이 찢어져 왔어요', 'C0START');
    await duri.openHome();
    await hanbit.settled();
    const done = ['CaseFiled', 'CaseRouted', 'CaseAcknowledged', 'WorkStarted', 'NoteAdded', 'CaseFixed'];
    const all = async () => (await store().history(id)).map(({ event }) => event.type);
    await expect.poll(all, wait).toEqual([...done, 'CustomerReplied', 'CaseClosed']);
    expect(cards('C0LOGISTICS', '')).toHaveLength(1);
    await expect.poll(() => whispers('U0DURI', 'C0START'), wait).toHaveLength(1);
    expect(whispers('U0HANA', 'C0LOGISTICS')).toEqual([]);
    expect(receipts('U0DURI')).toBe(1);
    expect([duri, hana, mirae].some((person) => person.hasForm())).toBe(false);
  });

  it('of ten people who press the same button in the same moment one wins, and each other is told once who and when', async () => {
    await filePlainly(hanbit.person('U0DURI'), 'logistics', '열 사람이 누른 건');
    await hanbit.settled();
    const ten = ['U0HANA', ...others];
    await Promise.all(ten.map((user) => hanbit.person(user).press(labels.acknowledge, 'C0LOGISTICS', '열 사람이')));
    await hanbit.settled();
    const told = () => ten.flatMap((user) => whispers(user, 'C0LOGISTICS').map((sentence) => ({ user, sentence })));
    await expect.poll(() => told().length, wait).toBe(9);
    const acknowledged = (await store().load(idOf('C0LOGISTICS', '열 사람이')))?.state;
    if (acknowledged?.status !== 'acknowledged') throw new Error('nobody won');
    const winner = hanbit.playbook.people.find((p) => p.id === acknowledged.acknowledgedBy.id);
    expect(new Set(told().map(({ user }) => user)).size).toBe(9);
    expect(told().map(({ user }) => user)).not.toContain(winner?.chat.slack);
    for (const { sentence } of told())
      expect(sentence).toMatch(new RegExp(`^이미 ${winner?.name} 님이 확인했습니다\\(.*\\d{1,2}:\\d\\d\\)`));
    expect((await history('C0LOGISTICS', '열 사람이')).filter((type) => type === 'CaseAcknowledged')).toHaveLength(1);
  });

  it('a card that is behind the case answers a press with how the case stands now', async () => {
    hanbit.sandbox.faults.clear();
    await filePlainly(hanbit.person('U0DURI'), 'logistics', '늦은 카드');
    await hanbit.settled();
    hanbit.sandbox.faults.set({ serverErrors: 1 });
    await hanbit.person('U0HANA').press(labels.acknowledge, 'C0LOGISTICS', '늦은 카드');
    await expect.poll(() => history('C0LOGISTICS', '늦은 카드'), wait).toContain('CaseAcknowledged');
    await hanbit.person('U0JIHO').press(labels.acknowledge, 'C0LOGISTICS', '늦은 카드');
    await expect
      .poll(() => whispers('U0JIHO', 'C0LOGISTICS'), wait)
      .toEqual([expect.stringMatching(/^이미 김하나 님이 확인했습니다/)]);
    hanbit.sandbox.faults.clear();
    await hanbit.settled();
  });

  it('a form sent again after its answer was lost is one filing, with one receipt and one card', async () => {
    const duri = hanbit.person('U0DURI');
    const before = receipts('U0DURI');
    line.lose(1);
    await expect(duri.command('/voc 잃어버린 답')).rejects.toThrow('saw');
    await duri.close();
    await duri.command('/voc 잃어버린 답: 시킨 것과 다른 색이 왔습니다');
    await duri.fill({
      channel: 'app_chat',
      kind: 'complaint',
      experience: '잃어버린 답',
      wants: ['exchange'],
      department: 'quality',
      signals: [],
    });
    line.lose(2);
    await expect(duri.submit()).rejects.toThrow('saw');
    await expect(duri.submit()).rejects.toThrow('saw');
    expect(duri.hasForm()).toBe(true);
    await duri.submit();
    expect(duri.hasForm()).toBe(false);
    await hanbit.settled();
    expect(cards('C0QUALITY', '잃어버린 답')).toHaveLength(1);
    expect(receipts('U0DURI')).toBe(before + 1);
  });

  it('a press whose answer was lost has acted, and pressed again says so', async () => {
    line.lose(1);
    const yuna = hanbit.person('U0YUNA');
    await expect(yuna.press(labels.acknowledge, 'C0QUALITY', '잃어버린 답')).rejects.toThrow('saw');
    await expect.poll(() => history('C0QUALITY', '잃어버린 답'), wait).toContain('CaseAcknowledged');
    await hanbit.settled();
    expect((await history('C0QUALITY', '잃어버린 답')).filter((type) => type === 'CaseAcknowledged')).toHaveLength(1);
  });

  it('leaves nothing lost, doubled, out of order or untrue', async () => {
    await hanbit.stop();
    const db = await openDatabase({ ...fresh, log: quietLog() });
    expect(await audit(db, hanbit.sandbox, hanbit.playbook)).toMatchObject(faultless);
    await db.close();
  });
});
