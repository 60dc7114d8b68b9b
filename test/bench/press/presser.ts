import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answered, Errand } from './press-from-outside.ts';

// A process of its own, so that sending weighs on nobody who is measured. Sends each press on its beat, whether or not
// the one before was answered, and reports on the machine's one monotonic clock, which other processes share.
process.on('message', (errand: Errand) => {
  void run(errand).then((answered) => process.send?.(answered));
});

const agent = new Agent({ keepAlive: true });

async function run({ presses, everyMs }: Errand): Promise<readonly Answered[]> {
  const start = performance.now();
  const sent: Promise<Answered>[] = [];
  for (const [i, press] of presses.entries()) {
    const wait = start + i * everyMs - performance.now();
    if (wait > 0) await pause(wait);
    sent.push(send(press));
  }
  return Promise.all(sent);
}

function send({ url, trigger, body, headers }: Errand['presses'][number]): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sentAt = Number(process.hrtime.bigint());
    const post = request(url, { method: 'POST', agent, headers }, (res) => {
      res.resume();
      res.on('end', () =>
        resolve({ url, trigger, sentAt, answeredAt: Number(process.hrtime.bigint()), status: res.statusCode ?? 0 }),
      );
    });
    post.on('error', reject);
    post.end(body);
  });
}
