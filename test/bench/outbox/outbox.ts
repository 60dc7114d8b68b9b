import { startDatabases } from '../support/databases.ts';
import { compared, type Figure } from '../support/figure.ts';
import { type Effort, interleaved } from '../support/rounds.ts';
import { drain, drainQueueAlone, lanes, owe } from './ours.ts';
import { drainBoss, enqueue } from './pg-boss.ts';

const messages = 2_000;
/** pg-boss, one by one: eight at a time, each taken and marked by itself. */
const oneByOne = { workers: 8, batch: 1 } as const;
/** The fastest way in which it still marks one by one. */
const takenTogether = { workers: 1, batch: 32 } as const;

/**
 * Emptying the outbox against emptying a queue of pg-boss: as many messages on the same server, no network, no pace.
 * Ours loads every case, draws its card, keeps every channel in order and remembers what it posted; pg-boss does
 * nothing with its jobs.
 */
export async function outbox(effort: Effort): Promise<readonly Figure[]> {
  const databases = await startDatabases(effort);
  try {
    effort.say(`outbox: ${messages} cards in ${lanes} channels; ${databases.about}`);
    const owed = await databases.prepare((url) => owe(url, messages));
    const queued = await databases.prepare((url) => enqueue(url, messages));
    const measured = await interleaved(effort, {
      drawn: () => databases.onCopy(owed, (url) => drain(url, messages)),
      'queue alone': () => databases.onCopy(owed, (url) => drainQueueAlone(url, messages)),
      'pg-boss': () => databases.onCopy(queued, (url) => drainBoss(url, messages, oneByOne)),
      'pg-boss, 32 at once': () => databases.onCopy(queued, (url) => drainBoss(url, messages, takenTogether)),
    });
    const unit = 'messages/s';
    const boss = 'pg-boss 10.4.2, one by one';
    const bare = { name: 'outbox drain, the queue alone', unit, ours: measured['queue alone'] };
    return [
      compared({
        name: 'outbox drain, cards drawn',
        unit,
        ours: measured.drawn,
        beside: boss,
        theirs: measured['pg-boss'],
        goal: { atLeast: 1.5 },
      }),
      compared({ ...bare, beside: boss, theirs: measured['pg-boss'] }),
      compared({ ...bare, beside: `${boss} but 32 taken at once`, theirs: measured['pg-boss, 32 at once'] }),
    ];
  } finally {
    await databases.stop();
  }
}
