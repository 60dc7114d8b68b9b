import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FaultSettings } from '../../adapters/sandbox/faults.ts';
import { openDatabase } from '../../db/connect.ts';
import { wordsIn } from '../../src/render/words/locales.ts';
import { audit, faultless } from '../support/audit.ts';
import { type Company, company } from '../support/company.ts';
import { type Engine, engines, type Fresh, freshDatabase } from '../support/databases.ts';
import { filePlainly } from '../support/plain-filing.ts';
import { quietLog } from '../support/quiet-log.ts';
import type { SlackPerson } from '../support/slack-person.ts';

const wait = { timeout: 15_000 };
const { labels } = wordsIn('ko').steps;

type Storm = { readonly name: string; readonly faults: Partial<FaultSettings> };
const storms: readonly Storm[] = [
  { name: 'Slack answers 429 and wants a second each time', faults: { rateLimitTimes: 6, retryAfter: 1 } },
  { name: 'Slack answers 429 to the next 150 calls', faults: { rateLimitTimes: 150, retryAfter: 0 } },
  { name: 'Slack answers 500 to every sixth call', faults: { serverErrors: 0.17 } },
  { name: 'Slack takes a third of a second for every call', faults: { slowMs: 350 } },
  { name: 'Slack takes two posts of five and loses its answer', faults: { dropReplyAfterPost: 0.4 } },
  {
    name: 'everything goes wrong at once',
    faults: {
      rateLimitProbability: 0.1,
      retryAfter: 0,
      serverErrors: 0.1,
      slowMs: 50,
      duplicateDelivery: 2,
      dropReplyAfterPost: 0.2,
      outOfOrder: true,
    },
  },
];

describe.each(engines)('a storm, on %s', (engine: Engine) => {
  let fresh: Fresh;
  let hanbit: Company;

  beforeAll(async () => {
    fresh = await freshDatabase(engine);
    hanbit = await company({ ...fresh, replicas: engine === 'postgres' ? 2 : 1, gapMs: 5 });
  });
  afterAll(async () => {
    await hanbit.stop();
    await fresh.remove();
  });

  const cardOf = (channel: string, about: string) =>
    hanbit.sandbox.state.messages(channel).find((m) => m.threadTs === null && m.text.includes(about));
  const seen = async (channel: string, about: string): Promise<void> => {
    await expect.poll(() => cardOf(channel, about) !== undefined, wait).toBe(true);
  };
  async function note(person: SlackPerson, channel: string, about: string, text: string): Promise<void> {
    await person.press(labels.note, channel, about);
    await person.fill({ text });
    await person.submit();
  }

  it.each(storms)(
    '$name: every message arrives once, in order, and every card says what is so',
    async ({ name, faults }) => {
      const agents = ['U0DURI', 'U0MIRAE', 'U0ARAM'].map((id) => hanbit.person(id));
      const places = [
        { department: 'logistics', channel: 'C0LOGISTICS', member: hanbit.person('U0HANA') },
        { department: 'quality', channel: 'C0QUALITY', member: hanbit.person('U0YUNA') },
        { department: 'finance', channel: 'C0FINANCE', member: hanbit.person('U0HARAM') },
      ];
      // The forms are open when it begins: what a storm may do to the opening of a window, a person sees at once.
      await Promise.all(
        agents.map(async (agent, i) => {
          const { department } = places[i] ?? { department: 'logistics' };
          await filePlainly(agent, department, `${name} 하나`);
          await agent.command(`/voc ${name} 둘: 다른 색이 왔습니다`);
          await agent.fill({
            channel: 'phone',
            kind: 'complaint',
            experience: `${name} 둘`,
            wants: ['refund'],
            department,
            signals: [],
          });
        }),
      );
      await hanbit.settled();
      hanbit.sandbox.faults.set({ seed: 7, ...faults });
      await Promise.all(
        places.map(async ({ channel, member }, i) => {
          await agents[i]?.submit();
          await member.press(labels.acknowledge, channel, `${name} 하나`);
          await seen(channel, `${name} 둘`);
          await member.press(labels.acknowledge, channel, `${name} 둘`);
        }),
      );
      await hanbit.settled(60_000);
      hanbit.sandbox.faults.clear();
      await Promise.all(
        places.map(async ({ channel, member }) => {
          for (const which of ['하나', '둘']) await note(member, channel, `${name} ${which}`, '폭풍이 지났습니다');
        }),
      );
      await hanbit.settled();
      for (const { channel } of places) {
        for (const which of ['하나', '둘']) {
          const found = hanbit.sandbox.state
            .messages(channel)
            .filter((m) => m.text.includes(`${name} ${which}`) && m.threadTs === null);
          expect(found).toHaveLength(1);
          expect(JSON.stringify(found[0]?.blocks)).not.toContain(`"${labels.acknowledge}"`);
        }
      }
    },
    120_000,
  );

  it('events that overtake each other are each answered once', async () => {
    hanbit.sandbox.faults.set({ outOfOrder: true, duplicateDelivery: 2 });
    const people = ['U0NARAE', 'U0DAON', 'U0MARU', 'U0OLIVER'].map((id) => hanbit.person(id));
    await Promise.all(people.map((person) => person.say('<@U0MEARI> 배송이 늦어요', 'C0START')));
    const answers = () =>
      people.map((p) => hanbit.sandbox.state.messages('C0START').filter((m) => m.onlyFor === p.id).length);
    await expect.poll(answers, wait).toEqual([1, 1, 1, 1]);
    hanbit.sandbox.faults.clear();
  });

  it('is over: nothing lost, nothing posted twice, nothing out of order, no card untrue', async () => {
    expect((await hanbit.replicas[0]?.outbox.depth())?.dead).toBe(0);
    await hanbit.stop();
    const db = await openDatabase({ ...fresh, log: quietLog() });
    const found = await audit(db, hanbit.sandbox, hanbit.playbook);
    await db.close();
    expect(found).toMatchObject(faultless);
    expect(found.posts).toBeGreaterThan(storms.length * 18);
  });
});
