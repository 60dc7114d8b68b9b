import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseId } from '../../src/domain/ids.ts';
import type { Locale } from '../../src/domain/playbook.ts';
import { wordsIn } from '../../src/render/words/locales.ts';
import { type Company, company } from '../support/company.ts';
import { type Engine, engines, type Fresh, freshDatabase } from '../support/databases.ts';

const hour = 3_600_000;
const wait = { timeout: 8_000 };
const egg = '새벽배송으로 시킨 계란이 절반 넘게 깨져서 왔어요. 연락은 010-0000-1234로 주세요.';
const { labels } = wordsIn('ko').steps;
const english = wordsIn('en' satisfies Locale).steps.labels;

describe.each(engines)('the main job, on %s', (engine: Engine) => {
  let fresh: Fresh;
  let hanbit: Company;

  beforeAll(async () => {
    fresh = await freshDatabase(engine);
    hanbit = await company({ ...fresh, replicas: engine === 'postgres' ? 2 : 1 });
  });
  afterAll(async () => {
    await hanbit.stop();
    await fresh.remove();
  });

  const cards = (channel: string) => hanbit.sandbox.state.messages(channel).filter((m) => m.threadTs === null);
  const card = (channel: string) => JSON.stringify(cards(channel).at(-1) ?? {});

  it('takes a complaint from a CS agent to a closed case, with a transfer, a hold and a reopening on the way', async () => {
    const duri = hanbit.person('U0DURI');
    const hana = hanbit.person('U0HANA');
    const yuna = hanbit.person('U0YUNA');
    const mirae = hanbit.person('U0MIRAE');

    await duri.command(`/voc ${egg}`);
    expect((await duri.fields()).filter((f) => f.name === 'words')).toHaveLength(1);
    expect(await duri.formText()).toContain('010-••••-1234');
    await duri.fill({ channel: 'phone', kind: 'complaint', experience: '계란 절반이 깨져 왔다', wants: ['refund'] });
    expect(await duri.suggested('department')).toMatchObject({ selected_option: { value: 'logistics' } });
    await duri.fill({ signals: ['B1'] });
    await duri.submit();
    await hanbit.settled();
    await expect.poll(() => duri.words().join('\n'), wait).toContain('VOC-0001');
    expect(cards('C0LOGISTICS')).toHaveLength(1);
    await expect.poll(() => card('C0LOGISTICS'), wait).toContain('010-••••-1234');
    expect(card('C0LOGISTICS')).not.toContain('010-0000-1234');

    // 금전 손실: 사람이 전화한다고 이름과 시각으로 약속해야 확인할 수 있다.
    await hana.press(labels.acknowledge, 'C0LOGISTICS');
    await hana.fill({ caller: 'duri', callbackAt: Date.now() + hour });
    await hana.submit();
    await hanbit.settled();
    expect(cards('C0LOGISTICS')).toHaveLength(1);
    await expect.poll(() => card('C0LOGISTICS'), wait).toContain('김하나');
    await expect.poll(() => duri.words().join('\n'), wait).toContain('김하나');

    await hana.press(labels.transfer, 'C0LOGISTICS');
    await hana.fill({ department: 'quality', reason: 'other_cause', why: '완충재 규격은 품질에서 정합니다' });
    await hana.submit();
    await hanbit.settled();
    await yuna.press(labels.accept, 'C0QUALITY');
    await yuna.fill({ caller: 'duri', callbackAt: Date.now() + hour });
    await yuna.submit();
    await hanbit.settled();
    await expect.poll(() => card('C0QUALITY'), wait).toContain('강유나');
    await expect.poll(() => card('C0QUALITY'), wait).toContain('계란 절반이 깨져 왔다');

    await yuna.press(labels.start, 'C0QUALITY');
    await yuna.fill({ plan: '완충재를 두 겹으로', eta: Date.now() + 24 * hour });
    await yuna.submit();
    await hanbit.settled();
    await yuna.press(labels.hold, 'C0QUALITY');
    const inDays = (n: number) => new Date(Date.now() + n * 24 * hour).toISOString().slice(0, 10);
    await yuna.fill({ reason: 'parts', until: inDays(5), nextUpdate: inDays(3) });
    await yuna.submit();
    await hanbit.settled();
    await yuna.press(labels.resume, 'C0QUALITY');
    await hanbit.settled();
    await yuna.press(labels.fix, 'C0QUALITY');
    await yuna.fill({ fixType: 'solved', done: '완충재를 두 겹으로 바꿨습니다', evidence: '사진 3장' });
    await yuna.fill({ rootCause: 'product/packaging' });
    await yuna.submit();
    await hanbit.settled();
    await expect.poll(() => duri.words().join('\n'), wait).toContain('완충재를 두 겹으로 바꿨습니다');

    await duri.press(labels.reply, duri.direct);
    await duri.fill({
      channel: 'phone',
      toldAt: Date.now() - 60_000,
      gist: '새 포장으로 다시 보냈습니다',
      verdict: 'accepted',
    });
    await duri.submit();
    await hanbit.settled();
    await mirae.press(labels.close, mirae.direct);
    await hanbit.settled();
    await expect.poll(() => duri.words().join('\n'), wait).toContain('종결');

    await duri.press(labels.reopen, 'C0QUALITY');
    await duri.fill({ reason: '다시 깨져서 왔다고 합니다' });
    await duri.submit();
    await hanbit.settled();
    const now = async () => (await hanbit.replicas[0]?.store.load(caseId(1)))?.state;
    await expect.poll(now, wait).toMatchObject({ status: 'working', reopened: 1 });
    expect(cards('C0LOGISTICS')).toHaveLength(1);
    expect(cards('C0QUALITY')).toHaveLength(1);
  });

  it('tells the second of two people who was first', async () => {
    const duri = hanbit.person('U0DURI');
    const [hana, jiho] = [hanbit.person('U0HANA'), hanbit.person('U0JIHO')];
    await duri.command('/voc 다른 색이 왔어요');
    await duri.fill({
      channel: 'app_chat',
      kind: 'complaint',
      experience: '검정을 시켰는데 남색이 왔다',
      wants: ['exchange'],
      department: 'logistics',
    });
    await duri.submit();
    await hanbit.settled();
    await Promise.all([hana.press(labels.acknowledge, 'C0LOGISTICS'), jiho.press(labels.acknowledge, 'C0LOGISTICS')]);
    await hanbit.settled();
    const told = () => [...hana.words('C0LOGISTICS'), ...jiho.words('C0LOGISTICS')].filter((w) => w.includes('이미'));
    await expect.poll(() => told().length, wait).toBe(1);
    expect(told()[0]).toMatch(/이미 (김하나|서지호) 님이 확인했습니다/);
  });

  it('speaks English to who reads English, and Korean in a Korean channel', async () => {
    const emily = hanbit.person('U0EMILY');
    await emily.command('/voc My parcel shows delivered but I never got it.');
    await emily.fill({
      channel: 'phone',
      kind: 'complaint',
      experience: 'Parcel never came',
      wants: ['explanation'],
      department: 'logistics',
    });
    expect(await emily.formText()).toContain('Department');
    await emily.submit();
    await hanbit.settled();
    await expect.poll(() => emily.words().join('\n'), wait).toMatch(/Filed|filed/);
    await expect.poll(() => card('C0LOGISTICS'), wait).toContain(labels.acknowledge);
    await emily.openHome();
    expect(await emily.home()).toContain(english.file);
  });

  it('opens the form from a message, with its words in it', async () => {
    const duri = hanbit.person('U0DURI');
    await duri.say('전기요 모서리에서 탄 냄새가 나요', 'C0START');
    const message = hanbit.sandbox.state.messages('C0START').at(-1);
    await duri.fileMessage('C0START', message?.ts ?? '');
    expect(await duri.suggested('words')).toMatchObject({ value: '전기요 모서리에서 탄 냄새가 나요' });
    await duri.close();
  });

  it('finds, shows and helps from the command line', async () => {
    const duri = hanbit.person('U0DURI');
    await duri.command('/voc VOC-1', 'C0START');
    await duri.command('/voc 도움말', 'C0START');
    await duri.command('/voc 찾기 계란', 'C0START');
    await duri.command('/voc 999', 'C0START');
    const seen = () => duri.words('C0START').join('\n----\n');
    await expect.poll(seen, wait).toContain('계란 절반이 깨져 왔다');
    await expect.poll(seen, wait).toContain('사과보다 해결');
    await expect.poll(seen, wait).toContain(wordsIn('ko').rejections.noSuchCase ?? '999');
  });
});
