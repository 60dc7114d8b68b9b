import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { httpServer, type Upgrade } from '../../adapters/http-server.ts';
import { operations, type Probe } from '../../adapters/operations.ts';
import { instant } from '../../src/domain/instant.ts';
import type { Route } from '../../src/ports/http.ts';
import { quietLog } from '../support/quiet-log.ts';

const kept = { due: 2, broken: 1, overdueMs: 7_000, nudges: 4, lateMs: 0 };
const depth = { pending: 3, dead: 1, oldestPending: instant(40_000) };

describe('the one server', () => {
  const open: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of open.splice(0)) await close();
  });

  async function serving(more: {
    routes?: readonly Route[];
    probes?: readonly Probe[];
    upgrades?: readonly Upgrade[];
  }) {
    const log = quietLog();
    const routes = [
      ...operations(
        more.probes ?? [],
        { depth: async () => depth },
        async () => kept,
        () => 100_000,
      ),
      ...(more.routes ?? []),
    ];
    const server = httpServer(
      () => routes,
      () => more.upgrades ?? [],
      log,
    );
    const port = await server.listen(0, '127.0.0.1');
    open.push(server.close);
    return { port, log, ask: (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init) };
  }

  it('says alive, ready and numbers, and nothing of what is in a case', async () => {
    const { ask } = await serving({ probes: [{ name: 'database', ready: async () => true }] });
    expect(await (await ask('/healthz')).json()).toEqual({ alive: true });
    expect(await (await ask('/readyz')).json()).toEqual({ ready: true, database: true });
    const numbers = await (await ask('/metrics')).text();
    expect(numbers).toContain('meari_outbox_pending 3');
    expect(numbers).toContain('meari_outbox_oldest_seconds 60');
    expect(numbers).toContain('meari_due_oldest_seconds 7');
    expect(numbers).toContain('meari_nudges_waiting 4');
    const ours = numbers.split('\n').filter((line) => line.startsWith('meari_'));
    expect(ours.filter((line) => line.includes('{'))).toEqual([]);
  });

  it('is not ready where a part does not answer, however long that takes', async () => {
    const { ask } = await serving({
      probes: [
        { name: 'broken', ready: () => Promise.reject(new Error('away')) },
        { name: 'silent', ready: () => new Promise(() => undefined) },
        { name: 'well', ready: async () => true },
      ],
    });
    const answer = await ask('/readyz');
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ ready: false, broken: false, silent: false, well: true });
  });

  it('is only looked at there', async () => {
    const { ask } = await serving({});
    for (const path of ['/healthz', '/readyz', '/metrics']) {
      const answer = await ask(path, { method: 'POST', body: 'x' });
      expect([path, answer.status, answer.headers.get('allow')]).toEqual([path, 405, 'GET, HEAD']);
      expect((await ask(path, { method: 'HEAD' })).ok).toBe(true);
    }
  });

  it('never lets an answer be taken for something else', async () => {
    const { ask } = await serving({});
    for (const path of ['/healthz', '/metrics', '/nothing', '/%2e%2e/etc/passwd']) {
      expect((await ask(path)).headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('says that something broke, and not what; the log has the name', async () => {
    const broken: Route = {
      path: '/broken',
      loopbackOnly: false,
      handle: () => {
        throw new Error('환불해 주세요 010-1234-5678');
      },
    };
    const { ask, log } = await serving({ routes: [broken] });
    const answer = await ask('/broken');
    expect([answer.status, await answer.text()]).toEqual([500, 'Something broke. The log says what.\n']);
    expect(log.lines).toEqual([{ level: 'error', what: 'a request broke' }]);
  });

  it('outlives an upgrade nobody takes, and one that breaks off', async () => {
    const taken: Upgrade[] = [() => true];
    const { port, ask } = await serving({ upgrades: taken });
    for (let i = 0; i < 3; i += 1) {
      const socket = connect(port, '127.0.0.1');
      socket.write('GET /socket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
      await new Promise((resolve) => setTimeout(resolve, 50));
      socket.resetAndDestroy();
    }
    taken.length = 0;
    const refused = request({ port, headers: { connection: 'Upgrade', upgrade: 'websocket' } });
    refused.end();
    await once(refused, 'error');
    expect((await ask('/healthz')).status).toBe(200);
  });

  it('hangs up on whoever does not get to the point', async () => {
    const { port } = await serving({});
    const slow = connect(port, '127.0.0.1');
    const since = performance.now();
    slow.write('POST /slack/events HTTP/1.1\r\nHost: x\r\n');
    slow.resume();
    await once(slow, 'close');
    expect(performance.now() - since).toBeLessThan(20_000);
  }, 25_000);
});
