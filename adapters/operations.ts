import type { ServerResponse } from 'node:http';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Route } from '../src/ports/http.ts';
import type { Outbox } from '../src/ports/outbox.ts';

const probeMs = 2_000;

/** The name is what an operator reads. */
export type Probe = { readonly name: string; readonly ready: () => Promise<boolean> };

/** What time has brought and nobody has dealt with. */
export type Timekeeping = () => Promise<{
  readonly due: number;
  readonly broken: number;
  /** How long ago the oldest due moment was that nobody has dealt with; 0: there is none. */
  readonly overdueMs: number;
  readonly nudges: number;
  /** The same for reminders. */
  readonly lateMs: number;
}>;

/** For the operator and the machines that watch: alive, ready, and numbers. */
export function operations(
  probes: readonly Probe[],
  outbox: Pick<Outbox, 'depth'>,
  time: Timekeeping,
  now: () => number,
): readonly Route[] {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const pending = gauge('meari_outbox_pending', 'Messages owed and not yet delivered.');
  const dead = gauge('meari_outbox_dead', 'Messages that could not be delivered and wait for an operator.');
  const oldest = gauge('meari_outbox_oldest_seconds', 'Age of the oldest message owed.');
  const overdue = gauge('meari_due_oldest_seconds', 'Age of the oldest due moment that nobody has dealt with.');
  const due = gauge('meari_due_unhandled', 'Cases whose due moment has come and that nobody has dealt with yet.');
  const broken = gauge('meari_due_broken', 'Of these, cases that broke when their time passed, and rest.');
  const nudges = gauge('meari_nudges_waiting', 'Reminders that wait for working hours or a bundle.');
  const late = gauge('meari_nudges_oldest_seconds', 'Age of the oldest reminder that should have left.');

  const route = (path: string, handle: (res: ServerResponse) => Promise<void> | void): Route => ({
    path,
    loopbackOnly: false,
    handle: (req, res) => {
      if (req.method === 'GET' || req.method === 'HEAD') return handle(res);
      res.writeHead(405, { allow: 'GET, HEAD' }).end();
    },
  });

  return [
    route('/healthz', (res) => json(res, 200, { alive: true })),
    route('/readyz', async (res) => {
      const asked = await Promise.all(probes.map(async ({ name, ready }) => [name, await soon(ready())] as const));
      const all = asked.every(([, isReady]) => isReady);
      json(res, all ? 200 : 503, { ready: all, ...Object.fromEntries(asked) });
    }),
    route('/metrics', async (res) => {
      const depth = await outbox.depth();
      pending.set(depth.pending);
      dead.set(depth.dead);
      oldest.set(depth.oldestPending === null ? 0 : Math.max(0, (now() - depth.oldestPending) / 1000));
      const kept = await time();
      overdue.set(kept.overdueMs / 1000);
      due.set(kept.due);
      broken.set(kept.broken);
      nudges.set(kept.nudges);
      late.set(kept.lateMs / 1000);
      res.writeHead(200, { 'content-type': registry.contentType }).end(await registry.metrics());
    }),
  ];
}

/** False as well for what breaks, and for what takes so long that whoever asks has turned away. */
async function soon(ready: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), probeMs);
  });
  return Promise.race([ready.catch(() => false), late]).finally(() => clearTimeout(timer));
}

function json(res: ServerResponse, status: number, body: object): void {
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
