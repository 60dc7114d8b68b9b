import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseId } from '../../src/domain/ids.ts';
import type { Company } from '../support/company.ts';
import { type Engine, engines } from '../support/databases.ts';
import { filePlainly } from '../support/plain-filing.ts';
import type { TeamsDouble } from '../support/teams/teams-double.ts';
import { type TwoPlatforms, twoPlatforms } from '../support/two-platforms.ts';

const wait = { timeout: 15_000 };

/** Logistics talks in Slack and in Teams: one conversation about the case, in two threads. */
describe.each(engines)('notes of one case in two threads, on %s', (engine: Engine) => {
  let two: TwoPlatforms;
  let hanbit: Company;
  let teams: TeamsDouble;

  beforeAll(async () => {
    two = await twoPlatforms(engine, 'logistics', { besides: true });
    ({ hanbit, teams } = two);
    teams.hearAll(true);
    await filePlainly(hanbit.person('U0DURI'), 'logistics', '상자가 젖어 있었다');
    await hanbit.settled();
  });
  afterAll(() => two.stop());

  const slackCard = () =>
    hanbit.sandbox.state.messages('C0LOGISTICS').find((m) => m.text.includes('VOC-0001'))?.ts ?? '';
  const inSlack = () =>
    hanbit.sandbox.state
      .messages('C0LOGISTICS')
      .filter((m) => m.threadTs === slackCard())
      .map((m) => m.text);
  const channel = () => two.channel;
  const teamsCard = () => teams.read(channel()).find((m) => m.text.includes('VOC-0001'))?.message ?? '';
  const teamsThread = () => `${channel()};messageid=${teamsCard()}`;
  const inTeams = () =>
    teams
      .read(channel())
      .filter((m) => m.thread === teamsCard())
      .map((m) => m.text);
  const say = (who: string, text: string) =>
    hanbit.sandbox.act({ as: who, do: 'say', conversation: 'C0LOGISTICS', threadTs: slackCard(), text });
  const tsOf = (text: string) =>
    hanbit.sandbox.state.messages('C0LOGISTICS').find((m) => m.text.includes(text) && m.user.startsWith('U0'))?.ts ??
    '';

  it('written in Slack, they stand in the thread in Teams under the name of who wrote them, once and in order', async () => {
    for (const text of ['상자 사진 있나요?', '@김하나 님 확인 부탁드려요', '고객 번호는 010-1234-5678']) {
      expect(await say('U0DURI', text)).toEqual({ ok: true });
      // Nobody types two messages within a few hundredths of a second, and replicas do not wait for each other.
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    await expect.poll(() => inTeams().length, wait).toBe(3);
    await hanbit.settled();
    expect(inTeams()).toEqual([
      expect.stringContaining('상자 사진 있나요?'),
      expect.stringContaining('@김하나 님 확인 부탁드려요'),
      expect.stringContaining('010-••••-5678'),
    ]);
    expect(inTeams()[0]).toContain('박두리 님 (Slack)');
  });

  it('written in Teams, they stand in the thread in Slack, and do not come back', async () => {
    await teams.person('hana').write('사진을 찍어 왔습니다', teamsThread());
    await expect.poll(() => inSlack().join('\n'), wait).toContain('사진을 찍어 왔습니다');
    await hanbit.settled();
    expect(inSlack().filter((text) => text.includes('사진을 찍어 왔습니다'))).toHaveLength(1);
    expect(inSlack().find((text) => text.includes('사진을'))).toContain('김하나 님 (Teams)');
    expect(inTeams()).toHaveLength(4);
  });

  it('changed where they were written, they change where they are told', async () => {
    const act = { as: 'U0DURI', conversation: 'C0LOGISTICS', ts: tsOf('상자 사진') } as const;
    expect(await hanbit.sandbox.act({ ...act, do: 'edit', text: '상자 사진 두 장 있나요?' })).toEqual({ ok: true });
    await expect.poll(() => inTeams()[0], wait).toContain('상자 사진 두 장 있나요?');
    const hana = teams.person('hana');
    const at = teams.read(channel()).find((m) => m.text.includes('찍어 왔습니다'))?.message ?? '';
    await hana.edit({ conversation: teamsThread(), message: at }, '사진 석 장을 찍어 왔습니다');
    await expect.poll(() => inSlack().join('\n'), wait).toContain('사진 석 장을 찍어 왔습니다');
    await hanbit.settled();
    expect(inTeams()).toHaveLength(4);
    expect(inSlack().filter((text) => text.includes('찍어 왔습니다'))).toHaveLength(1);
  });

  it('taken back where they were written, nobody reads them anywhere any more', async () => {
    const ts = tsOf('고객 번호는');
    expect(await hanbit.sandbox.act({ as: 'U0DURI', do: 'delete', conversation: 'C0LOGISTICS', ts })).toEqual({
      ok: true,
    });
    await expect.poll(() => inTeams().join('\n'), wait).not.toContain('5678');
    const hana = teams.person('hana');
    const at = teams.read(channel()).find((m) => m.text.includes('찍어 왔습니다'))?.message ?? '';
    await hana.erase({ conversation: teamsThread(), message: at });
    await expect.poll(() => inSlack().join('\n'), wait).not.toContain('찍어 왔습니다');
    await hanbit.settled();
    await hana.press('이력', channel(), 'VOC-0001');
    await expect.poll(() => hana.words().join('\n'), wait).toContain('상자 사진 두 장 있나요?');
    expect(hana.words().join('\n')).not.toMatch(/5678|찍어 왔습니다/);
  });

  it('told by Slack twice and out of order, they still stand there once, as they read last', async () => {
    hanbit.sandbox.faults.set({ duplicateDelivery: 2, outOfOrder: true });
    await Promise.all([say('U0MIRAE', '포장을 바꿨습니다'), say('U0DURI', '고맙습니다')]);
    const ts = tsOf('포장을 바꿨');
    await Promise.all(
      ['포장을 어제 바꿨습니다', '포장을 오늘 바꿨습니다'].map((text) =>
        hanbit.sandbox.act({ as: 'U0MIRAE', do: 'edit', conversation: 'C0LOGISTICS', ts, text }),
      ),
    );
    hanbit.sandbox.faults.clear();
    await expect.poll(() => inTeams().join('\n'), wait).toContain('포장을 오늘 바꿨습니다');
    await hanbit.settled();
    expect(inTeams().filter((text) => text.includes('바꿨습니다'))).toHaveLength(1);
    expect(inTeams().filter((text) => text.includes('고맙습니다'))).toHaveLength(1);
  });

  it('of other talk in the channel nothing is kept', async () => {
    const before = (await hanbit.replicas[0]?.store.history(caseId(1)))?.length;
    await hanbit.sandbox.act({
      as: 'U0DURI',
      do: 'say',
      conversation: 'C0LOGISTICS',
      threadTs: null,
      text: '점심 뭐 먹죠',
    });
    await teams.person('hana').write('저는 국수요', channel());
    await hanbit.settled();
    expect(await hanbit.replicas[0]?.store.history(caseId(1))).toHaveLength(before ?? 0);
  });
});
