import type { SandboxUser } from '../../adapters/sandbox/protocol.ts';
import { company } from '../support/company.ts';
import { freshDatabase } from '../support/databases.ts';
import { movedTime } from '../support/moved-time.ts';
import { readable } from '../support/slack-person.ts';
import { inSlack } from './in-slack.ts';
import type { Office } from './office.ts';
import { opening } from './opening.ts';
import type { Where } from './person.ts';

const stranger: SandboxUser = {
  id: 'U0STRANGER',
  name: '나그네',
  title: { ko: '다른 회사', en: 'Another company' },
  email: 'x@other.example',
  locale: 'ko',
  team: 'T0OTHER',
};

const colleague: SandboxUser = {
  id: 'U0NEW',
  name: '한새봄',
  title: { ko: '', en: '' },
  email: 'saebom@hanbit.example',
  locale: 'ko',
};

/** The company in Slack, Teams off. */
export async function slackOffice(): Promise<Office> {
  const fresh = await freshDatabase('embedded');
  const time = movedTime(opening);
  const hanbit = await company({ ...fresh, clock: time.now, gapMs: 1, others: [stranger, colleague] });
  const { sandbox, playbook } = hanbit;
  const [meari] = hanbit.replicas;
  if (meari === undefined) throw new Error('nobody is at work');
  // Its pace is on trial elsewhere.
  sandbox.faults.set({ rateLimits: false });
  const channelOf = (where: Where): string => {
    const { channels } = playbook.departments.find(({ code }) => code === where) ?? playbook.desk;
    return channels.slack ?? where;
  };
  const channels = ['desk', ...playbook.departments.map(({ code }) => code)].map(channelOf);
  const client = { sandbox, channelOf, channels };
  return {
    platform: 'slack',
    tenant: 'T0SANDBOX',
    meari,
    playbook,
    person: (id) => inSlack(playbook.people.find((person) => person.id === id)?.chat.slack ?? id, client),
    colleague: () => inSlack(colleague.id, client),
    stranger: () => inSlack(stranger.id, client),
    channel: (where) =>
      sandbox.state
        .messages(channelOf(where))
        .filter(({ onlyFor }) => onlyFor === null)
        .map(({ ts, threadTs, text, blocks }) => ({
          message: ts,
          thread: threadTs,
          text: `${text}\n${readable(blocks)}`,
        })),
    arriveTimes: (duplicateDelivery) => {
      sandbox.faults.set({ duplicateDelivery });
    },
    time,
    settled: hanbit.settled,
    stop: async () => {
      await hanbit.stop();
      await fresh.remove();
    },
  };
}
