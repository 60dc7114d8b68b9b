import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../src/domain/case/case.ts';
import { caseId, caseNumber } from '../../src/domain/ids.ts';
import { wordsIn } from '../../src/render/words/locales.ts';
import type { Company } from '../support/company.ts';
import { type Engine, engines } from '../support/databases.ts';
import type { Entries } from '../support/entries.ts';
import { filePlainly, plainVoice } from '../support/plain-filing.ts';
import type { Fault } from '../support/teams/faults.ts';
import type { TeamsDouble } from '../support/teams/teams-double.ts';
import { type TwoPlatforms, twoPlatforms } from '../support/two-platforms.ts';

const wait = { timeout: 30_000 };
const { labels } = wordsIn('ko').steps;

/** What Teams' own pages say may become of a call: some time to wait, a gateway that gave up, a broken connection. */
const troubles: readonly Fault[] = [
  { type: 'limit', retryAfterSeconds: 1 },
  { type: 'status', status: 412 },
  { type: 'status', status: 502 },
  { type: 'status', status: 504, taken: true },
  { type: 'lose-answer' },
  { type: 'cut' },
];

type Setting = { readonly engine: Engine; readonly inTeams: 'logistics' | 'cs'; readonly weather: 'calm' | 'stormy' };
const settings: readonly Setting[] = [...engines, 'postgres' as const].flatMap((engine, i) =>
  (['logistics', 'cs'] as const).map((inTeams) => ({
    engine,
    inTeams,
    weather: i < engines.length ? 'calm' : 'stormy',
  })),
);

/** Whoever works on the case, wherever they live. */
type Colleague = {
  readonly direct: string;
  readonly press: (label: string, conversation: string, about: string) => Promise<void>;
  readonly fill: (entries: Entries) => Promise<void>;
  readonly submit: () => Promise<void>;
  readonly words: () => readonly string[];
};

/**
 * One department lives in Teams, all others in Slack: filed on one side, acknowledged and fixed on the other, answered and
 * closed where it was filed; and its mirror. In a storm every sixth call fails in Teams, Slack loses answers and asks for
 * time, and either tells everything three times.
 */
describe.each(settings)('one case, $inTeams in Teams, on $engine, $weather', ({ engine, inTeams, weather }) => {
  let two: TwoPlatforms;
  let hanbit: Company;
  let teams: TeamsDouble;

  beforeAll(async () => {
    two = await twoPlatforms(engine, inTeams);
    ({ hanbit, teams } = two);
    if (weather === 'calm') return;
    teams.faults.storm(1 / 6, troubles, 7);
    teams.arriveTimes(3);
    hanbit.sandbox.faults.set({ seed: 7, duplicateDelivery: 3, dropReplyAfterPost: 1 / 6 });
  });
  afterAll(() => two.stop());

  const at = (department: 'logistics' | 'cs', teamsName: string, slackId: string): Colleague =>
    department === inTeams ? teams.person(teamsName) : hanbit.person(slackId);
  const duri = () => at('cs', 'duri', 'U0DURI');
  const mirae = () => at('cs', 'mirae', 'U0MIRAE');
  const hana = () => at('logistics', 'hana', 'U0HANA');
  const channel = () => (inTeams === 'logistics' ? two.channel : 'C0LOGISTICS');
  const shown = (): readonly string[] =>
    inTeams === 'logistics'
      ? teams.read(two.channel).map(({ text }) => text)
      : hanbit.sandbox.state.messages('C0LOGISTICS').map(({ text }) => text);
  // Of three deliveries of one filing two are turned back, and each may have used up a number.
  const theCase = async (): Promise<CaseRecord | null> => {
    for (const n of [1, 2, 3]) {
      const found = (await hanbit.replicas[0]?.store.load(caseId(n))) ?? null;
      if (found !== null) return found;
    }
    return null;
  };
  const status = async () => (await theCase())?.state.status;
  let number = '';
  const reaches = async (expected: string) => {
    await expect.poll(status, wait).toBe(expected);
    if (weather === 'stormy') hanbit.sandbox.faults.set({ rateLimitTimes: 2 });
    await hanbit.settled(90_000);
    hanbit.sandbox.faults.set({ rateLimitTimes: 0 });
  };
  const fills = async (who: Colleague, label: string, conversation: string, entries: Entries) => {
    await who.press(label, conversation, number);
    await who.fill(entries);
    await who.submit();
  };

  it('filed by CS, it shows a card in the channel of its department', async () => {
    if (inTeams === 'logistics') {
      await filePlainly(hanbit.person('U0DURI'), 'logistics', '상자가 젖어 있었다');
    } else {
      const person = teams.person('duri');
      await person.fileFromCompose();
      await person.fill({ words: '상자가 젖어서 왔어요', ...plainVoice('logistics', '상자가 젖어 있었다') });
      await person.submit();
    }
    await reaches('routed');
    number = caseNumber((await theCase())?.id ?? caseId(0));
    expect(shown().join('\n')).toContain(number);
    expect(duri().words().join('\n')).toContain(`${number} 접수했습니다`);
  });

  it('acknowledged there, the filer hears of it where they live and the card changes where it stands', async () => {
    await hana().press(labels.acknowledge, channel(), number);
    await reaches('acknowledged');
    expect(duri().words().join('\n')).toContain('김하나 님이 확인했습니다');
    expect(shown().join('\n')).toContain('김하나 님');
  });

  it('started and fixed there', async () => {
    await fills(hana(), labels.start, channel(), { plan: '완충재를 바꿉니다' });
    await reaches('working');
    await fills(hana(), labels.fix, channel(), {
      fixType: 'solved',
      done: '새 상자로 다시 보냈습니다',
      evidence: '송장 6012-3344',
      rootCause: 'product/packaging',
    });
    await reaches('fixed');
  });

  it('answered and closed by CS, the department sees the end', async () => {
    const told = { channel: 'phone', gist: '다시 보내 드렸다고 말씀드렸습니다', verdict: 'accepted' };
    await fills(duri(), labels.reply, duri().direct, told);
    await reaches('replied');
    await mirae().press(labels.close, mirae().direct, number);
    await reaches('closed');
    expect(shown().join('\n')).toContain('종결');
  });

  it('what one person asks to see goes to them alone, not into the channel', async () => {
    const before = shown().length;
    await hana().press(labels.history, channel(), number);
    const heard = () => [...hana().words(), ...(inTeams === 'cs' ? hanbit.person('U0HANA').words('C0LOGISTICS') : [])];
    await expect.poll(() => heard().join('\n'), wait).toContain('송장 6012-3344');
    const forAll =
      inTeams === 'cs' ? hanbit.sandbox.state.messages('C0LOGISTICS').filter((m) => m.onlyFor === null) : shown();
    expect(forAll).toHaveLength(before);
  });

  it('nothing is lost, done or told twice, but what Teams took without saying so', async () => {
    const log = (await hanbit.replicas[0]?.store.history((await theCase())?.id ?? caseId(0))) ?? [];
    const types = log.map(({ event }) => event.type);
    for (const type of ['CaseAcknowledged', 'WorkStarted', 'CaseFixed', 'CustomerReplied', 'CaseClosed'] as const) {
      expect(types.filter((t) => t === type)).toHaveLength(1);
    }
    expect(await hanbit.replicas[0]?.outbox.depth()).toMatchObject({ pending: 0, dead: 0 });
    expect(teams.faults.met() > 0).toBe(weather === 'stormy');
    const lines = shown().filter((text) => !text.includes('송장'));
    if (weather === 'calm' || inTeams === 'cs') expect(new Set(lines).size).toBe(lines.length);
  });
});
