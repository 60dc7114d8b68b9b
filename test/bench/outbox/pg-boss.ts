import PgBoss from 'pg-boss';
import { connections, lanes } from './ours.ts';

const queue = 'messages';
/** What it needs for none of this is off; its pool is as large as ours. */
const quiet = { supervise: false, schedule: false, max: connections } as const;

/** `workers` of them each take `batch` at a time. Every job is marked by itself: each is a post of its own. */
type Way = { readonly workers: number; readonly batch: number };

/** As many jobs, each with what a message of ours says. */
export async function enqueue(url: string, messages: number): Promise<void> {
  await withBoss(url, async (boss) => {
    await boss.createQueue(queue);
    const audience = { to: 'department', department: 'logistics' };
    const data = (n: number) => ({ caseId: n, lane: `C${n % lanes}`, notice: { type: 'card', audience } });
    await boss.insert(Array.from({ length: messages }, (_, n) => ({ name: queue, data: data(n) })));
  });
}

/** Jobs a second when nothing at all is done with them. */
export const drainBoss = (url: string, messages: number, { workers, batch }: Way): Promise<number> =>
  withBoss(url, async (boss) => {
    const start = performance.now();
    let done = 0;
    const work = async () => {
      for (;;) {
        const jobs = await boss.fetch(queue, { batchSize: batch });
        if (jobs.length === 0) return;
        await Promise.all(jobs.map((job) => boss.complete(queue, job.id)));
        done += jobs.length;
      }
    };
    await Promise.all(Array.from({ length: workers }, work));
    const seconds = (performance.now() - start) / 1000;
    if (done !== messages) throw new Error(`pg-boss completed ${done} of ${messages} jobs`);
    return done / seconds;
  });

async function withBoss<T>(url: string, work: (boss: PgBoss) => Promise<T>): Promise<T> {
  const boss = new PgBoss({ connectionString: url, ...quiet });
  boss.on('error', () => {});
  await boss.start();
  try {
    return await work(boss);
  } finally {
    await boss.stop({ graceful: false, close: true });
  }
}
